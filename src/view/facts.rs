//! What is said of one task, milestone or meeting, the same in every view.

use serde::Serialize;

use super::Scene;
use crate::calendar::{Date, Period};
use crate::model::{Decision, Keyed, Late, Meeting, Milestone, Missed, State, Task};
use crate::source::Spanned;

/// An id and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Named {
    pub id: String,
    pub name: String,
}

impl Named {
    pub fn new(id: &str, name: &str) -> Named {
        Named { id: id.to_owned(), name: name.to_owned() }
    }
}

/// A task as every view tells it.
#[derive(Debug, Clone, Serialize)]
pub struct TaskFacts {
    pub id: String,
    pub title: String,
    pub phases: Vec<Named>,
    pub dimensions: Vec<Named>,
    pub unit: Option<Named>,
    /// Nobody means that the plan names nobody.
    pub owner: Option<Named>,
    pub with: Vec<Named>,
    pub role: Option<Named>,
    pub start: Option<Period>,
    pub due: Option<Period>,
    pub ongoing: bool,
    pub check: Option<Period>,
    pub state: State,
    /// Whether anything is left to do.
    pub open: bool,
    /// Whether it is done, or has delivered once and goes on.
    pub delivered: bool,
    /// What it owes next, and when.
    pub owes: Option<Owed>,
    pub done: Option<Date>,
    pub late: Option<Late>,
    pub note: Option<String>,
}

/// What a task owes next.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Owed {
    pub what: Missed,
    pub when: Period,
}

/// A milestone as every view tells it.
#[derive(Debug, Clone, Serialize)]
pub struct MilestoneFacts {
    pub id: String,
    pub title: String,
    pub date: Option<Period>,
    pub phase: Option<Named>,
    pub decision: bool,
    pub done: Option<Date>,
    pub late: Option<Late>,
}

/// A decision as every view tells it.
#[derive(Debug, Clone, Serialize)]
pub struct DecisionFacts {
    pub id: String,
    pub text: String,
    pub recommendation: Option<String>,
    pub options: Vec<String>,
    pub deadline: Option<Period>,
    /// Whether it is still to be taken.
    pub wanted: bool,
    pub outcome: Option<String>,
    pub decided: Option<Date>,
    pub late: Option<Late>,
}

/// A meeting as every view tells it.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingFacts {
    pub id: String,
    pub title: String,
    pub date: Date,
    pub purpose: Option<String>,
}

fn value<T: Clone>(spanned: &Option<Spanned<T>>) -> Option<T> {
    spanned.as_ref().map(|spanned| spanned.value.clone())
}

impl<'a> Scene<'a> {
    /// What is said of a task.
    pub fn task(&self, task: &Task) -> TaskFacts {
        let lang = self.lang;
        TaskFacts {
            id: task.id.value.clone(),
            title: task.title().to_owned(),
            phases: task.phases.iter().map(|id| Named::new(id, self.framework.phase_name(id, lang))).collect(),
            dimensions: task
                .dimensions
                .iter()
                .map(|id| Named::new(id, self.framework.dimension_name(id, lang)))
                .collect(),
            unit: task.unit.as_ref().map(|id| Named::new(id, self.plan.unit_name(id))),
            owner: task.owner.as_ref().map(|id| self.person(id)),
            with: task.with.iter().map(|id| self.person(id)).collect(),
            role: task.role.as_ref().map(|id| Named::new(id, self.framework.role_name(id, lang))),
            start: value(&task.start),
            due: value(&task.due),
            ongoing: task.ongoing,
            check: value(&task.check),
            state: task.state(),
            open: task.is_open(),
            delivered: task.is_delivered(),
            owes: task.owes().map(|(what, when)| Owed { what, when }),
            done: value(&task.done),
            late: task.late(self.today),
            note: value(&task.note),
        }
    }

    /// A task's title with the unit it is done in, for where nothing else tells units apart.
    pub fn full_title(&self, task: &Task) -> String {
        match &task.unit {
            Some(unit) => format!("{} ({})", task.title(), self.plan.unit_name(unit)),
            None => task.title().to_owned(),
        }
    }

    /// A person, or a role where the plan knows no such person.
    pub fn person(&self, id: &str) -> Named {
        let name = if self.plan.people.contains_key(id) {
            self.plan.person_name(id)
        } else {
            self.framework.role_name(id, self.lang)
        };
        Named::new(id, name)
    }

    /// What is said of a milestone.
    pub fn milestone(&self, milestone: &Milestone) -> MilestoneFacts {
        MilestoneFacts {
            id: milestone.id.value.clone(),
            title: milestone.title().to_owned(),
            date: value(&milestone.date),
            phase: milestone.phase.as_ref().map(|id| Named::new(id, self.framework.phase_name(id, self.lang))),
            decision: milestone.decision,
            done: value(&milestone.done),
            late: milestone.late(self.today),
        }
    }

    /// What is said of a meeting that has a date.
    pub fn meeting(&self, meeting: &Meeting) -> Option<MeetingFacts> {
        let body = meeting.body.as_ref().map(|body| self.framework.role_name(body, self.lang));
        let title = meeting.title.as_ref().map(|title| title.as_str()).or(body).unwrap_or(&meeting.id.value);
        Some(MeetingFacts {
            id: meeting.id.value.clone(),
            title: title.to_owned(),
            date: value(&meeting.date)?,
            purpose: value(&meeting.purpose),
        })
    }

    /// What is said of a decision.
    pub fn decision(&self, decision: &Decision) -> DecisionFacts {
        DecisionFacts {
            id: decision.id.value.clone(),
            text: decision.title().to_owned(),
            recommendation: value(&decision.recommendation),
            options: decision.options.iter().map(|option| option.value.clone()).collect(),
            deadline: value(&decision.deadline),
            wanted: decision.is_wanted(),
            outcome: value(&decision.outcome),
            decided: value(&decision.decided),
            late: decision.late(self.today),
        }
    }

    /// The body that a report is for: the one that the framework lets decide,
    /// if the plan has a meeting of it, else the one that meets next.
    pub fn reporting_body(&self) -> Option<&'a str> {
        let plan: &'a crate::model::Plan = self.plan;
        let framework: &'a crate::model::Framework = self.framework;
        let body = |meeting: &'a Meeting| meeting.body.as_ref().map(|body| body.value.as_str());
        let decides = framework.decision_body.as_ref().map(|body| body.value.as_str());
        if decides.is_some() && plan.meetings.values().any(|meeting| body(meeting) == decides) {
            return decides;
        }
        let is_ahead = |meeting: &&Meeting| meeting.date.as_ref().is_some_and(|date| date.value >= self.today);
        plan.meetings
            .values()
            .filter(is_ahead)
            .min_by_key(|meeting| meeting.date.as_ref().map(|date| date.value))
            .and_then(body)
    }

    /// The last meeting before today, of one body if one is named.
    pub fn last_meeting(&self, body: Option<&str>) -> Option<MeetingFacts> {
        self.meetings_of(body).filter(|meeting| meeting.date < self.today).max_by_key(|meeting| meeting.date)
    }

    /// The meetings to come, today's first, of one body if one is named.
    pub fn coming_meetings(&self, body: Option<&str>) -> Vec<MeetingFacts> {
        let mut coming: Vec<_> = self.meetings_of(body).filter(|meeting| meeting.date >= self.today).collect();
        coming.sort_by_key(|meeting| meeting.date);
        coming
    }

    fn meetings_of(&self, body: Option<&str>) -> impl Iterator<Item = MeetingFacts> {
        let meetings: &'a Keyed<Meeting> = &self.plan.meetings;
        let of_body = move |meeting: &&Meeting| body.is_none() || meeting.body.as_ref().map(|own| own.as_str()) == body;
        meetings.values().filter(of_body).filter_map(|meeting| self.meeting(meeting))
    }

    /// What people call whatever an agenda names: a decision, a task, a milestone.
    pub fn agenda_title(&self, id: &str) -> String {
        let plan = self.plan;
        let decision =
            || plan.decisions.get(id).and_then(|decision| decision.text.as_ref()).map(|text| text.value.clone());
        let task = || plan.tasks.get(id).map(|task| self.full_title(task));
        let milestone = || plan.milestones.get(id).map(|milestone| milestone.title().to_owned());
        let risk = || plan.risks.get(id).map(|risk| risk.title().to_owned());
        let benefit = || plan.benefits.get(id).map(|benefit| benefit.title().to_owned());
        decision().or_else(task).or_else(milestone).or_else(risk).or_else(benefit).unwrap_or_else(|| id.to_owned())
    }
}
