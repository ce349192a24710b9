//! What is late, what falls due soon, and what nobody owns.

use serde::Serialize;

use super::{DecisionFacts, Head, MilestoneFacts, Scene, TaskFacts};
use crate::calendar::{Date, Period};
use crate::model::{Missed, Task};

#[derive(Debug, Serialize)]
pub struct Overdue {
    pub as_of: Date,
    /// The last day that counts as soon.
    pub soon_until: Date,
    pub plans: Vec<Head>,
    /// Past their due date, or never begun; the latest first.
    pub late: Vec<Item>,
    /// Ongoing, and not looked at when they should have been.
    pub checks: Vec<Item>,
    /// Due from today until `soon_until`, the first first.
    pub soon: Vec<Item>,
    /// Open, without an owner, and not in the lists above.
    pub unowned: Vec<Item>,
}

/// A line of a list.
#[derive(Debug, Serialize)]
pub struct Item {
    /// The plan's title, for lists over several.
    pub plan: String,
    #[serde(flatten)]
    pub subject: Subject,
    /// The titles of the open tasks that wait for it.
    pub waiting: Vec<String>,
}

/// What a line is about.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Subject {
    Task(Box<TaskFacts>),
    Milestone(MilestoneFacts),
    Decision(DecisionFacts),
}

impl Item {
    pub fn title(&self) -> &str {
        match &self.subject {
            Subject::Task(task) => &task.title,
            Subject::Milestone(milestone) => &milestone.title,
            Subject::Decision(decision) => &decision.text,
        }
    }

    pub fn late(&self) -> Option<crate::model::Late> {
        match &self.subject {
            Subject::Task(task) => task.late,
            Subject::Milestone(milestone) => milestone.late,
            Subject::Decision(decision) => decision.late,
        }
    }

    /// Whether it names anybody.
    pub fn has_owner(&self) -> bool {
        matches!(&self.subject, Subject::Task(task) if task.owner.is_some())
    }

    /// The next day it is owed, where it is not late.
    fn owed(&self) -> Option<Date> {
        match &self.subject {
            Subject::Task(task) => task.owes.map(|owed| owed.when.last()),
            Subject::Milestone(milestone) => milestone.date.map(Period::last),
            Subject::Decision(decision) => decision.deadline.map(Period::last),
        }
    }
}

/// The end of "soon" for one plan: its next meeting, else the usual.
pub fn soon_until(scene: &Scene) -> Date {
    scene.coming_meetings(None).first().map_or_else(|| soon_usual(scene.today), |meeting| meeting.date)
}

/// The end of "soon" where no meeting says: two weeks on.
pub fn soon_usual(today: Date) -> Date {
    today.add_days(14)
}

/// Builds the lists over one plan or several.
pub fn overdue(scenes: &[Scene], today: Date, soon_until: Date) -> Overdue {
    let mut lists = Overdue {
        as_of: today,
        soon_until,
        plans: scenes.iter().map(Scene::head).collect(),
        late: Vec::new(),
        checks: Vec::new(),
        soon: Vec::new(),
        unowned: Vec::new(),
    };
    for scene in scenes {
        sort_out(scene, &mut lists);
    }
    lists.late.sort_by_key(|item| std::cmp::Reverse(item.late().map(|late| late.days)));
    lists.checks.sort_by_key(|item| std::cmp::Reverse(item.late().map(|late| late.days)));
    lists.soon.sort_by_key(Item::owed);
    lists
}

fn sort_out(scene: &Scene, lists: &mut Overdue) {
    let soon = |day: Date| scene.today <= day && day <= lists.soon_until;
    for milestone in scene.plan.milestones.values().filter(|milestone| milestone.done.is_none()) {
        let facts = scene.milestone(milestone);
        let is_soon = facts.date.is_some_and(|date| soon(date.last()));
        let late = facts.late.is_some();
        let item =
            Item { plan: scene.plan.title().to_owned(), subject: Subject::Milestone(facts), waiting: Vec::new() };
        match (late, is_soon) {
            (true, _) => lists.late.push(item),
            (false, true) => lists.soon.push(item),
            _ => {}
        }
    }
    for decision in scene.plan.decisions.values().filter(|decision| decision.is_wanted()) {
        let facts = scene.decision(decision);
        let is_soon = facts.deadline.is_some_and(|deadline| soon(deadline.last()));
        let late = facts.late.is_some();
        let item = Item { plan: scene.plan.title().to_owned(), subject: Subject::Decision(facts), waiting: Vec::new() };
        match (late, is_soon) {
            (true, _) => lists.late.push(item),
            (false, true) => lists.soon.push(item),
            _ => {}
        }
    }
    for task in scene.plan.tasks.values() {
        let item = || item(scene, task);
        match task.late(scene.today) {
            Some(late) if late.missed == Missed::Check => lists.checks.push(item()),
            Some(_) => lists.late.push(item()),
            None if task.owes().is_some_and(|(_, period)| soon(period.last())) => lists.soon.push(item()),
            None if task.lacks_owner() => lists.unowned.push(item()),
            None => {}
        }
    }
}

fn item(scene: &Scene, task: &Task) -> Item {
    let waiting = scene.joined.waiting_for(&task.id).map(|task| scene.full_title(task)).collect();
    Item { plan: scene.plan.title().to_owned(), subject: Subject::Task(Box::new(scene.task(task))), waiting }
}
