//! A plan joined with its framework: what stands in which cell, which activity
//! a task carries out, who waits for whom.

use std::ops::Range;

use super::{CellNote, Framework, Map, Plan, RowRef, Set, Task};
use crate::calendar::Country;
use crate::locale::Lang;

/// A plan and its framework, joined once for every rule and view.
#[derive(Debug)]
pub struct Joined<'a> {
    pub plan: &'a Plan,
    pub framework: &'a Framework,
    /// The rows in order, with names in the language asked for.
    pub rows: Vec<RowRef<'a>>,
    /// The rows of each dimension, by number.
    numbers_of: Vec<Range<usize>>,
    /// The tasks in each cell: the rows of the first phase, then those of the next.
    cells: Vec<Vec<&'a Task>>,
    /// The tasks of which it is not known in which cells they all are.
    astray: Vec<&'a Task>,
    /// The tasks that carry out each activity.
    activities: Map<&'a str, Vec<&'a Task>>,
    /// Who waits for each task.
    waiting: Map<&'a str, Vec<&'a Task>>,
}

impl<'a> Joined<'a> {
    pub fn new(plan: &'a Plan, framework: &'a Framework, lang: Lang) -> Joined<'a> {
        let rows = framework.rows(lang);
        let mut next = 0;
        let numbers_of = framework.dimensions.values().map(|dimension| {
            let first = next;
            next += dimension.rows.len().max(1);
            first..next
        });
        let cells = vec![Vec::new(); framework.phases.len() * rows.len()];
        let mut joined = Joined {
            plan,
            framework,
            numbers_of: numbers_of.collect(),
            rows,
            cells,
            astray: Vec::new(),
            activities: Map::default(),
            waiting: Map::default(),
        };
        for task in plan.tasks.values() {
            joined.place(task);
            if let Some(activity) = activity_of(task, framework) {
                joined.activities.entry(activity).or_default().push(task);
            }
            for earlier in &task.after {
                joined.waiting.entry(earlier.as_str()).or_default().push(task);
            }
        }
        joined
    }

    /// Puts a task in its cells.
    fn place(&mut self, task: &'a Task) {
        let mut astray = task.phases.is_empty()
            || task.dimensions.is_empty()
            || task.is_unread("phase")
            || task.is_unread("dimension");
        for dimension in &task.dimensions {
            let rows = self.rows_at(dimension);
            astray |= rows.is_empty();
            for phase in &task.phases {
                let Some(at) = self.framework.phases.get_index_of(phase.as_str()) else {
                    astray = true;
                    continue;
                };
                let first = at * self.rows.len();
                for cell in self.cells.get_mut(first + rows.start..first + rows.end).unwrap_or(&mut []) {
                    if !cell.last().is_some_and(|last| std::ptr::eq(*last, task)) {
                        cell.push(task);
                    }
                }
            }
        }
        if astray {
            self.astray.push(task);
        }
    }

    /// The rows that a dimension or row stands for, by number; none where there is no such.
    /// Of an id that stands twice, which is an error, the first.
    pub fn rows_at(&self, dimension: &str) -> Range<usize> {
        let group = self.framework.dimensions.get_index_of(dimension).and_then(|at| self.numbers_of.get(at));
        let row = || self.rows.iter().position(|row| row.id == dimension).map_or(0..0, |at| at..at + 1);
        group.cloned().unwrap_or_else(row)
    }

    /// The tasks in each cell of a phase, row by row, by the phase's number.
    pub fn in_phase(&self, at: usize) -> &[Vec<&'a Task>] {
        let rows = self.rows.len();
        self.cells.get(at * rows..(at + 1) * rows).unwrap_or(&[])
    }

    /// The tasks of which it is not known in which cells they all are: their phase
    /// or dimension is missing, unknown or unreadable.
    pub fn astray(&self) -> &[&'a Task] {
        &self.astray
    }

    /// The tasks in a cell, in the writer's order.
    pub fn in_cell(&self, phase: &str, row: &str) -> &[&'a Task] {
        let phase = self.framework.phases.get_index_of(phase);
        let cell = phase.and_then(|phase| self.in_phase(phase).get(self.rows_at(row).next()?));
        cell.map_or(&[], Vec::as_slice)
    }

    /// The tasks that carry out an activity, dropped ones left out.
    pub fn carrying_out(&self, activity: &str) -> impl Iterator<Item = &'a Task> {
        let tasks = self.activities.get(activity).map_or(&[] as &[&Task], Vec::as_slice);
        tasks.iter().copied().filter(|task| task.status() != super::Status::Dropped)
    }

    /// The dropped tasks of an activity.
    pub fn dropped(&self, activity: &str) -> impl Iterator<Item = &'a Task> {
        let tasks = self.activities.get(activity).map_or(&[] as &[&Task], Vec::as_slice);
        tasks.iter().copied().filter(|task| task.status() == super::Status::Dropped)
    }

    /// The open tasks that wait for a task.
    pub fn waiting_for(&self, task: &str) -> impl Iterator<Item = &'a Task> {
        let tasks = self.waiting.get(task).map_or(&[] as &[&Task], Vec::as_slice);
        tasks.iter().copied().filter(|task| task.is_open())
    }

    /// Who waits for some of these tasks, directly or through others.
    pub fn waiting_on(&self, earlier: Vec<&'a Task>) -> Waiting<'a> {
        let mut reached: Map<&str, Set<Option<&str>>> = Map::default();
        let mut by_unit: Map<Option<&str>, Vec<&Task>> = Map::default();
        let mut next = Vec::new();
        for &task in &earlier {
            by_unit.entry(task.unit_id()).or_default().push(task);
            next.push((task.id.as_str(), task.unit_id()));
        }
        while let Some((id, unit)) = next.pop() {
            for task in self.waiting.get(id).map_or(&[] as &[&Task], Vec::as_slice) {
                if reached.entry(&task.id).or_default().insert(unit) {
                    next.push((&task.id, unit));
                }
            }
        }
        Waiting { earlier, by_unit, reached }
    }

    /// The tasks in a row of a phase that the framework does not have.
    fn in_unknown(&self, phase: &str, row: &str) -> impl Iterator<Item = &&'a Task> {
        let at = self.rows_at(row).next().filter(|_| !self.framework.phases.contains_key(phase));
        let stands_there = move |task: &&&Task| {
            task.phases.iter().any(|own| own.value == phase)
                && at.is_some_and(|at| task.dimensions.iter().any(|own| self.rows_at(own).contains(&at)))
        };
        self.astray.iter().filter(stands_there)
    }

    /// What a cell holds, or why it holds nothing.
    pub fn cell(&self, phase: &str, row: &str, lang: Lang) -> CellState<'a> {
        let covered = |row: &str| {
            let mut tasks = self.in_cell(phase, row).iter().chain(self.in_unknown(phase, row));
            tasks.any(|task| task.status() != super::Status::Dropped)
        };
        if covered(row) || self.has_criteria(phase, row) {
            return CellState::Covered;
        }
        if self.rows.iter().any(|own| own.id == row && !own.is_in(phase)) {
            return CellState::Outside;
        }
        if let Some(reason) = self.declared_empty(phase, row) {
            return CellState::Empty(reason);
        }
        let said = self.framework.cell(phase, row);
        if let Some(reason) = said.and_then(|cell| cell.exempt.as_ref()) {
            return CellState::Exempt(reason.get(lang));
        }
        let group = || self.rows.iter().find(|other| other.id == row).and_then(|row| row.group);
        let in_group = |group| self.rows.iter().any(|other| other.group == Some(group) && covered(other.id));
        if said.is_some_and(|cell| cell.shared) && group().is_some_and(in_group) {
            return CellState::Covered;
        }
        CellState::Gap
    }

    /// Whether the plan follows success criteria in a cell.
    fn has_criteria(&self, phase: &str, row: &str) -> bool {
        let cell = self.plan.criteria.get(phase).and_then(|phase| phase.dimensions.get(row));
        cell.is_some_and(|cell| !cell.criteria.is_empty())
    }

    /// What the plan says of a cell, of itself or with its whole group.
    pub fn note(&self, phase: &str, row: &str) -> Option<&'a CellNote> {
        let notes = &self.plan.cells.get(phase)?.cells;
        let group = || {
            let at = self.rows.iter().find(|known| known.id == row)?.group?;
            notes.get(self.framework.dimensions.get_index(at)?.0)
        };
        notes.get(row).or_else(group)
    }

    /// Whether there is anything of this id that a waiver can be for: in the
    /// plan, in the framework, a cell as `phase.dimension` or a criterion as
    /// `phase.dimension.criterion`.
    pub fn is_place(&self, id: &str) -> bool {
        let (plan, framework) = (self.plan, self.framework);
        let in_plan = plan.tasks.contains_key(id)
            || plan.milestones.contains_key(id)
            || plan.decisions.contains_key(id)
            || plan.meetings.contains_key(id)
            || plan.units.contains_key(id)
            || plan.roles.contains_key(id)
            || plan.people.contains_key(id)
            || plan.benefits.contains_key(id)
            || plan.indicators.contains_key(id)
            || plan.risks.contains_key(id)
            || plan.stakeholders.contains_key(id)
            || plan.initiatives.contains_key(id)
            || plan.assessments.contains_key(id)
            || plan.themes.contains_key(id);
        let in_framework = framework.phases.contains_key(id)
            || framework.has_dimension(id)
            || framework.roles.contains_key(id)
            || framework.activities.contains_key(id)
            || framework.meetings.contains_key(id)
            || framework.assessment.contains_key(id)
            || framework.sectors.contains_key(id)
            || framework.skills.contains_key(id)
            || framework.reporting_levels.contains_key(id)
            || framework.criterion(id).is_some();
        let is_cell = |(phase, dimension): (&str, &str)| {
            framework.phases.contains_key(phase) && framework.has_dimension(dimension)
        };
        in_plan || in_framework || id.split_once('.').is_some_and(is_cell)
    }

    /// Why the plan leaves a cell empty.
    pub fn declared_empty(&self, phase: &str, row: &str) -> Option<&'a str> {
        self.note(phase, row)?.empty.as_ref().map(|reason| reason.value.as_str())
    }
}

/// What a cell of phases and rows holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState<'a> {
    /// a task stands here, or for the whole group
    Covered,
    /// the plan leaves it empty, and says why
    Empty(&'a str),
    /// the framework leaves it empty, and says why
    Exempt(&'a str),
    /// the row does not belong to the phase
    Outside,
    /// nobody has said anything
    Gap,
}

/// Whose holidays count: the plan's word, else the framework's, else the language's.
pub fn country(plan: &Plan, framework: &Framework) -> Country {
    let said = plan.country.as_ref().or(framework.country.as_ref()).map(|country| country.value);
    let language = plan.language.as_ref().map_or(framework.language(), |lang| lang.value);
    said.unwrap_or(Country::for_lang(language))
}

/// Who waits for some tasks, directly or through others.
#[derive(Debug)]
pub struct Waiting<'a> {
    earlier: Vec<&'a Task>,
    by_unit: Map<Option<&'a str>, Vec<&'a Task>>,
    /// Who waits, and the units of those waited for.
    reached: Map<&'a str, Set<Option<&'a str>>>,
}

impl<'a> Waiting<'a> {
    /// Whether a task waits for one of them: where its unit has one, for that or
    /// for one that is not a unit's; else for any.
    pub fn has(&self, task: &'a Task) -> bool {
        let Some(units) = self.reached.get(task.id.as_str()) else { return false };
        let own = task.unit_id();
        !self.by_unit.contains_key(&own) || units.contains(&own) || units.contains(&None)
    }

    /// Those that a task could wait for: its unit's, else those of no unit, else all.
    pub fn candidates(&self, task: &'a Task) -> &[&'a Task] {
        let nearest = self.by_unit.get(&task.unit_id()).or_else(|| self.by_unit.get(&None));
        nearest.unwrap_or(&self.earlier)
    }
}

/// The activity that a task carries out: the one it names, or the one of its
/// own id, with its unit's id after it where there is one per unit.
pub fn activity_of<'a>(task: &'a Task, framework: &'a Framework) -> Option<&'a str> {
    if let Some(activity) = &task.activity {
        return framework.activities.get_key_value(activity.as_str()).map(|(id, _)| id.as_str());
    }
    let own = || framework.activities.get_key_value(task.id.as_str());
    let with_unit = || {
        let unit = task.unit.as_ref()?;
        let stem = task.id.strip_suffix(unit.as_str())?.strip_suffix('-')?;
        framework.activities.get_key_value(stem)
    };
    own().or_else(with_unit).map(|(id, _)| id.as_str())
}
