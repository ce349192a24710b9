//! What programs read: every command's JSON, and the facts that it must hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::{Value, json};
use support::{DAY, EXAMPLE, Folder, LANGUAGES};

fn view(args: &[&str]) -> Value {
    Folder::with_example().plan(args).args(&[EXAMPLE]).json()
}

/// A field of every element of an array.
fn each<'v>(array: &'v Value, pointer: &str) -> Vec<&'v Value> {
    array.as_array().unwrap().iter().map(|one| one.pointer(pointer).unwrap()).collect()
}

#[test]
fn every_command_names_its_schema_and_its_day() {
    let commands: [(&[&str], &str, &str); 16] = [
        (&["check", EXAMPLE], "plan.check/1", "/as_of"),
        (&["matrix", EXAMPLE], "plan.matrix/1", "/head/as_of"),
        (&["timeline", EXAMPLE], "plan.timeline/1", "/head/as_of"),
        (&["timeline", "--table", EXAMPLE], "plan.timeline/1", "/head/as_of"),
        (&["overdue", EXAMPLE], "plan.overdue/1", "/as_of"),
        (&["overdue", "--by", "owner", EXAMPLE], "plan.overdue/1", "/as_of"),
        (&["report", EXAMPLE], "plan.report/1", "/head/as_of"),
        (&["diff", EXAMPLE, EXAMPLE], "plan.diff/1", "/head/as_of"),
        (&["portfolio", EXAMPLE], "plan.portfolio/1", "/plans/0/head/as_of"),
        (&["forecast", EXAMPLE], "plan.forecast/1", "/head/as_of"),
        (&["calendar", EXAMPLE], "plan.calendar/1", "/as_of"),
        (&["tasks", EXAMPLE], "plan.tasks/1", "/head/as_of"),
        (&["templates"], "plan.templates/1", ""),
        (&["templates", "samboe"], "plan.template/1", ""),
        (&["explain"], "plan.rules/1", ""),
        (&["explain", "SAMBO-4"], "plan.rule/1", ""),
    ];
    let folder = Folder::with_example();
    for (args, schema, day) in commands {
        for lang in LANGUAGES {
            let data = folder.plan(args).lang(lang).json();
            assert_eq!(data["schema"], schema, "{args:?}");
            if !day.is_empty() {
                assert_eq!(data.pointer(day), Some(&json!(DAY)), "{args:?}");
            }
        }
    }
}

#[test]
fn soft_hyphens_stay_out() {
    let folder = Folder::with_example();
    for args in [&["matrix", EXAMPLE], &["report", EXAMPLE], &["templates", "samboe"]] {
        let text = folder.plan(args).args(&["--format", "json"]).stdout();
        assert!(!text.contains('\u{AD}'), "{args:?}");
    }
}

#[test]
fn the_example_has_no_errors() {
    let data = view(&["check"]);
    assert_eq!(data["plans"], 1);
    assert_eq!(data["errors"], 0);
    let count = |severity: &str| each(&data["findings"], "/severity").iter().filter(|one| **one == severity).count();
    assert_eq!(data["warnings"], count("warning"));
    assert_eq!(data["notes"], count("note"));
}

#[test]
fn the_matrix_is_the_frameworks() {
    let data = view(&["matrix"]);
    let phases = json!(["lancering", "kompetenceudvikling", "forandringsledelse", "virkeliggoerelse"]);
    assert_eq!(json!(each(&data["columns"], "/id")), phases);
    let groups: Vec<bool> = each(&data["rows"], "/group").iter().map(|group| group.as_bool().unwrap()).collect();
    assert_eq!(groups, [true, false, false, true, false, false, false, true, false, false, false]);
    assert!(data["rows"].as_array().unwrap().iter().all(|row| row["cells"].as_array().unwrap().len() == 4));
    assert_eq!((&data["done"], &data["total"]), (&json!(12), &json!(34)));
}

/// 12 cells hold tasks of their own, 8 share their group's launch, and 12 are empty on purpose.
#[test]
fn every_cell_is_accounted_for() {
    let data = view(&["matrix"]);
    let rows = data["rows"].as_array().unwrap().iter().filter(|row| row["group"] == false);
    let kinds: Vec<&Value> = rows.flat_map(|row| each(&row["cells"], "/kind")).collect();
    let count = |kind: &str| kinds.iter().filter(|one| **one == kind).count();
    assert_eq!(kinds.len(), 32);
    assert_eq!((count("tasks"), count("shared"), count("empty"), count("gap")), (12, 8, 12, 0));
}

#[test]
fn five_tasks_are_late_and_one_check_is_passed() {
    let data = view(&["overdue"]);
    let late: Vec<Value> =
        data["late"].as_array().unwrap().iter().map(|item| json!([item["id"], item["late"]["days"]])).collect();
    assert_eq!(
        json!(late),
        json!([
            ["undervisning-soenderjylland", 66],
            ["laeringsbehov", 40],
            ["tvaersektoriel-undervisning-fyn", 18],
            ["frontpersoner-fredericia", 5],
            ["lederkulturbaerere-fredericia", 2],
        ])
    );
    let checks: Vec<Value> =
        data["checks"].as_array().unwrap().iter().map(|item| json!([item["id"], item["late"]["days"]])).collect();
    assert_eq!(json!(checks), json!([["kend-principperne", 12]]));
    assert_eq!(data["soon_until"], "2025-06-19", "soon is until the next meeting");
}

#[test]
fn the_report_stands_between_two_meetings() {
    let data = view(&["report"]);
    assert_eq!(data["last_meeting"]["id"], "styregruppe-marts");
    assert_eq!(data["next_meeting"]["id"], "styregruppe-juni");
    assert_eq!(json!(each(&data["agenda"], "/ask")), json!(["decide", "discuss", "inform"]));
}

#[test]
fn the_timeline_has_every_task_and_milestone() {
    let data = view(&["timeline"]);
    let tasks: usize = each(&data["groups"], "/tasks").iter().map(|tasks| tasks.as_array().unwrap().len()).sum();
    assert_eq!(tasks, 34);
    assert_eq!(json!(each(&data["milestones"], "/date")), json!(["2025-05-19", "2025-09-11", "2025-11-19"]));
}

#[test]
fn language_changes_words_and_no_facts() {
    let ids = |lang: &str| {
        let data = Folder::with_example().plan(&["check", EXAMPLE]).lang(lang).json();
        let facts = |finding: &Value| json!([finding["rule"], finding["start"], finding["end"], finding["subject"]]);
        data["findings"].as_array().unwrap().iter().map(facts).collect::<Vec<_>>()
    };
    assert_eq!(ids("da"), ids("nb"));
    assert_eq!(ids("da"), ids("en"));
}

#[test]
fn the_list_of_rules_explains_each() {
    let folder = Folder::new();
    let rules = folder.plan(&["explain"]).json();
    for id in each(&rules["rules"], "/id") {
        let rule = folder.plan(&["explain", id.as_str().unwrap()]).json();
        assert_eq!(&rule["id"], id);
        assert!(rule["why"].as_str().is_some_and(|why| !why.is_empty()), "{id}");
    }
}

/// What the light says agrees with the list below it.
#[test]
fn a_late_milestone_is_never_nothing() {
    let light = |date: &str| {
        let plan = format!("template = \"samboe\"\ntitle = \"P\"\n[milestones.m]\ntitle = \"M\"\ndate = {date}\n");
        let data = Folder::new().plan(&["report", "-", "--format", "json"]).stdin(plan).run().stdout;
        let data: Value = serde_json::from_str(&data).unwrap();
        let light = &data["light"];
        assert_eq!(light["reasons"].as_array().unwrap().len(), 1, "{light}");
        json!([light["colour"], light["reasons"][0]["kind"]])
    };
    assert_eq!(light("2025-06-15"), json!(["green", "on-time"]));
    assert_eq!(light("2025-06-14"), json!(["green", "milestone-tolerated"]));
    assert_eq!(light("2025-06-08"), json!(["green", "milestone-tolerated"]));
    assert_eq!(light("2025-06-07"), json!(["yellow", "milestone-yellow"]));
    assert_eq!(light("2025-03-01"), json!(["red", "milestone-red"]));
}

/// A waiver is offered for a rule exactly where one is obeyed.
#[test]
fn what_reading_finds_cannot_be_waived() {
    let folder = Folder::new();
    for (rule, waivable) in [("syntax", false), ("unknown-key", false), ("task-without-owner", true), ("SAMBO-4", true)]
    {
        assert_eq!(folder.plan(&["explain", rule]).json()["waivable"], waivable, "{rule}");
        assert_eq!(folder.plan(&["explain", rule]).stdout().contains("[[waivers]]"), waivable, "{rule}");
    }
    let plan =
        "template = \"samboe\"\ntitle = \"P\"\nonwer = 1\n[[waivers]]\nrule = \"unknown-key\"\nreason = \"No.\"\n";
    let found = folder.plan(&["check", "-", "--format", "json"]).stdin(plan).run().found();
    assert!(found.contains(&("unknown-key".to_owned(), 3)) && found.contains(&("waiver-unused".to_owned(), 5)));
}

/// The keys of an object, and of the objects in its lists, two levels down.
fn keys(data: &Value, depth: usize, found: &mut Vec<String>) {
    match data {
        Value::Object(object) => {
            for (key, value) in object {
                found.push(key.clone());
                if depth > 0 {
                    keys(value, depth - 1, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, depth, found)),
        _ => {}
    }
}

#[test]
fn the_page_about_json_names_every_key() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/json.md")).unwrap();
    let folder = Folder::with_example();
    let commands: [&[&str]; 12] = [
        &["check", EXAMPLE],
        &["matrix", EXAMPLE],
        &["timeline", EXAMPLE],
        &["overdue", EXAMPLE],
        &["criteria", EXAMPLE],
        &["report", EXAMPLE],
        &["diff", EXAMPLE, EXAMPLE],
        &["forecast", EXAMPLE],
        &["portfolio", EXAMPLE],
        &["templates"],
        &["explain"],
        &["explain", "SAMBO-4"],
    ];
    for args in commands {
        let mut found = Vec::new();
        keys(&folder.plan(args).json(), 2, &mut found);
        found.retain(|key| !["id", "name"].contains(&key.as_str()));
        let missing: Vec<_> = found.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
        assert!(missing.is_empty(), "docs/json.md does not name {missing:?} of {args:?}");
    }
}
