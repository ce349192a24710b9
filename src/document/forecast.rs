//! When things are likely to be done, beside when they were to be.

use super::{Block, Cell, Column, Document, Line, Medium, Row, Table, Tone, Value, common};
use crate::calendar::Date;
use crate::locale::{self, Lang};
use crate::view::{Because, Cost, FIRST_LINKS, Forecast, Link, MilestoneForecast, TaskForecast};

/// Which tasks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// those that are likely to be late
    Slipping,
    /// every open one
    All,
}

/// The forecast on a page of its own.
pub fn document(forecast: &Forecast, listed: Listed, medium: Medium) -> Document {
    let lang = forecast.head.lang;
    let mut document = common::titled(&forecast.head, locale::FORECAST.of(lang));
    let blocks = &mut document.blocks;
    // A list of records is sorted and picked from where it is read.
    let listed = if medium == Medium::Records { Listed::All } else { listed };
    blocks.push(Block::Paragraph(Line::toned(locale::HOW_FORECAST.of(lang), Tone::Muted)));
    if medium != Medium::Records {
        if !forecast.outlook.milestones.is_empty() {
            blocks.push(Block::Heading { level: 1, text: locale::MILESTONES.of(lang).to_owned() });
        }
        let milestones: Vec<&MilestoneForecast> = forecast.outlook.milestones.iter().collect();
        told(&milestones, forecast.outlook.costliest.as_ref(), lang, blocks);
    }
    let (heading, tasks): (_, Vec<&TaskForecast>) = match listed {
        Listed::All => (locale::OPEN_TASKS, forecast.tasks.iter().collect()),
        Listed::Slipping => (locale::SLIPPING, forecast.tasks.iter().filter(|task| is_late(task.slip)).collect()),
    };
    blocks.push(Block::Heading { level: 1, text: locale::counted(heading.of(lang), tasks.len()) });
    if tasks.is_empty() {
        blocks.push(Block::Paragraph(Line::toned(locale::NOTHING_SLIPS.of(lang), Tone::Good)));
    } else {
        blocks.push(Block::Table(table(heading.of(lang), &tasks, lang)));
    }
    document
}

/// Milestones, what they hang on, and what delays them most.
pub(super) fn told(of: &[&MilestoneForecast], costliest: Option<&Cost>, lang: Lang, blocks: &mut Vec<Block>) {
    if !of.is_empty() {
        blocks.push(Block::Table(milestones(of, lang)));
    }
    if let Some(cost) = costliest {
        let title = common::title(&cost.task).text();
        let costs = locale::Costs {
            title: &title,
            slip: cost.slip,
            milestones: cost.milestones.len(),
            tasks: cost.tasks,
            worst: (&cost.worst.title, cost.worst.days),
        };
        let text = locale::costliest(lang, &costs);
        blocks.push(Block::Paragraph(Line::toned(text, Tone::Bad)));
    }
}

fn is_late(slip: Option<i64>) -> bool {
    slip.is_some_and(|days| days > 0)
}

fn milestones(of: &[&MilestoneForecast], lang: Lang) -> Table {
    let chains = of.iter().any(|one| !one.chain.is_empty());
    let row = |one: &&MilestoneForecast| {
        let mut cells = vec![
            Cell::from(format!("◇ {}", one.milestone.title)),
            day(lang, one.planned),
            day(lang, one.forecast),
            common::put_off(lang, one.slip),
        ];
        cells.extend(chains.then(|| chain(lang, one)));
        Row::Cells(cells)
    };
    let mut columns = vec![
        Column::text(locale::MILESTONE.of(lang)),
        Column::fixed(locale::PLANNED_DATE.of(lang)),
        Column::fixed(locale::FORECAST.of(lang)),
        Column::fixed(locale::SHIFT.of(lang)),
    ];
    columns.extend(chains.then(|| Column::text(locale::HANGS_ON.of(lang))));
    Table {
        caption: locale::FORECAST.of(lang).to_owned(),
        columns,
        rows: of.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}

/// A chain, a task a line: those before the last lead to it.
fn chain(lang: Lang, one: &MilestoneForecast) -> Cell {
    let line = |(at, link): (usize, &Link)| {
        let arrow = if at == 0 { "" } else { "→ " };
        let on = link.forecast.map(|day| format!(" ({})", locale::date_short(lang, day))).unwrap_or_default();
        Line::plain(format!("{arrow}{}", link.task.name)).then(on, Tone::Muted)
    };
    let mut lines: Vec<Line> = one.chain.iter().enumerate().map(line).collect();
    if one.left_out > 0 {
        let more = Line::toned(format!("→ … {}", locale::more(lang, one.left_out)), Tone::Muted);
        lines.insert(FIRST_LINKS.min(lines.len()), more);
    }
    Cell::lines(lines)
}

fn day(lang: Lang, day: Option<Date>) -> Cell {
    day.map_or_else(|| Cell::from(Line::toned("–", Tone::Muted)), |day| common::day(lang, day))
}

/// When a task was to be done; of one that only begins, when that was to be.
fn planned(lang: Lang, one: &TaskForecast) -> Cell {
    match one.task.start.filter(|_| only_starts(one)) {
        Some(start) => Cell::from(format!("{} {}", locale::STARTS.of(lang), locale::period_short(lang, start)))
            .with(Value::Date(start.last())),
        None => day(lang, one.planned),
    }
}

fn only_starts(one: &TaskForecast) -> bool {
    one.task.due.is_none() && one.task.ongoing
}

fn table(caption: &str, tasks: &[&TaskForecast], lang: Lang) -> Table {
    let row = |one: &&TaskForecast| {
        let because = one.because.as_ref().map(|because| match because {
            Because::Late if only_starts(one) => locale::START_PASSED.of(lang).to_owned(),
            Because::Late => locale::DUE_PASSED.of(lang).to_owned(),
            Because::Takes { days } => locale::not_begun(lang, *days),
            Because::After { task } => locale::waits_for(lang, &task.name),
        });
        Row::Cells(vec![
            common::signed_title(&one.task).into(),
            common::owner(lang, &one.task).into(),
            planned(lang, one),
            day(lang, one.forecast),
            common::put_off(lang, one.slip),
            because.unwrap_or_default().into(),
        ])
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::text(locale::TASK.of(lang)),
            Column::text(locale::OWNER.of(lang)),
            Column::fixed(locale::DUE.of(lang)),
            Column::fixed(locale::FORECAST.of(lang)),
            Column::fixed(locale::SHIFT.of(lang)),
            Column::text(locale::BECAUSE.of(lang)),
        ],
        rows: tasks.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}
