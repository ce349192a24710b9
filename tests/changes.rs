//! What moved since the last meeting: `plan report`, `plan diff` and `plan snapshot`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::{Value, json};
use support::Folder;

const FILE: &str = "nordby.plan.toml";

/// A plan with a meeting behind it and one to come.
const MARCH: &str = r#"template = "samboe"
title    = "Nordby"
language = "da"
start    = 2025-02-03

[people]
ida = { name = "Ida Holm" }
bo  = { name = "Bo Friis" }

[roles]
styregruppe = ["ida"]

[phases]
lancering           = { start = 2025-03-03, due = 2025-05-30 }
kompetenceudvikling = { start = 2025-04-01, due = 2025-06-27 }

[tasks.pakke]
title = "Send pakken"
phase = "lancering"
owner = "ida"
due   = 2025-04-04

[tasks.kursus]
title = "Hold kursus"
phase = "kompetenceudvikling"
owner = "ida"
due   = 2025-06-06

[tasks.evaluering]
title = "Evaluer kurset"
phase = "kompetenceudvikling"
owner = "bo"
after = ["kursus"]
due   = 2025-06-20

[tasks.pjece]
title = "Tryk en pjece"
phase = "lancering"
owner = "bo"
due   = 2025-05-16

[tasks.roligt]
title = "Tal med klyngen"
phase = "lancering"
owner = "bo"
due   = 2025-05-23

[milestones.klar]
title = "Alle er undervist"
date  = 2025-06-27

[risks.sygdom]
title = "Sygdom"
likelihood = 2
impact = 3
owner = "ida"
response = "Vikar"

[decisions.sal]
text = "Hvilken sal?"
meeting = "marts"
deadline = 2025-05-30

[decisions.penge]
text = "Hvor mange penge?"
meeting = "juni"
deadline = 2025-06-30

[meetings.marts]
body = "styregruppe"
date = 2025-03-20

[meetings.maj]
body = "styregruppe"
date = 2025-05-08
agenda = { sal = "decide" }

[meetings.juni]
body = "styregruppe"
date = 2025-06-19
agenda = { penge = "decide" }
"#;

/// One change after another in the text of a plan.
fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

fn may() -> String {
    changed(MARCH, &[("due   = 2025-04-04", "due   = 2025-04-04\ndone  = 2025-04-03")])
}

fn june() -> String {
    changed(
        &may(),
        &[
            ("due   = 2025-06-06", "due   = 2025-06-18\nnote  = \"Underviseren er syg.\""),
            ("owner = \"bo\"\nafter", "owner = \"ida\"\nafter"),
            ("due   = 2025-06-20", "due   = 2025-07-04"),
            ("due   = 2025-05-16", "due   = 2025-05-16\nstatus = \"dropped\"\nnote = \"Findes på nettet.\""),
            ("date  = 2025-06-27", "date  = 2025-07-09"),
            ("likelihood = 2", "likelihood = 4"),
            (
                "[milestones.klar]",
                "[tasks.vikar]\ntitle = \"Find en vikar\"\nphase = \"lancering\"\nowner = \"bo\"\ndue = 2025-06-18\n\n[milestones.klar]",
            ),
        ],
    )
}

/// The plan at its meetings in March and May, and as it is in June.
fn with_history() -> Folder {
    let folder = Folder::new().file(FILE, MARCH);
    folder.commit_on("2025-03-19");
    let folder = folder.file(FILE, may());
    folder.commit_on("2025-05-08");
    folder.file(FILE, june())
}

fn ids(list: &Value, pointer: &str) -> Vec<String> {
    let id = |item: &Value| item.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(id).collect()
}

/// What moved, by id: the date then, the date now, the days between.
fn moved(changes: &Value) -> Vec<Value> {
    let one = |one: &Value| {
        let id = one.pointer("/task/id").or(one.pointer("/milestone/id")).unwrap();
        json!([id, one["then"], one["now"], one["days"]])
    };
    changes["moved"].as_array().unwrap().iter().map(one).collect()
}

#[track_caller]
fn names_what_moved(changes: &Value) {
    assert_eq!(
        json!(moved(changes)),
        json!([
            ["evaluering", "2025-06-20", "2025-07-04", 14],
            ["kursus", "2025-06-06", "2025-06-18", 12],
            ["klar", "2025-06-27", "2025-07-09", 12],
        ])
    );
}

#[test]
fn the_report_names_exactly_what_moved_since_the_last_meeting() {
    let folder = with_history();
    let report = folder.plan(&["report", FILE]).json();
    let changes = &report["changes"];
    names_what_moved(changes);
    assert_eq!(report["since"], "last-meeting");
    assert_eq!(report["period_start"], "2025-05-08");
    assert_eq!(changes["then"]["kind"], "git");
    assert_eq!(changes["then"]["day"], "2025-05-08");
    assert_eq!(changes["moved"][1]["reason"], "Underviseren er syg.");
    assert_eq!(changes["done"], json!([]), "what was done at the meeting is no news");
    assert_eq!(ids(&changes["added"], "/id"), ["vikar"]);
    assert_eq!(ids(&changes["dropped"], "/id"), ["pjece"]);
    assert_eq!(ids(&changes["owners"], "/task/id"), ["evaluering"]);
    assert_eq!(changes["owners"][0]["then"]["name"], "Bo Friis");
    assert_eq!(ids(&changes["undecided"], "/id"), ["sal"], "the meeting in May was to take it");
    assert_eq!(json!([changes["risks"][0]["trend"], changes["risks"][0]["then"]]), json!(["worse", 6]));
    let slip = |phase: &Value| json!([phase["phase"]["id"], phase["days"], phase["moved"]]);
    let phases: Vec<Value> = changes["phases"].as_array().unwrap().iter().map(slip).collect();
    assert!(phases.contains(&json!(["kompetenceudvikling", 7, 2])), "{phases:?}");
    insta::assert_snapshot!(
        folder
            .plan(&["diff", "2025-05-08"])
            .width(80)
            .stdout()
            .replace(changes["then"]["name"].as_str().unwrap(), "[REVISION]")
    );
}

#[test]
fn an_earlier_day_tells_more_and_a_revision_the_same() {
    let folder = with_history();
    let since = |when: &str| folder.plan(&["report", FILE, "--since", when]).json()["changes"].take();
    let march = since("2025-03-20");
    names_what_moved(&march);
    assert_eq!(ids(&march["done"], "/id"), ["pakke"]);
    assert_eq!(since("20.3.2025"), march);
    assert_eq!(since("HEAD~1")["moved"], march["moved"]);
    assert_eq!(since("HEAD")["done"], json!([]));
}

#[test]
fn a_plan_is_known_under_its_old_names() {
    let folder = with_history();
    folder.git(&["mv", FILE, "ny.plan.toml"]);
    let in_index = folder.plan(&["report", "ny.plan.toml"]).json();
    names_what_moved(&in_index["changes"]);
    folder.commit_on("2025-05-20");
    std::fs::create_dir(folder.path("planer")).unwrap();
    folder.git(&["mv", "ny.plan.toml", "planer/æø å.plan.toml"]);
    folder.commit_on("2025-05-21");
    let moved_twice = folder.plan(&["report", "planer/æø å.plan.toml"]).json();
    names_what_moved(&moved_twice["changes"]);
    names_what_moved(&folder.plan(&["diff", "HEAD~3", "--plan", "planer/æø å.plan.toml"]).json());
    let same = folder.plan(&["diff", &format!("HEAD~3:{FILE}"), "HEAD:planer/æø å.plan.toml"]).json();
    names_what_moved(&same);
}

#[test]
fn a_plan_that_git_does_not_know_yet_is_told_by_its_dates() {
    let dates = |folder: &Folder| {
        let changes = folder.plan(&["report", FILE]).json()["changes"].take();
        assert_eq!(changes["then"], Value::Null);
        assert_eq!(changes["moved"], json!([]));
        let shown = folder.plan(&["report", FILE]).lang("da").stdout();
        assert!(shown.contains("ingen tidligere version af planen"), "{shown}");
    };
    let folder = Folder::new().file(FILE, june());
    dates(&folder);
    folder.git(&["init", "-q"]);
    dates(&folder);
    folder.commit_on("2025-06-01");
    dates(&folder);
    let input = folder.plan(&["report", "-", "--format", "json"]).stdin(june()).run();
    assert_eq!((input.code, input.stderr.as_str()), (0, ""));
    let without_git = folder.plan(&["report", FILE]).env("PATH", "/findes-ikke").run();
    assert_eq!((without_git.code, without_git.stderr.as_str()), (0, ""));
}

#[test]
fn what_a_shallow_clone_lacks_is_said() {
    let folder = with_history();
    folder.commit_on("2025-06-10");
    let url = format!("file://{}", folder.path("").display());
    folder.git(&["clone", "-q", "--depth", "1", &url, "klon"]);
    let outcome = folder.plan(&["report", &format!("klon/{FILE}")]).lang("da").run();
    assert_eq!(outcome.code, 0);
    assert!(outcome.stderr.contains("fetch --unshallow"), "{}", outcome.stderr);
}

#[test]
fn a_snapshot_stands_in_for_git() {
    let folder = Folder::new().file(FILE, MARCH).file("sub/plan.toml", MARCH);
    let keep = |folder: &Folder, args: &[&str], day: &str| {
        let args: Vec<&str> = [&["snapshot"], args, &["--as-of", day, "--lang", "da"]].concat();
        folder.plan_today(&args).run()
    };
    assert!(keep(&folder, &[], "2025-03-20").stderr.contains("gemt som .plan/snapshots/nordby/2025-03-20.toml"));
    assert!(folder.path("sub/.plan/snapshots/plan.toml/2025-03-20.toml").exists());
    let folder = folder.file(FILE, may());
    assert_eq!(keep(&folder, &[FILE], "2025-05-08").code, 0);
    assert!(keep(&folder, &[FILE], "2025-05-08").stderr.contains("allerede gemt"));
    let folder = folder.file(FILE, june());
    let refused = keep(&folder, &[FILE], "2025-05-08");
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("--force"), "{}", refused.stderr);
    let report = folder.plan(&["report", FILE]).json();
    names_what_moved(&report["changes"]);
    assert_eq!(report["changes"]["then"]["kind"], "snapshot");
    let earlier = folder.plan(&["diff", "2025-04-30", "--plan", FILE]).json();
    assert_eq!(ids(&earlier["done"], "/id"), ["pakke"]);
    assert_eq!(keep(&folder, &[FILE, "--force"], "2025-05-08").code, 0);
    let report = folder.plan(&["report", FILE]).json();
    assert_eq!(report["changes"]["moved"], json!([]));
    let checked = folder.plan(&["check", "--format", "json"]).run();
    assert!(checked.stdout.contains("\"plans\":2") || checked.stdout.contains("\"plans\": 2"), "copies are no plans");
}

#[test]
fn a_plan_without_meetings_is_compared_with_its_first_day() {
    let plan = |due: &str| {
        format!("template = \"handleplan\"\ntitle = \"T\"\nstart = 2026-02-02\n[tasks.a]\ntitle = \"A\"\ndue = {due}\n")
    };
    let folder = Folder::new().file("a.plan.toml", plan("2026-04-17"));
    assert_eq!(folder.plan_today(&["snapshot", "a.plan.toml", "--as-of", "2026-02-02"]).run().code, 0);
    let folder = folder.file("a.plan.toml", plan("2026-04-24"));
    let report = |day: &str| {
        let args = ["report", "a.plan.toml", "--as-of", day, "--format", "json"];
        serde_json::from_str::<Value>(&folder.plan_today(&args).stdout()).unwrap()
    };
    let changes = report("2026-03-01")["changes"].take();
    assert_eq!(changes["then"]["kind"], "snapshot");
    assert_eq!(moved(&changes).len(), 1, "{changes}");
    // Before its first day nothing can have changed since.
    assert_eq!(report("2026-02-01")["changes"]["then"], Value::Null);
}

#[test]
fn two_files_are_compared_and_tasks_keep_track_of_their_titles() {
    let renamed =
        changed(MARCH, &[("[tasks.pjece]", "[tasks.folder]"), ("title = \"Hold kursus\"", "title = \"Holde kursus\"")]);
    let folder = Folder::new().file("a.plan.toml", MARCH).file("b.plan.toml", renamed);
    let diff = folder.plan(&["diff", "a.plan.toml", "b.plan.toml"]).json();
    assert_eq!(ids(&diff["renamed"], "/task/id"), ["kursus", "folder"]);
    assert_eq!(ids(&diff["renamed"], "/then/id"), ["kursus", "pjece"]);
    assert_eq!(json!([diff["added"], diff["dropped"], diff["moved"]]), json!([[], [], []]));
    // Two with one title cannot be told apart, on whichever side they are.
    let twins = "template = \"samboe\"\ntitle = \"P\"\n[tasks.x]\ntitle = \"Ens\"\n[tasks.y]\ntitle = \"Ens\"\n";
    let one = "template = \"samboe\"\ntitle = \"P\"\n[tasks.z]\ntitle = \"Ens\"\n";
    let folder = folder.file("to.toml", twins).file("en.toml", one);
    for (then, now, gone, new) in [("to.toml", "en.toml", 2, 1), ("en.toml", "to.toml", 1, 2)] {
        let diff = folder.plan(&["diff", then, now]).json();
        let count = |list: &str| diff[list].as_array().unwrap().len();
        assert_eq!((count("renamed"), count("dropped"), count("added")), (0, gone, new));
    }
    let same = folder.plan(&["diff", "a.plan.toml", "a.plan.toml"]).lang("da").stdout();
    assert!(same.contains("Intet er ændret."), "{same}");
    let back = folder.plan(&["report", "b.plan.toml", "--since", "a.plan.toml"]).json();
    assert_eq!(ids(&back["changes"]["renamed"], "/task/id"), ["kursus", "folder"]);
}

#[test]
fn one_file_is_compared_with_its_last_commit() {
    let folder = with_history();
    names_what_moved(&folder.plan(&["diff", FILE]).json());
    folder.commit_on("2025-06-12");
    assert_eq!(folder.plan(&["diff", FILE]).json()["moved"], json!([]));
}

#[test]
fn a_list_of_changes_has_a_row_for_each() {
    let folder = with_history();
    let csv = folder.plan(&["diff", "HEAD", "--format", "csv"]).lang("da").stdout();
    let rows: Vec<&str> = csv.lines().collect();
    assert!(rows[0].ends_with("Ændring;Hvad;Ansvarlig;Før;Nu;Dage flyttet;Noteret;Id"), "{}", rows[0]);
    assert!(
        rows.contains(&"Flyttet;Hold kursus;Ida Holm;2025-06-06;2025-06-18;12;Underviseren er syg.;kursus"),
        "{csv}"
    );
}

#[test]
fn no_name_is_told_where_roles_are_asked_for() {
    let folder = with_history();
    for args in [["report", FILE, "--redact"], ["diff", "HEAD", "--redact"]] {
        let shown = folder.plan(&args).lang("da").stdout();
        assert!(!shown.contains("Ida") && !shown.contains("Holm") && !shown.contains("Friis"), "{shown}");
    }
}

#[test]
fn what_cannot_be_compared_with_is_said() {
    let folder = with_history().file("b/x.plan.toml", MARCH);
    let says = |args: &[&str], words: &str| {
        let outcome = folder.plan(args).lang("da").run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{args:?}");
        assert!(outcome.stderr.contains(words), "{args:?}: {}", outcome.stderr);
    };
    says(&["report", FILE, "--since", "vorgestern"], "er hverken en dag");
    says(&["report", FILE, "--since", "2025-W20"], "`2025-W20` er ikke én dag");
    says(&["report", "b/x.plan.toml", "--since", "HEAD"], "findes ikke i version");
    says(&["report", "-", "--since", "HEAD"], "ingen tidligere version");
    let folder = folder.file("main", "");
    let outcome = folder.plan(&["report", FILE, "--since", "main"]).lang("da").run();
    assert!(outcome.code == 2 && outcome.stderr.contains("`main` er ikke en plan"), "{}", outcome.stderr);
    let says = |args: &[&str], words: &str| {
        let outcome = folder.plan(args).lang("da").run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{args:?}");
        assert!(outcome.stderr.contains(words), "{args:?}: {}", outcome.stderr);
    };
    says(&["diff", "gammel.plan.toml", FILE], "`gammel.plan.toml` findes ikke");
    says(&["diff", "2025-01-01", "--plan", FILE], "ingen version af planen fra 2025-01-01");
    says(&["diff", "HEAD:findes.plan.toml", FILE], "findes ikke i version");
    let no_repository = Folder::new().file(FILE, MARCH);
    let outcome = no_repository.plan(&["diff", "HEAD"]).lang("da").run();
    assert!(outcome.stderr.contains("ikke i et git-repository"), "{}", outcome.stderr);
}

#[test]
fn what_was_broken_then_is_said() {
    let broken = MARCH.replace("[tasks.kursus]", "[tasks.kursus");
    let folder = Folder::new().file(FILE, broken);
    folder.commit_on("2025-05-08");
    let folder = folder.file(FILE, june());
    let outcome = folder.plan(&["report", FILE]).lang("da").run();
    assert_eq!(outcome.code, 0);
    assert!(outcome.stderr.contains("kan ikke læses helt"), "{}", outcome.stderr);
}

#[test]
fn a_copy_has_no_history_but_its_own() {
    let folder = Folder::new().file(FILE, MARCH);
    folder.commit_on("2025-05-01");
    let folder = folder.file("kopi.plan.toml", june());
    folder.commit_on("2025-06-01");
    let changes = folder.plan(&["report", "kopi.plan.toml"]).json()["changes"].take();
    assert_eq!(json!([changes["then"], changes["moved"]]), json!([null, []]));
}

#[test]
fn a_plan_taken_away_and_brought_back_was_not_there_between() {
    let folder = Folder::new().file(FILE, MARCH);
    folder.commit_on("2025-03-01");
    folder.git(&["rm", "-q", FILE]);
    folder.commit_on("2025-04-01");
    let folder = folder.file(FILE, june());
    folder.commit_on("2025-06-01");
    let then = |day: &str| folder.plan(&["report", FILE, "--since", day]).json()["changes"]["then"]["day"].take();
    assert_eq!(then("2025-03-15"), "2025-03-01");
    assert_eq!(then("2025-05-01"), Value::Null);
    assert_eq!(then("2025-06-02"), "2025-06-01");
}

#[test]
fn nothing_that_a_repository_names_is_run_and_nothing_is_fetched() {
    let folder = with_history();
    let marker = folder.path("koert");
    let program = folder.path("program.sh");
    std::fs::write(&program, format!("#!/bin/sh\ntouch '{}'\nexit 1\n", marker.display())).unwrap();
    std::process::Command::new("chmod").arg("+x").arg(&program).status().unwrap();
    let program = program.to_str().unwrap();
    for (key, value) in [
        ("log.showSignature", "true"),
        ("gpg.program", program),
        ("core.fsmonitor", program),
        ("diff.external", program),
        ("core.sshCommand", program),
        ("remote.origin.url", &format!("ext::{program}")),
        ("remote.origin.promisor", "true"),
        ("extensions.partialClone", "origin"),
        ("protocol.ext.allow", "always"),
        ("log.showRoot", "false"),
    ] {
        folder.git(&["config", key, value]);
    }
    names_what_moved(&folder.plan(&["report", FILE]).json()["changes"]);
    // A blob that a partial clone has not fetched is not fetched now.
    let objects = folder.path(".git/objects");
    let blob = std::process::Command::new("git")
        .current_dir(folder.path(""))
        .args(["rev-parse", &format!("HEAD:{FILE}")])
        .output()
        .unwrap();
    let blob = String::from_utf8(blob.stdout).unwrap();
    let (head, tail) = blob.trim().split_at(2);
    std::fs::remove_file(objects.join(head).join(tail)).unwrap();
    let outcome = folder.plan(&["report", FILE]).lang("da").run();
    assert!(!marker.exists(), "{outcome:?}");
}

/// The lists of a comparison that are not empty, but for phases that end when they did.
fn told(diff: &Value) -> Vec<String> {
    let lists = diff.as_object().unwrap().iter().filter_map(|(name, list)| Some((name, list.as_array()?)));
    let changed = |name: &str, one: &Value| name != "phases" || one["then"] != one["now"];
    let told = lists.filter(|(name, list)| list.iter().any(|one| changed(name, one)));
    told.map(|(name, _)| name.clone()).collect()
}

#[test]
fn nothing_has_changed_between_a_plan_and_itself() {
    for entry in std::fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap() {
        let path = entry.unwrap().path();
        let Some(plan) = path.to_str().filter(|path| path.ends_with(".plan.toml")) else { continue };
        let diff = Folder::new().plan(&["diff", plan, plan]).json();
        assert_eq!(told(&diff), [] as [&str; 0], "{plan}");
    }
    let folder = with_history();
    folder.commit_on("2025-06-10");
    assert_eq!(told(&folder.plan(&["diff", "HEAD"]).json()), [] as [&str; 0]);
    let shown = folder.plan(&["diff", "HEAD"]).lang("da").stdout();
    assert!(shown.contains("Intet er ændret.") && shown.lines().count() < 8, "{shown}");
}

/// One edit of a plan and the lists in which it is told.
#[test]
fn each_edit_is_told_in_its_list() {
    let before = format!(
        "{MARCH}\n[milestones.start]\ntitle = \"Vi er begyndt\"\ndate = 2025-03-01\ndone = 2025-03-01\n\
         [criteria.lancering.medarbejdere]\n"
    );
    let folder = Folder::new().file("a.toml", &before);
    let edits: [(&str, &str, &[&str]); 17] = [
        ("due   = 2025-04-04", "due   = 2025-04-04\ndone = 2025-04-04", &["done"]),
        ("due   = 2025-04-04", "due   = 2025-04-04\nstatus = \"doing\"", &["begun"]),
        ("due   = 2025-04-04", "due   = 2025-04-04\nstatus = \"blocked\"", &["blocked"]),
        ("due   = 2025-04-04", "due   = 2025-04-04\nstatus = \"dropped\"", &["dropped"]),
        ("due   = 2025-04-04", "due   = 2025-04-04\nstart = 2025-04-01", &["moved"]),
        ("title = \"Send pakken\"", "title = \"Send den\"", &["renamed"]),
        ("[milestones.klar]", "[milestones.faerdig]", &[]),
        ("date  = 2025-06-27", "date  = 2025-06-27\ndone = 2025-06-10", &["milestones_reached"]),
        ("date = 2025-03-01\ndone = 2025-03-01", "date = 2025-03-01", &["milestones_reopened"]),
        (
            "[milestones.start]\ntitle = \"Vi er begyndt\"",
            "[milestones.ny]\ntitle = \"Ny\"",
            &["milestones_reached", "milestones_dropped"],
        ),
        ("date  = 2025-06-27", "date  = 2025-06-30", &["moved"]),
        ("text = \"Hvilken sal?\"", "text = \"Hvilken sal?\"\noutcome = \"Den store\"", &["decided"]),
        (
            "[decisions.sal]\ntext = \"Hvilken sal?\"",
            "[decisions.bus]\ntext = \"Hvilken bus?\"",
            &["decisions_added", "decisions_dropped"],
        ),
        ("[risks.sygdom]", "[risks.fravaer]", &[]),
        ("likelihood = 2", "likelihood = 1", &["risks"]),
        ("likelihood = 2\n", "", &[]),
        ("due = 2025-05-30 }", "due = 2025-07-30 }", &["phases"]),
    ];
    for (from, to, lists) in edits {
        let text = before.replacen(from, to, 1);
        assert_ne!(text, before, "{from}");
        let folder = Folder::new().file("a.toml", &before).file("b.toml", text);
        let diff = folder.plan_today(&["diff", "a.toml", "b.toml", "--as-of", "2025-06-15", "--format", "json"]).run();
        let diff: Value = serde_json::from_str(&diff.stdout).unwrap();
        assert_eq!(told(&diff), lists, "{from} -> {to}");
        let shown = folder.plan(&["diff", "a.toml", "b.toml"]).lang("da").run().stdout;
        assert_eq!(shown.contains("Intet er ændret."), lists.is_empty(), "{from} -> {to}: {shown}");
    }
    drop(folder);
}

#[test]
fn a_revisions_file_is_named_as_git_names_it() {
    let folder = Folder::new().file("sub/q.plan.toml", MARCH);
    folder.commit_on("2025-05-01");
    let folder = folder.file("sub/q.plan.toml", june());
    let inside = |args: &[&str]| {
        let mut run = folder.plan(args);
        run.command.current_dir(folder.path("sub"));
        run.json()
    };
    names_what_moved(&inside(&["diff", "HEAD:sub/q.plan.toml", "q.plan.toml"]));
    names_what_moved(&inside(&["diff", "HEAD:./q.plan.toml", "q.plan.toml"]));
}

#[cfg(unix)]
#[test]
fn a_view_is_never_written_over_a_plan() {
    let folder = Folder::new().file(FILE, MARCH).file("som.md", MARCH);
    std::os::unix::fs::symlink(FILE, folder.path("ud.html")).unwrap();
    let keep = folder.plan(&["snapshot", FILE]).run();
    assert_eq!(keep.code, 0);
    for target in ["ud.html", "som.md", ".plan/snapshots/nordby/2025-06-15.toml"] {
        let outcome = folder.plan(&["report", FILE, "--format", "markdown", "-o", target]).lang("da").run();
        assert_eq!(outcome.code, 2, "{target}");
        assert!(outcome.stderr.contains("er en plan"), "{}", outcome.stderr);
        assert_eq!(folder.read(target), MARCH);
    }
}

#[cfg(unix)]
#[test]
fn a_snapshot_is_the_file_as_it_is_and_its_own() {
    use std::os::unix::fs::PermissionsExt as _;
    let with_mark = format!("\u{FEFF}{MARCH}");
    let folder = Folder::new().file("x.plan.toml", &with_mark).file("x.toml", MARCH).file("...plan.toml", MARCH);
    std::fs::set_permissions(folder.path("x.plan.toml"), std::fs::Permissions::from_mode(0o600)).unwrap();
    for name in ["x.plan.toml", "x.toml", "...plan.toml"] {
        assert_eq!(folder.plan(&["snapshot", name]).run().code, 0, "{name}");
    }
    let copy = folder.path(".plan/snapshots/x/2025-06-15.toml");
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), with_mark);
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(folder.path(".plan/snapshots/x.toml/2025-06-15.toml").exists());
    assert!(folder.path(".plan/snapshots/...plan.toml/2025-06-15.toml").exists());
    let elsewhere = Folder::new();
    let folder = Folder::new().file(FILE, MARCH);
    std::fs::create_dir(folder.path(".plan")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(""), folder.path(".plan/snapshots")).unwrap();
    let outcome = folder.plan(&["snapshot", FILE]).lang("da").run();
    assert_eq!(outcome.code, 2);
    assert!(outcome.stderr.contains("er et link") && elsewhere.names().is_empty(), "{}", outcome.stderr);
}

#[test]
fn of_a_commit_and_a_copy_the_later_tells() {
    let folder = Folder::new().file(FILE, MARCH);
    folder.commit_on("2025-03-19");
    let folder = folder.file(FILE, may());
    let kept = folder.plan_today(&["snapshot", FILE, "--as-of", "2025-05-08"]).run();
    assert_eq!(kept.code, 0, "{}", kept.stderr);
    let folder = folder.file(FILE, june());
    let kind = |day: &str| folder.plan(&["report", FILE, "--since", day]).json()["changes"]["then"]["kind"].take();
    assert_eq!(json!([kind("2025-03-20"), kind("2025-05-08")]), json!(["git", "snapshot"]));
    folder.commit_on("2025-05-08");
    assert_eq!(kind("2025-05-08"), "git");
}
