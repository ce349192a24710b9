//! What people see: every view of the example, and what holds for all of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::process::{Command, Stdio};

use insta::assert_snapshot;
use support::{EXAMPLE, Folder, LANGUAGES, VIEWS};
use unicode_width::UnicodeWidthStr as _;

const WIDTHS: [usize; 2] = [80, 120];

/// One view in every language at every width.
fn everywhere(view: &str) {
    let folder = Folder::with_example();
    for lang in LANGUAGES {
        for width in WIDTHS {
            let shown = folder.plan(&[view, EXAMPLE]).lang(lang).width(width).stdout();
            assert_snapshot!(format!("{view}-{width}-{lang}"), shown);
        }
    }
}

#[test]
fn matrix() {
    everywhere("matrix");
}

#[test]
fn timeline() {
    everywhere("timeline");
}

#[test]
fn overdue() {
    everywhere("overdue");
}

#[test]
fn tasks() {
    everywhere("tasks");
}

#[test]
fn report() {
    everywhere("report");
}

#[test]
fn agenda() {
    let folder = Folder::with_example();
    for lang in LANGUAGES {
        let shown = folder.plan(&["report", EXAMPLE, "--agenda"]).lang(lang).width(80).stdout();
        assert_snapshot!(format!("agenda-80-{lang}"), shown);
    }
}

#[test]
fn variants() {
    let folder = Folder::with_example();
    let in_danish = |args: &[&str]| folder.plan(args).args(&[EXAMPLE]).lang("da");
    assert_snapshot!("timeline-table-80-da", in_danish(&["timeline", "--table"]).width(80).stdout());
    assert_snapshot!("overdue-by-owner-80-da", in_danish(&["overdue", "--by", "owner"]).width(80).stdout());
    assert_snapshot!("report-markdown-da", in_danish(&["report", "--format", "markdown"]).stdout());
}

#[test]
fn matrix_by_other_rows_and_columns() {
    let folder = Folder::with_example();
    for rows in ["owner", "role", "unit"] {
        for columns in ["month", "quarter"] {
            let args = ["matrix", EXAMPLE, "--rows", rows, "--columns", columns];
            let shown = folder.plan(&args).lang("da").width(120).stdout();
            assert_snapshot!(format!("matrix-{rows}-{columns}-120-da"), shown);
        }
    }
}

#[test]
fn frameworks_and_rules() {
    let folder = Folder::new();
    let in_danish = |args: &[&str]| folder.plan(args).lang("da").width(100).stdout();
    assert_snapshot!("templates-100-da", in_danish(&["templates"]));
    assert_snapshot!("templates-samboe-100-da", in_danish(&["templates", "samboe"]));
    assert_snapshot!("explain-100-da", in_danish(&["explain"]));
    assert_snapshot!("explain-SAMBO-4-100-da", in_danish(&["explain", "SAMBO-4"]));
    assert_snapshot!("explain-task-without-owner-100-da", in_danish(&["explain", "task-without-owner"]));
}

/// Every command whose output is laid out for a screen, without its file.
fn laid_out() -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = VIEWS.iter().map(|args| [args, &[EXAMPLE][..]].concat()).collect();
    all.extend([
        vec!["check", EXAMPLE, "--overdue"],
        vec!["templates"],
        vec!["templates", "samboe"],
        vec!["explain"],
        vec!["explain", "SAMBO-4"],
    ]);
    all
}

/// Findings are left out: like a compiler's, their sentences are the terminal's to wrap.
#[test]
fn no_line_is_wider_than_asked() {
    let folder = Folder::with_example();
    let mut wider = Vec::new();
    for args in laid_out().into_iter().filter(|args| args[0] != "check") {
        for lang in LANGUAGES {
            for width in [60, 80, 120, 200] {
                let shown = folder.plan(&args).lang(lang).width(width).stdout();
                let widest = shown.lines().max_by_key(|line| line.width()).unwrap();
                if widest.width() > width {
                    wider.push(format!("{args:?} {lang} {width}: {} columns:\n{widest}", widest.width()));
                }
            }
        }
    }
    assert!(wider.is_empty(), "{}", wider.join("\n"));
}

#[test]
fn no_line_ends_in_blanks() {
    let folder = Folder::with_example();
    for args in laid_out() {
        let shown = folder.plan(&args).lang("da").width(100).stdout();
        let trailing = shown.lines().find(|line| line.ends_with(' '));
        assert_eq!(trailing, None, "{args:?}");
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    let folder = Folder::with_example();
    for args in laid_out() {
        let plain = folder.plan(&args).width(100).stdout();
        let coloured = folder.plan(&args).width(100).args(&["--color", "always"]).stdout();
        assert!(!plain.contains('\x1B'), "{args:?} colours a pipe");
        assert!(coloured.contains('\x1B'), "{args:?} has no colour");
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain, "{args:?}");
    }
}

#[test]
fn a_file_is_never_coloured() {
    let folder = Folder::with_example();
    folder.plan(&["report", EXAMPLE, "-o", "report.txt", "--color", "always"]).stdout();
    assert!(!folder.read("report.txt").contains('\x1B'));
}

/// The matrix as it is on a terminal, which `script` makes; nothing where there is no such `script`.
fn on_a_terminal(folder: &Folder, settings: &[(&str, &str)], options: &str) -> Option<String> {
    let plan = env!("CARGO_BIN_EXE_plan");
    let line = format!("{plan} matrix {EXAMPLE} --as-of 2025-06-15 --width 100 {options}");
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-c", &line, "/dev/null"]).current_dir(folder.path(""));
    command.env_remove("NO_COLOR").env("TERM", "xterm").envs(settings.iter().copied()).stdin(Stdio::null());
    let output = command.output().ok()?;
    Some(String::from_utf8(output.stdout).unwrap()).filter(|shown| shown.contains("Matrix"))
}

#[test]
#[allow(clippy::print_stderr, reason = "who runs the tests should know that one did nothing")]
fn a_terminal_is_coloured_unless_no_color_is_set() {
    let folder = Folder::with_example();
    let Some(coloured) = on_a_terminal(&folder, &[], "") else {
        eprintln!("skipped: `script` is not here to make a terminal");
        return;
    };
    let is_coloured =
        |settings: &[(&str, &str)], options| on_a_terminal(&folder, settings, options).unwrap().contains('\x1B');
    assert!(coloured.contains('\x1B'), "{coloured}");
    assert!(!is_coloured(&[("NO_COLOR", "1")], ""), "NO_COLOR is not respected");
    assert!(is_coloured(&[("NO_COLOR", "")], ""), "an empty NO_COLOR means nothing");
    assert!(is_coloured(&[("NO_COLOR", "1")], "--color always"), "what is asked for outranks NO_COLOR");
    assert!(!is_coloured(&[("TERM", "dumb")], ""), "a dumb terminal cannot colour");
    assert!(!is_coloured(&[], "--color never"));
}

/// However narrow the chart, the row of what is late says so.
#[test]
fn the_timeline_never_hides_how_late_something_is() {
    let folder = Folder::with_example();
    for width in [60, 80, 100, 120, 200] {
        let shown = folder.plan(&["timeline", EXAMPLE]).lang("da").width(width).stdout();
        let late: Vec<&str> = shown.lines().filter(|line| line.trim_start().starts_with("! ")).collect();
        assert_eq!(late.len(), 6, "{width}");
        for (line, days) in late.iter().zip([66, 18, 12, 40, 5, 2]) {
            assert!(line.contains(&format!("{days} dage fors")), "{width}: {line}");
        }
    }
}

/// A task of a whole group covers its rows, also in a phase that the framework does not have;
/// a dimension that it does not have covers nothing.
#[test]
fn unknown_phases_and_dimensions_cover_no_more_than_they_say() {
    let folder = Folder::new().file(
        "plan.toml",
        "template = \"samboe\"\ntitle = \"Prøve\"\nlanguage = \"da\"\n\n[tasks.a]\ntitle = \"Fortæl\"\nphase = \"lansering\"\n\
         dimension = \"medarbejdere\"\n\n[tasks.b]\ntitle = \"Led\"\nphase = \"ledelse\"\ndimension = \"direktoerer\"\n",
    );
    let shown = folder.plan(&["matrix", "plan.toml", "--format", "json"]).stdout();
    assert_eq!(shown.matches("\"kind\": \"shared\"").count(), 2, "{shown}");
}

#[test]
fn a_report_without_phases_has_no_empty_table_and_its_annexes_hold_their_parts() {
    let plan = "template = \"handleplan\"\ntitle = \"T\"\n[tasks.a]\ntitle = \"A\"\ndue = 2026-02-27\n";
    let folder = Folder::new().file("a.plan.toml", plan);
    let report = folder.plan_today(&["report", "--format", "markdown", "--as-of", "2026-02-02"]).lang("da").stdout();
    assert!(!report.contains("Fremdrift pr. fase"), "{report}");
    let annex = report.split("\n## Bilag 1: Matrix\n").nth(1).unwrap();
    assert!(annex.trim_start().starts_with("### 1. kvartal 2026"), "{annex}");
}
