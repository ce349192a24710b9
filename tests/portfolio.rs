//! Several plans side by side: `plan portfolio`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::{Value, json};
use support::{Folder, LANGUAGES};

/// A plan of a municipality; its keys and tables.
fn plan(title: &str, head: &str, rest: &str) -> String {
    format!("template = \"ffb\"\ntitle = \"{title}\"\nlanguage = \"da\"\n{head}\n{rest}\n")
}

/// Three municipalities and a plan of another framework.
fn folder() -> Folder {
    let nordby = r#"
[people]
ida = "Ida Holm"
[phases]
forbered = { start = "2025-01", due = "2025-08" }
igangsaet = { start = "2025-09" }
[tasks.a]
title = "Skriv planen"
owner = "ida"
due = 2025-06-02
[tasks.b]
title = "Send planen"
owner = "ida"
due = 2025-07-01
[tasks.c]
title = "Gammelt"
due = 2025-01-01
done = 2025-01-01
[tasks.d]
title = "Opgivet"
due = 2025-01-01
status = "dropped"
[milestones.go-live]
title = "Go-live i Nordby"
date = 2025-09-01
[milestones.fest]
title = "Sommerfest"
date = 2025-08-01
[decisions.sal]
text = "Hvilken sal?"
meeting = "juni"
[decisions.sen]
text = "Og hvad så?"
deadline = 2025-12-01
[meetings.juni]
title = "Styregruppen"
date = 2025-06-19
"#;
    let sydby = r#"
[people]
ih = "ida  HOLM"
bo = "Bo Friis"
[tasks.a]
title = "Lær af Nordby"
owner = "ih"
due = "2025-08"
[tasks.b]
title = "Vent"
owner = "bo"
[tasks.c]
title = "Til næste år"
owner = "bo"
due = 2026-12-31
[milestones.go-live]
title = "Vi begynder"
date = 2025-05-30
[tolerances]
yellow = 5
red = 10
"#;
    let extended = "id: vestby\nextends: ffb\nname: { da: Vestby, nb: Vestby, en: Vestby }\nlanguage: da\n";
    Folder::new()
        .file("nordby.plan.toml", plan("Nordby", "", nordby))
        .file("sydby.plan.toml", plan("Sydby", "", sydby))
        .file("vestby.yaml", extended)
        .file(
            "vestby.plan.toml",
            plan("Vestby", "", "[milestones.go-live]\ntitle = \"G\"\ndate = 2025-03-01\ndone = 2025-03-03\n")
                .replace("\"ffb\"", "\"./vestby.yaml\""),
        )
        .file("andet/plan.toml", "template = \"samboe\"\ntitle = \"SAM:BO\"\nlanguage = \"da\"\n")
}

fn by_title<'d>(data: &'d Value, title: &str) -> &'d Value {
    data["plans"].as_array().unwrap().iter().find(|plan| plan["head"]["title"] == title).unwrap()
}

#[test]
fn each_plan_has_a_line() {
    let data = folder().plan(&["portfolio"]).json();
    assert_eq!(data["plans"].as_array().unwrap().len(), 4);
    let nordby = by_title(&data, "Nordby");
    assert_eq!(json!([nordby["done"], nordby["total"], nordby["late"]]), json!([1, 3, 1]));
    assert_eq!(nordby["light"]["colour"], "yellow");
    assert_eq!(nordby["phases"][0]["id"], "forbered");
    assert_eq!(nordby["phases"].as_array().unwrap().len(), 1);
    assert_eq!(nordby["next_milestone"]["id"], "fest");
    assert_eq!(json!([nordby["next_decision"]["id"], nordby["next_decision"]["on"]]), json!(["sal", "2025-06-19"]));
    let sydby = by_title(&data, "Sydby");
    assert_eq!(sydby["light"]["colour"], "red", "16 days late, and 10 make it red");
    assert_eq!(
        json!([sydby["next_milestone"]["slip"], sydby["next_decision"]]),
        json!([17, null]),
        "15 June 2025 is a Sunday"
    );
}

#[test]
fn milestones_of_one_framework_stand_in_one_matrix() {
    let data = folder().plan(&["portfolio"]).json();
    let shared = data["milestones"].as_array().unwrap();
    assert_eq!(shared.len(), 1, "a framework with one plan has none");
    let ffb = &shared[0];
    assert_eq!(ffb["framework"]["id"], "ffb", "what extends a framework is counted with it");
    let at = ffb["milestones"].as_array().unwrap().iter().position(|one| one["id"] == "go-live").unwrap();
    let dates: Vec<Value> = ffb["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let one = &row["milestones"][at];
            json!([row["plan"], one["date"], one["done"], one["late"]["days"]])
        })
        .collect();
    assert_eq!(
        json!(dates),
        json!([
            ["Nordby", "2025-09-01", null, null],
            ["Sydby", "2025-05-30", null, 16],
            ["Vestby", "2025-03-01", "2025-03-03", null],
        ])
    );
    assert_eq!(ffb["others"], 1, "the summer party is Nordby's own");
}

#[test]
fn a_person_is_counted_across_plans() {
    let data = folder().plan(&["portfolio"]).json();
    assert_eq!(data["load"]["months"][0], "2025-06");
    let of = |name: &str| {
        let people = data["load"]["people"].as_array().unwrap();
        let person = people.iter().find(|person| person["name"] == name).unwrap();
        json!([person["plans"], person["late"], person["months"], person["after"], person["undated"], person["total"]])
    };
    assert_eq!(of("Ida Holm"), json!([2, 1, [0, 1, 1, 0, 0, 0], 0, 0, 3]));
    assert_eq!(of("Bo Friis"), json!([1, 0, [0, 0, 0, 0, 0, 0], 1, 1, 2]));
}

#[test]
fn people_who_are_roles_are_not_one() {
    let folder = folder();
    let shown = folder.plan(&["portfolio", "--redact"]).lang("da").stdout();
    assert!(!shown.contains("Holm") && !shown.contains("HOLM") && !shown.contains("Friis"), "{shown}");
    let data = folder.plan(&["portfolio", "--redact"]).json();
    assert_eq!(data["load"]["people"].as_array().unwrap().len(), 3, "{}", data["load"]);
}

#[test]
fn a_plan_that_cannot_be_read_is_named_and_left_out() {
    let folder = folder().file("daarlig.plan.toml", [0xFF, 0xFE, 0x00]);
    let outcome = folder.plan(&["portfolio", "--format", "json"]).lang("da").run();
    assert_eq!(outcome.code, 2);
    assert!(outcome.stderr.contains("daarlig.plan.toml"), "{}", outcome.stderr);
    let data: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(data["plans"].as_array().unwrap().len(), 4);
}

#[test]
fn shown() {
    let folder = folder();
    for lang in LANGUAGES {
        insta::assert_snapshot!(
            format!("portfolio-120-{lang}"),
            folder.plan(&["portfolio"]).lang(lang).width(120).stdout()
        );
    }
    let csv = folder.plan(&["portfolio", "--format", "csv"]).lang("da").stdout();
    assert_eq!(csv.lines().filter(|line| line.starts_with("Nordby;")).count(), 1, "a list has one table: {csv}");
}
