//! What is held against what.

use std::env;
use std::path::{Path, PathBuf};
use std::thread;

use super::process::Call;
use super::{floor, peers, plans};

/// A day in the middle of the plans.
const DAY: &str = "2026-09-01";

/// Two calls, and what the first may cost at most.
pub struct Case {
    /// The part of the benchmark that it belongs to.
    pub part: &'static str,
    pub what: String,
    pub ours: Call,
    pub beside: Call,
    pub beside_name: String,
    pub limit: Limit,
    /// The most memory it may take.
    pub mebibytes: Option<f64>,
    /// The plans that must be there.
    pub needs: Vec<Plans>,
}

/// How much longer than the other.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    Ratio(f64),
    Milliseconds(f64),
    /// nothing but good to know
    None,
}

/// Some of the plans, by number and size.
#[derive(Debug, Clone, Copy)]
pub struct Plans {
    pub plans: usize,
    pub tasks: usize,
    /// Whether there is nothing to say of them.
    pub clean: bool,
}

impl Plans {
    pub const fn one(tasks: usize) -> Plans {
        Plans { plans: 1, tasks, clean: true }
    }

    /// The folder of them.
    pub fn folder(self) -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!(
            "bench-{}x{}{}",
            self.plans,
            self.tasks,
            if self.clean { "" } else { "-with-findings" }
        ))
    }

    /// The file of the only one.
    pub fn file(self) -> PathBuf {
        self.folder().join("enhed-00").join("nr-1.plan.toml")
    }
}

impl Case {
    pub fn name(&self) -> String {
        format!("{}: {}", self.part, self.what)
    }

    /// Writes the plans, anew where they were not written to the end.
    pub fn prepare(&self) {
        for plans in &self.needs {
            let whole = plans.folder().join("whole");
            if !whole.exists() {
                plans::write(&plans.folder(), plans.plans, plans.tasks, plans.clean);
                peers::write(*plans);
                std::fs::write(whole, "").unwrap();
            }
        }
    }
}

/// Every case, and the tools that were not found.
pub fn all() -> (Vec<Case>, Vec<&'static str>) {
    let mut cases = Vec::new();
    check(&mut cases);
    growth(&mut cases);
    start(&mut cases);
    let left_out = peers::cases(&mut cases);
    (cases, left_out)
}

/// `plan` with a command's words and what it is about.
pub fn plan(words: &str, about: &Path) -> Call {
    let words = words.split_whitespace().chain(["--as-of", DAY]);
    Call::new(env!("CARGO_BIN_EXE_plan"), words).with(about)
}

fn floor(mode: &str, threads: usize, path: &Path) -> Call {
    Call::new(env::current_exe().unwrap(), [floor::ROLE, mode, &threads.to_string()]).with(path)
}

/// Checking, beside the least that it can cost on as many threads.
fn check(cases: &mut Vec<Case>) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let (repository, long) = (Plans { plans: 1000, tasks: 50, clean: true }, Plans::one(5000));
    let faulty = Plans { clean: false, ..repository };
    let about = [
        ("1,000 plans of 50 tasks", repository, repository.folder(), threads),
        ("1,000 plans of 50 tasks, a dozen findings each", faulty, faulty.folder(), threads),
        ("5,000 tasks", long, long.file(), 1),
    ];
    for (what, plans, path, threads) in about {
        for (mode, limit) in [(floor::TOML, Limit::Ratio(1.6)), (floor::SPANNER, Limit::None)] {
            cases.push(Case {
                part: "check",
                what: what.to_owned(),
                ours: plan("check", &path),
                beside: floor(mode, threads, &path),
                beside_name: format!("the floor by {mode}, threads: {threads}"),
                limit,
                mebibytes: Some(60.0),
                needs: vec![plans],
            });
        }
    }
}

/// Four and ten times as much, beside once as much.
fn growth(cases: &mut Vec<Case>) {
    let (small, large) = (Plans::one(5000), Plans::one(20_000));
    let checks = ["check", "check --format short", "check --format json", "check --overdue"].map(str::to_owned);
    let views = ["matrix", "timeline", "overdue", "criteria", "report", "initiatives", "capacity"];
    let formats = ["terminal", "markdown", "json"];
    let views = views.iter().flat_map(|view| formats.map(|format| format!("{view} --format {format}")));
    for words in checks.into_iter().chain(views) {
        cases.push(Case {
            part: "growth",
            what: format!("{words}, 20,000 tasks"),
            ours: plan(&words, &large.file()),
            beside: plan(&words, &small.file()),
            beside_name: "5,000 tasks".to_owned(),
            limit: Limit::Ratio(4.4),
            mebibytes: None,
            needs: vec![small, large],
        });
    }
    let (few, many) = (Plans { plans: 1000, tasks: 50, clean: true }, Plans { plans: 10_000, tasks: 50, clean: true });
    cases.push(Case {
        part: "growth",
        what: "check, 10,000 plans".to_owned(),
        ours: plan("check", &many.folder()),
        beside: plan("check", &few.folder()),
        beside_name: "1,000 plans".to_owned(),
        limit: Limit::Ratio(11.0),
        mebibytes: None,
        needs: vec![few, many],
    });
}

/// Starting, beside a program that does nothing.
fn start(cases: &mut Vec<Case>) {
    for words in ["--version", "--help"] {
        cases.push(Case {
            part: "start",
            what: words.to_owned(),
            ours: Call::new(env!("CARGO_BIN_EXE_plan"), [words]),
            beside: Call::new(env::current_exe().unwrap(), [crate::NOTHING]),
            beside_name: "a program that does nothing".to_owned(),
            limit: Limit::Milliseconds(1.0),
            mebibytes: None,
            needs: Vec::new(),
        });
    }
}
