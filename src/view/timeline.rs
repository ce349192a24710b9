//! When everything is.

use serde::Serialize;

use super::{Head, MilestoneFacts, Named, Scene, TaskFacts};
use crate::calendar::{Date, Period};
use crate::model::{State, Status, Task};

#[derive(Debug, Serialize)]
pub struct Timeline {
    pub head: Head,
    /// The first and last day of everything that has a day.
    pub first: Date,
    pub last: Date,
    pub milestones: Vec<MilestoneFacts>,
    pub groups: Vec<Group>,
}

/// A phase and its tasks.
#[derive(Debug, Serialize)]
pub struct Group {
    /// Nothing for the tasks that stand in no phase.
    pub phase: Option<Named>,
    pub start: Option<Period>,
    pub due: Option<Period>,
    pub ongoing: bool,
    pub tasks: Vec<TimelineTask>,
}

/// A task and the stretch of days that it takes.
#[derive(Debug, Serialize)]
pub struct TimelineTask {
    #[serde(flatten)]
    pub facts: TaskFacts,
    /// The first day drawn: the task's start, else its phase's, else its due date.
    pub from: Option<Date>,
    /// The last day drawn before it is late or goes on.
    pub to: Option<Date>,
    /// Whether it goes on after `to`.
    pub open: bool,
}

/// Builds the timeline of a plan.
pub fn timeline(scene: &Scene) -> Timeline {
    let plan = scene.plan;
    let known = scene.framework.phases.keys().map(String::as_str);
    let mut groups: Vec<Group> = known.map(|phase| group(scene, phase)).collect();
    let mut loose = Vec::new();
    for task in plan.tasks.values().filter(|task| task.status() != Status::Dropped) {
        let at = task.phases.first().and_then(|phase| scene.framework.phases.get_index_of(phase.as_str()));
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => {
                let placed = place(scene, task, group.start.map(Period::first));
                group.tasks.push(placed);
            }
            None => loose.push(place(scene, task, None)),
        }
    }
    if !loose.is_empty() {
        groups.push(Group { phase: None, start: None, due: None, ongoing: false, tasks: loose });
    }
    groups.retain(|group| !group.tasks.is_empty() || group.start.is_some() || group.due.is_some());
    let mut milestones: Vec<MilestoneFacts> = plan.milestones.values().map(|one| scene.milestone(one)).collect();
    milestones.sort_by_key(|milestone| (milestone.date.is_none(), milestone.date.map(Period::last)));
    let (first, last) = span(scene, &groups, &milestones);
    Timeline { head: scene.head(), first, last, milestones, groups }
}

fn group(scene: &Scene, phase: &str) -> Group {
    let dates = scene.plan.phases.get(phase);
    let period = |period: &Option<crate::source::Spanned<Period>>| period.as_ref().map(|period| period.value);
    Group {
        phase: Some(Named::new(phase, scene.framework.phase_name(phase, scene.lang))),
        start: dates.and_then(|dates| period(&dates.start)),
        due: dates.and_then(|dates| period(&dates.due)),
        ongoing: dates.is_some_and(|dates| dates.ongoing),
        tasks: Vec::new(),
    }
}

fn place(scene: &Scene, task: &Task, phase_start: Option<Date>) -> TimelineTask {
    let facts = scene.task(task);
    let due = facts.due.map(Period::last);
    let done = facts.done.filter(|_| !facts.ongoing);
    let to = done.or(due);
    // Only what goes on takes its phase's start: a single delivery without one is a day.
    let inherited = phase_start.filter(|_| facts.ongoing && facts.due.is_none());
    let start = facts.start.map(Period::first).or(inherited);
    let from = start.or(facts.due.map(Period::first)).or(done).or(facts.check.map(Period::first));
    let from = match (from, to) {
        (Some(from), Some(to)) => Some(from.min(to)),
        (from, _) => from,
    };
    let open = facts.ongoing && facts.state != State::Dropped;
    TimelineTask { facts, from, to, open }
}

/// The axis: everything that has a day, and today where the plan is not long over.
fn span(scene: &Scene, groups: &[Group], milestones: &[MilestoneFacts]) -> (Date, Date) {
    let mut days: Vec<Date> = milestones.iter().filter_map(|milestone| milestone.date).flat_map(ends).collect();
    for group in groups {
        days.extend(group.start.iter().chain(&group.due).copied().flat_map(ends));
        for task in &group.tasks {
            days.extend(task.from.iter().chain(&task.to));
            days.extend(task.facts.check.into_iter().flat_map(ends));
        }
    }
    let today = scene.today;
    let first = days.iter().min().copied().unwrap_or(today);
    let last = days.iter().max().copied().unwrap_or(today);
    /// Farther from the plan than this, today would squeeze it into a corner.
    const NEAR: i64 = 90;
    let near = |day: Date| today.days_until(day).abs() <= NEAR;
    let first = if near(first) { first.min(today) } else { first };
    let late = groups.iter().flat_map(|group| &group.tasks).any(|task| task.facts.late.is_some());
    let last = if near(last) || late { last.max(today) } else { last };
    (first, last)
}

fn ends(period: Period) -> [Date; 2] {
    [period.first(), period.last()]
}
