//! What stands in which cell.

use indexmap::IndexMap;
use serde::Serialize;

use super::{Head, Named, Scene};
use crate::calendar::{Period, Unit};
use crate::model::{CellState, Hashing, Late, Map, State, Status, Task, activity_of};

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowsBy {
    Dimension,
    Role,
    Owner,
    Unit,
}

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnsBy {
    Phase,
    Month,
    Quarter,
}

#[derive(Debug, Serialize)]
pub struct Matrix {
    pub head: Head,
    pub rows_by: RowsBy,
    pub columns_by: ColumnsBy,
    /// What the framework calls a row, where it says.
    pub row_label: Option<String>,
    /// An empty id stands for the tasks that have none.
    pub columns: Vec<Named>,
    pub rows: Vec<MatrixRow>,
    /// Tasks of the whole plan that are done, each counted once; dropped ones left out.
    pub done: usize,
    pub total: usize,
}

#[derive(Debug, Serialize)]
pub struct MatrixRow {
    /// An empty id stands for the tasks that have none.
    pub id: String,
    pub name: String,
    /// Whether this heads the rows that follow; its cells hold what is for all of them.
    pub group: bool,
    pub cells: Vec<MatrixCell>,
}

/// Why a cell looks as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    /// has tasks of its own
    Tasks,
    /// has what the group's row says
    Shared,
    /// left empty on purpose, by the plan
    Empty,
    /// left empty by the framework
    Exempt,
    /// neither covered nor declared empty
    Gap,
    /// nothing here, and nothing asked for
    None,
}

#[derive(Debug, Serialize)]
pub struct MatrixCell {
    pub kind: CellKind,
    pub entries: Vec<Entry>,
    pub done: usize,
    pub total: usize,
    /// Why the cell is empty.
    pub reason: Option<String>,
}

/// A task in a cell, or one activity done in several units.
#[derive(Debug, Serialize)]
pub struct Entry {
    pub title: String,
    pub tasks: Vec<String>,
    pub state: State,
    pub done: usize,
    pub total: usize,
    pub late: Option<Late>,
}

/// Builds the matrix of a plan.
pub fn matrix(scene: &Scene, rows_by: RowsBy, columns_by: ColumnsBy) -> Matrix {
    // A framework without phases leaves only time to go across.
    let no_phases = columns_by == ColumnsBy::Phase && scene.framework.phases.is_empty();
    let columns_by = if no_phases { ColumnsBy::Quarter } else { columns_by };
    let builder = Builder::new(scene, rows_by, columns_by);
    let rows = match rows_by {
        RowsBy::Dimension if !scene.framework.dimensions.is_empty() => builder.dimension_rows(),
        RowsBy::Dimension => builder.one_row(),
        _ => builder.named_rows(),
    };
    let counted = || scene.plan.tasks.values().filter(|task| task.status() != Status::Dropped);
    let label = scene.framework.labels.dimension.as_ref().filter(|_| rows_by == RowsBy::Dimension);
    Matrix {
        head: scene.head(),
        rows_by,
        columns_by,
        row_label: label.map(|label| label.get(scene.lang).to_owned()),
        columns: builder.columns,
        rows,
        done: counted().filter(|task| !task.is_open()).count(),
        total: counted().count(),
    }
}

struct Builder<'s, 'a> {
    scene: &'s Scene<'a>,
    rows_by: RowsBy,
    by_phase: bool,
    columns: Vec<Named>,
    /// The tasks of each row and column, by ids.
    placed: Map<&'a str, Map<String, Vec<&'a Task>>>,
}

impl<'s, 'a> Builder<'s, 'a> {
    fn new(scene: &'s Scene<'a>, rows_by: RowsBy, columns_by: ColumnsBy) -> Self {
        let mut columns: IndexMap<String, (Named, Option<Period>), Hashing> = IndexMap::default();
        let by_phase = columns_by == ColumnsBy::Phase;
        if by_phase {
            for id in scene.framework.phases.keys() {
                columns.insert(id.clone(), (Named::new(id, scene.framework.phase_name(id, scene.lang)), None));
            }
        }
        let mut placed: Map<&str, Map<String, Vec<&Task>>> = Map::default();
        for task in scene.plan.tasks.values().filter(|task| task.status() != Status::Dropped) {
            let in_columns: Vec<(String, Option<Period>)> = match columns_by {
                ColumnsBy::Phase if task.phases.is_empty() => vec![(String::new(), None)],
                ColumnsBy::Phase => task.phases.iter().map(|phase| (phase.value.clone(), None)).collect(),
                ColumnsBy::Month => vec![column_of(task, Unit::Month)],
                ColumnsBy::Quarter => vec![column_of(task, Unit::Quarter)],
            };
            for (column, period) in in_columns {
                let name = || match period {
                    Some(period) => crate::locale::period(scene.lang, period),
                    None => column.clone(),
                };
                columns.entry(column.clone()).or_insert_with(|| (Named::new(&column, &name()), period));
                for row in rows_of(task, rows_by) {
                    placed.entry(row).or_default().entry(column.clone()).or_default().push(task);
                }
            }
        }
        if !by_phase {
            columns.sort_by(|_, (_, a), _, (_, b)| {
                (a.is_none(), a.map(Period::first)).cmp(&(b.is_none(), b.map(Period::first)))
            });
        }
        let columns = columns.into_values().map(|(named, _)| named).collect();
        Builder { scene, rows_by, by_phase, columns, placed }
    }

    fn tasks(&self, row: &str, column: &str) -> &[&'a Task] {
        self.placed.get(row).and_then(|columns| columns.get(column)).map_or(&[], Vec::as_slice)
    }

    fn dimension_rows(&self) -> Vec<MatrixRow> {
        let scene = self.scene;
        let mut rows = Vec::new();
        let mut seen_group = None;
        for row in &scene.joined.rows {
            if row.group != seen_group {
                seen_group = row.group;
                if let Some((id, _)) = row.group.and_then(|at| scene.framework.dimensions.get_index(at)) {
                    rows.push(self.row(id, scene.framework.dimension_name(id, scene.lang), true));
                }
            }
            rows.push(self.row(row.id, row.name, false));
        }
        rows.extend(self.without());
        rows
    }

    /// A framework without rows: the matrix is one row, a list by phase.
    fn one_row(&self) -> Vec<MatrixRow> {
        self.without().into_iter().collect()
    }

    fn named_rows(&self) -> Vec<MatrixRow> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let order: Vec<(&str, &str)> = match self.rows_by {
            RowsBy::Role => {
                scene.framework.roles.keys().map(|id| (id.as_str(), scene.framework.role_name(id, lang))).collect()
            }
            RowsBy::Owner => scene.plan.people.keys().map(|id| (id.as_str(), scene.plan.person_name(id))).collect(),
            _ => scene.plan.units.keys().map(|id| (id.as_str(), scene.plan.unit_name(id))).collect(),
        };
        let known: Vec<_> = order.into_iter().filter(|(id, _)| self.placed.contains_key(id)).collect();
        let mut rows: Vec<MatrixRow> = known.iter().map(|(id, name)| self.row(id, name, false)).collect();
        rows.extend(self.without());
        rows
    }

    /// The row of the tasks that have none.
    fn without(&self) -> Option<MatrixRow> {
        self.placed.contains_key("").then(|| self.row("", "", false))
    }

    fn row(&self, id: &str, name: &str, group: bool) -> MatrixRow {
        let cells = self.columns.iter().map(|column| self.cell(id, &column.id, group)).collect();
        MatrixRow { id: id.to_owned(), name: name.to_owned(), group, cells }
    }

    fn cell(&self, row: &str, column: &str, group: bool) -> MatrixCell {
        let tasks = self.tasks(row, column);
        let entries = self.entries(tasks);
        let (mut kind, mut reason) = (CellKind::None, None);
        if !tasks.is_empty() {
            kind = CellKind::Tasks;
        } else if self.by_phase && self.rows_by == RowsBy::Dimension && !group && !row.is_empty() && !column.is_empty()
        {
            (kind, reason) = match self.scene.joined.cell(column, row, self.scene.lang) {
                CellState::Covered => (CellKind::Shared, None),
                CellState::Empty(reason) => (CellKind::Empty, Some(reason.to_owned())),
                CellState::Exempt(reason) => (CellKind::Exempt, Some(reason.to_owned())),
                CellState::Gap => (CellKind::Gap, None),
                CellState::Outside => (CellKind::None, None),
            };
        }
        let done = tasks.iter().filter(|task| !task.is_open()).count();
        MatrixCell { kind, entries, done, total: tasks.len(), reason }
    }

    /// The tasks of a cell, those of one activity in several units told as one.
    fn entries(&self, tasks: &[&'a Task]) -> Vec<Entry> {
        let scene = self.scene;
        let mut groups: IndexMap<(&str, &str), Vec<&Task>, Hashing> = IndexMap::default();
        for task in tasks {
            let activity = task.unit.as_ref().and_then(|_| activity_of(task, scene.framework));
            groups.entry((activity.unwrap_or(&task.id), task.title())).or_default().push(task);
        }
        groups
            .into_iter()
            .map(|((_, title), tasks)| Entry {
                title: title.to_owned(),
                state: together(&tasks),
                done: tasks.iter().filter(|task| !task.is_open()).count(),
                total: tasks.len(),
                late: tasks.iter().filter_map(|task| task.late(scene.today)).max_by_key(|late| late.days),
                tasks: tasks.iter().map(|task| task.id.value.clone()).collect(),
            })
            .collect()
    }
}

/// The state of several tasks told as one: the same where they agree, else under way.
fn together(tasks: &[&Task]) -> State {
    let mut states = tasks.iter().map(|task| task.state());
    let first = states.next().unwrap_or(State::Todo);
    match states.all(|state| state == first) {
        true => first,
        false if tasks.iter().any(|task| task.state() == State::Blocked) => State::Blocked,
        false => State::Doing,
    }
}

fn rows_of(task: &Task, by: RowsBy) -> Vec<&str> {
    match by {
        RowsBy::Dimension if task.dimensions.is_empty() => vec![""],
        RowsBy::Dimension => task.dimensions.iter().map(|dimension| dimension.value.as_str()).collect(),
        RowsBy::Role => vec![task.role.as_ref().map_or("", |id| id.value.as_str())],
        RowsBy::Owner => vec![task.owner.as_ref().map_or("", |id| id.value.as_str())],
        RowsBy::Unit => vec![task.unit.as_ref().map_or("", |id| id.value.as_str())],
    }
}

/// The month or quarter in which a task is due, else looked at, else begun.
fn column_of(task: &Task, unit: Unit) -> (String, Option<Period>) {
    let when = task.due.as_ref().or(task.check.as_ref()).or(task.start.as_ref());
    match when {
        Some(when) => {
            let column = Period::of(unit, when.value.last());
            (column.to_string(), Some(column))
        }
        None => (String::new(), None),
    }
}
