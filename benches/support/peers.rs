//! Other tools that do the same kind of work, where they are found.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use super::cases::{self, Case, Limit, Plans};
use super::plans::{self, PHASES, Plan};
use super::process::Call;

/// The plan that peers are held against.
const SIZE: Plans = Plans::one(5000);

/// `plan` takes at most this part of the fastest peer's time.
const QUARTER: Limit = Limit::Ratio(0.25);

/// A tool, what it is called with and what `plan` does of the same kind.
struct Peer {
    tool: &'static str,
    /// The words of the call; `{}` is the folder of the plan.
    words: &'static str,
    ours: &'static str,
    limit: Limit,
}

const fn peer(tool: &'static str, words: &'static str, ours: &'static str, limit: Limit) -> Peer {
    Peer { tool, words, ours, limit }
}

const PEERS: &[Peer] = &[
    peer("utf8proj", "check -q {}/plan.proj", "check", Limit::None),
    peer("utf8proj", "schedule -w 200 {}/plan.proj", "report", QUARTER),
    peer("utf8proj", "gantt -f html -o {}/out.html {}/plan.proj", "timeline", QUARTER),
    peer("taplo", "lint {}/enhed-00/nr-1.plan.toml", "check", Limit::None),
    peer("ajv", "validate -s {}/schema.json -d {}/plan.json", "check", Limit::None),
    peer("hledger", "-f {}/plan.journal check", "check", Limit::None),
    peer("hledger", "-f {}/plan.journal balance", "report", QUARTER),
    peer("task", "rc:{}/task.rc import {}/task.json", "check", Limit::None),
    peer("tj3", "--silent --check-syntax {}/plan.tjp", "check", Limit::None),
];

/// Adds the cases of the tools that are found; gives the others.
pub fn cases(cases: &mut Vec<Case>) -> Vec<&'static str> {
    let mut left_out = Vec::new();
    let folder = SIZE.folder();
    for peer in PEERS {
        let Some(program) = find(peer.tool) else {
            if !left_out.contains(&peer.tool) {
                left_out.push(peer.tool);
            }
            continue;
        };
        let words = peer.words.split_whitespace().map(|word| word.replace("{}", &folder.display().to_string()));
        cases.push(Case {
            part: "peers",
            what: format!("{}, 5,000 tasks", peer.ours),
            ours: cases::plan(peer.ours, &SIZE.file()),
            beside: Call::new(program, words),
            beside_name: format!("{} {}", peer.tool, peer.words.replace("{}/", "")),
            limit: peer.limit,
            mebibytes: None,
            needs: vec![SIZE],
        });
    }
    left_out
}

fn find(tool: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(tool)).find(|path| path.is_file())
}

/// Writes the plan in the peers' formats beside it.
pub fn write(what: Plans) {
    if (what.plans, what.tasks) != (SIZE.plans, SIZE.tasks) {
        return;
    }
    let (plan, folder) = (plans::plan(1, what.tasks), what.folder());
    let rc = format!("data.location={}\nconfirmation=no\nhooks=off\nverbose=nothing\n", folder.display());
    let files = [
        ("plan.proj", utf8proj(&plan)),
        ("plan.tjp", taskjuggler(&plan)),
        ("plan.journal", journal(&plan)),
        ("plan.json", json(&plan)),
        ("schema.json", SCHEMA.to_owned()),
        ("task.json", taskwarrior(&plan)),
        ("task.rc", rc),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn percent(status: &str) -> u32 {
    match status {
        "done" => 100,
        "doing" => 50,
        _ => 0,
    }
}

/// An id that has no hyphens.
fn word(id: &str) -> String {
    id.replace('-', "_")
}

/// The tasks of each phase in braces, as both planners have them.
fn in_phases(plan: &Plan, text: &mut String, line: impl Fn(&plans::Task) -> String) {
    for phase in PHASES {
        writeln!(text, "task {phase} \"{phase}\" {{").unwrap();
        for task in plan.tasks.iter().filter(|task| task.phase == phase) {
            writeln!(text, "  task {} \"{}\" {{ {} }}", task.id, task.title, line(task)).unwrap();
        }
        text.push_str("}\n");
    }
}

fn utf8proj(plan: &Plan) -> String {
    let (first, last) = (plan.tasks.iter().map(|task| task.start).min(), plan.tasks.iter().map(|task| task.due).max());
    let (first, last) = (first.unwrap(), last.unwrap().add_days(60));
    let mut text = format!("project \"{}\" {{\n  start: {first}\n  end: {last}\n}}\n", plan.title);
    for person in &plan.people {
        writeln!(text, "resource {} \"{}\" {{ capacity: 1.0 }}", word(&person.id), person.name).unwrap();
    }
    in_phases(plan, &mut text, |task| {
        let days = (task.start.days_until(task.due) * 5 / 7).max(1);
        let (start, owner, done) = (task.start, word(&plan.people[task.owner].id), percent(task.status));
        format!("duration: {days}d start_no_earlier_than: {start} assign: {owner} complete: {done}%")
    });
    text
}

fn taskjuggler(plan: &Plan) -> String {
    let mut text = format!("project plan \"{}\" 2026-01-01 +36m {{\n  now 2026-09-01\n}}\n", plan.title);
    for person in &plan.people {
        writeln!(text, "resource {} \"{}\"", word(&person.id), person.name).unwrap();
    }
    in_phases(plan, &mut text, |task| {
        let (owner, done) = (word(&plan.people[task.owner].id), percent(task.status));
        format!("start {} end {} responsible {owner} complete {done}", task.start, task.due)
    });
    text
}

/// A transaction a task: another trade, but as many dated records to read and sum.
fn journal(plan: &Plan) -> String {
    let mut text = String::new();
    for task in &plan.tasks {
        let (days, owner) = (task.start.days_until(task.due), &plan.people[task.owner].id);
        writeln!(text, "{}={} ({}) {}", task.start, task.due, task.id, task.title).unwrap();
        writeln!(text, "    {}:{}    {days} dage\n    personer:{owner}\n", task.phase, task.dimension).unwrap();
    }
    text
}

const SCHEMA: &str = r#"{"type": "object", "required": ["tasks"], "properties": {"tasks": {"additionalProperties": {
"type": "object", "required": ["title", "phase", "owner", "start", "due", "status"], "properties": {
"status": {"enum": ["todo", "doing", "done", "blocked"]}, "start": {"pattern": "^\\d{4}-\\d\\d-\\d\\d$"},
"due": {"pattern": "^\\d{4}-\\d\\d-\\d\\d$"}, "title": {"type": "string", "minLength": 1}}}}}}"#;

fn json(plan: &Plan) -> String {
    let tasks = plan.tasks.iter().map(|task| {
        let (id, title, phase, owner) = (&task.id, &task.title, task.phase, &plan.people[task.owner].id);
        let (start, due, status) = (task.start, task.due, task.status);
        format!(
            r#""{id}": {{"title": "{title}", "phase": "{phase}", "owner": "{owner}", "start": "{start}", "due": "{due}", "status": "{status}"}}"#
        )
    });
    format!("{{\"tasks\": {{\n{}\n}}}}\n", tasks.collect::<Vec<_>>().join(",\n"))
}

fn taskwarrior(plan: &Plan) -> String {
    let tasks = plan.tasks.iter().enumerate().map(|(at, task)| {
        let (title, phase, due) = (&task.title, task.phase, task.due.to_string().replace('-', ""));
        format!(
            r#"{{"uuid": "00000000-0000-4000-8000-{at:012}", "description": "{title}", "status": "pending", "entry": "20260101T080000Z", "due": "{due}T080000Z", "project": "{phase}"}}"#
        )
    });
    format!("[\n{}\n]\n", tasks.collect::<Vec<_>>().join(",\n"))
}
