//! The matrix as a table.

use super::{Block, Cell, Column, Document, Line, Row, Table, Tone, common, words};
use crate::locale::{self, Lang};
use crate::model::State;
use crate::view::{CellKind, ColumnsBy, Entry, Matrix, MatrixCell, MatrixRow, RowsBy};

/// The matrix on a page of its own.
pub fn document(matrix: &Matrix) -> Document {
    let lang = matrix.head.lang;
    let mut document = common::titled(&matrix.head, locale::MATRIX.of(lang));
    document.blocks = blocks(matrix);
    document
}

/// The matrix as a part of a page.
pub fn blocks(matrix: &Matrix) -> Vec<Block> {
    let lang = matrix.head.lang;
    let mut blocks = match matrix.rows.as_slice() {
        [only] if is_list(matrix) => list(matrix, only),
        _ => vec![Block::Table(table(matrix))],
    };
    blocks.push(Block::Paragraph(Line::plain(format!("{}.", locale::done_of(lang, matrix.done, matrix.total)))));
    blocks.push(Block::Paragraph(common::sign_legend(lang)));
    blocks
}

/// A framework without rows: the tasks of each column, one below the other.
fn list(matrix: &Matrix, row: &MatrixRow) -> Vec<Block> {
    let lang = matrix.head.lang;
    let mut blocks = Vec::new();
    for (column, cell) in matrix.columns.iter().zip(&row.cells).filter(|(_, cell)| cell.total > 0) {
        let name = column_name(lang, matrix, &column.id, &column.name);
        blocks.push(Block::Heading { level: 1, text: format!("{name} {}/{}", cell.done, cell.total) });
        blocks.push(Block::List(cell.entries.iter().map(|one| entry(lang, one).into()).collect()));
    }
    blocks
}

/// The matrix as a table, where it is more than a list.
pub fn table_of(matrix: &Matrix) -> Option<Table> {
    (!is_list(matrix)).then(|| table(matrix))
}

/// Whether the framework has no rows, so that there is but one.
fn is_list(matrix: &Matrix) -> bool {
    matches!(matrix.rows.as_slice(), [only] if only.id.is_empty() && matrix.rows_by == RowsBy::Dimension)
}

fn table(matrix: &Matrix) -> Table {
    let lang = matrix.head.lang;
    let heads_rows = match matrix.rows_by {
        RowsBy::Dimension => locale::DIMENSION,
        RowsBy::Role => locale::ROLE,
        RowsBy::Owner => locale::OWNER,
        RowsBy::Unit => locale::UNIT,
    };
    let heads_rows = common::row_heading(lang, matrix.row_label.as_deref(), heads_rows);
    let mut columns = vec![Column::text(heads_rows)];
    columns
        .extend(matrix.columns.iter().map(|column| Column::text(column_name(lang, matrix, &column.id, &column.name))));
    let row = |row: &MatrixRow| {
        let name = if row.id.is_empty() { row_without(lang, matrix) } else { row.name.clone() };
        let mut cells = vec![Cell::from(name)];
        cells.extend(row.cells.iter().map(|one| cell(lang, one)));
        if row.group { Row::Group(cells) } else { Row::Cells(cells) }
    };
    Table {
        caption: locale::MATRIX.of(lang).to_owned(),
        columns,
        rows: matrix.rows.iter().map(row).collect(),
        row_headers: true,
        ruled: true,
    }
}

fn column_name(lang: Lang, matrix: &Matrix, id: &str, name: &str) -> String {
    match (id, matrix.columns_by) {
        ("", ColumnsBy::Phase) => locale::WITHOUT_PHASE.of(lang).to_owned(),
        ("", _) => locale::NO_DUE.of(lang).to_owned(),
        _ => name.to_owned(),
    }
}

fn row_without(lang: Lang, matrix: &Matrix) -> String {
    let words = match matrix.rows_by {
        RowsBy::Dimension if matrix.rows.len() == 1 => locale::ALL_TASKS,
        RowsBy::Dimension => locale::WITHOUT_ROW,
        RowsBy::Role => locale::WITHOUT_ROLE,
        RowsBy::Owner => locale::NO_OWNER,
        RowsBy::Unit => locale::WITHOUT_UNIT,
    };
    words.of(lang).to_owned()
}

fn cell(lang: Lang, cell: &MatrixCell) -> Cell {
    let because = |words: &str| -> Cell {
        match &cell.reason {
            Some(reason) => Line::toned(format!("– {words}: {reason}"), Tone::Muted).into(),
            None => Line::toned(format!("– {words}"), Tone::Muted).into(),
        }
    };
    match cell.kind {
        CellKind::Tasks => {
            let mut lines: Vec<Line> = cell.entries.iter().map(|one| entry(lang, one)).collect();
            if cell.entries.len() > 1 {
                lines.push(Line::toned(format!("{}/{}", cell.done, cell.total), Tone::Muted));
            }
            Cell::lines(lines).toned(heat(cell))
        }
        CellKind::Shared => {
            Cell::from(Line::toned(format!("↑ {}", locale::AS_GROUP.of(lang)), Tone::Muted)).toned(Tone::Muted)
        }
        CellKind::Empty => because(locale::NOT_HERE.of(lang)).toned(Tone::Muted),
        CellKind::Exempt => because(locale::FREED.of(lang)).toned(Tone::Muted),
        CellKind::Gap => Cell::from(Line::toned(format!("! {}", locale::GAP.of(lang)), Tone::Bad)).toned(Tone::Bad),
        CellKind::None => Cell::default(),
    }
}

/// How a cell's tasks stand together: the worst of them, else how far they are.
fn heat(cell: &MatrixCell) -> Tone {
    let any = |is: fn(&Entry) -> bool| cell.entries.iter().any(is);
    if any(|entry| entry.late.is_some()) {
        Tone::Bad
    } else if any(|entry| entry.state == State::Blocked) {
        Tone::Caution
    } else if cell.total > 0 && cell.done == cell.total {
        Tone::Good
    } else if cell.done > 0 || any(|entry| matches!(entry.state, State::Doing | State::Ongoing)) {
        Tone::Active
    } else {
        Tone::Plain
    }
}

fn entry(lang: Lang, entry: &Entry) -> Line {
    let (sign, tone) = common::sign(entry.state, entry.late.is_some());
    let mut line = Line::toned(format!("{sign} "), tone).then(entry.title.clone(), Tone::Plain);
    if entry.total > 1 {
        line = line.then(format!(" {}/{}", entry.done, entry.total), Tone::Strong);
    }
    match entry.late {
        Some(late) => line.then(format!(" ({})", words::late(lang, late)), Tone::Bad),
        None => line,
    }
}
