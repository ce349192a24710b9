//! Several plans side by side, as tables.

use super::{Block, Cell, Column, Document, Line, Medium, Row, Table, Tone, Value, common, overdue, report, words};
use crate::calendar::Period;
use crate::locale::{self, Lang};
use crate::view::{Light, MilestoneFacts, PersonLoad, PlanLine, Portfolio, SharedMilestones, SharedRow};

/// How many reasons for a light are told where several lights are.
const MOST_REASONS: usize = 2;

/// The plans, their milestones, what is late, and who has how much to do.
pub fn document(portfolio: &Portfolio, medium: Medium) -> Document {
    let lang = portfolio.lang;
    let mut document = Document {
        lang,
        title: locale::PORTFOLIO.of(lang).to_owned(),
        subtitle: format!("{} · {}", locale::plans(lang, portfolio.plans.len()), locale::as_of(lang, portfolio.as_of)),
        blocks: Vec::new(),
    };
    let blocks = &mut document.blocks;
    let heading = |text: String, blocks: &mut Vec<Block>| blocks.push(Block::Heading { level: 1, text });
    heading(locale::PLANS.of(lang).to_owned(), blocks);
    let flat = medium.sorts();
    blocks.push(Block::Table(if flat { records(portfolio) } else { plans(portfolio) }));
    if medium == Medium::Records {
        return document;
    }
    for shared in &portfolio.milestones {
        heading(locale::milestones_of(lang, &shared.framework.name), blocks);
        blocks.push(Block::Table(milestones(shared, lang)));
        if shared.others > 0 {
            let text = locale::own_milestones(lang, shared.others);
            blocks.push(Block::Paragraph(Line::toned(text, Tone::Muted)));
        }
    }
    let late = &portfolio.overdue.late;
    heading(locale::counted(locale::OVERDUE_BY_OWNER.of(lang), late.len()), blocks);
    if late.is_empty() {
        blocks.push(Block::Paragraph(Line::toned(locale::NOTHING_LATE.of(lang), Tone::Good)));
    } else {
        // In a workbook, the owner is a column to sort by.
        let shows = overdue::Shows { plans: true, by_owner: !flat, ..overdue::Shows::default() };
        blocks.push(Block::Table(overdue::table(locale::OVERDUE_BY_OWNER.of(lang), late, lang, shows)));
    }
    heading(locale::LOAD.of(lang).to_owned(), blocks);
    if portfolio.load.people.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(locale::NO_OPEN_TASKS.of(lang))));
    } else {
        blocks.push(Block::Table(load(portfolio)));
    }
    document
}

fn plans(portfolio: &Portfolio) -> Table {
    let lang = portfolio.lang;
    let row = |plan: &PlanLine| {
        let framework = plan.head.framework.as_ref().map(|framework| Line::toned(framework.name.clone(), Tone::Muted));
        let title = std::iter::once(Line::plain(plan.head.title.clone())).chain(framework).collect();
        let phases = plan.phases.iter().map(|phase| Line::plain(phase.name.clone()));
        let progress = Line::plain(locale::done_of_all(lang, plan.done, plan.total));
        let late = (plan.late > 0).then(|| Line::toned(locale::so_many_late(lang, plan.late), Tone::Bad));
        let milestone = plan.next_milestone.as_ref().map_or_else(Cell::default, |next| {
            let date = next.milestone.date.map(|date| Line::toned(locale::period_short(lang, date), Tone::Muted));
            let late = next.milestone.late.map(|late| Line::toned(words::late(lang, late), Tone::Bad));
            let slip = next.slip.filter(|days| *days > 0 && next.milestone.late.is_none());
            let slip = slip.map(|days| Line::toned(locale::likely_later(lang, days), Tone::Bad));
            let title = Line::plain(next.milestone.title.clone());
            Cell::lines(std::iter::once(title).chain(date).chain(late).chain(slip).collect())
        });
        let decision = plan.next_decision.as_ref().map_or_else(Cell::default, |next| {
            let on = next.on.map(|on| Line::toned(locale::date_short(lang, on), Tone::Muted));
            let late = next.decision.late.filter(|_| next.on.is_some_and(|on| on < plan.head.as_of));
            let late = late.map(|late| Line::toned(words::late(lang, late), Tone::Bad));
            Cell::lines(std::iter::once(Line::plain(next.decision.text.clone())).chain(on).chain(late).collect())
        });
        Row::Cells(vec![
            Cell::lines(title),
            light(&plan.light, lang),
            Cell::lines(phases.chain([progress]).chain(late).collect()),
            milestone,
            decision,
        ])
    };
    Table {
        caption: locale::PLANS.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::PLAN.of(lang)),
            Column::text(locale::STATUS.of(lang)),
            Column::text(locale::HOW_FAR.of(lang)),
            Column::text(locale::NEXT_MILESTONE.of(lang)),
            Column::text(locale::NEXT_DECISION.of(lang)),
        ],
        rows: portfolio.plans.iter().map(row).collect(),
        row_headers: true,
        ruled: true,
    }
}

/// A plan a row and a fact a cell, to be sorted and counted.
fn records(portfolio: &Portfolio) -> Table {
    let lang = portfolio.lang;
    let text = |words: Option<&String>| Cell::from(words.cloned().unwrap_or_default());
    let row = |plan: &PlanLine| {
        let colour = report::colour(plan.light.colour);
        let reasons: Vec<String> = plan.light.reasons.iter().map(|one| words::light_reason(lang, one)).collect();
        let phases: Vec<&str> = plan.phases.iter().map(|phase| phase.name.as_str()).collect();
        let (milestone, decision) = (plan.next_milestone.as_ref(), plan.next_decision.as_ref());
        Row::Cells(vec![
            plan.head.title.clone().into(),
            text(plan.head.framework.as_ref().map(|framework| &framework.name)),
            Cell::from(Line::toned(words::colour(lang, plan.light.colour), colour.tone())).toned(colour.tone()),
            reasons.join("; ").into(),
            phases.join(", ").into(),
            count(plan.done, Tone::Plain),
            count(plan.total, Tone::Plain),
            count(plan.late, Tone::Bad),
            text(milestone.map(|next| &next.milestone.title)),
            common::maybe_day(lang, milestone.and_then(|next| next.planned)),
            common::maybe_day(lang, milestone.and_then(|next| next.forecast)),
            text(decision.map(|next| &next.decision.text)),
            common::maybe_day(lang, decision.and_then(|next| next.on)),
        ])
    };
    Table {
        caption: locale::PLANS.of(lang).to_owned(),
        columns: vec![
            Column::text(locale::PLAN.of(lang)),
            Column::text(locale::FRAMEWORK.of(lang)),
            Column::fixed(locale::STATUS.of(lang)),
            Column::text(locale::REASON.of(lang)),
            Column::text(locale::PHASE.of(lang)),
            Column::number(locale::DONE.of(lang)),
            Column::number(locale::OF_ALL.of(lang)),
            Column::number(locale::LATE.of(lang)),
            Column::text(locale::NEXT_MILESTONE.of(lang)),
            Column::fixed(locale::PLANNED_DATE.of(lang)),
            Column::fixed(locale::FORECAST.of(lang)),
            Column::text(locale::NEXT_DECISION.of(lang)),
            Column::fixed(locale::DEADLINE.of(lang)),
        ],
        rows: portfolio.plans.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}

/// A light with its word, and what made it so.
fn light(light: &Light, lang: Lang) -> Cell {
    let colour = report::colour(light.colour);
    let tone = colour.tone();
    let word = |colour| words::colour(lang, colour);
    let mut lines = vec![Line::toned(format!("{} {}", colour.sign(), word(light.colour)), tone)];
    let reasons = light.reasons.iter().take(MOST_REASONS);
    lines.extend(reasons.map(|reason| Line::toned(words::light_reason(lang, reason), Tone::Muted)));
    if light.reasons.len() > MOST_REASONS {
        lines.push(Line::toned(locale::more(lang, light.reasons.len() - MOST_REASONS), Tone::Muted));
    }
    if let Some(hand) = &light.by_hand {
        lines.push(Line::plain(format!("{}: {}", locale::SET_BY_HAND.of(lang), word(hand.colour))));
    }
    Cell::lines(lines).toned(tone)
}

fn count(count: usize, tone: Tone) -> Cell {
    let line = if count == 0 { Line::toned("–", Tone::Muted) } else { Line::toned(count.to_string(), tone) };
    Cell::from(line).with(Value::Number(count as f64))
}

/// The same milestones in each plan.
fn milestones(shared: &SharedMilestones, lang: Lang) -> Table {
    let cell = |one: &Option<MilestoneFacts>| {
        let Some(one) = one else { return Cell::from(Line::toned("–", Tone::Muted)) };
        let day = one.done.or(one.date.map(Period::last));
        let date = match (one.done, one.date) {
            (Some(done), _) => locale::date_short(lang, done),
            (None, Some(date)) => locale::period_short(lang, date),
            (None, None) => locale::NOT_SET.of(lang).to_owned(),
        };
        let (sign, tone) = match (one.done, one.late) {
            (Some(_), _) => ("◆", Tone::Good),
            (None, Some(_)) => ("!", Tone::Bad),
            (None, None) => ("◇", Tone::Plain),
        };
        let late = one.late.map(|late| Line::toned(words::late(lang, late), Tone::Bad));
        let first = Line::toned(format!("{sign} {date}"), tone);
        Cell::lines(std::iter::once(first).chain(late).collect()).with(day.map(Value::Date)).toned(tone)
    };
    let row = |row: &SharedRow| {
        Row::Cells(std::iter::once(row.plan.clone().into()).chain(row.milestones.iter().map(cell)).collect())
    };
    let columns = shared.milestones.iter().map(|milestone| Column::text(milestone.name.clone()));
    Table {
        caption: locale::milestones_of(lang, &shared.framework.name),
        columns: std::iter::once(Column::text(locale::PLAN.of(lang))).chain(columns).collect(),
        rows: shared.rows.iter().map(row).collect(),
        row_headers: true,
        ruled: true,
    }
}

/// Open tasks by person and month.
fn load(portfolio: &Portfolio) -> Table {
    let lang = portfolio.lang;
    let load = &portfolio.load;
    let row = |person: &PersonLoad| {
        let mut cells = vec![person.name.clone().into(), count(person.plans, Tone::Plain)];
        cells.push(count(person.late, Tone::Bad));
        cells.extend(person.months.iter().map(|month| count(*month, Tone::Plain)));
        cells.push(count(person.after, Tone::Plain));
        cells.push(count(person.undated, Tone::Caution));
        cells.push(count(person.total, Tone::Strong));
        Row::Cells(cells)
    };
    let month = |month: &Period| Column::number(locale::month_short(lang, month.first().month()));
    let mut columns = vec![
        Column::text(locale::OWNER.of(lang)),
        Column::number(locale::PLANS.of(lang)),
        Column::number(locale::LATE.of(lang)),
    ];
    columns.extend(load.months.iter().map(month));
    columns.push(Column::number(locale::LATER.of(lang)));
    columns.push(Column::number(locale::UNDATED.of(lang)));
    columns.push(Column::number(locale::OF_ALL.of(lang)));
    Table {
        caption: locale::LOAD.of(lang).to_owned(),
        columns,
        rows: load.people.iter().map(row).collect(),
        row_headers: true,
        ruled: false,
    }
}
