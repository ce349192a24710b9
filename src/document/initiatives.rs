//! Initiatives: how many are how far, then each on its line.

use super::{Block, Cell, Column, Document, Line, Row, Table, Tone, common, words};
use crate::locale::{self, Lang};
use crate::model::Degree;
use crate::view::{DegreeCounts, InitiativeFacts, InitiativeGroup, Initiatives, InitiativesBy};

/// The initiatives on a page of their own.
pub fn document(initiatives: &Initiatives) -> Document {
    let lang = initiatives.head.lang;
    let mut document = common::titled(&initiatives.head, locale::INITIATIVES.of(lang));
    if initiatives.counts.total == 0 {
        document.blocks.push(Block::Paragraph(Line::plain(locale::NO_INITIATIVES.of(lang))));
        return document;
    }
    document.blocks.push(Block::Table(counts(initiatives)));
    let listed: usize = initiatives.groups.iter().map(|group| group.counts.total).sum();
    if listed > initiatives.counts.total {
        document.blocks.push(Block::Paragraph(Line::toned(locale::SHARED.of(lang), Tone::Muted)));
    }
    document.blocks.push(Block::Table(list(initiatives)));
    document
}

/// How far the initiatives of each group are.
fn counts(initiatives: &Initiatives) -> Table {
    let lang = initiatives.head.lang;
    let heads_rows = match initiatives.by {
        InitiativesBy::Department => common::row_heading(lang, Some(&initiatives.department), locale::UNIT),
        InitiativesBy::Topic => locale::TOPIC.of(lang).to_owned(),
        InitiativesBy::Degree => locale::DEGREE.of(lang).to_owned(),
    };
    let number = |header: String| Column { wraps: true, ..Column::number(header) };
    let any_unknown = initiatives.counts.unknown > 0;
    // By degree, each row has but one.
    let by_degree = initiatives.by == InitiativesBy::Degree;
    let degrees = if by_degree { &[] } else { initiatives.degrees.as_slice() };
    let mut columns = vec![Column::text(heads_rows)];
    columns.extend(degrees.iter().map(|one| number(format!("{} {}", sign(one.degree).0, one.meaning))));
    if any_unknown && !by_degree {
        columns.push(number(locale::NOT_ASSESSED.of(lang).to_owned()));
    }
    columns.push(Column::number(locale::OF_ALL.of(lang)));
    columns.push(Column::number(locale::CHOSEN.of(lang)));
    let cells = |name: Line, counts: &DegreeCounts| {
        let mut cells = vec![Cell::from(name)];
        cells.extend(degrees.iter().map(|one| count(counts.get(one.degree))));
        if any_unknown && !by_degree {
            cells.push(count(counts.unknown));
        }
        cells.push(count(counts.total));
        cells.push(count(counts.chosen));
        cells
    };
    let mut rows: Vec<Row> = initiatives
        .groups
        .iter()
        .map(|group| Row::Cells(cells(group_name(initiatives, group), &group.counts)))
        .collect();
    let all = Line::toned(locale::OF_ALL.of(lang), Tone::Strong);
    rows.push(Row::Group(cells(all, &initiatives.counts)));
    Table { caption: locale::DEGREE.of(lang).to_owned(), columns, rows, row_headers: true, ruled: false }
}

fn count(count: usize) -> Cell {
    Line::toned(count.to_string(), if count == 0 { Tone::Muted } else { Tone::Plain }).into()
}

fn group_name(initiatives: &Initiatives, group: &InitiativeGroup) -> Line {
    let degree =
        initiatives.degrees.iter().find(|one| initiatives.by == InitiativesBy::Degree && one.meaning == group.name);
    match degree.map(|one| sign(one.degree)) {
        Some((sign, tone)) => Line::toned(format!("{sign} "), tone).then(group.name.clone(), Tone::Plain),
        None => Line::plain(group.name.clone()),
    }
}

/// Each initiative on its line, below its group.
fn list(initiatives: &Initiatives) -> Table {
    let lang = initiatives.head.lang;
    let columns = vec![
        Column::text(locale::INITIATIVE.of(lang)),
        Column::fixed(locale::DEGREE_SHORT.of(lang)),
        Column::text(locale::COMPLEXITY.of(lang)),
        Column::fixed(locale::CHOSEN.of(lang)),
        Column::text(locale::OWNER.of(lang)),
        Column::fixed(locale::START.of(lang)),
    ];
    let mut rows = Vec::new();
    for group in &initiatives.groups {
        let name = locale::counted(&group.name, group.counts.total);
        rows.push(Row::Group(vec![Line::toned(name, Tone::Strong).into()]));
        rows.extend(group.initiatives.iter().map(|initiative| row(lang, initiative)));
    }
    Table { caption: locale::INITIATIVES.of(lang).to_owned(), columns, rows, row_headers: true, ruled: false }
}

fn row(lang: Lang, initiative: &InitiativeFacts) -> Row {
    let degree = initiative.degree.map_or_else(Cell::default, |degree| {
        let (sign, tone) = sign(degree);
        Line::toned(format!("{sign} {}", words::degree(lang, degree)), tone).into()
    });
    let owner = match &initiative.owner {
        Some(owner) => Line::plain(owner.name.clone()),
        None if initiative.chosen => Line::toned(locale::NO_OWNER.of(lang), Tone::Caution),
        None => Line::default(),
    };
    let complexity = initiative.complexity.map_or("", |complexity| words::complexity(lang, complexity));
    let chosen = if initiative.chosen { locale::YES.of(lang) } else { "" };
    Row::Cells(vec![
        initiative.title.clone().into(),
        degree,
        complexity.into(),
        Line::toned(chosen, Tone::Strong).into(),
        owner.into(),
        initiative.start.map_or_else(String::new, |start| locale::period_short(lang, start)).into(),
    ])
}

/// A sign for how far something is implemented; none that a task's state or the schedule's light has.
fn sign(degree: Degree) -> (&'static str, Tone) {
    match degree {
        Degree::Red => ("▁", Tone::Plain),
        Degree::Yellow => ("▄", Tone::Active),
        Degree::Green => ("█", Tone::Good),
    }
}
