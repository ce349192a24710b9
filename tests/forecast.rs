//! When things are likely to be done: `plan forecast`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::{Value, json};
use support::Folder;

/// The forecast of a plan in a day's light; tasks and milestones are lines of `id: keys`.
fn forecast(day: &str, tasks: &[(&str, &str)], milestones: &[(&str, &str)]) -> Value {
    let mut plan = "template = \"samboe\"\ntitle = \"P\"\nlanguage = \"da\"\n".to_owned();
    for (kind, of) in [("tasks", tasks), ("milestones", milestones)] {
        for (id, keys) in of {
            plan += &format!("[{kind}.{id}]\ntitle = \"{id}\"\n{}\n", keys.replace("; ", "\n"));
        }
    }
    let outcome = Folder::new().plan_today(&["forecast", "-", "--as-of", day, "--format", "json"]).stdin(plan).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    serde_json::from_str(&outcome.stdout).unwrap()
}

/// What is likely of each open task: its id, the day, and the days it slips.
fn tasks(data: &Value) -> Vec<Value> {
    let each = |task: &Value| json!([task["id"], task["forecast"], task["slip"]]);
    data["tasks"].as_array().unwrap().iter().map(each).collect()
}

#[track_caller]
fn likely(day: &str, given: &[(&str, &str)], expected: &Value) {
    assert_eq!(json!(tasks(&forecast(day, given, &[]))), *expected);
}

#[test]
fn what_is_late_is_done_today_at_the_earliest() {
    likely(
        "2025-06-11",
        &[("a", "due = 2025-06-02"), ("b", "due = 2025-06-20")],
        &json!([["a", "2025-06-11", 9], ["b", "2025-06-20", 0]]),
    );
    // 14 June 2025 is a Saturday.
    likely("2025-06-14", &[("a", "due = 2025-06-02; status = \"doing\"")], &json!([["a", "2025-06-16", 14]]));
}

#[test]
fn what_only_begins_is_late_when_its_period_is_over() {
    let given = [("a", "start = \"2026-W19\"; ongoing = true; check = \"2026-W36\"")];
    likely("2026-05-05", &given, &json!([["a", "2026-05-10", 0]]));
    // The Monday after, as `plan overdue` says.
    likely("2026-05-11", &given, &json!([["a", "2026-05-11", 1]]));
    // What is to begin on a Sunday begins on the Monday.
    let sunday = [("a", "start = 2026-05-10; ongoing = true; check = \"2026-W36\"")];
    likely("2026-05-11", &sunday, &json!([["a", "2026-05-11", 0]]));
}

#[test]
fn a_delay_goes_on_to_what_waits() {
    let given = [
        ("a", "due = 2025-06-02"),
        ("b", "after = [\"a\"]; start = 2025-06-03; due = 2025-06-06"),
        ("c", "after = [\"b\"]; takes = 3; due = 2025-06-11"),
        ("d", "after = [\"c\"]; due = 2025-12-01"),
    ];
    // From 3 to 6 June there are three working days: 5 June is a day on which Danish offices are closed.
    let expected =
        json!([["a", "2025-06-11", 9], ["b", "2025-06-16", 10], ["c", "2025-06-19", 8], ["d", "2025-12-01", 0],]);
    likely("2025-06-11", &given, &expected);
    let backwards: Vec<_> = given.iter().rev().copied().collect();
    let mut turned = tasks(&forecast("2025-06-11", &backwards, &[]));
    turned.reverse();
    assert_eq!(json!(turned), expected, "the order in the file does not matter");
}

#[test]
fn working_days_leave_out_holidays_and_the_turn_of_the_year() {
    // Easter 2026 is 5 April: from Wednesday 1 April, the third working day is Wednesday 8 April.
    likely("2026-04-01", &[("a", "takes = 3; due = 2026-04-02")], &json!([["a", "2026-04-08", 6]]));
    // 24, 25, 26, 27, 28 and 31 December 2026 and 1 to 3 January 2027 are closed days.
    likely("2026-12-23", &[("a", "takes = 5; due = 2026-12-30")], &json!([["a", "2027-01-04", 5]]));
    // 29 February 2028 is a Tuesday.
    likely("2028-02-28", &[("a", "takes = 2; due = 2028-02-28")], &json!([["a", "2028-02-29", 1]]));
}

#[test]
fn room_takes_up_a_delay() {
    let given = [("a", "due = 2025-06-02"), ("b", "after = [\"a\"]; takes = 2; due = 2025-06-30")];
    likely("2025-06-11", &given, &json!([["a", "2025-06-11", 9], ["b", "2025-06-30", 0]]));
}

#[test]
fn what_is_done_dropped_or_runs_holds_nothing_up() {
    let given = [
        ("a", "due = 2025-06-02; done = 2025-06-20"),
        ("b", "due = 2025-06-02; status = \"dropped\""),
        ("c", "start = 2025-06-02; ongoing = true; status = \"doing\""),
        ("d", "after = [\"a\", \"b\", \"c\"]; start = 2025-06-12; due = 2025-06-13"),
    ];
    likely("2025-06-25", &given, &json!([["d", "2025-06-26", 13]]));
}

#[test]
fn a_ring_ends() {
    let given = [
        ("a", "after = [\"b\"]; due = 2025-06-20"),
        ("b", "after = [\"a\"]; due = 2025-06-21"),
        ("c", "after = [\"c\"]; due = 2025-06-22"),
    ];
    let data = forecast("2025-06-11", &given, &[("m", "date = 2025-06-25; after = [\"a\", \"c\"]")]);
    assert_eq!(data["tasks"].as_array().unwrap().len(), 3);
    // What waits for a ring comes after it, wherever it stands in the file.
    let given = [
        ("x", "after = [\"x\"]; takes = 10; due = 2025-06-11"),
        ("b", "after = [\"x\"]; takes = 2; due = 2025-06-12"),
        ("c", "after = [\"b\"]; takes = 1; due = 2025-06-13"),
    ];
    let backwards: Vec<_> = given.iter().rev().copied().collect();
    let mut turned = tasks(&forecast("2025-06-11", &backwards, &[]));
    turned.reverse();
    assert_eq!(json!(tasks(&forecast("2025-06-11", &given, &[]))), json!(turned));
}

#[test]
fn a_milestone_has_a_chain_and_the_costliest_task_a_price() {
    let given = [
        ("lille", "due = 2025-06-09"),
        ("stor", "due = 2025-06-02"),
        ("kursus", "after = [\"stor\", \"lille\"]; takes = 4; due = 2025-06-12"),
        ("proeve", "after = [\"kursus\"]; due = 2025-06-13"),
        ("alene", "due = 2025-01-01"),
    ];
    let milestones = [
        ("klar", "date = 2025-06-13; after = [\"proeve\"]"),
        ("passeret", "date = 2025-06-10"),
        ("senere", "date = 2025-09-01; after = [\"kursus\"]"),
    ];
    let data = forecast("2025-06-11", &given, &milestones);
    let of = |id: &str| {
        let all = data["milestones"].as_array().unwrap();
        let one = all.iter().find(|one| one["id"] == id).unwrap();
        let chain: Vec<&Value> = one["chain"].as_array().unwrap().iter().map(|link| &link["id"]).collect();
        json!([one["planned"], one["forecast"], one["slip"], chain])
    };
    assert_eq!(of("klar"), json!(["2025-06-13", "2025-06-18", 5, ["stor", "kursus", "proeve"]]));
    assert_eq!(of("passeret"), json!(["2025-06-10", "2025-06-11", 1, []]));
    assert_eq!(of("senere")[2], 0);
    let cost = &data["costliest"];
    assert_eq!(cost["task"]["id"], "stor");
    // Of the days that the course is late, it is itself to blame for all but one: it takes four.
    assert_eq!(json!([cost["milestones"][0]["id"], cost["tasks"], cost["days"]]), json!(["klar", 2, 1 + 1 + 1]));
}

#[test]
fn what_is_late_by_itself_costs_nobody_else() {
    let given = [("a", "due = 2025-06-10"), ("b", "after = [\"a\"]; due = 2025-01-02")];
    let data = forecast("2025-06-11", &given, &[]);
    let b = &data["tasks"][1];
    assert_eq!(json!([b["forecast"], b["slip"]]), json!(["2025-06-12", 161]));
    assert_eq!(json!([data["costliest"]["task"]["id"], data["costliest"]["days"]]), json!(["a", 1]));
}

#[test]
fn takes_is_a_number_of_days() {
    let wrong = [
        ("0", "invalid-value", "`takes` skal være fra 1 til 2600 arbejdsdage, ikke 0"),
        ("-3", "invalid-value", "`takes` skal være fra 1 til 2600 arbejdsdage, ikke -3"),
        ("\"10d\"", "wrong-type", "`takes` skal være et helt tal, ikke en tekst"),
    ];
    for (value, rule, words) in wrong {
        let plan = format!("template = \"samboe\"\ntitle = \"P\"\n[tasks.a]\ntitle = \"A\"\ntakes = {value}\n");
        let outcome = Folder::new().plan(&["check", "-", "--lang", "da", "--format", "short"]).stdin(plan).run();
        assert_eq!(outcome.code, 1);
        assert!(outcome.stdout.contains(&format!("error[{rule}]: {words}")), "{}", outcome.stdout);
    }
}

#[test]
fn a_plan_that_nobody_has_begun_has_no_delays_on_its_first_day() {
    for template in ["samboe", "ffb", "bti", "forebyggelse", "ledersamarbejde", "handleplan"] {
        for start in ["2026-01-05", "2025-12-29", "2027-03-01"] {
            let folder = Folder::new();
            folder.plan(&["init", "a.plan.toml", "--template", template, "--start", start]).run();
            let data = folder.plan_today(&["forecast", "a.plan.toml", "--as-of", start]).json();
            assert_eq!(data["slipping"], 0, "{template} {start}: {}", data["tasks"]);
            let milestones = data["milestones"].as_array().unwrap();
            assert!(milestones.iter().all(|one| one["slip"] == 0), "{template} {start}: {milestones:?}");
        }
    }
}

#[test]
fn a_milestone_that_names_nothing_waits_for_its_phase() {
    let given = [
        ("sen", "phase = \"lancering\"; start = 2025-05-05; due = 2025-05-30"),
        ("senere", "phase = \"lancering\"; due = 2025-12-01"),
        ("andet", "phase = \"virkeliggoerelse\"; start = 2025-01-02; due = 2025-05-30"),
    ];
    let data = forecast("2025-06-11", &given, &[("m", "date = 2025-06-20; phase = \"lancering\"")]);
    let one = &data["milestones"][0];
    // 5 to 30 May 2025 are 19 working days, and so are 11 June to 7 July.
    assert_eq!(json!([one["forecast"], one["chain"][0]["id"]]), json!(["2025-07-07", "sen"]));
}
