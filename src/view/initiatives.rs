//! The list of initiatives: how far each is implemented, and which are chosen.

use indexmap::IndexMap;
use serde::Serialize;

use super::{Head, Named, Scene};
use crate::calendar::Period;
use crate::locale::{self, Lang, words};
use crate::model::{Complexity, Degree, Evidence, Initiative};

#[derive(Debug, Serialize)]
pub struct Initiatives {
    pub head: Head,
    pub by: InitiativesBy,
    /// What the framework calls a department.
    pub department: String,
    /// What each degree of implementation means.
    pub degrees: Vec<DegreeMeaning>,
    /// Each initiative once, however many departments share it.
    pub counts: DegreeCounts,
    pub groups: Vec<InitiativeGroup>,
}

/// What the list is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum InitiativesBy {
    Department,
    Topic,
    Degree,
}

#[derive(Debug, Serialize)]
pub struct DegreeMeaning {
    pub degree: Degree,
    pub meaning: String,
}

/// How many initiatives are how far; not how their schedules stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DegreeCounts {
    pub red: usize,
    pub yellow: usize,
    pub green: usize,
    /// Without a degree.
    pub unknown: usize,
    pub chosen: usize,
    pub total: usize,
}

impl DegreeCounts {
    fn of<'i>(initiatives: impl IntoIterator<Item = &'i Initiative>) -> DegreeCounts {
        let mut counts = DegreeCounts::default();
        for initiative in initiatives {
            match initiative.degree.as_ref().map(|degree| degree.value) {
                Some(Degree::Red) => counts.red += 1,
                Some(Degree::Yellow) => counts.yellow += 1,
                Some(Degree::Green) => counts.green += 1,
                None => counts.unknown += 1,
            }
            counts.chosen += usize::from(initiative.chosen);
            counts.total += 1;
        }
        counts
    }

    /// How many are this far.
    pub fn get(&self, degree: Degree) -> usize {
        match degree {
            Degree::Red => self.red,
            Degree::Yellow => self.yellow,
            Degree::Green => self.green,
        }
    }
}

/// The initiatives of one department, topic or degree.
#[derive(Debug, Serialize)]
pub struct InitiativeGroup {
    /// Nothing for those that do not say.
    pub id: Option<String>,
    pub name: String,
    pub counts: DegreeCounts,
    /// In the writer's order; one that departments share stands with each of them.
    pub initiatives: Vec<InitiativeFacts>,
}

#[derive(Debug, Serialize)]
pub struct InitiativeFacts {
    pub id: String,
    pub title: String,
    pub topic: Option<String>,
    pub departments: Vec<Named>,
    pub degree: Option<Degree>,
    pub complexity: Option<Complexity>,
    pub evidence: Option<Evidence>,
    pub chosen: bool,
    pub owner: Option<Named>,
    pub funding: Option<String>,
    pub start: Option<Period>,
    pub note: Option<String>,
}

const DEGREES: [Degree; 3] = [Degree::Red, Degree::Yellow, Degree::Green];

/// Builds the list of initiatives.
pub fn initiatives(scene: &Scene, by: InitiativesBy) -> Initiatives {
    let plan = scene.plan;
    let mut groups: IndexMap<Option<&str>, Vec<&Initiative>> = IndexMap::new();
    match by {
        InitiativesBy::Department => groups.extend(plan.units.keys().map(|id| (Some(id.as_str()), Vec::new()))),
        InitiativesBy::Degree => groups.extend(DEGREES.map(|degree| (Some(keyword(degree)), Vec::new()))),
        InitiativesBy::Topic => {}
    }
    let mut others = Vec::new();
    for initiative in plan.initiatives.values() {
        let own: Vec<&str> = match by {
            InitiativesBy::Department => initiative.departments.iter().map(|id| id.as_str()).collect(),
            InitiativesBy::Topic => initiative.topic.iter().map(|topic| topic.as_str()).collect(),
            InitiativesBy::Degree => initiative.degree.iter().map(|degree| keyword(degree.value)).collect(),
        };
        if own.is_empty() {
            others.push(initiative);
        }
        for id in own {
            let group = groups.entry(Some(id)).or_default();
            // Somebody may name a department twice.
            if !group.last().is_some_and(|last| std::ptr::eq(*last, initiative)) {
                group.push(initiative);
            }
        }
    }
    groups.insert(None, others);
    groups.retain(|_, initiatives| !initiatives.is_empty());
    let group = |(id, initiatives): (Option<&str>, Vec<&Initiative>)| InitiativeGroup {
        id: id.map(str::to_owned),
        name: id.map_or_else(|| without(scene, by), |id| name(scene, by, id)),
        counts: DegreeCounts::of(initiatives.iter().copied()),
        initiatives: initiatives.into_iter().map(|initiative| facts(scene, initiative)).collect(),
    };
    Initiatives {
        head: scene.head(),
        by,
        department: scene.framework.labels.unit().get(scene.lang).clone(),
        degrees: DEGREES.map(|degree| DegreeMeaning { degree, meaning: meaning(scene, degree) }).into(),
        counts: DegreeCounts::of(plan.initiatives.values()),
        groups: groups.into_iter().map(group).collect(),
    }
}

/// A degree as it is written.
fn keyword(degree: Degree) -> &'static str {
    match degree {
        Degree::Red => "red",
        Degree::Yellow => "yellow",
        Degree::Green => "green",
    }
}

/// What a degree means, in the framework's words or the usual ones.
fn meaning(scene: &Scene, degree: Degree) -> String {
    let own = scene.framework.degrees.get(keyword(degree)).and_then(|term| term.name.as_ref());
    own.map_or_else(|| usual_meaning(scene.lang, degree), |name| name.get(scene.lang)).to_owned()
}

/// What a degree of implementation means, where the framework does not say.
fn usual_meaning(lang: Lang, degree: Degree) -> &'static str {
    match degree {
        Degree::Red => words!("Rød: ikke begyndt", "Rød: ikke startet", "Red: not started"),
        Degree::Yellow => words!("Gul: begyndt", "Gul: startet", "Yellow: started"),
        Degree::Green => words!("Grøn: gennemført", "Grønn: gjennomført", "Green: in full use"),
    }
    .of(lang)
}

fn name(scene: &Scene, by: InitiativesBy, id: &str) -> String {
    match by {
        InitiativesBy::Department => scene.plan.unit_name(id).to_owned(),
        InitiativesBy::Topic => id.to_owned(),
        InitiativesBy::Degree => {
            let degree = DEGREES.into_iter().find(|degree| keyword(*degree) == id);
            degree.map_or_else(String::new, |degree| meaning(scene, degree))
        }
    }
}

/// The heading over those that do not say.
fn without(scene: &Scene, by: InitiativesBy) -> String {
    let lang = scene.lang;
    let what = match by {
        InitiativesBy::Department => scene.framework.labels.unit().get(lang).clone(),
        InitiativesBy::Topic => locale::TOPIC.of(lang).to_lowercase(),
        InitiativesBy::Degree => locale::DEGREE.of(lang).to_lowercase(),
    };
    locale::without(lang, &what)
}

fn facts(scene: &Scene, initiative: &Initiative) -> InitiativeFacts {
    let named = |id: &crate::source::Spanned<String>| Named::new(id, scene.plan.unit_name(id));
    InitiativeFacts {
        id: initiative.id.value.clone(),
        title: initiative.title().to_owned(),
        topic: initiative.topic.as_ref().map(|topic| topic.value.clone()),
        departments: initiative.departments.iter().map(named).collect(),
        degree: initiative.degree.as_ref().map(|degree| degree.value),
        complexity: initiative.complexity.as_ref().map(|complexity| complexity.value),
        evidence: initiative.evidence.as_ref().map(|evidence| evidence.value),
        chosen: initiative.chosen,
        owner: initiative.owner.as_ref().map(|id| Named::new(id, scene.plan.person_name(id))),
        funding: initiative.funding.as_ref().map(|funding| funding.value.clone()),
        start: initiative.start.as_ref().map(|start| start.value),
        note: initiative.note.as_ref().map(|note| note.value.clone()),
    }
}
