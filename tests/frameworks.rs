//! The built-in frameworks hold what their sources hold, counted, and each
//! begins a plan that is right on the day before its first.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use indexmap::IndexMap;
use plan::calendar::{Date, Period, Unit};
use plan::check::{self, Asked};
use plan::finding::{Finding, Severity};
use plan::locale::Lang;
use plan::model::{Criterion, Framework, FrameworkCell, Plan, Side};
use plan::source::{Source, Spanned};
use plan::view::{StarterUnit, Wishes};
use plan::{model, read, view, write};

fn framework(id: &str) -> Framework {
    let loaded = read::framework(id, Path::new(""));
    assert!(loaded.findings.is_empty(), "{id}: {:?}", loaded.findings);
    loaded.framework.unwrap()
}

/// The cells of a framework in the order in which it writes them.
fn cells(framework: &Framework) -> impl Iterator<Item = &FrameworkCell> {
    framework.cells.values().flat_map(|phase| phase.cells.values())
}

/// The criteria of a cell: those at the top, and those below them.
fn count(cell: &FrameworkCell) -> (usize, usize) {
    fn below(criterion: &Criterion) -> usize {
        criterion.criteria.values().map(|part| 1 + below(part)).sum()
    }
    (cell.criteria.len(), cell.criteria.values().map(below).sum())
}

fn all(cell: &FrameworkCell) -> usize {
    let (top, under) = count(cell);
    top + under
}

fn sum(counts: impl Iterator<Item = (usize, usize)>) -> (usize, usize) {
    counts.fold((0, 0), |(top, under), (more_top, more_under)| (top + more_top, under + more_under))
}

#[test]
fn samboe() {
    let samboe = framework("samboe");
    assert_eq!((samboe.phases.len(), samboe.dimensions.len()), (4, 3));
    assert_eq!(samboe.dimensions.values().map(|group| group.rows.len()).collect::<Vec<_>>(), [2, 3, 3]);
    assert_eq!(samboe.activities.len(), 16);
    let rows = |dimensions: &[Spanned<String>]| -> usize {
        dimensions.iter().map(|dimension| samboe.rows_of(dimension).count()).sum()
    };
    let placements = samboe.activities.values().map(|one| one.phases.len() * rows(&one.dimensions));
    assert_eq!(placements.sum::<usize>(), 39);

    let filled = |cell: &&FrameworkCell| cell.gist.is_some() && !cell.shared && cell.blank.is_none();
    assert_eq!(cells(&samboe).count(), 32);
    assert_eq!(cells(&samboe).filter(filled).count(), 15);
    assert_eq!(cells(&samboe).filter(|cell| cell.shared).count(), 5);
    assert_eq!(cells(&samboe).filter(|cell| cell.blank.is_some()).count(), 12);
    assert_eq!(samboe.milestones.len(), 1);
}

/// Each activity stands where the source has content, and nowhere else.
#[test]
fn samboe_has_an_activity_in_each_cell_with_content() {
    let samboe = framework("samboe");
    for (phase, own) in &samboe.cells {
        for (row, cell) in &own.cells {
            let placed = samboe.activities.values().any(|one| {
                let here = one.phases.iter().any(|own| own.value == *phase);
                here && one.dimensions.iter().any(|own| samboe.rows_of(own).any(|own| own == row))
            });
            assert_eq!(placed, cell.blank.is_none(), "{phase}.{row}");
        }
    }
}

#[test]
fn ffb() {
    let ffb = framework("ffb");
    let dimensions = ["ressourcer", "organisering", "kommunikation", "kompetence", "teknik", "data"];
    assert_eq!(ffb.phases.keys().collect::<Vec<_>>(), ["forbered", "igangsaet", "fasthold", "genbesoeg"]);
    assert_eq!(ffb.dimensions.keys().collect::<Vec<_>>(), dimensions);
    let counts: Vec<Vec<usize>> = ffb
        .phases
        .keys()
        .map(|phase| dimensions.iter().map(|dimension| all(&ffb.cells[phase.as_str()].cells[*dimension])).collect())
        .collect();
    assert_eq!(counts, [[7, 5, 6, 7, 7, 5], [4, 5, 4, 7, 4, 3], [3, 6, 4, 3, 4, 4], [5, 3, 5, 3, 5, 5]]);
    assert_eq!(cells(&ffb).count(), 24);
    assert_eq!(sum(cells(&ffb).map(count)), (101, 13));
    assert!(cells(&ffb).all(|cell| cell.gist.is_some()));

    // The chair is the eighth: the source's duties are the seven others'.
    let duties: Vec<(&str, usize)> = ffb.roles.iter().map(|(id, role)| (id.as_str(), role.duties.len())).collect();
    assert_eq!(
        duties,
        [
            ("projektejer", 5),
            ("styregruppe", 5),
            ("formand", 0),
            ("projektleder", 5),
            ("fagchef", 5),
            ("teamleder", 6),
            ("forandringsagent", 5),
            ("referencegruppe", 5),
        ]
    );
    assert_eq!(ffb.roles.values().filter(|role| role.benefit.is_some()).count(), 3);
    assert_eq!(ffb.reporting_levels.len(), 3);
    let on = |side| ffb.stakeholders.values().filter(move |one| one.side.as_ref().is_some_and(|own| own.value == side));
    assert_eq!((on(Side::Internal).count(), on(Side::External).count(), ffb.stakeholders.len()), (6, 6, 12));
}

#[test]
fn bti() {
    let bti = framework("bti");
    assert_eq!(bti.phases.keys().collect::<Vec<_>>(), ["forberede", "planlegge", "implementere", "viderefoere"]);
    let elements = &bti.dimensions["kjerneelementer"].rows;
    let in_phase =
        |phase: &str| elements.values().filter(|row| row.phases.iter().any(|own| own.value == phase)).count();
    assert_eq!(bti.phases.keys().map(|phase| in_phase(phase)).collect::<Vec<_>>(), [2, 3, 3, 2]);
    assert_eq!(elements.len(), 10);

    let of = |dimension: &str| -> Vec<(usize, usize)> {
        bti.cells.values().filter_map(|phase| phase.cells.get(dimension)).map(count).collect()
    };
    let points: Vec<_> = elements.keys().flat_map(|element| of(element)).collect();
    let flat = [4, 3, 4, 6, 4, 4, 4, 3, 5, 3];
    assert_eq!(points, flat.map(|points| (points, 0)));
    assert_eq!(flat.iter().sum::<usize>(), 40);
    assert_eq!(of("suksessfaktorer"), [(3, 0), (3, 0), (4, 4), (5, 0)]);
    assert_eq!(of("beslutningstre"), [(6, 0)]);
    assert_eq!(of("evaluering"), [(6, 0)]);

    assert_eq!(bti.assessment.len(), 7);
    assert_eq!(bti.meetings["eiermoete"].points.len(), 5);
    let every = |meeting: &str| bti.meetings[meeting].every.as_ref().unwrap().value;
    let start = day("2026-01-01");
    assert_eq!(every("eiermoete").end_from(start), day("2026-02-01"));
    assert!((88..=92).contains(&start.days_until(every("styringsgruppe").end_from(start))));
    assert_eq!(bti.decision_body.as_ref().unwrap().value, "prosjekteier");
}

#[test]
fn forebyggelse() {
    let forebyggelse = framework("forebyggelse");
    assert_eq!((forebyggelse.phases.len(), forebyggelse.dimensions.len()), (0, 8));
    assert_eq!(forebyggelse.assessment.len(), 6);
    assert_eq!((forebyggelse.complexity["low"].tests.len(), forebyggelse.complexity["high"].tests.len()), (3, 5));
    assert_eq!(forebyggelse.degrees.keys().collect::<Vec<_>>(), ["red", "yellow", "green"]);
    assert_eq!(forebyggelse.evidence.len(), 2);
    assert_eq!(forebyggelse.commitments.len(), 3);
    assert_eq!(forebyggelse.mandates.len(), 5);
    assert_eq!(forebyggelse.skills.len(), 4);
    assert_eq!(forebyggelse.meetings["temamoede"].points.len(), 6);
}

#[test]
fn ledersamarbejde() {
    let ledersamarbejde = framework("ledersamarbejde");
    assert_eq!(
        ledersamarbejde.phases.keys().collect::<Vec<_>>(),
        ["undersoegelse", "kickoff", "afproevning", "afslutning"]
    );
    assert_eq!((ledersamarbejde.dimensions.len(), ledersamarbejde.cells.len()), (0, 0));
    assert_eq!((ledersamarbejde.roles.len(), ledersamarbejde.sectors.len(), ledersamarbejde.rules.len()), (5, 3, 9));
}

fn day(text: &str) -> Date {
    text.parse::<Period>().unwrap().first()
}

/// Two units of every kind that the framework knows.
fn units(framework: &Framework) -> Vec<StarterUnit> {
    let of = |kind: &String, number| StarterUnit {
        id: format!("{kind}-{number}"),
        name: format!("Sted {number}"),
        kind: Some(kind.clone()),
    };
    framework.units.keys().flat_map(|kind| [of(kind, 1), of(kind, 2)]).collect()
}

/// Everything in a plan that falls on one day.
fn days(plan: &Plan) -> Vec<(String, Date)> {
    let one = |what: String, period: Option<&Spanned<Period>>| {
        let period = period?.value;
        (period.unit() == Unit::Day).then(|| (what, period.first()))
    };
    let tasks = plan.tasks.values().flat_map(|task| {
        let id = task.id.as_str();
        [one(format!("due of {id}"), task.due.as_ref()), one(format!("check of {id}"), task.check.as_ref())]
    });
    let milestones = plan.milestones.values().map(|own| one(format!("milestone {}", own.id.value), own.date.as_ref()));
    let meetings =
        plan.meetings.values().map(|own| Some((format!("meeting {}", own.id.value), own.date.as_ref()?.value)));
    tasks.chain(milestones).chain(meetings).flatten().collect()
}

/// What is wrong with a new plan, seen from the day before its first.
fn wrong(framework: &Framework, wishes: Wishes) -> Vec<String> {
    let (start, lang, many) = (wishes.start, wishes.lang, wishes.units.len());
    let text = write::starter::write(&view::starter(framework, wishes));
    let (plan, mut findings) = read::plan(&Source::new("new.plan.toml", text.as_str()));
    let eve = start.add_days(-1);
    findings.extend(check::check(&plan, framework, eve, Asked { overdue: true, ..Asked::default() }));
    // Its own dates do not contradict each other, and what has not begun has nothing open.
    let of_time = [
        "start-after-due",
        "starts-before-dependency",
        "task-outside-phase",
        "phase-order",
        "risk-review",
        "meeting-in-july",
    ];
    let counts = |finding: &&Finding| finding.severity == Severity::Error || of_time.contains(&finding.rule);
    let errors = findings.iter().filter(counts);
    let errors = errors.map(|finding| format!("[{}] {}", finding.rule, finding.message.get(plan::locale::Lang::En)));
    assert!(plan.tasks.len() >= framework.activities.len(), "{text}");
    let country = model::country(&plan, framework);
    let days = days(&plan);
    let closed = days.iter().filter(|(_, day)| !country.is_working_day(*day));
    let closed = closed.map(|(what, day)| format!("{what} is on {day}, when nobody is at work"));
    let early = days.iter().filter(|(_, day)| *day < start).map(|(what, day)| format!("{what} is on {day}, too early"));
    let id = framework.id.as_ref().unwrap().as_str();
    let said = errors.chain(closed).chain(early);
    said.map(|said| format!("{id} {start} {} with {many} units: {said}", lang.code())).collect()
}

#[test]
fn a_new_plan_has_no_error_the_day_before_and_no_day_when_nobody_is_at_work() {
    let mut all_wrong = Vec::new();
    for builtin in read::builtins() {
        let framework = framework(builtin.id);
        for (at, step) in (0..375_i64).step_by(25).enumerate() {
            for lang in Lang::ALL {
                let start = day("2026-01-01").add_days(step);
                let units = if at % 2 == 0 { units(&framework) } else { Vec::new() };
                let wishes = Wishes {
                    template: builtin.id.to_owned(),
                    title: "Prøve".to_owned(),
                    lang,
                    start,
                    units,
                    roles: IndexMap::new(),
                    people: IndexMap::new(),
                };
                all_wrong.extend(wrong(&framework, wishes));
            }
        }
    }
    assert!(all_wrong.is_empty(), "{}", all_wrong.join("\n"));
}
