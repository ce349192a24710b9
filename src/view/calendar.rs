//! What a calendar shows: deadlines, follow-ups, milestones, decisions and meetings.

use std::hash::Hasher as _;

use serde::Serialize;
use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::{DecisionFacts, MeetingFacts, MilestoneFacts, Scene, TaskFacts};
use crate::calendar::{Date, Period};
use crate::model::{Meeting, Missed, Task};

#[derive(Debug, Serialize)]
pub struct Calendar {
    pub as_of: Date,
    /// The titles of the plans.
    pub plans: Vec<String>,
    /// By day, then in the plans' order.
    pub events: Vec<Event>,
}

/// Something on a day.
#[derive(Debug, Serialize)]
pub struct Event {
    /// The same from one time to the next: of the plan's framework and title, what it is, and its id.
    pub uid: String,
    pub day: Date,
    pub plan: String,
    #[serde(flatten)]
    pub what: EventKind,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum EventKind {
    /// a task's due date, or that of its first delivery
    Due(Box<TaskFacts>),
    /// the next look at an ongoing task
    Check(Box<TaskFacts>),
    Milestone(MilestoneFacts),
    Decision(DecisionFacts),
    Meeting(MeetingFacts),
}

/// Gathers what has a day in some plans; with somebody's id, only what is theirs:
/// tasks that they own or take part in, and the meetings of bodies that they are in.
pub fn calendar(scenes: &[Scene], today: Date, owner: Option<&str>) -> Calendar {
    let mut events: Vec<Event> = scenes.iter().flat_map(|scene| events(scene, owner)).collect();
    events.sort_by_key(|event| event.day);
    let plans = scenes.iter().map(|scene| scene.plan.title().to_owned()).collect();
    Calendar { as_of: today, plans, events }
}

fn events(scene: &Scene, owner: Option<&str>) -> Vec<Event> {
    let uid = Uid::of(scene);
    let title = scene.plan.title();
    let mut events = Vec::new();
    let mut add = |kind: &str, id: &str, day: Date, what: EventKind| {
        events.push(Event { uid: uid.with(kind, id), day, plan: title.to_owned(), what });
    };
    for task in scene.plan.tasks.values().filter(|task| is_theirs(scene, task, owner)) {
        if let Some(due) = &task.due {
            add("due", &task.id, due.last(), EventKind::Due(Box::new(scene.task(task))));
        }
        if let Some(check) = task.check.as_ref().filter(|_| task.ongoing) {
            add("check", &task.id, check.last(), EventKind::Check(Box::new(scene.task(task))));
        }
    }
    for meeting in scene.plan.meetings.values().filter(|meeting| is_in(scene, meeting, owner)) {
        if let Some(facts) = scene.meeting(meeting) {
            add("meeting", &meeting.id, facts.date, EventKind::Meeting(facts));
        }
    }
    // Milestones and decisions are nobody's own.
    if owner.is_none() {
        for milestone in scene.plan.milestones.values() {
            let facts = scene.milestone(milestone);
            if let Some(day) = facts.date.map(Period::last) {
                add("milestone", &milestone.id, day, EventKind::Milestone(facts));
            }
        }
        for decision in scene.plan.decisions.values() {
            let facts = scene.decision(decision);
            if let Some(day) = facts.deadline.map(Period::last) {
                add("decision", &decision.id, day, EventKind::Decision(facts));
            }
        }
    }
    events
}

fn is_theirs(scene: &Scene, task: &Task, owner: Option<&str>) -> bool {
    let Some(person) = owner else { return true };
    let takes_part =
        |with: &str| with == person || scene.plan.holders(with).iter().any(|holder| holder.value == person);
    task.owner.as_ref().is_some_and(|owner| owner.value == person) || task.with.iter().any(|with| takes_part(with))
}

fn is_in(scene: &Scene, meeting: &Meeting, owner: Option<&str>) -> bool {
    let Some(person) = owner else { return true };
    let holders = meeting.body.as_ref().map_or(&[][..], |body| scene.plan.holders(body));
    holders.iter().any(|holder| holder.value == person)
}

impl EventKind {
    /// Whether it is off: it stays in the calendar file, so that calendars take it away.
    pub fn is_off(&self) -> bool {
        matches!(self, EventKind::Due(task) | EventKind::Check(task) if task.state == crate::model::State::Dropped)
    }

    /// Whether it is done with.
    pub fn is_done(&self) -> bool {
        match self {
            EventKind::Due(task) => task.delivered,
            EventKind::Check(task) => !task.open,
            EventKind::Milestone(milestone) => milestone.done.is_some(),
            EventKind::Decision(decision) => !decision.wanted,
            EventKind::Meeting(_) => false,
        }
    }

    /// Whether it has passed and should not have.
    pub fn is_late(&self) -> bool {
        match self {
            EventKind::Due(task) => task.late.is_some_and(|late| late.missed != Missed::Check),
            EventKind::Check(task) => task.late.is_some_and(|late| late.missed == Missed::Check),
            EventKind::Milestone(milestone) => milestone.late.is_some(),
            EventKind::Decision(decision) => decision.late.is_some(),
            EventKind::Meeting(_) => false,
        }
    }
}

/// What begins the names of a plan's events.
struct Uid(String);

impl Uid {
    fn of(scene: &Scene) -> Uid {
        let mut hash = SipHasher13::new();
        for part in [scene.framework.id(), scene.plan.title()] {
            hash.write(part.as_bytes());
            // No text holds this byte, so that no two lists of parts look alike.
            hash.write(&[0xFF]);
        }
        Uid(format!("{:032x}", hash.finish128().as_u128()))
    }

    fn with(&self, kind: &str, id: &str) -> String {
        format!("{kind}-{id}-{}@plan", self.0)
    }
}
