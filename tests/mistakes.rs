//! One file with ten mistakes: all are found at once, each in its line, and
//! what can still be read is still shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use support::{Folder, Outcome, example};

/// What stands in the example, what somebody made of it, and the rule that says so.
const MISTAKES: [(&str, &str, &str); 11] = [
    (
        "title     = \"Lær grundprincipperne og planen at kende\"",
        "title     = \"Lær grundprincipperne og planen at kende",
        "syntax",
    ),
    ("note      = \"To klynger har svaret.\"", "note: \"To klynger har svaret.\"", "syntax"),
    ("owner     = \"dorthe\"", "onwer     = \"dorthe\"", "unknown-key"),
    ("with      = [\"karen\"]", "with      = 2", "wrong-type"),
    ("start     = \"2025-W13\"", "start     = \"2025-W54\"", "invalid-date"),
    ("due       = 2025-09-11", "due       = 2025-02-30", "invalid-date"),
    ("after     = [\"struktur\"]", "after     = [\"strukturen\"]", "unknown-reference"),
    ("after     = [\"undervisning-lillebaelt\"]", "after     = [\"tvaersektoriel-undervisning-fyn\"]", ""),
    (
        "after     = [\"undervisning-fyn\"]",
        "after     = [\"tvaersektoriel-undervisning-lillebaelt\"]",
        "dependency-cycle",
    ),
    ("status    = \"blocked\"", "status    = \"ventende\"", "invalid-value"),
    ("[tasks.procedurer-ouh]", "[tasks.procedurer-esbjerg]", "duplicate-key"),
];

/// The example with every mistake, and what must be found: rule and line.
fn mistaken() -> (String, Vec<(String, u64)>) {
    let mut text = example();
    for (right, wrong, _) in MISTAKES {
        assert!(text.contains(right), "the example no longer says {right}");
        text = text.replacen(right, wrong, 1);
    }
    let line_of = |wrong: &str| {
        // The last, since a table that is there twice is wrong the second time.
        let (at, _) = text.lines().enumerate().filter(|(_, line)| line.starts_with(wrong)).last().unwrap();
        at as u64 + 1
    };
    let mut expected: Vec<(String, u64)> = MISTAKES
        .iter()
        .filter(|(_, _, rule)| !rule.is_empty())
        .map(|(_, wrong, rule)| ((*rule).to_owned(), line_of(wrong)))
        .collect();
    expected.sort_by_key(|(_, line)| *line);
    (text, expected)
}

fn folder() -> Folder {
    Folder::new().file("samboe.plan.toml", mistaken().0)
}

#[test]
fn ten_mistakes_are_found_in_one_run_each_in_its_line() {
    let (_, expected) = mistaken();
    assert_eq!(expected.len(), 10);
    let outcome = folder().plan(&["check", "--format", "json"]).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""));
    let data: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    let errors = data["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let found: Vec<(String, u64)> =
        errors.map(|one| (one["rule"].as_str().unwrap().to_owned(), one["start"]["line"].as_u64().unwrap())).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_they_are_told() {
    let outcome = folder().plan(&["check"]).lang("da").width(100).run();
    insta::assert_snapshot!("ten-mistakes-da", outcome.stdout);
}

#[test]
fn the_rest_is_still_shown() {
    let folder = folder();
    let Outcome { code, stdout, stderr } = folder.plan(&["matrix"]).lang("da").width(120).run();
    assert_eq!(code, 0);
    assert!(stderr.starts_with("plan: samboe.plan.toml har ") && stderr.contains("plan check"), "{stderr}");
    for word in ["Undervis de udpegede", "Skab rammer for", "Udpeg frontpersoner"] {
        assert!(stdout.contains(word), "{word} is gone from\n{stdout}");
    }
    for command in ["timeline", "overdue", "report"] {
        assert_eq!(folder.plan(&[command]).run().code, 0, "{command}");
    }
}

/// What somebody writes in a task's table, and what they are told to write instead.
const SLIPS: [(&str, &str); 29] = [
    ("owner\u{A0}= \"ida\"", "skriv owner = \"ida\""),
    ("\u{A0}\u{A0}owner = \"ida\"", "skriv owner = \"ida\""),
    ("owner = \u{200B}\"ida\"", "skriv owner = \"ida\""),
    ("note = \"Skriv målet”", "skriv note = \"Skriv målet\""),
    ("note = \"Kurset »Grundlag«", "skriv note = \"Kurset »Grundlag«\""),
    ("note = \"En linje\nen anden linje\"", "skriv note = \"En linje en anden linje\""),
    ("note = \"Nu\";", "skriv note = \"Nu\""),
    ("note = \"Nu\", # straks", "skriv note = \"Nu\""),
    ("due = \"\"", "skriv en dag som 2025-05-19"),
    ("due = uge 9", "skriv due = \"ÅÅÅÅ-W09\""),
    ("note = \"\"", "skriv en tekst, eller slet linjen"),
    ("due = \"uge 54\"", "skriv en dag som 2025-05-19"),
    ("note = Kultur og Fritid\"", "skriv note = \"Kultur og Fritid\""),
    ("note = Kultur'", "skriv note = \"Kultur\""),
    ("note = \"Kultur”", "skriv note = \"Kultur\""),
    ("note = Kul\"tur", "skriv note = \"Kul\\\"tur\""),
    ("note = \"x\" y\"", "skriv note = \"x y\""),
    ("note = \"sig \"ja\" nu\"", "skriv note = \"sig »ja« nu\""),
    ("note = x\" # husk", "skriv note = \"x\""),
    ("with = [\"ida\", ida\"]", "skriv with = [\"ida\", \"ida\"]"),
    ("note ' = \"x\"", "skriv note = \"x\""),
    ("tasks.b]\ntitle = \"B\"\ndue = 2026-03-02", "skriv [tasks.b]"),
    ("note \"se a=b\"", "skriv note = \"se a=b\""),
    ("note = Ma\u{30A}ltal", "skriv note = \"Ma\u{30A}ltal\""),
    ("note\u{A0}= \"Ma\u{30A}l\u{A0}1\"", "skriv note = \"Ma\u{30A}l\u{A0}1\""),
    ("note = \"a \\\"b\u{A0}c\\\" d\";", "skriv note = \"a \\\"b\u{A0}c\\\" d\""),
    ("note = Maj", "skriv note = \"Maj\""),
    ("note = Kurset »Grundlag«", "skriv note = \"Kurset »Grundlag«\""),
    ("note = \"Punkt #1 og\r\nresten\"", "skriv note = \"Punkt #1 og resten\""),
];

#[test]
fn a_slip_gets_one_finding_and_the_line_to_write() {
    for (slip, help) in SLIPS {
        let text = format!(
            "template = \"handleplan\"\ntitle = \"T\"\nstart = 2026-02-02\n[people]\nida = \"Ida Holm\"\n[tasks.a]\ntitle = \"A\"\n{slip}\n"
        );
        let outcome = Folder::new().file("a.plan.toml", text).plan(&["check", "--format", "json"]).lang("da").run();
        let data: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
        let of_form: Vec<&str> = data["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| ["syntax", "invalid-value", "invalid-date"].contains(&finding["rule"].as_str().unwrap()))
            .map(|finding| finding["help"].as_str().unwrap_or_default())
            .collect();
        let [only] = of_form.as_slice() else { panic!("{slip}: {of_form:?}") };
        match only.strip_prefix("skriv ").filter(|line| line.contains(" = ") || line.starts_with('[')) {
            Some(line) => {
                assert_eq!(*only, help, "{slip}");
                assert!(line.parse::<toml::Table>().is_ok(), "{line} is no TOML");
            }
            None => assert!(only.starts_with(help), "{slip}: {only}"),
        }
    }
}

#[test]
fn one_mistake_in_an_id_is_told_once() {
    let text = "template = \"handleplan\"\ntitle = \"T\"\n[tasks.Maal]\ntitle = \"A\"\n[tasks.b]\ntitle = \"B\"\nafter = \
                [\"maal\"]\n";
    let folder = Folder::new().file("a.plan.toml", text);
    let found = folder.plan(&["check", "--format", "short"]).run().stdout;
    assert!(found.contains("error[invalid-id]") && !found.contains("unknown-reference"), "{found}");
    let text = "template = \"handleplan\"\ntitle = \"T\"\n[tasks.a--b]\ntitle = \"A\"\n[tasks.b]\ntitle = \"B\"\nafter = \
                [\"a-b\"]\n";
    let found = Folder::new().file("a.plan.toml", text).plan(&["check", "--format", "short"]).run().stdout;
    assert!(found.contains("unknown-reference"), "{found}");
}
