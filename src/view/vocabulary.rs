//! What can stand where a plan names something that others have given an id:
//! its framework, the rules, the frameworks there are.

use crate::check::{self, Rule};
use crate::finding::Severity;
use crate::locale::Lang;
use crate::model::{Criterion, Framework, Keyed, Localized, Names, Term};
use crate::source::Spanned;

/// The ids known, and what they are called in one language.
#[derive(Debug)]
pub struct Vocabulary<'f> {
    pub framework: Option<&'f Framework>,
    /// The frameworks that come with the program.
    pub builtins: &'f [Framework],
    pub lang: Lang,
}

/// What can stand in a place.
#[derive(Debug)]
pub struct Choices {
    pub all: Vec<Choice>,
    /// Whether `plan check` takes nothing else.
    pub only: bool,
}

/// An id and what it stands for.
#[derive(Debug)]
pub struct Choice {
    pub id: String,
    pub about: String,
}

impl Vocabulary<'_> {
    /// What can stand where something is named, inside the tables of some ids;
    /// nothing where nobody has given any.
    pub fn choices(&self, names: Names, within: &[String]) -> Option<Choices> {
        let all = match (names, self.framework) {
            (Names::Template, _) => self.builtins.iter().map(|one| self.about_framework(one)).collect(),
            (Names::Rule, framework) => self.rules(framework),
            (_, None) => Vec::new(),
            (_, Some(framework)) => self.of_framework(names, framework, within),
        };
        let only = self.framework.is_some_and(checks_ids) && is_closed(names);
        (!all.is_empty()).then_some(Choices { all, only })
    }

    fn of_framework(&self, names: Names, framework: &Framework, within: &[String]) -> Vec<Choice> {
        let named = |id: &String, name: &Option<Spanned<Localized>>| self.choice(id, name, &None);
        match names {
            Names::Own | Names::Day | Names::Template | Names::Rule => Vec::new(),
            Names::Phase => {
                let phases = framework.phases.iter();
                phases.map(|(id, phase)| self.choice(id, &phase.name, &phase.purpose)).collect()
            }
            Names::Dimension => {
                let mut all = Vec::new();
                for (id, dimension) in &framework.dimensions {
                    all.push(self.choice(id, &dimension.name, &dimension.purpose));
                    let rows = dimension.rows.iter();
                    all.extend(rows.map(|(id, row)| self.choice(id, &row.name, &row.purpose)));
                }
                all
            }
            Names::Role | Names::PersonOrRole | Names::Body => {
                framework.roles.iter().map(|(id, role)| self.choice(id, &role.name, &role.purpose)).collect()
            }
            Names::UnitKind => framework.units.iter().map(|(id, kind)| named(id, &kind.name)).collect(),
            Names::Activity | Names::Task => {
                framework.activities.iter().map(|(id, activity)| named(id, &activity.title)).collect()
            }
            Names::Milestone => framework.milestones.iter().map(|(id, one)| named(id, &one.title)).collect(),
            Names::Meeting => {
                let meetings = framework.meetings.iter();
                let title = |meeting| framework.meeting_title(meeting).get(self.lang).clone();
                meetings.map(|(id, meeting)| Choice { id: id.clone(), about: title(meeting) }).collect()
            }
            Names::MeetingPoint => {
                let points = framework.meetings.values().flat_map(|meeting| &meeting.points);
                let mut all: Vec<Choice> = points.map(|(id, point)| named(id, &point.title)).collect();
                let mut seen = std::collections::HashSet::new();
                all.retain(|point| seen.insert(point.id.clone()));
                all
            }
            Names::Stakeholder => framework.stakeholders.iter().map(|(id, one)| named(id, &one.name)).collect(),
            Names::Level => framework.reporting_levels.iter().map(|(id, level)| named(id, &level.name)).collect(),
            Names::Commitment => self.terms(&framework.commitments),
            Names::Element => self.terms(&framework.assessment),
            Names::Sector => self.terms(&framework.sectors),
            Names::Mandate => self.terms(&framework.mandates),
            Names::Skill => self.terms(&framework.skills),
            Names::Degree => self.terms(&framework.degrees),
            Names::Complexity => self.terms(&framework.complexity),
            Names::Evidence => self.terms(&framework.evidence),
            Names::CriterionHere => match within {
                [phase, row] => self.criteria_in(framework, phase, row),
                _ => Vec::new(),
            },
            Names::Criterion => {
                let cells =
                    framework.cells.iter().flat_map(|(phase, row)| row.cells.keys().map(move |row| (phase, row)));
                let in_cell = |(phase, row): (&String, &String)| {
                    let address = |one: Choice| Choice { id: format!("{phase}.{row}.{}", one.id), ..one };
                    self.criteria_in(framework, phase, row).into_iter().map(address).collect::<Vec<_>>()
                };
                cells.flat_map(in_cell).collect()
            }
            Names::Outcome => {
                let outcomes = framework.rules.values().flat_map(|rule| &rule.outcomes);
                outcomes.map(|outcome| Choice { id: outcome.value.clone(), about: String::new() }).collect()
            }
        }
    }

    fn criteria_in(&self, framework: &Framework, phase: &str, row: &str) -> Vec<Choice> {
        let criteria = framework.cell(phase, row).into_iter().flat_map(|cell| cell.criteria.values());
        let with_parts = criteria.flat_map(|one| std::iter::once(one).chain(one.criteria.values()));
        let choice = |one: &Criterion| Choice { id: one.id.value.clone(), about: one.texts().get(self.lang).clone() };
        with_parts.map(choice).collect()
    }

    fn rules(&self, framework: Option<&Framework>) -> Vec<Choice> {
        let own = framework.into_iter().flat_map(|framework| &framework.rules);
        let own = own.map(|(id, rule)| self.choice(id, &rule.reason, &None));
        let general =
            |rule: &&'static Rule| Choice { id: rule.id.to_owned(), about: rule.doc.what.of(self.lang).to_owned() };
        own.chain(check::ALL.iter().map(general)).collect()
    }

    fn about_framework(&self, framework: &Framework) -> Choice {
        let summary = framework.summary.as_ref().map_or("", |summary| summary.get(self.lang));
        Choice { id: framework.id().to_owned(), about: about(framework.name(self.lang), summary) }
    }

    fn terms(&self, terms: &Keyed<Term>) -> Vec<Choice> {
        terms.iter().map(|(id, term)| self.choice(id, &term.name, &term.purpose)).collect()
    }

    fn choice(&self, id: &str, name: &Option<Spanned<Localized>>, purpose: &Option<Spanned<Localized>>) -> Choice {
        let said =
            |text: &Option<Spanned<Localized>>| text.as_ref().map_or("", |text| text.value.get(self.lang)).to_owned();
        Choice { id: id.to_owned(), about: about(&said(name), &said(purpose)) }
    }
}

/// A name and what is to be said of it.
fn about(name: &str, purpose: &str) -> String {
    if purpose.is_empty() { name.to_owned() } else { format!("{name}: {purpose}") }
}

/// Whether an id that leads nowhere is an error to the framework, as it is unless it says otherwise.
fn checks_ids(framework: &Framework) -> bool {
    let mut rules = framework.rules.values().filter(|rule| rule.carried_out_by("unknown-reference"));
    let severity = rules.next().and_then(|rule| rule.severity.as_ref());
    severity.is_none_or(|severity| severity.value == Severity::Error)
}

/// Whether only what the framework has can stand here; else the plan may name its own.
fn is_closed(names: Names) -> bool {
    match names {
        Names::Phase
        | Names::Dimension
        | Names::Role
        | Names::UnitKind
        | Names::Activity
        | Names::Commitment
        | Names::Element
        | Names::Level
        | Names::Sector
        | Names::Mandate
        | Names::Skill
        | Names::CriterionHere
        | Names::Rule => true,
        Names::Own
        | Names::Day
        | Names::Template
        | Names::PersonOrRole
        | Names::Body
        | Names::Task
        | Names::Milestone
        | Names::Meeting
        | Names::MeetingPoint
        | Names::Stakeholder
        | Names::Criterion
        | Names::Degree
        | Names::Complexity
        | Names::Evidence
        | Names::Outcome => false,
    }
}
