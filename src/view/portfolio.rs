//! Several plans side by side: how each stands, the same milestones in each, what
//! is late, and who has how much to do when.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde::Serialize;

use super::{
    DecisionFacts, Head, Light, MilestoneFacts, MilestoneForecast, Named, Overdue, Scene, outlook, overdue,
    schedule_light, soon_usual,
};
use crate::calendar::{Date, Period, Unit};
use crate::locale::Lang;
use crate::model::{Framework, Missed, Status, slug};

#[derive(Debug, Serialize)]
pub struct Portfolio {
    pub as_of: Date,
    pub lang: Lang,
    /// One line a plan, in the order in which they were found.
    pub plans: Vec<PlanLine>,
    /// The milestones of each framework that two plans or more follow.
    pub milestones: Vec<SharedMilestones>,
    pub overdue: Overdue,
    pub load: Load,
}

/// How one plan stands.
#[derive(Debug, Serialize)]
pub struct PlanLine {
    pub head: Head,
    pub light: Light,
    /// The phases that it is in.
    pub phases: Vec<Named>,
    pub done: usize,
    /// Of what is not given up.
    pub total: usize,
    pub late: usize,
    /// The first that is ahead, else the first that is late.
    pub next_milestone: Option<MilestoneForecast>,
    pub next_decision: Option<NextDecision>,
}

/// The first decision that is wanted from today on, else the first that is late.
#[derive(Debug, Serialize)]
pub struct NextDecision {
    #[serde(flatten)]
    pub decision: DecisionFacts,
    /// The day of the meeting that is to take it, else the last day of its deadline.
    pub on: Option<Date>,
}

/// Milestones that plans of one framework have in common.
#[derive(Debug, Serialize)]
pub struct SharedMilestones {
    pub framework: Named,
    /// The framework's own, and those that two plans or more have, by id.
    pub milestones: Vec<Named>,
    /// One row a plan; its milestones are in the order of `milestones`.
    pub rows: Vec<SharedRow>,
    /// How many milestones only one plan has.
    pub others: usize,
}

#[derive(Debug, Serialize)]
pub struct SharedRow {
    pub plan: String,
    pub milestones: Vec<Option<MilestoneFacts>>,
}

/// Open tasks by person and month.
#[derive(Debug, Serialize)]
pub struct Load {
    pub months: Vec<Period>,
    /// The most loaded first.
    pub people: Vec<PersonLoad>,
}

#[derive(Debug, Serialize)]
pub struct PersonLoad {
    pub name: String,
    /// In how many of the plans.
    pub plans: usize,
    pub late: usize,
    /// Due in each of the months.
    pub months: Vec<usize>,
    /// Due after those months.
    pub after: usize,
    /// Without a date.
    pub undated: usize,
    pub total: usize,
}

/// How many months ahead loads are told.
const MONTHS: usize = 6;

/// Puts plans side by side. `apart` tells people of different plans apart, as where names are roles.
pub fn portfolio(scenes: &[Scene], today: Date, lang: Lang, apart: bool) -> Portfolio {
    Portfolio {
        as_of: today,
        lang,
        plans: scenes.iter().map(line).collect(),
        milestones: shared_milestones(scenes, lang),
        overdue: overdue(scenes, today, soon_usual(today)),
        load: load(scenes, today, apart),
    }
}

fn line(scene: &Scene) -> PlanLine {
    let tasks = || scene.plan.tasks.values().filter(|task| task.status() != Status::Dropped);
    let late = |late: crate::model::Late| late.missed != Missed::Check;
    let milestones = outlook(scene).milestones.into_iter().filter(|one| one.planned.is_some());
    PlanLine {
        head: scene.head(),
        light: schedule_light(scene),
        phases: phases(scene),
        done: tasks().filter(|task| task.is_delivered()).count(),
        total: tasks().count(),
        late: tasks().filter(|task| task.late(scene.today).is_some_and(late)).count(),
        next_milestone: milestones.min_by_key(|one| (one.planned < Some(scene.today), one.planned)),
        next_decision: next_decision(scene),
    }
}

/// The phases that have begun and are not over.
fn phases(scene: &Scene) -> Vec<Named> {
    let plan = scene.plan;
    let is_current = |id: &&String| {
        plan.phases.get(id.as_str()).is_some_and(|dates| {
            let begun = dates.begun(scene.today).is_some() || (dates.start.is_none() && dates.ongoing);
            begun && dates.over(scene.today).is_none()
        })
    };
    let current = scene.framework.phases.keys().filter(is_current);
    current.map(|id| Named::new(id, scene.framework.phase_name(id, scene.lang))).collect()
}

fn next_decision(scene: &Scene) -> Option<NextDecision> {
    let meetings = scene.plan.meetings_of_decisions();
    let wanted = scene.plan.decisions.values().filter(|decision| decision.is_wanted());
    let dated = wanted.map(|decision| {
        let days = meetings.get(decision.id.as_str()).into_iter().flatten();
        let coming = days.filter(|day| **day >= scene.today).min().copied();
        (decision, coming.or(decision.deadline.as_ref().map(|deadline| deadline.last())))
    });
    let (decision, on) = dated.min_by_key(|(_, on)| (on.is_none(), *on < Some(scene.today), *on))?;
    Some(NextDecision { decision: scene.decision(decision), on })
}

fn shared_milestones(scenes: &[Scene], lang: Lang) -> Vec<SharedMilestones> {
    let mut by_framework: IndexMap<&str, Vec<&Scene>> = IndexMap::new();
    for scene in scenes.iter().filter(|scene| !scene.framework.id().is_empty()) {
        by_framework.entry(family(scene.framework)).or_default().push(scene);
    }
    let shared = |(id, scenes): (&str, Vec<&Scene>)| {
        let framework = scenes.iter().map(|scene| scene.framework).find(|framework| framework.id() == id);
        let framework = framework.or(scenes.first().map(|scene| scene.framework))?;
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        for id in scenes.iter().flat_map(|scene| scene.plan.milestones.keys()) {
            *counts.entry(id).or_default() += 1;
        }
        let own = framework.milestones.keys().map(String::as_str).filter(|id| counts.contains_key(id));
        let common = counts.iter().filter(|(_, count)| **count > 1).map(|(id, _)| *id);
        let mut names: IndexMap<&str, Named> = IndexMap::new();
        for id in own.chain(common) {
            names.entry(id).or_insert_with(|| milestone_name(framework, &scenes, id, lang));
        }
        let row = |scene: &&Scene| {
            let facts = |id: &&str| scene.plan.milestones.get(*id).map(|one| scene.milestone(one));
            SharedRow { plan: scene.plan.title().to_owned(), milestones: names.keys().map(facts).collect() }
        };
        let rows = scenes.iter().map(row).collect();
        let others = counts.len() - names.len();
        let milestones: Vec<Named> = names.into_values().collect();
        let framework = Named::new(id, framework.name(lang));
        (scenes.len() > 1 && !milestones.is_empty()).then_some(SharedMilestones { framework, milestones, rows, others })
    };
    by_framework.into_iter().filter_map(shared).collect()
}

/// What a framework and those that extend it have in common: the id of what they are built on.
fn family(framework: &Framework) -> &str {
    framework.base.as_deref().unwrap_or(framework.id())
}

fn milestone_name(framework: &Framework, scenes: &[&Scene], id: &str, lang: Lang) -> Named {
    let own = framework.milestones.get(id).and_then(|one| one.title.as_ref()).map(|title| title.get(lang).to_owned());
    let of_plan = || scenes.iter().find_map(|scene| scene.plan.milestones.get(id)).map(|one| one.title().to_owned());
    Named::new(id, &own.or_else(of_plan).unwrap_or_else(|| id.to_owned()))
}

fn load(scenes: &[Scene], today: Date, apart: bool) -> Load {
    let first = Period::of(Unit::Month, today);
    let months: Vec<Period> = std::iter::successors(Some(first), |month| Some(month.next())).take(MONTHS).collect();
    let mut people: IndexMap<String, PersonLoad> = IndexMap::new();
    for scene in scenes {
        let mut here = HashSet::new();
        for task in scene.plan.tasks.values().filter(|task| task.is_open()) {
            let Some(owner) = &task.owner else { continue };
            let name = scene.person(owner).name;
            let name = if apart { format!("{name} ({})", scene.plan.title()) } else { name };
            // However a name is spelt, it is one person's.
            let key = slug(&name);
            let person = people.entry(key.clone()).or_insert_with(|| PersonLoad::none(name));
            person.plans += usize::from(here.insert(key));
            person.total += 1;
            // What was to be looked at is to be looked at now; that is not late.
            let owed = task.owes().map(|(what, when)| match what {
                Missed::Check => when.last().max(today),
                Missed::Due | Missed::Start => when.last(),
            });
            match (owed, months.iter().position(|month| owed.is_some_and(|day| month.contains(day)))) {
                (None, _) => person.undated += 1,
                (Some(day), _) if day < today => person.late += 1,
                (Some(_), Some(at)) => person.months[at] += 1,
                (Some(_), None) => person.after += 1,
            }
        }
    }
    let mut people: Vec<PersonLoad> = people.into_values().collect();
    people.sort_by_key(|person| std::cmp::Reverse((person.total, person.late)));
    Load { months, people }
}

impl PersonLoad {
    fn none(name: String) -> PersonLoad {
        PersonLoad { name, plans: 0, late: 0, months: vec![0; MONTHS], after: 0, undated: 0, total: 0 }
    }
}
