//! What a plan says something about: phases, rows and the cells where they meet.

use super::Context;
use crate::model::{Set, Task};

/// The phases, rows and cells that a plan has filled.
///
/// A phase or dimension that is unknown or unreadable may be any of them, so
/// nothing that it could have filled is counted as missing.
#[derive(Debug, Default)]
pub struct Coverage<'a> {
    /// Phases with a task.
    pub worked: Set<&'a str>,
    /// Phases with a task, a milestone or a criterion.
    pub planned: Set<&'a str>,
    /// Phases with a task, a milestone, a criterion or a cell left empty on purpose.
    pub phases: Set<&'a str>,
    /// Rows with a task or a cell left empty on purpose.
    pub rows: Set<&'a str>,
    /// Cells with a task, by phase and row.
    pub cells: Set<(&'a str, &'a str)>,
}

impl<'a> Coverage<'a> {
    pub fn of(cx: &Context<'a>) -> Coverage<'a> {
        let framework = cx.framework;
        let mut coverage = Coverage::default();
        for task in cx.tasks() {
            if coverage.has(task) {
                continue;
            }
            let phases = task.phases.iter().map(|phase| phase.as_str());
            let phases = if !task.is_unread("phase") { phases_of(cx, phases) } else { every_phase(cx) };
            let known = task.dimensions.iter().all(|dimension| framework.has_dimension(dimension));
            let rows: Vec<&str> = match known && !task.is_unread("dimension") {
                true => task.dimensions.iter().flat_map(|dimension| framework.rows_of(dimension)).collect(),
                false => cx.joined.rows.iter().map(|row| row.id).collect(),
            };
            coverage.worked.extend(&phases);
            coverage.rows.extend(&rows);
            coverage.cells.extend(phases.iter().flat_map(|&phase| rows.iter().map(move |&row| (phase, row))));
        }
        coverage.planned.clone_from(&coverage.worked);
        for milestone in cx.plan.milestones.values() {
            let phase = milestone.phase.iter().map(|phase| phase.as_str());
            let unread = milestone.unread.contains(&"phase");
            coverage.planned.extend(if unread { every_phase(cx) } else { phases_of(cx, phase) });
        }
        for (phase, cells) in cx.plan.criteria.iter().filter(|(_, cells)| !cells.dimensions.is_empty()) {
            coverage.planned.extend(phases_of(cx, [phase.as_str()]));
            for dimension in cells.dimensions.keys() {
                coverage.rows.extend(framework.rows_of(dimension));
            }
        }
        coverage.phases.clone_from(&coverage.planned);
        for (phase, notes) in cx.plan.cells.iter().filter(|(_, notes)| !notes.cells.is_empty()) {
            coverage.phases.extend(phases_of(cx, [phase.as_str()]));
            for dimension in notes.cells.keys() {
                match framework.has_dimension(dimension) {
                    true => coverage.rows.extend(framework.rows_of(dimension)),
                    false => coverage.rows.extend(cx.joined.rows.iter().map(|row| row.id)),
                }
            }
        }
        coverage
    }

    /// Whether all that a task fills is filled already, as with most tasks of a long plan.
    fn has(&self, task: &Task) -> bool {
        let read = !task.is_unread("phase") && !task.is_unread("dimension");
        let mut cells = task.phases.iter().flat_map(|phase| task.dimensions.iter().map(move |row| (phase, row)));
        let any = !task.phases.is_empty() && !task.dimensions.is_empty();
        read && any && cells.all(|(phase, row)| self.cells.contains(&(phase.as_str(), row.as_str())))
    }
}

fn every_phase<'a>(cx: &Context<'a>) -> Vec<&'a str> {
    cx.framework.phases.keys().map(String::as_str).collect()
}

/// These phases, or every phase if one of them is unknown.
fn phases_of<'a>(cx: &Context<'a>, ids: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let ids: Vec<&str> = ids.into_iter().collect();
    if ids.iter().all(|id| cx.framework.phases.contains_key(*id)) { ids } else { every_phase(cx) }
}
