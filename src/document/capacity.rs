//! The elements that a plan rests on, as a table.

use super::{Block, Cell, Column, Document, Line, Row, Table, Tone, common, words};
use crate::locale::{self, Lang};
use crate::model::Grade;
use crate::view::{Capacity, ElementFacts, GradeFacts, TaskFacts};

/// The elements on a page of their own.
pub fn document(capacity: &Capacity) -> Document {
    let lang = capacity.head.lang;
    let mut document = common::titled(&capacity.head, locale::CAPACITY.of(lang));
    if capacity.elements.is_empty() {
        document.blocks.push(Block::Paragraph(Line::plain(locale::NO_ELEMENTS.of(lang))));
        return document;
    }
    document.blocks.push(Block::Table(table(capacity)));
    document
}

fn table(capacity: &Capacity) -> Table {
    let lang = capacity.head.lang;
    let any_previous = capacity.elements.iter().any(|element| element.previous.is_some());
    let mut columns = vec![
        Column::text(locale::ELEMENT.of(lang)),
        Column::fixed(locale::GRADE.of(lang)),
        Column::fixed(locale::DATE.of(lang)),
        Column::text(locale::NOTE.of(lang)),
        Column::text(locale::ACTION.of(lang)),
    ];
    if any_previous {
        columns.push(Column::fixed(locale::BEFORE.of(lang)));
    }
    let row = |element: &ElementFacts| {
        let mut cells: Vec<Cell> = vec![
            element.element.name.clone().into(),
            grade(lang, element.latest).into(),
            element
                .latest
                .and_then(|latest| latest.on)
                .map_or_else(String::new, |on| locale::date_short(lang, on))
                .into(),
            element.note.clone().unwrap_or_default().into(),
            action(lang, element),
        ];
        if any_previous {
            cells.push(element.previous.map_or_else(Cell::default, |previous| grade(lang, Some(previous)).into()));
        }
        Row::Cells(cells)
    };
    let rows = capacity.elements.iter().map(row).collect();
    Table { caption: locale::CAPACITY.of(lang).to_owned(), columns, rows, row_headers: true, ruled: true }
}

fn grade(lang: Lang, facts: Option<GradeFacts>) -> Line {
    let Some(facts) = facts else {
        return Line::toned(locale::NOT_ASSESSED.of(lang).to_lowercase(), Tone::Caution);
    };
    let (sign, tone) = match facts.grade {
        Grade::Strong => ("█", Tone::Good),
        Grade::Partial => ("▄", Tone::Active),
        Grade::Weak => ("▁", Tone::Bad),
    };
    Line::toned(format!("{sign} {}", words::grade(lang, facts.grade)), tone)
}

/// What is done about it: the task, who and when, and how far it is.
fn action(lang: Lang, element: &ElementFacts) -> Cell {
    let is_weak = element.latest.is_some_and(|latest| latest.grade == Grade::Weak);
    match &element.action {
        Some(task) => Cell::lines(vec![common::title(task), who_and_when(lang, task), common::status(lang, task)]),
        None if is_weak => Line::toned(locale::NO_ACTION.of(lang), Tone::Caution).into(),
        None => Cell::default(),
    }
}

fn who_and_when(lang: Lang, task: &TaskFacts) -> Line {
    let mut line = if task.owner.is_some() || task.open { common::owner(lang, task) } else { Line::default() };
    let when = match task.done {
        Some(done) => locale::date_short(lang, done),
        None => common::due(lang, task),
    };
    let comma = if line.is_empty() { "" } else { ", " };
    line = line.then(format!("{comma}{when}"), Tone::Plain);
    line
}
