//! Every word in the language asked for: on a plan without a Danish word,
//! Danish in the Norwegian and the English output is the program's own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::Value;
use support::{Folder, VIEWS};

const FRAMEWORK: &str = "
id: frame
name: Frame
language: en
phases: { begin: { name: Begin, start: 0d, due: 2m }, run: { name: Run, ongoing: true } }
dimensions: { staff: { name: Staff }, heads: { name: Heads } }
roles: { lead: { name: Lead, expected: true }, board: { name: Board } }
";

/// A plan of plain words in which much is late, done, missing or wrong.
const PLAN: &str = "
template = \"./frame.yaml\"
title = \"Big plan\"
start = 2025-03-03
case = \"25/1\"
[people]
ann = \"Ann\"
bob = \"Bob\"
[roles]
board = [\"ann\", \"bob\"]
[phases]
begin = { start = 2025-03-03, due = 2025-05-30 }
run = { ongoing = true }
[tasks.a]
title = \"First\"
phase = \"begin\"
dimension = \"staff\"
owner = \"ann\"
start = \"2025-W11\"
due = 2025-04-01
done = 2025-04-03
[tasks.b]
title = \"Second\"
phase = \"begin\"
dimension = \"staff\"
role = \"lead\"
after = [\"c\"]
start = 2025-04-01
due = 2025-05-01
status = \"doing\"
[tasks.c]
title = \"Third\"
phase = \"run\"
owner = \"bob\"
ongoing = true
check = 2025-06-02
after = [\"b\"]
[tasks.d]
title = \"Fourth\"
phase = \"run\"
owner = \"bob\"
due = 2025-06-18
status = \"blocked\"
[tasks.e]
title = \"Fifth\"
due = 2025-08-30
start = 2025-09-30
onwer = \"bob\"
with = 3
[tasks.f]
title = \"Sixth\"
due = 2025-02-30
status = \"going\"
done = 2026-01-01
unit = \"none\"
[milestones.m]
title = \"Gate\"
date = 2025-06-01
[milestones.n]
title = \"Door\"
date = 2025-08-31
decision = true
[decisions.d]
text = \"Which?\"
options = [\"One\", \"Two\"]
deadline = 2025-06-10
[meetings.x]
body = \"board\"
date = 2025-06-20
[meetings.x.agenda]
d = \"decide\"
a = \"discuss\"
b = \"inform\"
[cells.run]
staff = { empty = \"Not now.\" }
[[waivers]]
rule = \"overdue\"
reason = \"Known.\"
until = 2025-01-01
";

/// Words that Danish has and Norwegian bokmål has not, where a plan is spoken of.
const DANISH: &[&str] = &[
    "uge",
    "uger",
    "opgave",
    "opgaven",
    "opgaver",
    "opgaverne",
    "fejl",
    "bemærkning",
    "hjælp",
    "uden",
    "efter",
    "findes",
    "af",
    "nøgle",
    "nøglen",
    "skabelon",
    "skabelonen",
    "hvad",
    "kun",
    "dage",
    "udført",
    "blokeret",
    "løbende",
    "næste",
    "møde",
    "milepæle",
    "slags",
    "række",
    "rækken",
    "rækker",
    "fritaget",
    "noget",
    "nogen",
    "siger",
    "overskredet",
    "oversigt",
    "sprog",
    "bilag",
    "sag",
    "muligheder",
    "indstilling",
    "udgangspunkt",
    "pr",
    "sidste",
];

fn said(lang: &str) -> Vec<(String, String)> {
    let folder = Folder::new().file("frame.yaml", FRAMEWORK).file("big.plan.toml", PLAN);
    let mut all: Vec<Vec<&str>> = Vec::new();
    for args in VIEWS {
        all.push([args, &["big.plan.toml"][..]].concat());
        all.push([args, &["big.plan.toml", "--format", "markdown"][..]].concat());
    }
    all.push(vec!["overdue", "big.plan.toml", "--soon", "3m"]);
    all.push(vec!["check", "big.plan.toml", "--overdue"]);
    all.push(vec!["matrix", "missing.plan.toml"]);
    all.push(vec!["templates"]);
    all.push(vec!["templates", "./frame.yaml"]);
    all.push(vec!["explain"]);
    all.push(vec!["schema"]);
    let mut said: Vec<(String, String)> = all
        .iter()
        .map(|args| {
            let outcome = folder.plan(args).lang(lang).width(200).run();
            (args.join(" "), outcome.stdout + &outcome.stderr)
        })
        .collect();
    // The examples of the rules are Danish plans; their words are not asked after.
    let rules = folder.plan(&["explain"]).json();
    for rule in rules["rules"].as_array().unwrap() {
        let id = rule["id"].as_str().unwrap();
        let data: Value = folder.plan(&["explain", id]).lang(lang).json();
        said.push((format!("explain {id}"), format!("{}\n{}", data["what"], data["why"])));
    }
    said
}

#[test]
fn english_is_english() {
    // What a framework is called stays in its own language.
    let templates = Folder::new().plan(&["templates"]).json();
    let names: Vec<&str> =
        templates["templates"].as_array().unwrap().iter().filter_map(|one| one["name"].as_str()).collect();
    for (command, text) in said("en") {
        let text = names.iter().fold(text, |text, name| text.replace(name, ""));
        let foreign = text.lines().find(|line| line.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å', '»', '«']));
        assert_eq!(foreign, None, "{command}");
    }
}

#[test]
fn norwegian_is_not_danish() {
    for (command, text) in said("nb") {
        for line in text.lines() {
            let words = line.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
            let danish: Vec<String> = words.filter(|word| DANISH.contains(&word.as_str())).collect();
            assert!(danish.is_empty(), "{command}: {danish:?} in\n{line}");
        }
    }
}

/// That the tests above can fail: in Danish the words are there.
#[test]
fn danish_is_danish() {
    let text: String = said("da").into_iter().map(|(_, text)| text.to_lowercase()).collect();
    for word in ["opgave", "forsinket", "ansvarlig", "udført", "hjælp", "uge", "næste", "fejl"] {
        assert!(text.contains(word), "{word}");
    }
}
