//! Success criteria: a table of counts, then what is open.

use super::{Block, Cell, Column, Document, Item, Line, Row, Table, Tone, common};
use crate::locale::{self, Lang};
use crate::view::{Count, Criteria, CriteriaCell, CriterionFacts, CriterionProgress};

/// Which criteria are listed one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// the open ones of phases that have begun
    OpenNow,
    /// every one
    All,
}

/// The criteria on a page of their own.
pub fn document(criteria: &Criteria, listed: Listed) -> Document {
    let lang = criteria.head.lang;
    let mut document = common::titled(&criteria.head, locale::CRITERIA.of(lang));
    if criteria.total == 0 {
        document.blocks.push(Block::Paragraph(Line::plain(locale::NO_CRITERIA.of(lang))));
        return document;
    }
    document.blocks.push(Block::Table(table(criteria)));
    document
        .blocks
        .push(Block::Paragraph(Line::plain(format!("{}.", locale::met_of(lang, criteria.met, criteria.total)))));
    if listed == Listed::OpenNow {
        document.blocks.push(Block::Heading { level: 1, text: locale::OPEN_NOW.of(lang).to_owned() });
    }
    let before = document.blocks.len();
    for cell in &criteria.cells {
        document.blocks.extend(cell_blocks(lang, cell, listed));
    }
    if document.blocks.len() == before {
        document.blocks.push(Block::Paragraph(Line::toned(locale::NOTHING.of(lang), Tone::Good)));
    }
    document
}

/// Met of all, by dimension and phase.
pub fn table(criteria: &Criteria) -> Table {
    let lang = criteria.head.lang;
    let mut columns = vec![Column::text(common::row_heading(lang, criteria.row_label.as_deref(), locale::DIMENSION))];
    columns.extend(criteria.phases.iter().map(|phase| Column { wraps: true, ..Column::number(phase.name.clone()) }));
    columns.push(Column::number(locale::OF_ALL.of(lang)));
    let row = |row: &crate::view::CriteriaRow| {
        let mut cells: Vec<Cell> = vec![row.dimension.name.clone().into()];
        cells.extend(row.counts.iter().map(|one| count(*one)));
        cells.push(count(sum(&row.counts)));
        Row::Cells(cells)
    };
    let mut rows: Vec<Row> = criteria.rows.iter().map(row).collect();
    let of_phase =
        |at: usize| sum(&criteria.rows.iter().filter_map(|row| row.counts.get(at).copied()).collect::<Vec<_>>());
    let mut totals: Vec<Cell> = vec![Line::toned(locale::OF_ALL.of(lang), Tone::Strong).into()];
    totals.extend((0..criteria.phases.len()).map(|at| count(of_phase(at))));
    totals.push(count(Count { met: criteria.met, total: criteria.total }));
    rows.push(Row::Group(totals));
    Table { caption: locale::CRITERIA.of(lang).to_owned(), columns, rows, row_headers: true, ruled: false }
}

fn sum(counts: &[Count]) -> Count {
    counts.iter().fold(Count::default(), |a, b| Count { met: a.met + b.met, total: a.total + b.total })
}

fn count(count: Count) -> Cell {
    let tone = match count {
        Count { total: 0, .. } => return Cell::default(),
        Count { met, total } if met == total => Tone::Good,
        Count { met: 0, .. } => Tone::Muted,
        _ => Tone::Plain,
    };
    Line::toned(format!("{}/{}", count.met, count.total), tone).into()
}

fn cell_blocks(lang: Lang, cell: &CriteriaCell, listed: Listed) -> Vec<Block> {
    let shown = |one: &&CriterionFacts| match listed {
        Listed::All => true,
        Listed::OpenNow => cell.current && one.state == CriterionProgress::Open,
    };
    let items: Vec<Item> = cell.criteria.iter().filter(shown).map(|one| item(lang, one)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let name = format!("{} · {} ({}/{})", cell.phase.name, cell.dimension.name, cell.count.met, cell.count.total);
    let mut blocks = vec![Block::Heading { level: 2, text: name }];
    if let Some(gist) = cell.gist.as_ref().filter(|_| listed == Listed::All) {
        blocks.push(Block::Paragraph(Line::toned(gist.clone(), Tone::Muted)));
    }
    blocks.push(Block::List(items));
    blocks
}

fn item(lang: Lang, criterion: &CriterionFacts) -> Item {
    let (sign, tone) = match criterion.state {
        CriterionProgress::Met => ("✓", Tone::Good),
        CriterionProgress::Waived => ("–", Tone::Muted),
        CriterionProgress::Open => ("○", Tone::Plain),
    };
    let indent = "  ".repeat(criterion.depth);
    let mut line = Line::toned(format!("{indent}{sign} "), tone).then(criterion.text.clone(), Tone::Plain);
    if let Some(on) = criterion.met_on {
        line = line.then(format!(" ({})", locale::date_short(lang, on)), Tone::Muted);
    }
    let labelled = |label: locale::Words, text: &str| {
        Line::toned(format!("{}: ", label.of(lang)), Tone::Muted).then(text, Tone::Plain)
    };
    let mut details = Vec::new();
    details.extend(criterion.waived.iter().map(|why| labelled(locale::NOT_RELEVANT, why)));
    if criterion.state == CriterionProgress::Open {
        details.extend(criterion.waits_for.iter().map(|first| labelled(locale::WAITS_FOR, first)));
        if criterion.decision {
            details.push(Line::toned(locale::NEEDS_DECISION.of(lang), Tone::Caution));
        }
        if let Some(task) = &criterion.task {
            let mut line = Line::toned(format!("{}: ", locale::TASK.of(lang)), Tone::Muted);
            line.0.extend(common::signed_title(task).0);
            line = line.then(format!(", {}, ", common::due(lang, task)), Tone::Plain);
            line.0.extend(common::owner(lang, task).0);
            details.push(line);
        }
    }
    details.extend(criterion.note.iter().map(|note| Line::toned(note.clone(), Tone::Muted)));
    Item { text: line, details }
}
