//! What changed in a plan between two of its states: what moved, what was done, what came and went.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use serde::Serialize;

use super::{DecisionFacts, Head, MilestoneFacts, Named, RiskFacts, Scene, TaskFacts, risks};
use crate::calendar::{Date, Period};
use crate::model::{Decision, JoinedCriterion, Keyed, Milestone, Missed, Risk, Standing, State, Status, Task};
use crate::source::Spanned;

/// Two states of a plan, and what lies between them.
#[derive(Debug, Serialize)]
pub struct Diff {
    pub head: Head,
    pub now: Version,
    #[serde(flatten)]
    pub changes: Changes,
}

/// A state of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct Version {
    pub kind: VersionKind,
    /// The revision, or the file.
    pub name: Option<String>,
    /// The day that it is of.
    pub day: Date,
}

/// Where a state of a plan was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VersionKind {
    /// in the history of git
    Git,
    /// in a file that `plan snapshot` wrote
    Snapshot,
    /// in a file
    File,
}

/// What changed since a day.
#[derive(Debug, Serialize)]
pub struct Changes {
    /// The day from which changes count; nothing where the plan has no beginning.
    pub since: Option<Date>,
    /// What the plan is compared with; nothing where only its own dates tell.
    pub then: Option<Version>,
    /// Tasks finished since.
    pub done: Vec<TaskFacts>,
    /// Tasks that were done and are not any more.
    pub reopened: Vec<TaskFacts>,
    /// Tasks begun since, and not finished.
    pub begun: Vec<TaskFacts>,
    /// Tasks blocked since.
    pub blocked: Vec<TaskFacts>,
    /// Open tasks that the plan did not have.
    pub added: Vec<TaskFacts>,
    /// Tasks given up, or taken out of the plan.
    pub dropped: Vec<Dropped>,
    /// Open tasks and milestones whose dates changed, the furthest first.
    pub moved: Vec<Move>,
    /// Tasks with another owner.
    pub owners: Vec<OwnerChange>,
    /// Tasks with another id or title.
    pub renamed: Vec<Renamed>,
    pub milestones_reached: Vec<MilestoneFacts>,
    /// Milestones that were reached and are not any more.
    pub milestones_reopened: Vec<MilestoneFacts>,
    pub milestones_added: Vec<MilestoneFacts>,
    pub milestones_dropped: Vec<MilestoneFacts>,
    pub decided: Vec<DecisionFacts>,
    /// Decisions that a meeting since was to take, or that were due, and are still wanted.
    pub undecided: Vec<DecisionFacts>,
    /// Decisions that are newly wanted.
    pub decisions_added: Vec<DecisionFacts>,
    /// Wanted decisions that the plan does not have any more.
    pub decisions_dropped: Vec<DecisionFacts>,
    /// Success criteria met since, or found not to apply.
    pub criteria_met: Vec<CriterionChange>,
    /// Success criteria that were met and are open again.
    pub criteria_lost: Vec<CriterionChange>,
    /// Risks that are new, gone, worse or better.
    pub risks: Vec<RiskChange>,
    /// How far the end of each phase has moved.
    pub phases: Vec<PhaseSlip>,
}

/// A task that is no longer to be done.
#[derive(Debug, Serialize)]
pub struct Dropped {
    #[serde(flatten)]
    pub task: TaskFacts,
    /// Whether the plan does not have it any more.
    pub removed: bool,
}

/// A date that changed.
#[derive(Debug, Serialize)]
pub struct Move {
    #[serde(flatten)]
    pub subject: Moved,
    /// Which of its dates.
    pub what: Missed,
    pub then: Option<Period>,
    pub now: Option<Period>,
    /// Calendar days between their last days; more than 0 is later.
    pub days: Option<i64>,
    /// A note that was written or changed meanwhile.
    pub reason: Option<String>,
}

/// Whose date changed.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Moved {
    Task { task: Box<TaskFacts> },
    Milestone { milestone: MilestoneFacts },
}

#[derive(Debug, Serialize)]
pub struct OwnerChange {
    pub task: TaskFacts,
    pub then: Option<Named>,
}

#[derive(Debug, Serialize)]
pub struct Renamed {
    pub task: TaskFacts,
    /// The id and the title that it had.
    pub then: Named,
}

#[derive(Debug, Serialize)]
pub struct CriterionChange {
    /// `phase.dimension.criterion`.
    pub address: String,
    pub text: String,
    pub phase: Named,
    pub dimension: Named,
    /// Why it does not apply.
    pub waived: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct RiskChange {
    #[serde(flatten)]
    pub risk: RiskFacts,
    pub trend: Trend,
    /// The score that it had.
    pub then: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trend {
    New,
    Worse,
    Better,
    Gone,
}

/// The end of a phase then and now: its own, or that of its last task where that is later.
#[derive(Debug, Serialize)]
pub struct PhaseSlip {
    pub phase: Named,
    pub then: Option<Date>,
    pub now: Option<Date>,
    /// Calendar days; more than 0 is later.
    pub days: Option<i64>,
    /// How many of its tasks have another date.
    pub moved: usize,
}

impl Diff {
    /// Compares two states of a plan.
    pub fn new(then: &Scene, before: Version, scene: &Scene, now: Version) -> Diff {
        let since = Some(before.day);
        Diff { head: scene.head(), changes: changes(then, before, since, scene), now }
    }
}

impl Changes {
    /// Whether nothing changed that is told of.
    pub fn is_empty(&self) -> bool {
        let tasks = [&self.done, &self.reopened, &self.begun, &self.blocked, &self.added];
        let milestones =
            [&self.milestones_reached, &self.milestones_reopened, &self.milestones_added, &self.milestones_dropped];
        tasks.iter().all(|list| list.is_empty())
            && milestones.iter().all(|list| list.is_empty())
            // What a meeting left undecided has not changed.
            && self.decided.is_empty()
            && self.decisions_added.is_empty()
            && self.decisions_dropped.is_empty()
            && [&self.criteria_met, &self.criteria_lost].iter().all(|list| list.is_empty())
            && self.dropped.is_empty()
            && self.moved.is_empty()
            && self.owners.is_empty()
            && self.renamed.is_empty()
            && self.risks.is_empty()
            && self.phases.iter().all(|phase| phase.then == phase.now)
    }

    fn none(since: Option<Date>, then: Option<Version>) -> Changes {
        Changes {
            since,
            then,
            done: Vec::new(),
            reopened: Vec::new(),
            begun: Vec::new(),
            blocked: Vec::new(),
            added: Vec::new(),
            dropped: Vec::new(),
            moved: Vec::new(),
            owners: Vec::new(),
            renamed: Vec::new(),
            milestones_reached: Vec::new(),
            milestones_reopened: Vec::new(),
            milestones_added: Vec::new(),
            milestones_dropped: Vec::new(),
            decided: Vec::new(),
            undecided: Vec::new(),
            decisions_added: Vec::new(),
            decisions_dropped: Vec::new(),
            criteria_met: Vec::new(),
            criteria_lost: Vec::new(),
            risks: Vec::new(),
            phases: Vec::new(),
        }
    }
}

/// What a plan's own dates tell of the time since a day, where no earlier state is known.
pub fn dated_changes(scene: &Scene, since: Option<Date>) -> Changes {
    let mut changes = Changes::none(since, None);
    let in_period = |day: Date| since.is_none_or(|since| since <= day) && day <= scene.today;
    // Where nobody wrote the day, the due date tells when it was to be seen.
    let done_on = |task: &Task| match &task.done {
        Some(done) => Some(done.value),
        None => task.due.as_ref().filter(|_| task.status() == Status::Done).map(|due| due.last()),
    };
    let done = scene.plan.tasks.values().filter(|task| done_on(task).is_some_and(in_period));
    changes.done = done.filter(|task| task.status() != Status::Dropped).map(|task| scene.task(task)).collect();
    let reached = |one: &&Milestone| one.done.as_ref().is_some_and(|done| in_period(done.value));
    changes.milestones_reached =
        scene.plan.milestones.values().filter(reached).map(|one| scene.milestone(one)).collect();
    add_decisions_of_period(scene, since, &mut changes);
    let met = |one: &JoinedCriterion| matches!(one.standing, Standing::Met(Some(on)) if in_period(on));
    changes.criteria_met =
        scene.joined.followed_criteria().filter(met).map(|one| criterion_change(scene, &one)).collect();
    changes
}

/// What changed from one state of a plan to another; `since` is the day that is spoken of.
pub fn changes(then: &Scene, version: Version, since: Option<Date>, now: &Scene) -> Changes {
    let mut changes = Changes::none(since, Some(version));
    let pairs = Pairs::new(&then.plan.tasks, &now.plan.tasks, |task| (task.title(), task.unit_id()));
    for task in now.plan.tasks.values() {
        match pairs.then.get(task.id.as_str()) {
            Some(old) => task_changes(old, task, then, now, &mut changes),
            None if task.status() == Status::Dropped => {}
            None if task.is_delivered() => changes.done.push(now.task(task)),
            None => changes.added.push(now.task(task)),
        }
    }
    let gone = pairs.gone.iter().filter(|task| task.status() != Status::Dropped);
    changes.dropped.extend(gone.map(|task| Dropped { task: then.task(task), removed: true }));
    milestones(then, now, &mut changes);
    changes.moved.sort_by_key(|moved| std::cmp::Reverse(moved.days.map_or(0, i64::abs)));
    decisions(then, now, &mut changes);
    criteria(then, now, &mut changes);
    changes.risks = risk_changes(then, now);
    changes.phases = phases(then, now, &changes.moved);
    changes
}

/// What the two states both have: by id, else by what tells it apart, where in each state only one has that.
struct Pairs<'a, T> {
    /// The earlier one of each later one's id.
    then: HashMap<&'a str, &'a T>,
    /// What is there no more.
    gone: Vec<&'a T>,
}

impl<'a, T> Pairs<'a, T> {
    fn new<K: Eq + Hash>(then: &'a Keyed<T>, now: &'a Keyed<T>, tells: impl Fn(&'a T) -> K) -> Pairs<'a, T> {
        let lost = alone(then, now, &tells);
        let renamed: HashMap<&str, &str> =
            alone(now, then, &tells).into_iter().filter_map(|(key, new)| Some((new?, (*lost.get(&key)?)?))).collect();
        let old = |id: &'a String| then.get(id.as_str()).or_else(|| then.get(*renamed.get(id.as_str())?));
        let pairs = now.keys().filter_map(|id| Some((id.as_str(), old(id)?))).collect();
        let kept: HashSet<&str> = renamed.values().copied().collect();
        let is_gone = |id: &String| !now.contains_key(id.as_str()) && !kept.contains(id.as_str());
        Pairs { then: pairs, gone: then.iter().filter(|(id, _)| is_gone(id)).map(|(_, old)| old).collect() }
    }
}

/// What stands in one state under an id that the other has not, by what tells it apart; nothing where several have that.
fn alone<'a, T, K: Eq + Hash>(
    of: &'a Keyed<T>,
    other: &Keyed<T>,
    tells: &impl Fn(&'a T) -> K,
) -> HashMap<K, Option<&'a str>> {
    let mut alone: HashMap<K, Option<&str>> = HashMap::new();
    for (id, one) in of.iter().filter(|(id, _)| !other.contains_key(id.as_str())) {
        alone.entry(tells(one)).and_modify(|several| *several = None).or_insert(Some(id));
    }
    alone
}

fn task_changes(old: &Task, task: &Task, then: &Scene, now: &Scene, changes: &mut Changes) {
    let facts = || now.task(task);
    if old.id.value != task.id.value || old.title() != task.title() {
        changes.renamed.push(Renamed { task: facts(), then: Named::new(&old.id, old.title()) });
    }
    if task.status() == Status::Dropped {
        if old.status() != Status::Dropped {
            changes.dropped.push(Dropped { task: facts(), removed: false });
        }
        return;
    }
    match (old.is_delivered(), task.is_delivered()) {
        (false, true) => changes.done.push(facts()),
        (true, false) => changes.reopened.push(facts()),
        _ if old.status() == Status::Dropped => changes.added.push(facts()),
        _ => {}
    }
    let has_become = |state: State| task.state() == state && old.state() != state;
    if has_become(State::Blocked) {
        changes.blocked.push(facts());
    } else if old.state() == State::Todo && !task.is_delivered() && task.state() != State::Todo {
        changes.begun.push(facts());
    }
    if !task.is_delivered() || task.ongoing {
        let owner = |task: &Task| task.owner.as_ref().map(|owner| owner.value.clone());
        if owner(old) != owner(task) {
            changes.owners.push(OwnerChange { task: facts(), then: old.owner.as_ref().map(|id| then.person(id)) });
        }
    }
    let dates = [(Missed::Due, &old.due, &task.due), (Missed::Start, &old.start, &task.start)];
    let dates = dates.into_iter().filter(|_| !task.is_delivered());
    let dates = dates.chain([(Missed::Check, &old.check, &task.check)].into_iter().filter(|_| task.ongoing));
    for (what, before, after) in dates.filter(|(_, before, after)| moment(before) != moment(after)) {
        let note = |task: &Task| task.note.as_ref().map(|note| note.value.clone());
        let reason = note(task).filter(|_| note(task) != note(old));
        let subject = Moved::Task { task: Box::new(facts()) };
        changes.moved.push(moved(subject, what, moment(before), moment(after), reason));
    }
}

fn moment(period: &Option<Spanned<Period>>) -> Option<Period> {
    period.as_ref().map(|period| period.value)
}

fn moved(subject: Moved, what: Missed, then: Option<Period>, now: Option<Period>, reason: Option<String>) -> Move {
    let day = |period: Period| if what == Missed::Start { period.first() } else { period.last() };
    let days = then.zip(now).map(|(then, now)| day(then).days_until(day(now)));
    Move { subject, what, then, now, days, reason }
}

fn milestones(then: &Scene, now: &Scene, changes: &mut Changes) {
    let pairs = Pairs::new(&then.plan.milestones, &now.plan.milestones, Milestone::title);
    for one in now.plan.milestones.values() {
        let facts = now.milestone(one);
        match pairs.then.get(one.id.as_str()) {
            None if one.done.is_some() => changes.milestones_reached.push(facts),
            None => changes.milestones_added.push(facts),
            Some(old) if old.done.is_none() && one.done.is_some() => changes.milestones_reached.push(facts),
            Some(old) if old.done.is_some() && one.done.is_none() => changes.milestones_reopened.push(facts),
            Some(old) if one.done.is_none() && moment(&old.date) != moment(&one.date) => {
                let subject = Moved::Milestone { milestone: facts };
                changes.moved.push(moved(subject, Missed::Due, moment(&old.date), moment(&one.date), None));
            }
            Some(_) => {}
        }
    }
    changes.milestones_dropped = pairs.gone.iter().map(|old| then.milestone(old)).collect();
}

/// Decisions that were taken, that are newly wanted, and that are wanted no more.
fn decisions(then: &Scene, now: &Scene, changes: &mut Changes) {
    let pairs = Pairs::new(&then.plan.decisions, &now.plan.decisions, Decision::title);
    for decision in now.plan.decisions.values() {
        let was_wanted = pairs.then.get(decision.id.as_str()).map(|old| old.is_wanted());
        match (was_wanted, decision.is_wanted()) {
            (Some(true) | None, false) => changes.decided.push(now.decision(decision)),
            (Some(false) | None, true) => changes.decisions_added.push(now.decision(decision)),
            (Some(true), true) | (Some(false), false) => {}
        }
    }
    let gone = pairs.gone.iter().filter(|old| old.is_wanted());
    changes.decisions_dropped = gone.map(|old| then.decision(old)).collect();
}

/// What a report's period brought besides: decisions of its days, and those that it was to bring and did not.
/// A decision of the very first day counts: the meeting took it, and asks what came of it.
pub fn add_decisions_of_period(scene: &Scene, since: Option<Date>, changes: &mut Changes) {
    let in_period = |day: Date| since.is_none_or(|since| since <= day) && day <= scene.today;
    let has_been = |day: Date| in_period(day) && day < scene.today;
    let known: HashSet<String> = changes.decided.iter().map(|one| one.id.clone()).collect();
    let meetings = scene.plan.meetings_of_decisions();
    for decision in scene.plan.decisions.values() {
        if !decision.is_wanted() {
            let decided = decision.decided.as_ref().is_some_and(|day| in_period(day.value));
            if decided && !known.contains(&decision.id.value) {
                changes.decided.push(scene.decision(decision));
            }
            continue;
        }
        let due = decision.deadline.as_ref().is_some_and(|deadline| has_been(deadline.last()));
        let asked = meetings.get(decision.id.as_str()).into_iter().flatten().any(|day| has_been(*day));
        if due || asked {
            changes.undecided.push(scene.decision(decision));
        }
    }
    let undecided: HashSet<&str> = changes.undecided.iter().map(|one| one.id.as_str()).collect();
    changes.decisions_added.retain(|one| !undecided.contains(one.id.as_str()));
}

fn criteria(then: &Scene, now: &Scene, changes: &mut Changes) {
    let settled = |scene: &Scene| -> HashSet<String> {
        let settled = scene.joined.followed_criteria().filter(|one| one.standing.is_settled());
        settled.map(|one| one.address()).collect()
    };
    let (before, after) = (settled(then), settled(now));
    let change = |one: &JoinedCriterion| criterion_change(now, one);
    let followed: Vec<JoinedCriterion> = now.joined.followed_criteria().collect();
    let met = followed.iter().filter(|one| one.standing.is_settled() && !before.contains(&one.address()));
    changes.criteria_met = met.map(change).collect();
    // What was met may have gone from the plan altogether, which opens it again.
    let lost = before.iter().filter(|address| !after.contains(*address));
    let lost: HashSet<&str> = lost.map(String::as_str).collect();
    let all = then.joined.followed_criteria().filter(|one| lost.contains(one.address().as_str()));
    let still = all.filter_map(|one| now.joined.criterion(&one.address()).map(|one| change(&one)));
    changes.criteria_lost = still.collect();
}

fn criterion_change(scene: &Scene, one: &JoinedCriterion) -> CriterionChange {
    let lang = scene.lang;
    let text = one.criterion.text.as_ref().map_or(one.criterion.id.value.as_str(), |text| text.get(lang));
    CriterionChange {
        address: one.address(),
        text: text.to_owned(),
        phase: Named::new(one.phase, scene.framework.phase_name(one.phase, lang)),
        dimension: Named::new(one.row, scene.framework.dimension_name(one.row, lang)),
        waived: match one.standing {
            Standing::Waived(why) => Some(why.to_owned()),
            _ => None,
        },
    }
}

fn risk_changes(then: &Scene, now: &Scene) -> Vec<RiskChange> {
    let pairs = Pairs::new(&then.plan.risks, &now.plan.risks, Risk::title);
    let score = |risk: &Risk| {
        let likelihood = risk.likelihood.as_ref()?.value;
        Some(likelihood.saturating_mul(risk.impact.as_ref()?.value))
    };
    let change = |risk: RiskFacts| {
        let Some(old) = pairs.then.get(risk.id.as_str()) else {
            return Some(RiskChange { risk, trend: Trend::New, then: None });
        };
        // Without a score on both sides there is no better or worse.
        let (before, after) = (score(old)?, risk.score?);
        let trend = match after.cmp(&before) {
            Ordering::Greater => Trend::Worse,
            Ordering::Less => Trend::Better,
            Ordering::Equal => return None,
        };
        Some(RiskChange { risk, trend, then: Some(before) })
    };
    let gone: HashSet<&str> = pairs.gone.iter().map(|old| old.id.as_str()).collect();
    let gone = risks(then).into_iter().filter(|risk| gone.contains(risk.id.as_str()));
    let gone = gone.map(|risk| RiskChange { then: risk.score, risk, trend: Trend::Gone });
    risks(now).into_iter().filter_map(change).chain(gone).collect()
}

fn phases(then: &Scene, now: &Scene, moved: &[Move]) -> Vec<PhaseSlip> {
    let slip = |id: &String| {
        let (before, after) = (end(then, id), end(now, id));
        let of_phase = |one: &&Move| match &one.subject {
            Moved::Task { task } => task.phases.iter().any(|phase| phase.id == *id),
            Moved::Milestone { .. } => false,
        };
        PhaseSlip {
            phase: Named::new(id, now.framework.phase_name(id, now.lang)),
            then: before,
            now: after,
            days: before.zip(after).map(|(before, after)| before.days_until(after)),
            moved: moved.iter().filter(of_phase).count(),
        }
    };
    now.framework.phases.keys().map(slip).collect()
}

/// When a phase ends: its own date, or that of its last task where that is later.
fn end(scene: &Scene, phase: &str) -> Option<Date> {
    let own = scene.plan.phases.get(phase).and_then(|dates| dates.due.as_ref()).map(|due| due.last());
    let tasks = scene.plan.tasks.values().filter(|task| task.status() != Status::Dropped);
    let tasks = tasks.filter(|task| task.phases.iter().any(|own| own.value == phase));
    tasks.filter_map(|task| task.due.as_ref()).map(|due| due.last()).chain(own).max()
}
