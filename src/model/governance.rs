//! What a plan is steered by: decisions, benefits, indicators, risks,
//! stakeholders, recommendations and assessments.

use serde::Serialize;

use super::{Id, Keyed};
use crate::calendar::{Date, Period};
use crate::source::Spanned;

/// A decision wanted or taken.
#[derive(Debug, Default)]
pub struct Decision {
    pub id: Id,
    pub text: Option<Spanned<String>>,
    pub meeting: Option<Spanned<String>>,
    pub recommendation: Option<Spanned<String>>,
    pub options: Vec<Spanned<String>>,
    pub deadline: Option<Spanned<Period>>,
    pub outcome: Option<Spanned<String>>,
    pub decided: Option<Spanned<Date>>,
    /// The criterion that waits for it: `phase.dimension.criterion`.
    pub criterion: Option<Spanned<String>>,
    pub unread: Vec<&'static str>,
}

/// Something the plan is to bring.
#[derive(Debug, Default)]
pub struct Benefit {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    pub owner: Option<Spanned<String>>,
    /// What is asked to see whether it came.
    pub question: Option<Spanned<String>>,
    /// The levels at which it is reported.
    pub levels: Vec<Spanned<String>>,
    pub baseline: Option<Spanned<Measure>>,
    pub target: Option<Spanned<Measure>>,
    pub readings: Keyed<Reading>,
    pub outcome: Option<Spanned<BenefitOutcome>>,
    pub note: Option<Spanned<String>>,
    pub unread: Vec<&'static str>,
}

/// A figure, or words where there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    Number(String),
    Words(String),
}

/// What was read of a benefit or indicator on a day.
#[derive(Debug)]
pub struct Reading {
    pub id: Id,
    pub on: Option<Date>,
    pub value: Measure,
}

/// What became of a benefit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BenefitOutcome {
    Realised,
    Partly,
    /// not realised, and something is decided about it
    Action,
    /// taken up again in a new wave
    NewWave,
    Dropped,
}

/// Something that is measured along the way.
#[derive(Debug, Default)]
pub struct Indicator {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    pub kind: Option<Spanned<IndicatorKind>>,
    pub source: Option<Spanned<String>>,
    /// Who is told what it shows.
    pub recipient: Option<Spanned<String>>,
    /// The initiative that it measures.
    pub initiative: Option<Spanned<String>>,
    pub readings: Keyed<Reading>,
    pub unread: Vec<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum IndicatorKind {
    Quality,
    Result,
    Value,
}

impl IndicatorKind {
    pub const ALL: [IndicatorKind; 3] = [IndicatorKind::Quality, IndicatorKind::Result, IndicatorKind::Value];

    /// The keyword used in files.
    pub const fn keyword(self) -> &'static str {
        match self {
            IndicatorKind::Quality => "quality",
            IndicatorKind::Result => "result",
            IndicatorKind::Value => "value",
        }
    }
}

/// Something that may go wrong.
#[derive(Debug, Default)]
pub struct Risk {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    /// From 1 to 5.
    pub likelihood: Option<Spanned<i64>>,
    /// From 1 to 5.
    pub impact: Option<Spanned<i64>>,
    pub owner: Option<Spanned<String>>,
    pub response: Option<Spanned<String>>,
    pub reviewed: Option<Spanned<Date>>,
    pub unread: Vec<&'static str>,
}

/// Somebody whom the plan touches.
#[derive(Debug, Default)]
pub struct Stakeholder {
    pub id: Id,
    pub name: Option<Spanned<String>>,
    pub side: Option<Spanned<super::Side>>,
    pub interest: Option<Spanned<String>>,
    pub influence: Option<Spanned<String>>,
    pub commitment: Option<Spanned<String>>,
    pub response: Option<Spanned<String>>,
    /// The task that they agreed to.
    pub task: Option<Spanned<String>>,
    pub unread: Vec<&'static str>,
}

/// A recommendation, chosen or not.
#[derive(Debug, Default)]
pub struct Initiative {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    pub topic: Option<Spanned<String>>,
    /// The units that are responsible.
    pub departments: Vec<Spanned<String>>,
    /// How far it is implemented; not how its schedule stands.
    pub degree: Option<Spanned<Degree>>,
    pub complexity: Option<Spanned<Complexity>>,
    pub evidence: Option<Spanned<Evidence>>,
    pub funding: Option<Spanned<String>>,
    pub chosen: bool,
    pub owner: Option<Spanned<String>>,
    pub start: Option<Spanned<Period>>,
    pub note: Option<Spanned<String>>,
    pub unread: Vec<&'static str>,
}

/// How far a recommendation is implemented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Degree {
    /// not started
    Red,
    /// started, not everywhere or not systematically
    Yellow,
    /// in full use
    Green,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Complexity {
    Low,
    High,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// known effect
    Basic,
    /// less certain effect
    Developing,
}

/// The framework's elements as graded on one day.
#[derive(Debug)]
pub struct Assessment {
    pub id: Id,
    pub on: Option<Date>,
    pub elements: Keyed<ElementGrade>,
}

/// How one element was graded.
#[derive(Debug, Default)]
pub struct ElementGrade {
    pub id: Id,
    pub grade: Option<Spanned<Grade>>,
    pub note: Option<Spanned<String>>,
    /// The task that is to make it better.
    pub task: Option<Spanned<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    Strong,
    Partial,
    Weak,
}

/// Something that a group works out together.
#[derive(Debug, Default)]
pub struct Theme {
    pub id: Id,
    pub title: Option<Spanned<String>>,
    /// Where it grates today.
    pub friction: Vec<Spanned<String>>,
    /// What is tried.
    pub solutions: Vec<Spanned<String>>,
    pub members: Vec<Spanned<String>>,
    /// What was agreed in the end.
    pub agreement: Option<Spanned<String>>,
    pub unread: Vec<&'static str>,
}

impl Initiative {
    /// The keys that a framework may ask for.
    pub const FIELDS: [&str; 8] =
        ["degree", "complexity", "evidence", "departments", "funding", "owner", "start", "topic"];

    /// The initiative's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }

    /// Whether one of [`Initiative::FIELDS`] is there, if only unreadably.
    pub fn has(&self, field: &str) -> bool {
        let is_there = match field {
            "degree" => self.degree.is_some(),
            "complexity" => self.complexity.is_some(),
            "evidence" => self.evidence.is_some(),
            "departments" => !self.departments.is_empty(),
            "funding" => self.funding.is_some(),
            "owner" => self.owner.is_some(),
            "start" => self.start.is_some(),
            "topic" => self.topic.is_some(),
            _ => false,
        };
        is_there || self.is_unread(field)
    }

    /// Whether it is chosen, complex, and not in full use yet.
    pub fn is_complex_and_running(&self) -> bool {
        let is_complex = self.complexity.as_ref().is_some_and(|complexity| complexity.value == Complexity::High);
        let in_use = self.degree.as_ref().is_some_and(|degree| degree.value == Degree::Green);
        self.chosen && is_complex && !in_use && !self.is_unread("degree")
    }

    /// What is said of money that is wished for, not given: a budget proposal, or
    /// a text whose first word is such as `søges` or `wanted`.
    pub fn wished_funding(&self) -> Option<&Spanned<String>> {
        const WORDS: [&str; 4] = ["søges", "søkes", "ønskes", "wanted"];
        const BEGINNINGS: [&str; 3] = ["budgetforslag", "budsjettforslag", "budget proposal"];
        self.funding.as_ref().filter(|funding| {
            let funding = funding.to_lowercase();
            let first = funding.split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
            first.is_some_and(|first| WORDS.contains(&first))
                || BEGINNINGS.iter().any(|beginning| funding.trim_start().starts_with(beginning))
        })
    }
}

impl Stakeholder {
    /// What people call the stakeholder; the id where the plan gives no name.
    pub fn name(&self) -> &str {
        self.name.as_ref().map_or(&self.id.value, |name| name)
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Theme {
    /// The theme's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Benefit {
    /// The benefit's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }

    /// Whether nobody wants it any more.
    pub fn is_dropped(&self) -> bool {
        self.outcome.as_ref().is_some_and(|outcome| outcome.value == BenefitOutcome::Dropped)
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Risk {
    /// The risk's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}

impl Indicator {
    /// The indicator's title; its id where it has none.
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id.value, |title| title)
    }

    /// Whether a key is there but could not be read, so that nothing follows from its absence.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }
}
