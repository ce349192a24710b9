//! Frameworks as documents.

use super::{Block, Column, Document, Line, Row, Table, Tone, words};
use crate::locale::{self, Lang};
use crate::model::{Framework, Localized};
use crate::source::Spanned;
use crate::view::{TemplateLine, criteria_count};

/// The list of frameworks.
pub fn list(lines: &[TemplateLine], lang: Lang) -> Document {
    let row = |line: &TemplateLine| {
        Row::Cells(vec![
            Line::toned(line.named.id.clone(), Tone::Strong).into(),
            line.named.name.clone().into(),
            line.summary.clone().into(),
            locale::language(lang, line.language).into(),
        ])
    };
    let table = Table {
        caption: locale::FRAMEWORKS.of(lang).to_owned(),
        columns: vec![
            Column::fixed("--template"),
            Column::text(locale::FRAMEWORK.of(lang)),
            Column::text(locale::SUMMARY.of(lang)),
            Column::text(locale::LANGUAGE.of(lang)),
        ],
        rows: lines.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    };
    Document {
        lang,
        title: locale::FRAMEWORKS.of(lang).to_owned(),
        subtitle: locale::HOW_TO_INIT.of(lang).to_owned(),
        blocks: vec![Block::Table(table)],
    }
}

/// One framework: phases, rows, roles, activities and rules.
pub fn one(framework: &Framework, lang: Lang) -> Document {
    let mut blocks = vec![Block::Facts(facts(framework, lang))];
    section(&mut blocks, locale::PHASES.of(lang), phases(framework, lang));
    if !framework.dimensions.is_empty() {
        let label = framework.labels.dimension.as_ref().map_or(locale::DIMENSION.of(lang), |label| label.get(lang));
        section(&mut blocks, &locale::rows_of(lang, label), rows(framework, lang));
    }
    section(&mut blocks, locale::ROLES.of(lang), roles(framework, lang));
    section(&mut blocks, locale::ACTIVITIES.of(lang), activities(framework, lang));
    if criteria_count(framework, None) > 0 {
        let heading = locale::counted(locale::CRITERIA.of(lang), criteria_count(framework, None));
        blocks.push(Block::Heading { level: 1, text: heading });
        blocks.push(Block::Table(criteria(framework, lang)));
    }
    section(&mut blocks, locale::RULES.of(lang), rules(framework, lang));
    Document { lang, title: framework.name(lang).to_owned(), subtitle: text(&framework.summary, lang), blocks }
}

fn section(blocks: &mut Vec<Block>, heading: &str, table: Table) {
    if !table.rows.is_empty() {
        let count = table.rows.iter().filter(|row| matches!(row, Row::Cells(_))).count();
        blocks.push(Block::Heading { level: 1, text: locale::counted(heading, count) });
        blocks.push(Block::Table(table));
    }
}

fn text(localized: &Option<Spanned<Localized>>, lang: Lang) -> String {
    localized.as_ref().map_or("", |localized| localized.get(lang)).to_owned()
}

fn facts(framework: &Framework, lang: Lang) -> Vec<(String, Line)> {
    let origin = &framework.origin;
    let mut source: Vec<String> =
        [&origin.title, &origin.publisher].into_iter().flatten().map(|text| text.value.clone()).collect();
    source.extend(origin.year.as_ref().map(|year| year.to_string()));
    let mut facts = vec![
        ("template".to_owned(), Line::toned(framework.id(), Tone::Strong)),
        (locale::LANGUAGE.of(lang).to_owned(), Line::plain(locale::language(lang, framework.language()))),
    ];
    if !source.is_empty() {
        facts.push((locale::SOURCE.of(lang).to_owned(), Line::plain(source.join(", "))));
    }
    if let Some(note) = &origin.note {
        facts.push((locale::HOW_READ.of(lang).to_owned(), Line::plain(note.get(lang))));
    }
    facts
}

fn table(caption: &str, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table { caption: caption.to_owned(), columns, rows, row_headers: true, ruled: false }
}

fn id(id: &str) -> super::Cell {
    Line::toned(id, Tone::Muted).into()
}

fn phases(framework: &Framework, lang: Lang) -> Table {
    let columns = vec![
        Column::text(locale::PHASE.of(lang)),
        Column::text("id"),
        Column::text(locale::TIMING.of(lang)),
        Column::text(locale::SUMMARY.of(lang)),
    ];
    let row = |(key, phase): (&String, &crate::model::Phase)| {
        let name = framework.phase_name(key, lang);
        Row::Cells(vec![name.into(), id(key), text(&phase.timing, lang).into(), text(&phase.purpose, lang).into()])
    };
    table(locale::PHASES.of(lang), columns, framework.phases.iter().map(row).collect())
}

fn rows(framework: &Framework, lang: Lang) -> Table {
    let columns = vec![Column::text(locale::DIMENSION.of(lang)), Column::text("id")];
    let mut rows = Vec::new();
    for (key, dimension) in &framework.dimensions {
        let cells = vec![framework.dimension_name(key, lang).into(), id(key)];
        rows.push(if dimension.rows.is_empty() { Row::Cells(cells) } else { Row::Group(cells) });
        for key in dimension.rows.keys() {
            rows.push(Row::Cells(vec![framework.dimension_name(key, lang).into(), id(key)]));
        }
    }
    table(locale::DIMENSION.of(lang), columns, rows)
}

fn roles(framework: &Framework, lang: Lang) -> Table {
    let columns = vec![
        Column::text(locale::ROLE.of(lang)),
        Column::text("id"),
        Column::text(locale::LEVEL.of(lang)),
        Column::text(locale::SUMMARY.of(lang)),
    ];
    let row = |(key, role): (&String, &crate::model::Role)| {
        let level = role.level.as_ref().map_or("", |level| words::level(lang, level.value));
        Row::Cells(vec![framework.role_name(key, lang).into(), id(key), level.into(), text(&role.purpose, lang).into()])
    };
    table(locale::ROLES.of(lang), columns, framework.roles.iter().map(row).collect())
}

fn activities(framework: &Framework, lang: Lang) -> Table {
    let columns = vec![
        Column::text(locale::ACTIVITY.of(lang)),
        Column::text("id"),
        Column::text(locale::PHASE.of(lang)),
        Column::text(locale::ROLE.of(lang)),
    ];
    let row = |(key, activity): (&String, &crate::model::Activity)| {
        let phases: Vec<&str> = activity.phases.iter().map(|phase| framework.phase_name(phase, lang)).collect();
        let role = activity.role.as_ref().map_or("", |role| framework.role_name(role, lang));
        Row::Cells(vec![text(&activity.title, lang).into(), id(key), phases.join(", ").into(), role.into()])
    };
    table(locale::ACTIVITIES.of(lang), columns, framework.activities.iter().map(row).collect())
}

/// How many success criteria each cell has.
fn criteria(framework: &Framework, lang: Lang) -> Table {
    let mut columns = vec![Column::text(locale::DIMENSION.of(lang))];
    let phases: Vec<&String> = framework.phases.keys().collect();
    columns
        .extend(phases.iter().map(|phase| Column { wraps: true, ..Column::number(framework.phase_name(phase, lang)) }));
    let row = |row: crate::model::RowRef| {
        let counts: Vec<usize> = phases.iter().map(|phase| criteria_count(framework, Some((phase, row.id)))).collect();
        let count = |count: &usize| if *count == 0 { String::new() } else { count.to_string() };
        let any = counts.iter().any(|count| *count > 0);
        let cells = std::iter::once(row.name.to_owned()).chain(counts.iter().map(count)).map(Into::into).collect();
        any.then_some(Row::Cells(cells))
    };
    let rows = framework.rows(lang).into_iter().filter_map(row).collect();
    table(locale::CRITERIA.of(lang), columns, rows)
}

fn rules(framework: &Framework, lang: Lang) -> Table {
    let columns = vec![
        Column::fixed(locale::RULE.of(lang)),
        Column::text(locale::REASON.of(lang)),
        Column::text(locale::CHECK.of(lang)),
        Column::text(locale::SEVERITY.of(lang)),
    ];
    let row = |(key, rule): (&String, &crate::model::StatedRule)| {
        let checks: Vec<&str> = rule.checks.iter().map(|check| check.as_str()).collect();
        let severity = rule.severity.as_ref().map_or("", |severity| severity.value.word(lang));
        Row::Cells(vec![key.clone().into(), text(&rule.reason, lang).into(), id(&checks.join(", ")), severity.into()])
    };
    table(locale::RULES.of(lang), columns, framework.rules.iter().map(row).collect())
}
