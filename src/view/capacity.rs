//! How strong the elements are that the plan rests on, and what is done about the weak ones.

use indexmap::IndexSet;
use serde::Serialize;

use super::{Head, Named, Scene, TaskFacts};
use crate::calendar::Date;
use crate::model::{ElementGrade, Grade};

#[derive(Debug, Serialize)]
pub struct Capacity {
    pub head: Head,
    /// The weak ones first, then those that nobody has assessed.
    pub elements: Vec<ElementFacts>,
}

#[derive(Debug, Serialize)]
pub struct ElementFacts {
    pub element: Named,
    /// The latest grade and its day.
    pub latest: Option<GradeFacts>,
    pub previous: Option<GradeFacts>,
    /// What the latest assessment notes.
    pub note: Option<String>,
    /// The task that is to make it better.
    pub action: Option<TaskFacts>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct GradeFacts {
    pub grade: Grade,
    pub on: Option<Date>,
}

/// Builds the table of elements.
pub fn capacity(scene: &Scene) -> Capacity {
    let assessments = scene.plan.assessments_by_day();
    let mut ids: IndexSet<&str> = scene.framework.assessment.keys().map(String::as_str).collect();
    ids.extend(assessments.iter().flat_map(|assessment| assessment.elements.keys()).map(String::as_str));
    let element = |id: &str| {
        let graded = assessments.iter().filter_map(|assessment| {
            let element = assessment.elements.get(id)?;
            Some((GradeFacts { grade: element.grade.as_ref()?.value, on: assessment.on }, element))
        });
        let (facts, grades): (Vec<GradeFacts>, Vec<&ElementGrade>) = graded.unzip();
        let latest = grades.split_last();
        let action = latest.and_then(|(latest, earlier)| scene.plan.action(latest, earlier));
        let term = scene.framework.assessment.get(id);
        let name = term.map_or_else(|| id.to_owned(), |term| term.names().get(scene.lang).clone());
        ElementFacts {
            element: Named::new(id, &name),
            latest: facts.last().copied(),
            previous: facts.iter().rev().nth(1).copied(),
            note: latest.and_then(|(latest, _)| latest.note.as_ref()).map(|note| note.value.clone()),
            action: action.map(|task| scene.task(task)),
        }
    };
    let mut elements: Vec<ElementFacts> = ids.into_iter().map(element).collect();
    elements.sort_by_key(|element| match element.latest.map(|latest| latest.grade) {
        Some(Grade::Weak) => 0,
        None => 1,
        Some(Grade::Partial) => 2,
        Some(Grade::Strong) => 3,
    });
    Capacity { head: scene.head(), elements }
}
