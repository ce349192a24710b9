//! The tasks one by one, in the writer's order.

use serde::Serialize;

use super::{ColumnsBy, RowsBy, criteria, matrix, risks};
use super::{Criteria, Head, Matrix, MilestoneFacts, RiskFacts, Scene, TaskFacts};
use crate::model::{State, Task};

#[derive(Debug, Serialize)]
pub struct Tasks {
    pub head: Head,
    /// How many the plan has, with those that are left out.
    pub total: usize,
    pub tasks: Vec<TaskLine>,
}

/// A task and what it waits for.
#[derive(Debug, Serialize)]
pub struct TaskLine {
    #[serde(flatten)]
    pub facts: TaskFacts,
    /// The titles of the tasks that must be done first.
    pub after: Vec<String>,
    pub points: Vec<String>,
}

/// Which tasks are listed: those that fit every one that is asked for.
#[derive(Debug, Default, Clone)]
pub struct TaskFilter {
    /// ids of people, who own the task
    pub owner: Option<String>,
    pub phase: Option<String>,
    pub unit: Option<String>,
    pub state: Option<State>,
    /// only what is late
    pub late: bool,
    /// only what is neither done nor dropped
    pub open: bool,
}

/// Lists the tasks of a plan.
pub fn tasks(scene: &Scene, filter: &TaskFilter) -> Tasks {
    let line = |task: &Task| TaskLine {
        facts: scene.task(task),
        after: task.after.iter().map(|id| scene.agenda_title(id)).collect(),
        points: task.points.iter().map(|point| point.value.clone()).collect(),
    };
    Tasks {
        head: scene.head(),
        total: scene.plan.tasks.len(),
        tasks: scene.plan.tasks.values().filter(|task| filter.fits(scene, task)).map(line).collect(),
    }
}

impl TaskFilter {
    fn fits(&self, scene: &Scene, task: &Task) -> bool {
        let is = |asked: &Option<String>, has: Option<&str>| asked.is_none() || asked.as_deref() == has;
        let in_phase = |phase: &String| task.phases.iter().any(|own| own.value == *phase);
        is(&self.owner, task.owner.as_ref().map(|owner| owner.as_str()))
            && is(&self.unit, task.unit.as_ref().map(|unit| unit.as_str()))
            && self.phase.as_ref().is_none_or(in_phase)
            && self.state.is_none_or(|state| task.state() == state)
            && (!self.late || task.late(scene.today).is_some())
            && (!self.open || task.is_open())
    }
}

/// What a workbook of a plan holds beside its tasks.
#[derive(Debug)]
pub struct Sheets {
    pub matrix: Matrix,
    /// In the order of their dates.
    pub milestones: Vec<MilestoneFacts>,
    pub risks: Vec<RiskFacts>,
    pub criteria: Criteria,
}

/// Gathers what a workbook of a plan holds beside its tasks.
pub fn sheets(scene: &Scene) -> Sheets {
    let mut milestones: Vec<_> = scene.plan.milestones.values().map(|one| scene.milestone(one)).collect();
    milestones.sort_by_key(|one| one.date.map(crate::calendar::Period::last));
    Sheets {
        matrix: matrix(scene, RowsBy::Dimension, ColumnsBy::Phase),
        milestones,
        risks: risks(scene),
        criteria: criteria(scene),
    }
}
