//! The plan file, as written.

use std::sync::Arc;

use serde::Serialize;

use super::{
    Assessment, Benefit, Decision, Degree, Id, Indicator, Initiative, Keyed, Risk, SharedPeople, Stakeholder, Theme,
};
use crate::calendar::{Country, Date, Period};
use crate::locale::Lang;
use crate::source::{Files, Location, Span, Spanned};

/// A plan file.
#[derive(Debug, Default)]
pub struct Plan {
    pub files: Files,
    /// A built-in framework's id, or the path of a framework file.
    pub template: Option<Spanned<String>>,
    pub title: Option<Spanned<String>>,
    pub language: Option<Spanned<Lang>>,
    /// Whose public holidays count; default: the framework's.
    pub country: Option<Spanned<Country>>,
    /// Day 0 of the framework's relative dates.
    pub start: Option<Spanned<Date>>,
    /// Journal number, printed on page 1.
    pub case: Option<Spanned<String>>,
    pub people: Keyed<Person>,
    pub roles: Keyed<Holders>,
    pub units: Keyed<Unit>,
    pub phases: Keyed<PhaseDates>,
    pub tasks: Keyed<Task>,
    pub milestones: Keyed<Milestone>,
    pub cells: Keyed<CellRow>,
    pub criteria: Keyed<CriteriaRow>,
    pub decisions: Keyed<Decision>,
    pub benefits: Keyed<Benefit>,
    pub indicators: Keyed<Indicator>,
    pub risks: Keyed<Risk>,
    pub stakeholders: Keyed<Stakeholder>,
    pub initiatives: Keyed<Initiative>,
    pub assessments: Keyed<Assessment>,
    pub themes: Keyed<Theme>,
    /// How the plan ended, in the framework's words.
    pub outcome: Option<Spanned<String>>,
    pub meetings: Keyed<Meeting>,
    pub waivers: Vec<Waiver>,
    pub tolerances: Tolerances,
    /// The light as somebody sets it by hand, shown beside the computed one.
    pub light: HandLight,
    /// The people that the repository's plans share.
    pub shared: Arc<SharedPeople>,
    /// Parts of the file that could not be read: what is missing may be there.
    pub damaged: Vec<Span>,
}

/// Somebody who can own a task.
#[derive(Debug, Default)]
pub struct Person {
    pub id: Id,
    pub name: Option<Spanned<String>>,
    pub email: Option<Spanned<String>>,
    pub organisation: Option<Spanned<String>>,
    /// The framework's sector that the person comes from.
    pub sector: Option<Spanned<String>>,
    /// What the person may decide, in the framework's words: `ledelse`.
    pub mandates: Vec<Spanned<String>>,
    /// What the person knows about, in the framework's words: `it`.
    pub skills: Vec<Spanned<String>>,
    /// Keys that are there but could not be read.
    pub unread: Vec<&'static str>,
}

impl Person {
    /// The same person with places in another of a plan's files.
    #[must_use]
    pub fn in_file(&self, file: u16) -> Person {
        let moved = |text: &Spanned<String>| Spanned::new(text.value.clone(), Span { file, ..text.span });
        let all = |texts: &[Spanned<String>]| texts.iter().map(moved).collect();
        Person {
            id: moved(&self.id),
            name: self.name.as_ref().map(moved),
            email: self.email.as_ref().map(moved),
            organisation: self.organisation.as_ref().map(moved),
            sector: self.sector.as_ref().map(moved),
            mandates: all(&self.mandates),
            skills: all(&self.skills),
            unread: self.unread.clone(),
        }
    }
}

/// Who holds a framework's role.
#[derive(Debug, Default)]
pub struct Holders {
    pub id: Id,
    pub people: Vec<Spanned<String>>,
    /// The holders in each unit, where a role has one in each; they are in `people` too.
    pub units: Keyed<UnitHolders>,
}

/// Who holds a role in one unit.
#[derive(Debug, Default)]
pub struct UnitHolders {
    pub id: Id,
    pub people: Vec<Spanned<String>>,
}

/// A place where the same task is done: a cluster, a department, a school.
#[derive(Debug, Default)]
pub struct Unit {
    pub id: Id,
    pub name: Option<Spanned<String>>,
    /// Which of the framework's kinds of unit; default: its first.
    pub kind: Option<Spanned<String>>,
}

/// The plan's own dates for a phase.
#[derive(Debug, Default)]
pub struct PhaseDates {
    pub id: Id,
    pub start: Option<Spanned<Period>>,
    pub due: Option<Spanned<Period>>,
    /// Goes on after `due`, or without an end.
    pub ongoing: bool,
    pub unread: Vec<&'static str>,
}

/// What a task's status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Todo,
    Doing,
    Blocked,
    Done,
    Dropped,
}

/// Something to be done.
#[derive(Debug, Default)]
pub struct Task {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    pub phases: Vec<Spanned<String>>,
    /// Rows of the framework, or groups that stand for all their rows.
    pub dimensions: Vec<Spanned<String>>,
    /// The framework's role that acts.
    pub role: Option<Spanned<String>>,
    /// The one person who is accountable.
    pub owner: Option<Spanned<String>>,
    /// Also responsible: people or roles.
    pub with: Vec<Spanned<String>>,
    pub unit: Option<Spanned<String>>,
    /// The initiative that it serves.
    pub initiative: Option<Spanned<String>>,
    /// The framework's activity that this carries out, where the id does not say so.
    pub activity: Option<Spanned<String>>,
    /// Tasks that must be done before this one starts.
    pub after: Vec<Spanned<String>>,
    pub start: Option<Spanned<Period>>,
    /// How many working days it takes, once begun.
    pub takes: Option<Spanned<WorkingDays>>,
    /// When it is to be done; the first delivery, if it goes on.
    pub due: Option<Spanned<Period>>,
    pub ongoing: bool,
    /// When an ongoing task is looked at next.
    pub check: Option<Spanned<Period>>,
    pub status: Option<Spanned<Status>>,
    pub done: Option<Spanned<Date>>,
    /// Details below the task, without a status of their own.
    pub points: Vec<Spanned<String>>,
    pub note: Option<Spanned<String>>,
    /// Keys that are there but could not be read.
    pub unread: Vec<&'static str>,
}

/// A number of working days, at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkingDays(pub u32);

/// A day that matters.
#[derive(Debug, Default)]
pub struct Milestone {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    pub date: Option<Spanned<Period>>,
    pub phase: Option<Spanned<String>>,
    /// Tasks that must be done before it is reached.
    pub after: Vec<Spanned<String>>,
    /// A decision point that a change of phase waits for.
    pub decision: bool,
    pub done: Option<Spanned<Date>>,
    pub unread: Vec<&'static str>,
}

/// The cells of one phase about which the plan says something.
#[derive(Debug, Default)]
pub struct CellRow {
    pub id: Id,
    pub cells: Keyed<CellNote>,
}

/// What the plan says of a cell.
#[derive(Debug, Default)]
pub struct CellNote {
    pub id: Id,
    /// Why nothing is planned here.
    pub empty: Option<Spanned<String>>,
}

/// The criteria of one phase, by dimension.
#[derive(Debug, Default)]
pub struct CriteriaRow {
    pub id: Id,
    pub dimensions: Keyed<CriteriaCell>,
}

/// The criteria of one cell.
#[derive(Debug, Default)]
pub struct CriteriaCell {
    pub id: Id,
    pub criteria: Keyed<CriterionState>,
}

/// How far a success criterion is.
#[derive(Debug, Default)]
pub struct CriterionState {
    pub id: Id,
    pub met: bool,
    pub on: Option<Spanned<Date>>,
    pub task: Option<Spanned<String>>,
    pub note: Option<Spanned<String>>,
    /// Why it does not apply here.
    pub waived: Option<Spanned<String>>,
    /// Whether it says how far it is, but unreadably.
    pub unread: bool,
}

/// A meeting and what it is asked.
#[derive(Debug, Default)]
pub struct Meeting {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    /// A framework's role, or free text.
    pub body: Option<Spanned<String>>,
    pub date: Option<Spanned<Date>>,
    pub purpose: Option<Spanned<String>>,
    /// What is to come out of it.
    pub deliverable: Option<Spanned<String>>,
    /// The fixed points that it takes up, by the framework's ids.
    pub points: Vec<Spanned<String>>,
    pub agenda: Keyed<AgendaItem>,
    pub unread: Vec<&'static str>,
}

/// What a meeting is to do with something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ask {
    Decide,
    Discuss,
    Inform,
}

/// A decision, task or milestone on a meeting's agenda.
#[derive(Debug)]
pub struct AgendaItem {
    pub id: Id,
    pub ask: Spanned<Ask>,
}

/// A rule set aside in one place, in the open.
#[derive(Debug, Default)]
pub struct Waiver {
    pub span: Span,
    pub rule: Option<Spanned<String>>,
    /// The place: `phase.dimension`, a task's id, or nothing for the whole plan.
    pub at: Option<Spanned<String>>,
    pub reason: Option<Spanned<String>>,
    /// The last day it holds.
    pub until: Option<Spanned<Date>>,
    /// Keys that are there but could not be read: it may be meant to be narrower than it looks.
    pub unread: Vec<&'static str>,
}

/// A light set by hand, with the sentence that a difference needs.
#[derive(Debug, Clone, Default)]
pub struct HandLight {
    pub colour: Option<Spanned<Degree>>,
    pub reason: Option<Spanned<String>>,
}

/// What makes the schedule's light yellow or red, in days.
#[derive(Debug, Clone, Default)]
pub struct Tolerances {
    /// More days late than this: yellow.
    pub yellow: Option<Spanned<i64>>,
    /// More days late than this on a milestone or decision: red.
    pub red: Option<Spanned<i64>>,
}

impl Plan {
    /// A place in the plan.
    pub fn at(&self, span: Span) -> Location {
        self.files.locate(span)
    }

    /// The plan's title, or nothing where it has none yet.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or("", |title| title)
    }

    /// What people call somebody; the id where the plan gives no name.
    pub fn person_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.people.get(id).and_then(|person| person.name.as_deref()).map_or(id, String::as_str)
    }

    /// What people call a unit; the id where the plan gives no name.
    pub fn unit_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.units.get(id).and_then(|unit| unit.name.as_deref()).map_or(id, String::as_str)
    }

    /// The people who hold a role.
    pub fn holders(&self, role: &str) -> &[Spanned<String>] {
        self.roles.get(role).map_or(&[], |holders| &holders.people)
    }

    /// The people that the plan says do something, each by id and as often as it is said.
    pub fn people_named(&self) -> impl Iterator<Item = &Spanned<String>> {
        let tasks = self.tasks.values().flat_map(|task| task.owner.iter().chain(&task.with));
        let roles = self.roles.values().flat_map(|holders| &holders.people);
        let benefits = self.benefits.values().filter_map(|benefit| benefit.owner.as_ref());
        let risks = self.risks.values().filter_map(|risk| risk.owner.as_ref());
        let initiatives = self.initiatives.values().filter_map(|initiative| initiative.owner.as_ref());
        let themes = self.themes.values().flat_map(|theme| &theme.members);
        tasks.chain(roles).chain(benefits).chain(risks).chain(initiatives).chain(themes)
    }

    /// Adds those of the people that plans share whom the plan names and does not itself introduce.
    pub fn add_shared(&mut self, shared: &Arc<SharedPeople>) {
        self.shared = Arc::clone(shared);
        let unknown = |id: &&Spanned<String>| !self.people.contains_key(id.as_str());
        let named: Vec<&Person> =
            self.people_named().filter(unknown).filter_map(|id| shared.people.get(id.as_str())).collect();
        let Some(file) = shared.files.iter().next().filter(|_| !named.is_empty()) else { return };
        // The file's number is the next: `named` still looks at the plan.
        let number = self.files.iter().count() as u16;
        let added: Keyed<Person> =
            named.iter().map(|person| (person.id.value.clone(), person.in_file(number))).collect();
        self.files.add(Arc::clone(file));
        self.people.extend(added);
    }
}

impl Task {
    /// The task's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }

    /// What the status says; a date of completion alone says done.
    pub fn status(&self) -> Status {
        match &self.status {
            Some(status) => status.value,
            None if self.done.is_some() => Status::Done,
            None => Status::Todo,
        }
    }

    /// Whether anything is left to do.
    pub fn is_open(&self) -> bool {
        !matches!(self.status(), Status::Done | Status::Dropped)
    }

    /// The id of the task's unit, if it has one.
    pub fn unit_id(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| unit.value.as_str())
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Person {
    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Milestone {
    /// The milestone's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }
}

impl Meeting {
    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Unit {
    /// Which kind of unit this is, the framework's first kind if it does not say.
    pub fn kind<'a>(&'a self, framework: &'a super::Framework) -> Option<&'a str> {
        match &self.kind {
            Some(kind) => Some(kind),
            None => framework.units.keys().next().map(String::as_str),
        }
    }
}
