//! What a plan says something about: phases, rows and the cells where they meet.

use super::Context;
use crate::model::{Status, Task};

/// The phases, rows and cells that a plan has filled, each by its number in the
/// framework.
///
/// A phase or dimension that is unknown or unreadable may be any of them, so
/// nothing that it could have filled is counted as missing.
#[derive(Debug)]
pub struct Coverage {
    /// Phases with a task.
    pub worked: Marks,
    /// Phases with a task, a milestone or a criterion.
    pub planned: Marks,
    /// Phases with a task, a milestone, a criterion or a cell left empty on purpose.
    pub phases: Marks,
    /// Rows with a task or a cell left empty on purpose.
    pub rows: Marks,
    /// Cells with a task: the rows of the first phase, then those of the next.
    cells: Marks,
}

/// Which of some things are marked, by their numbers.
#[derive(Debug, Clone)]
pub struct Marks(Vec<bool>);

impl Marks {
    fn none(of: usize) -> Marks {
        Marks(vec![false; of])
    }

    fn mark(&mut self, which: impl IntoIterator<Item = usize>) {
        for at in which {
            if let Some(mark) = self.0.get_mut(at) {
                *mark = true;
            }
        }
    }

    pub fn has(&self, at: usize) -> bool {
        self.0.get(at) == Some(&true)
    }
}

impl Coverage {
    pub fn of(cx: &Context) -> Coverage {
        let (phases, rows) = (cx.framework.phases.len(), cx.joined.rows.len());
        let mut filled = Coverage {
            worked: Marks::none(phases),
            planned: Marks::none(phases),
            phases: Marks::none(phases),
            rows: Marks::none(rows),
            cells: Marks::none(phases * rows),
        };
        for phase in 0..phases {
            for (row, tasks) in cx.joined.in_phase(phase).iter().enumerate() {
                if tasks.iter().any(is_live) {
                    filled.worked.mark([phase]);
                    filled.rows.mark([row]);
                    filled.cells.mark([phase * rows + row]);
                }
            }
        }
        for task in cx.joined.astray().iter().filter(|task| is_live(task)) {
            let phases = match task.is_unread("phase") {
                false => phases_at(cx, task.phases.iter().map(|phase| phase.as_str())),
                true => (0..phases).collect(),
            };
            let own = |dimension: &str| Some(cx.joined.rows_at(dimension)).filter(|rows| !rows.is_empty());
            let known = task.dimensions.iter().map(|dimension| own(dimension)).collect::<Option<Vec<_>>>();
            let rows_of_task: Vec<usize> = match known.filter(|_| !task.is_unread("dimension")) {
                Some(known) => known.into_iter().flatten().collect(),
                None => (0..rows).collect(),
            };
            filled.rows.mark(rows_of_task.iter().copied());
            for phase in phases {
                filled.worked.mark([phase]);
                filled.cells.mark(rows_of_task.iter().map(|row| phase * rows + row));
            }
        }
        filled.planned.clone_from(&filled.worked);
        for milestone in cx.plan.milestones.values() {
            let phase = milestone.phase.iter().map(|phase| phase.as_str());
            let unread = milestone.unread.contains(&"phase");
            let own = if unread { (0..phases).collect() } else { phases_at(cx, phase) };
            filled.planned.mark(own);
        }
        for (phase, cells) in cx.plan.criteria.iter().filter(|(_, cells)| !cells.dimensions.is_empty()) {
            filled.planned.mark(phases_at(cx, [phase.as_str()]));
            for dimension in cells.dimensions.keys() {
                filled.rows.mark(cx.joined.rows_at(dimension));
            }
        }
        filled.phases.clone_from(&filled.planned);
        for (phase, notes) in cx.plan.cells.iter().filter(|(_, notes)| !notes.cells.is_empty()) {
            filled.phases.mark(phases_at(cx, [phase.as_str()]));
            for dimension in notes.cells.keys() {
                let own = cx.joined.rows_at(dimension);
                filled.rows.mark(if own.is_empty() { 0..rows } else { own });
            }
        }
        filled
    }

    /// Whether a cell has a task, by the numbers of its phase and row.
    pub fn has_cell(&self, phase: usize, row: usize) -> bool {
        self.cells.has(phase * self.rows.0.len() + row)
    }
}

fn is_live(task: &&Task) -> bool {
    task.status() != Status::Dropped
}

/// The numbers of these phases, or of every phase if one of them is unknown.
fn phases_at<'a>(cx: &Context, ids: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let phases = &cx.framework.phases;
    let known = ids.into_iter().map(|id| phases.get_index_of(id)).collect::<Option<Vec<_>>>();
    known.unwrap_or_else(|| (0..phases.len()).collect())
}
