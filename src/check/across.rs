//! What only shows when several plans are looked at together.

use std::collections::HashMap;
use std::sync::Arc;

use super::{ALL, Asked, Run, Sink, run};
use crate::calendar::Date;
use crate::finding::Finding;
use crate::model::{Map, Plan, SharedPeople, slug};
use crate::source::{Files, Location, Source, Span, Spanned};

/// What of a plan matters to the others.
#[derive(Debug, Default)]
pub struct Digest {
    files: Files,
    pub template: Option<Spanned<String>>,
    pub title: Option<Spanned<String>>,
    /// The people it introduces itself.
    pub people: Vec<Introduced>,
    /// When its open tasks are due, by the name of who owns them.
    pub due: Map<String, Vec<Due>>,
    /// The rules that it sets aside, in all or at one place.
    waived: Vec<(String, Option<String>)>,
}

/// Somebody as a plan introduces them.
#[derive(Debug)]
pub struct Introduced {
    pub id: Spanned<String>,
    pub name: Spanned<String>,
    pub email: Option<String>,
}

/// An open task of somebody.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    pub last: Date,
    /// Where the task's id stands.
    pub task: Span,
}

impl Digest {
    /// What of a plan matters to the others on a day.
    pub fn of(plan: &Plan, today: Date) -> Digest {
        let own = plan.people.values().filter(|person| person.id.span.file == 0);
        let introduced = |person: &crate::model::Person| {
            let email = person.email.as_ref().map(|email| email.to_lowercase());
            Some(Introduced { id: person.id.clone(), name: person.name.clone()?, email })
        };
        let mut by_owner: Map<&str, Vec<Due>> = Map::default();
        for task in plan.tasks.values().filter(|task| task.is_open() && !task.is_delivered()) {
            let (Some(owner), Some(when)) = (&task.owner, &task.due) else { continue };
            by_owner.entry(owner).or_default().push(Due { last: when.last(), task: task.id.span });
        }
        let mut due: Map<String, Vec<Due>> = Map::default();
        for (owner, dues) in by_owner.into_iter().filter(|(owner, _)| plan.people.contains_key(*owner)) {
            due.entry(plan.person_name(owner).to_owned()).or_default().extend(dues);
        }
        let counts = |waiver: &&crate::model::Waiver| {
            waiver.unread.is_empty() && waiver.until.as_ref().is_none_or(|until| today <= until.value)
        };
        let waived = plan.waivers.iter().filter(counts).filter_map(|waiver| {
            let at = waiver.at.as_ref().map(|at| at.value.clone());
            Some((waiver.rule.as_ref()?.value.clone(), at))
        });
        Digest {
            files: plan.files.clone(),
            template: plan.template.clone(),
            title: plan.title.clone(),
            people: own.filter_map(introduced).collect(),
            due,
            waived: waived.collect(),
        }
    }

    /// A place in the plan.
    pub fn at(&self, span: Span) -> Location {
        self.files.locate(span)
    }

    /// The plan's own file.
    pub fn source(&self) -> Option<&Arc<Source>> {
        self.files.iter().next()
    }

    fn waives(&self, finding: &Finding) -> bool {
        self.waived.iter().any(|(rule, at)| rule == finding.rule && (at.is_none() || *at == finding.subject))
    }
}

/// Plans that belong together.
#[derive(Debug)]
pub struct Plans<'a> {
    pub all: &'a [&'a Digest],
    /// The people that they share.
    pub shared: &'a SharedPeople,
}

/// Holds plans against one another.
pub fn across(plans: &Plans, asked: Asked) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in ALL {
        if let Run::Across(look, most) = rule.run {
            let said = asked.setting(None, rule).and_then(|setting| setting.at_most.as_ref());
            let most = said.map_or(most, |said| usize::try_from(said.value).unwrap_or(most));
            run(rule, None, asked, &mut findings, |sink: &mut Sink| look(plans, most, sink));
        }
    }
    let by_source: HashMap<*const Source, &&Digest> =
        plans.all.iter().filter_map(|digest| Some((Arc::as_ptr(digest.source()?), digest))).collect();
    let of = |finding: &Finding| by_source.get(&Arc::as_ptr(&finding.primary.at.source));
    findings.retain(|finding| !of(finding).is_some_and(|digest| digest.waives(finding)));
    findings
}

/// Whether two names are probably one person's: alike but for spelling, or one
/// says more of the other's names.
pub fn are_one_persons(one: &str, other: &str) -> bool {
    let (one, other) = (slug(one), slug(other));
    let words = |name: &str| name.split('-').map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(&one), words(&other));
    let within = |few: &[String], many: &[String]| few.len() > 1 && few.iter().all(|word| many.contains(word));
    one == other || within(&a, &b) || within(&b, &a) || strsim::damerau_levenshtein(&one, &other) <= one.len() / 6
}
