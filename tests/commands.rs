//! How the program meets the world: files, streams, exit codes, the environment.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fs::{self, File};
use std::process::Stdio;

use serde_json::Value;
use support::{EXAMPLE, Folder, LANGUAGES, Outcome, Run, VIEWS, example};

/// The least that a framework can be.
const FRAMEWORK: &str = "id: ramme\nname: Ramme\nlanguage: da\nphases: { drift: { name: Drift } }\n";
/// A plan with nothing to say about it.
const CLEAN: &str =
    "template = \"./ramme.yaml\"\ntitle = \"Ren\"\n[tasks.a]\ntitle = \"A\"\nphase = \"drift\"\ndone = 2025-06-02\n";
/// A plan with one error, on line 3.
const WRONG: &str =
    "template = \"./ramme.yaml\"\ntitle = \"Forkert\"\nowner = \"ida\"\n[phases]\ndrift = { ongoing = true }\n";

/// A folder with files of the same text, and beside each the framework.
fn folder(names: &[&str], text: &str) -> Folder {
    let with = |folder: Folder, name: &&str| {
        let beside = std::path::Path::new(name).with_file_name("ramme.yaml");
        folder.file(name, text).file(beside.to_str().unwrap(), FRAMEWORK)
    };
    names.iter().fold(Folder::new(), with)
}

/// The commands that open one plan, or several.
const ONE: [&str; 4] = ["matrix", "timeline", "report", "forecast"];
const MANY: [&str; 4] = ["check", "overdue", "portfolio", "calendar"];

#[track_caller]
fn refused(run: Run, words: &str) {
    let Outcome { code, stdout, stderr } = run.lang("da").run();
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.starts_with("plan: fejl: ") && stderr.lines().count() == 1, "{stderr}");
    assert!(stderr.contains(words), "{words:?} is not in {stderr:?}");
    assert!(!stdout.contains(words), "{stdout}");
}

mod exit_codes {
    use super::*;

    #[test]
    fn zero_for_clean_one_for_errors_two_for_unreadable() {
        let folder = folder(&["ok.plan.toml"], CLEAN).file("bad.plan.toml", WRONG);
        assert_eq!(folder.plan(&["check", "ok.plan.toml"]).run().code, 0);
        assert_eq!(folder.plan(&["check", "bad.plan.toml"]).run().code, 1);
        assert_eq!(folder.plan(&["check", "none.plan.toml"]).run().code, 2);
    }

    #[test]
    fn an_unreadable_file_does_not_hide_the_others() {
        let folder = folder(&["bad.plan.toml"], WRONG);
        let outcome = folder.plan(&["check", "none.plan.toml", "bad.plan.toml", "--format", "short"]).run();
        assert_eq!(outcome.code, 2);
        assert!(outcome.stdout.starts_with("bad.plan.toml:3:1: "), "{}", outcome.stdout);
    }

    #[test]
    fn fail_on_sets_the_bar() {
        let folder = Folder::with_example();
        let warned = |bar: &str| folder.plan(&["check", EXAMPLE, "--fail-on", bar]).run().code;
        assert_eq!((warned("error"), warned("warning"), warned("note")), (0, 1, 1));
        let folder = super::folder(&["ok.plan.toml"], CLEAN);
        assert_eq!(folder.plan(&["check", "ok.plan.toml", "--fail-on", "note"]).run().code, 0);
    }

    #[test]
    fn the_format_does_not_change_the_code() {
        let folder = folder(&["bad.plan.toml"], WRONG);
        for format in ["full", "short", "json"] {
            assert_eq!(folder.plan(&["check", "bad.plan.toml", "--format", format]).run().code, 1, "{format}");
        }
    }

    #[test]
    fn overdue_is_a_finding_only_when_asked() {
        let folder = Folder::with_example();
        let late = |args: &[&str]| folder.plan(args).json()["findings"].to_string().matches("\"overdue\"").count();
        assert_eq!(late(&["check", EXAMPLE]), 0);
        assert_eq!(late(&["check", EXAMPLE, "--overdue"]), 5);
    }

    #[test]
    fn a_wrong_command_line_is_two() {
        let folder = Folder::new();
        for args in
            [&["nonsense"][..], &["check", "--nonsense"], &["matrix", "--rows", "x"], &["check", "--width", "3"]]
        {
            let outcome = folder.plan(args).run();
            assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{args:?}");
            assert!(!outcome.stderr.is_empty());
        }
    }
}

mod reading {
    use super::*;

    #[test]
    fn a_missing_file() {
        let folder = Folder::new();
        for command in ONE.iter().chain(&MANY) {
            refused(folder.plan(&[command, "ikke-her.plan.toml"]), "`ikke-her.plan.toml` findes ikke");
        }
    }

    #[test]
    fn a_folder_where_one_file_is_wanted() {
        let folder = Folder::new().file("planer/a.plan.toml", CLEAN);
        for command in ONE {
            refused(folder.plan(&[command, "planer"]), "`planer` er en mappe, ikke en fil");
        }
    }

    #[test]
    fn a_file_without_words() {
        for text in ["", "\n \n\t\n", "# kun\n  # kommentarer\n", "\u{FEFF}"] {
            let folder = Folder::new().file("tom.plan.toml", text);
            let outcome = folder.plan(&["check", "tom.plan.toml", "--format", "json"]).run();
            assert_eq!((outcome.code, outcome.found()), (1, vec![("unreadable".to_owned(), 1)]), "{text:?}");
            for command in ONE {
                let outcome = folder.plan(&[command, "tom.plan.toml"]).run();
                assert_eq!(outcome.code, 0, "{command} {text:?}: {}", outcome.stderr);
                assert!(outcome.stderr.contains("tom.plan.toml"), "{command} says nothing of {text:?}");
            }
        }
    }

    #[test]
    fn bytes_that_are_not_utf8() {
        let folder = Folder::new().file("gammel.plan.toml", b"title = \"Blok\"\n# M\xC3\xA5l: r\xF8d\n");
        for command in ONE.iter().chain(&MANY).filter(|command| **command != "check") {
            let words = "`gammel.plan.toml` er ikke UTF-8: byte 0xF8 i linje 2, tegn 9";
            refused(folder.plan(&[command, "gammel.plan.toml"]), words);
        }
        let outcome = folder.plan(&["check", "--format", "short"]).lang("da").run();
        let words = "gammel.plan.toml:2:9: error[unreadable]: filen er ikke UTF-8: her står byten 0xF8\n";
        assert_eq!((outcome.code, outcome.stdout.as_str()), (1, words));
        let outcome = folder.plan(&["check"]).lang("da").run();
        assert!(outcome.stdout.contains("2 | # Mål: r�\n  |         ^\n"), "{}", outcome.stdout);
    }

    #[test]
    fn a_file_that_is_too_large() {
        let folder = Folder::new();
        let large = File::create(folder.path("stor.plan.toml")).unwrap();
        large.set_len(plan::read::file::MOST_BYTES + (1 << 20)).unwrap();
        for command in ONE.iter().chain(&MANY) {
            refused(
                folder.plan(&[command, "stor.plan.toml"]),
                "`stor.plan.toml` fylder over 64 MB, som er det meste, en fil må fylde",
            );
        }
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_breaks_change_nothing() {
        let text = example()
            .replace("status    = \"blocked\"", "stutus    = \"blocked\"")
            .replace("\"lone\"\nafter", "\"Åse\"\nafter");
        let folder = Folder::new()
            .file("a.plan.toml", &text)
            .file("b/a.plan.toml", format!("\u{FEFF}{}", text.replace('\n', "\r\n")))
            .file("c/a.plan.toml", format!("\u{FEFF}{text}"));
        let facts = |path: &str| {
            let outcome = folder.plan(&["check", path, "--format", "json"]).run();
            let data: Value = serde_json::from_str(&outcome.stdout).unwrap();
            let mut findings = data["findings"].as_array().unwrap().clone();
            let blind = |place: &mut Value| drop(place.as_object_mut().unwrap().remove("path"));
            for finding in &mut findings {
                blind(finding);
                // A file's name is part of what its findings are known by.
                finding.as_object_mut().unwrap().remove("fingerprint");
                finding["related"].as_array_mut().unwrap().iter_mut().for_each(blind);
            }
            (outcome.code, findings)
        };
        let (code, findings) = facts("a.plan.toml");
        assert!(code == 1 && findings.iter().any(|finding| finding["rule"] == "unknown-key"), "{findings:?}");
        assert_eq!(facts("b/a.plan.toml"), (code, findings.clone()));
        assert_eq!(facts("c/a.plan.toml"), (code, findings));
    }

    #[test]
    fn windows_line_breaks_change_no_view() {
        let folder = Folder::with_example().file("crlf.plan.toml", example().replace('\n', "\r\n"));
        for args in VIEWS {
            let shown = |file| folder.plan(args).args(&[file]).stdout();
            assert_eq!(shown("crlf.plan.toml"), shown(EXAMPLE), "{args:?}");
        }
    }

    #[test]
    fn standard_input() {
        let folder = Folder::with_example();
        for args in VIEWS {
            let piped = folder.plan(args).args(&["-"]).stdin(example()).stdout();
            assert_eq!(piped, folder.plan(args).args(&[EXAMPLE]).stdout(), "{args:?}");
        }
        let outcome =
            folder.file("ramme.yaml", FRAMEWORK).plan(&["check", "-", "--format", "short"]).stdin(WRONG).run();
        assert_eq!(outcome.code, 1);
        assert!(outcome.stdout.starts_with("-:3:1: "), "{}", outcome.stdout);
    }

    #[test]
    fn standard_input_that_is_not_utf8() {
        let words = "`-` er ikke UTF-8: byte 0xFF i linje 1, tegn 1";
        refused(Folder::new().plan(&["report", "-"]).stdin(b"\xFF".to_vec()), words);
        let outcome = Folder::new().plan(&["check", "-", "--format", "short"]).stdin(b"\xFF".to_vec()).run();
        assert_eq!(outcome.code, 1);
        assert!(outcome.stdout.starts_with("-:1:1: error[unreadable]: "), "{}", outcome.stdout);
    }
}

mod finding_plans {
    use super::*;

    #[test]
    fn none_here() {
        let folder = Folder::new().file("andet.toml", CLEAN);
        for command in ONE {
            refused(folder.plan(&[command]), "her er ingen plan");
        }
        for command in MANY {
            refused(folder.plan(&[command]), "ingen planer fundet i denne mappe");
            refused(folder.plan(&[command, "."]), "ingen planer fundet i denne mappe");
        }
    }

    #[test]
    fn the_only_one_here() {
        let folder = folder(&["min.plan.toml"], CLEAN);
        for args in VIEWS {
            // A portfolio is of as many plans as there are.
            let head = if args == ["portfolio"] { "Portefølje\n1 plan" } else { "Ren" };
            assert!(folder.plan(args).stdout().starts_with(head), "{args:?}");
        }
    }

    #[test]
    fn several_here() {
        let folder = folder(&["a.plan.toml", "b.plan.toml"], CLEAN);
        for command in ONE {
            refused(folder.plan(&[command]), "her er flere planer: a.plan.toml, b.plan.toml");
        }
        for command in MANY {
            let data = folder.plan(&[command]).json();
            let plans = data["plans"].as_u64().unwrap_or_else(|| data["plans"].as_array().unwrap().len() as u64);
            assert_eq!(plans, 2, "{command}");
        }
    }

    #[test]
    fn plan_toml_comes_before_others() {
        let folder = folder(&["a.plan.toml"], CLEAN).file("plan.toml", CLEAN.replace("Ren", "Den rigtige"));
        for command in ONE {
            assert!(folder.plan(&[command]).stdout().starts_with("Den rigtige"), "{command}");
        }
    }

    #[test]
    fn hidden_and_ignored_folders_are_left_out() {
        let plans = [
            "a.plan.toml",
            "dyb/ned/plan.toml",
            ".skjult/b.plan.toml",
            "kladder/c.plan.toml",
            "gammel.plan.toml",
            "dyb/noter.toml",
        ];
        let folder = folder(&plans, WRONG).file(".gitignore", "kladder/\ngammel.plan.toml\n");
        let outcome = folder.plan(&["check", ".", "--format", "short"]).run();
        let paths: Vec<&str> = outcome.stdout.lines().filter_map(|line| Some(line.split_once(":3:1: ")?.0)).collect();
        assert_eq!(paths, ["a.plan.toml", "dyb/ned/plan.toml"]);
    }

    #[test]
    fn what_is_named_is_read_though_ignored() {
        let folder = folder(&["a.plan.toml"], CLEAN).file(".gitignore", "*\n");
        assert_eq!(folder.plan(&["check", "a.plan.toml"]).json()["plans"], 1);
    }

    #[test]
    fn a_file_named_twice_is_read_once() {
        let folder = folder(&["a.plan.toml", "b/c.plan.toml"], CLEAN);
        for (paths, count) in [
            (&["a.plan.toml", "a.plan.toml"][..], 1),
            (&["a.plan.toml", "./a.plan.toml"], 1),
            (&["a.plan.toml", "b/../a.plan.toml"], 1),
            (&[".", "a.plan.toml", "b"], 2),
            (&["./b", "b"], 1),
        ] {
            assert_eq!(folder.plan(&["check"]).args(paths).json()["plans"], count, "{paths:?}");
        }
    }

    #[test]
    fn standard_input_named_twice_is_read_once() {
        assert_eq!(folder(&["plan.toml"], CLEAN).plan(&["check", "-", "-"]).stdin(CLEAN).json()["plans"], 1);
    }
}

mod writing {
    use super::*;

    #[test]
    fn the_ending_chooses_the_format() {
        let folder = Folder::with_example();
        for (name, format) in [("u.md", "markdown"), ("u.json", "json"), ("u.txt", "terminal"), ("U.MD", "markdown")] {
            assert_eq!(folder.plan(&["report", EXAMPLE, "-o", name]).stdout(), "");
            assert_eq!(folder.read(name), folder.plan(&["report", EXAMPLE, "--format", format]).stdout(), "{name}");
        }
        folder.plan(&["report", EXAMPLE, "-o", "uden-endelse", "--format", "markdown"]).stdout();
        assert!(folder.read("uden-endelse").starts_with("# "));
    }

    #[test]
    fn an_unknown_ending_is_refused() {
        let folder = Folder::with_example();
        for name in ["u.odt", "uden-endelse"] {
            refused(folder.plan(&["report", EXAMPLE, "-o", name]), "endelsen siger ikke, hvilket format");
        }
        assert_eq!(folder.names(), [EXAMPLE]);
    }

    #[test]
    fn into_a_missing_folder() {
        let folder = Folder::with_example();
        refused(
            folder.plan(&["report", EXAMPLE, "-o", "mangler/u.md"]),
            "`mangler/u.md` kan ikke skrives: mappen findes ikke",
        );
        refused(folder.plan(&["init", "mangler/plan.toml", "--template", "samboe"]), "mappen findes ikke");
        assert_eq!(folder.names(), [EXAMPLE]);
    }

    #[test]
    fn onto_a_folder() {
        let folder = Folder::with_example().file("u.md/x", "");
        refused(folder.plan(&["report", EXAMPLE, "-o", "u.md"]), "det er en mappe");
        assert_eq!(folder.names(), [EXAMPLE, "u.md"]);
    }

    /// The mark on the file is respected even where the user could write through it, as root can.
    #[test]
    fn onto_a_read_only_file() {
        let folder = Folder::with_example().file("u.md", "gammelt");
        let mut permissions = fs::metadata(folder.path("u.md")).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(folder.path("u.md"), permissions).unwrap();
        refused(folder.plan(&["report", EXAMPLE, "-o", "u.md"]), "du har ikke lov til at skrive her");
        assert_eq!(folder.read("u.md"), "gammelt");
        assert_eq!(folder.names(), [EXAMPLE, "u.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = Folder::with_example().file("arkiv/u.md", "gammelt");
        std::os::unix::fs::symlink("arkiv/u.md", folder.path("u.md")).unwrap();
        folder.plan(&["report", EXAMPLE, "-o", "u.md"]).stdout();
        assert!(fs::symlink_metadata(folder.path("u.md")).unwrap().is_symlink());
        assert!(folder.read("arkiv/u.md").starts_with("# "));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nothing_makes_its_target() {
        let folder = Folder::with_example();
        std::os::unix::fs::symlink("ny.md", folder.path("u.md")).unwrap();
        folder.plan(&["report", EXAMPLE, "-o", "u.md"]).stdout();
        assert!(fs::symlink_metadata(folder.path("u.md")).unwrap().is_symlink(), "the link was replaced");
        assert!(folder.read("ny.md").starts_with("# "));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = Folder::with_example().file("u.md", "gammelt");
        let mode = |name: &str| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
        fs::set_permissions(folder.path("u.md"), fs::Permissions::from_mode(0o640)).unwrap();
        folder.plan(&["report", EXAMPLE, "-o", "u.md"]).stdout();
        assert_eq!(mode("u.md"), 0o640);
        folder.plan(&["report", EXAMPLE, "-o", "ny.md"]).stdout();
        File::create(folder.path("maal.md")).unwrap();
        assert_eq!(mode("ny.md"), mode("maal.md"), "a new file is as readable as any other");
    }

    #[test]
    fn nothing_is_left_behind() {
        let folder = Folder::with_example();
        folder.plan(&["report", EXAMPLE, "-o", "u.md"]).stdout();
        folder.plan(&["report", EXAMPLE, "-o", "u.md"]).stdout();
        assert_eq!(folder.plan(&["report", "mangler.plan.toml", "-o", "u.md"]).run().code, 2);
        assert_eq!(folder.names(), [EXAMPLE, "u.md"]);
        assert!(folder.read("u.md").starts_with("# "), "a failed run leaves what was there");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to() {
        let folder = Folder::with_example();
        let shown = folder.plan(&["report", EXAMPLE, "-o", "/dev/stdout", "--format", "markdown"]).stdout();
        assert!(shown.starts_with("# "));
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        let folder = Folder::with_example();
        let mut all: Vec<Vec<&str>> = VIEWS.iter().map(|args| [args, &[EXAMPLE][..]].concat()).collect();
        all.extend([
            vec!["check", EXAMPLE],
            vec!["report", EXAMPLE, "--format", "json"],
            vec!["report", EXAMPLE, "--format", "markdown"],
            vec!["templates", "samboe"],
            vec!["explain"],
            vec!["completions", "bash"],
            vec!["man"],
            vec!["init", "-", "--template", "samboe"],
            vec!["--help"],
        ]);
        for args in all {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let mut run = folder.plan(&args);
            let child = run.command.stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
            let output = child.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!((output.status.code(), &*said), (Some(0), ""), "{args:?}");
        }
    }
}

mod safety {
    use super::*;

    /// An escape code, a bell, C1 codes, DEL, and the marks that turn text around.
    const EVIL: &str = "\\u001b[31mrød\\u0007 \\u009b2J\\u0085\\u007f \\u202eabc\\u2066def\\u200f\\u061c\\u2028\\u2029";

    fn is_evil(c: char) -> bool {
        c.is_control() && c != '\n'
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    }

    fn evil_plan() -> String {
        let mut text = example();
        let named = [
            "Send lanceringspakken",
            "Karen Lindegård",
            "Sundhedsklynge Fyn",
            "Strukturen er besluttet",
            "Aflyst på grund",
            "Skal klyngerne have",
            "Følge op på",
            "SAM:BO-aftalen i",
            "25/10482",
            "Region Syddanmark",
            "Afklar læringsbehovet",
            "Politikerne er",
        ];
        for name in named {
            assert!(text.contains(name), "{name}");
            text = text.replace(name, &format!("{EVIL}{name}"));
        }
        text
    }

    #[test]
    fn what_could_take_over_a_terminal_never_reaches_it() {
        let folder = Folder::new().file("ond.plan.toml", evil_plan());
        let mut all: Vec<Vec<&str>> = Vec::new();
        for format in ["terminal", "markdown", "json"] {
            all.extend(VIEWS.iter().map(|args| [args, &["ond.plan.toml", "--format", format][..]].concat()));
        }
        for format in ["full", "short", "json"] {
            all.push(vec!["check", "ond.plan.toml", "--overdue", "--format", format]);
        }
        let mut raw = Vec::new();
        for args in all {
            let outcome = folder.plan(&args).run();
            for (stream, text) in [("stdout", &outcome.stdout), ("stderr", &outcome.stderr)] {
                if let Some(line) = text.lines().find(|line| line.chars().any(is_evil)) {
                    raw.push(format!("{args:?} {stream}: {line:?}"));
                }
            }
        }
        assert!(raw.is_empty(), "{}", raw.join("\n"));
    }

    #[test]
    fn raw_marks_in_the_file_are_shown_harmless() {
        let text = "title = \"abc\u{202E}def\u{7}\"\n[tasks.a]\ntitle = \"x\u{2066}y\"\nonwer\u{202E} = 1\ndue = \"\u{1b}[31m\"\n";
        let folder = Folder::new().file("raa.plan.toml", text);
        for format in ["full", "short", "json"] {
            let outcome = folder.plan(&["check", "raa.plan.toml", "--format", format]).run();
            assert_eq!(outcome.code, 1);
            let line = outcome.stdout.lines().find(|line| line.chars().any(is_evil));
            assert_eq!(line, None, "{format}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_files_name_is_shown_harmless() {
        let name = "a\u{1b}[31m\u{202E}.plan.toml";
        let folder = folder(&[name], WRONG);
        for args in [
            &["check", name][..],
            &["check", name, "--format", "short"],
            &["check"],
            &["matrix"],
            &["matrix", "b\u{1b}[31m"],
        ] {
            let outcome = folder.plan(args).run();
            let said = outcome.stdout + &outcome.stderr;
            assert!(!said.chars().any(is_evil), "{args:?}: {said:?}");
        }
    }

    #[test]
    fn what_is_typed_is_repeated_harmless() {
        let evil = "\u{1b}[31m\u{202E}";
        let folder = Folder::with_example();
        for args in [
            &["explain", evil][..],
            &["templates", evil],
            &["overdue", EXAMPLE, "--soon", evil],
            &["init", "x.plan.toml", "--template", "samboe", "--unit", "x:y=z\u{1b}[31m"],
        ] {
            let outcome = folder.plan(args).run();
            assert!(!outcome.stderr.chars().any(is_evil), "{args:?}: {:?}", outcome.stderr);
        }
    }
}

mod the_day {
    use super::*;

    fn day_of(run: Run) -> String {
        run.json()["as_of"].as_str().unwrap().to_owned()
    }

    #[test]
    fn as_of_before_plan_as_of_before_source_date_epoch() {
        let folder = folder(&["plan.toml"], CLEAN);
        let (epoch, own) = (("SOURCE_DATE_EPOCH", "1700000000"), ("PLAN_AS_OF", "2024-02-29"));
        let run = |args: &[&str]| folder.plan_today(&["overdue"]).args(args);
        assert_eq!(day_of(run(&[]).env(epoch.0, epoch.1)), "2023-11-14");
        assert_eq!(day_of(run(&[]).env(epoch.0, epoch.1).env(own.0, own.1)), "2024-02-29");
        assert_eq!(day_of(run(&["--as-of", "2025-01-02"]).env(epoch.0, epoch.1).env(own.0, own.1)), "2025-01-02");
        assert!(day_of(run(&[])).as_str() > "2025-01-01", "without any of them it is today");
    }

    #[test]
    fn every_view_prints_its_day() {
        let folder = Folder::with_example();
        for args in VIEWS {
            assert!(folder.plan(args).args(&[EXAMPLE]).stdout().contains("15. juni 2025"), "{args:?}");
        }
    }

    #[test]
    fn a_day_that_is_none_is_explained() {
        let folder = folder(&["plan.toml"], CLEAN);
        for (text, words) in [
            ("2025-02-30", "februar 2025 har 28 dage"),
            ("2025-W24", "er ikke én dag"),
            ("", "`` er ikke en dag"),
            ("i morgen", "`i morgen` er ikke en dag"),
        ] {
            let run = folder.plan_today(&["check", "--as-of", text]);
            let said = run.lang("da").run();
            assert_eq!(said.code, 2, "{text}");
            assert!(said.stderr.starts_with("plan: fejl: --as-of: ") && said.stderr.contains(words), "{}", said.stderr);
            assert!(said.stderr.contains("skriv en dag som 2025-06-15"), "{}", said.stderr);
        }
        let written = folder.plan_today(&["overdue", "--as-of", "15.6.2025"]).json();
        assert_eq!(written["as_of"], "2025-06-15", "a day as people write it");
        refused(folder.plan_today(&["check"]).env("PLAN_AS_OF", "snart"), "PLAN_AS_OF: ");
        refused(folder.plan_today(&["check"]).env("SOURCE_DATE_EPOCH", "snart"), "SOURCE_DATE_EPOCH er `snart`");
    }
}

mod language {
    use super::*;

    /// The word for "timeline" in the line below the title.
    fn spoken(run: Run) -> String {
        run.stdout().lines().nth(1).unwrap().split(' ').next().unwrap().to_owned()
    }

    #[test]
    fn asked_for_then_the_plans_then_the_frameworks() {
        let folder = folder(&["da.plan.toml"], CLEAN).file("en.plan.toml", format!("language = \"en\"\n{CLEAN}"));
        let run = |file| folder.plan(&["report", file]).env("LC_ALL", "nb_NO.UTF-8");
        assert_eq!(spoken(run("en.plan.toml").lang("da")), "Statusrapport");
        assert_eq!(spoken(run("en.plan.toml")), "Status");
        assert_eq!(spoken(run("da.plan.toml")), "Statusrapport");
    }

    #[test]
    fn without_a_plan_the_locales() {
        let folder = Folder::new();
        let spoken = |name: &str, locale: &str| {
            folder.plan(&["explain"]).env(name, locale).stdout().lines().next().unwrap().to_owned()
        };
        assert_eq!(spoken("LC_ALL", "da_DK.UTF-8"), "Regler");
        assert_eq!(spoken("LANG", "nn_NO"), "Regler");
        assert_eq!(spoken("LC_MESSAGES", "en_GB"), "Rules");
        assert_eq!(spoken("LANG", "C"), "Rules");
    }
}

mod about_itself {
    use super::*;

    const COMMANDS: [(&str, &[&str]); 10] = [
        ("init", &["--template", "--start", "--title", "--unit", "--role", "--force"]),
        ("check", &["--format", "--fail-on", "--overdue"]),
        ("matrix", &["--rows", "--columns", "--output", "--format"]),
        ("timeline", &["--by", "--table", "--output", "--format"]),
        ("overdue", &["--soon", "--by", "--output", "--format"]),
        ("report", &["--output", "--format"]),
        ("templates", &["--output", "--format"]),
        ("schema", &["--template", "--output"]),
        ("explain", &["--output", "--format"]),
        ("completions", &[]),
    ];

    #[test]
    fn help_names_every_option() {
        let folder = Folder::new();
        let help = folder.plan_today(&["--help"]).stdout();
        for (command, options) in COMMANDS {
            assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command} is not in --help");
            let own = folder.plan_today(&[command, "--help"]).stdout();
            for option in options.iter().chain(&["--lang", "--as-of", "--color", "--width"]) {
                assert!(own.contains(option), "{command} --help says nothing of {option}");
            }
            assert!(folder.plan_today(&[command, "-h"]).stdout().len() > 100);
        }
    }

    #[test]
    fn completions_for_every_shell() {
        let folder = Folder::new();
        for shell in ["bash", "zsh", "fish", "powershell"] {
            let script = folder.plan_today(&["completions", shell]).stdout();
            for (command, _) in COMMANDS {
                assert!(script.contains(command), "{shell} does not complete {command}");
            }
        }
        assert_eq!(folder.plan_today(&["completions", "cmd"]).run().code, 2);
    }

    #[test]
    fn the_manual_page() {
        let page = Folder::new().plan_today(&["man"]).stdout();
        assert!(page.contains(".TH plan 1"), "{page}");
        for (command, _) in COMMANDS {
            assert!(page.contains(command), "{command}");
        }
    }

    #[test]
    fn the_version() {
        let version = Folder::new().plan_today(&["--version"]).stdout();
        assert_eq!(version, format!("plan {}\n", env!("CARGO_PKG_VERSION")));
    }

    #[test]
    fn what_does_not_exist_is_answered_with_what_does() {
        let folder = Folder::new();
        refused(folder.plan(&["explain", "task-without-ovner"]), "(`task-without-owner`?)");
        refused(folder.plan(&["templates", "samboo"]), "samboe");
        refused(folder.plan(&["overdue", "--soon", "snart"]), "skriv 14d, 3w eller 2m");
        for lang in LANGUAGES {
            let said = folder.plan(&["explain", "x"]).lang(lang).run();
            assert_eq!((said.code, said.stdout.as_str()), (2, ""));
        }
    }
}

#[test]
fn tasks_are_chosen_by_id_or_name() {
    let folder = Folder::with_example();
    let titles = |args: &[&str]| -> Vec<String> {
        let data = folder.plan(&["tasks", EXAMPLE]).args(args).json();
        data["tasks"].as_array().unwrap().iter().map(|task| task["id"].as_str().unwrap().to_owned()).collect()
    };
    let all = titles(&[]);
    assert_eq!(all.len(), 34);
    assert_eq!(titles(&["--owner", "lone"]), titles(&["--owner", "lone præstegaard"]));
    assert!(titles(&["--late"]).len() < titles(&["--open"]).len());
    assert!(titles(&["--status", "done"]).iter().all(|id| !titles(&["--open"]).contains(id)));
    let wrong = folder.plan(&["tasks", EXAMPLE, "--phase", "lanceringg"]).lang("da").run();
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("mente du `lancering`?"), "{}", wrong.stderr);
}
