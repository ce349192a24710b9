//! What a calendar shows, in the words of its entries.

use super::{Block, Cell, Column, Document, Line, Row, Table, Tone, common, words};
use crate::calendar::Date;
use crate::locale::{self, Lang, Words};
use crate::view::{Calendar, Event, EventKind, TaskFacts};

/// A calendar's name and entries.
#[derive(Debug)]
pub struct Entries {
    pub lang: Lang,
    pub name: String,
    /// The day that it was made of.
    pub made: Date,
    pub entries: Vec<Entry>,
}

/// An entry for a whole day.
#[derive(Debug)]
pub struct Entry {
    pub uid: String,
    pub day: Date,
    pub title: String,
    /// Several lines.
    pub details: String,
    pub category: String,
    /// Whether calendars are to take it away.
    pub off: bool,
}

/// The entries of a calendar.
pub fn entries(calendar: &Calendar, lang: Lang) -> Entries {
    let name = match calendar.plans.as_slice() {
        [only] => only.clone(),
        several => format!("{} · {}", locale::DEADLINES.of(lang), locale::plans(lang, several.len())),
    };
    let entry = |event: &Event| Entry {
        uid: event.uid.clone(),
        day: event.day,
        title: title(event, lang),
        details: details(event, lang),
        category: kind(&event.what).of(lang).to_owned(),
        off: event.what.is_off(),
    };
    Entries { lang, name, made: calendar.as_of, entries: calendar.events.iter().map(entry).collect() }
}

/// The same for a page.
pub fn document(calendar: &Calendar, lang: Lang) -> Document {
    let row = |event: &Event| {
        let date = common::day(lang, event.day);
        let week = locale::week(lang, event.day.iso_week());
        Row::Cells(vec![date, week.into(), kind(&event.what).of(lang).into(), signed(event, lang), who(&event.what)])
    };
    let entries = entries(calendar, lang);
    let mut document = Document {
        lang,
        title: entries.name,
        subtitle: [locale::CALENDAR.of(lang), &locale::as_of(lang, calendar.as_of)].join(" · "),
        blocks: Vec::new(),
    };
    if calendar.events.is_empty() {
        document.blocks.push(Block::Paragraph(Line::plain(locale::NOTHING.of(lang))));
        return document;
    }
    document.blocks.push(Block::Table(Table {
        caption: locale::CALENDAR.of(lang).to_owned(),
        columns: vec![
            Column::fixed(locale::DATE.of(lang)),
            Column::fixed(locale::WEEK_HEADING.of(lang)),
            Column::text(locale::KIND.of(lang)),
            Column::text(locale::WHAT_IT_IS.of(lang)),
            Column::text(locale::OWNER.of(lang)),
        ],
        rows: calendar.events.iter().map(row).collect(),
        row_headers: false,
        ruled: false,
    }));
    document
}

fn kind(what: &EventKind) -> Words {
    match what {
        EventKind::Due(_) => locale::DUE,
        EventKind::Check(_) => locale::FOLLOW_UP,
        EventKind::Milestone(milestone) if milestone.decision => locale::DECISION_POINT_HEADING,
        EventKind::Milestone(_) => locale::MILESTONE,
        EventKind::Decision(_) => locale::DECISION,
        EventKind::Meeting(_) => locale::MEETING,
    }
}

fn subject(what: &EventKind) -> String {
    match what {
        EventKind::Due(task) | EventKind::Check(task) => common::title(task).text(),
        EventKind::Milestone(milestone) => milestone.title.clone(),
        EventKind::Decision(decision) => decision.text.clone(),
        EventKind::Meeting(meeting) => meeting.title.clone(),
    }
}

fn title(event: &Event, lang: Lang) -> String {
    let done = if event.what.is_done() { "✓ " } else { "" };
    match &event.what {
        EventKind::Meeting(meeting) => meeting.title.clone(),
        what => format!("{done}{}: {}", kind(what).of(lang), subject(what)),
    }
}

fn signed(event: &Event, lang: Lang) -> Cell {
    let (sign, tone) = match &event.what {
        what if what.is_done() => ("✓ ", Tone::Good),
        what if what.is_late() => ("! ", Tone::Bad),
        what if what.is_off() => ("– ", Tone::Muted),
        _ => ("", Tone::Plain),
    };
    let line = Line::toned(sign, tone).then(subject(&event.what), Tone::Plain);
    match &event.what {
        EventKind::Due(task) | EventKind::Check(task) if event.what.is_off() => {
            line.then(format!(" ({})", words::state(lang, task.state)), Tone::Muted).into()
        }
        _ => line.into(),
    }
}

fn who(what: &EventKind) -> Cell {
    match what {
        EventKind::Due(task) | EventKind::Check(task) => {
            task.owner.as_ref().map_or_else(Cell::default, |owner| owner.name.clone().into())
        }
        _ => Cell::default(),
    }
}

fn details(event: &Event, lang: Lang) -> String {
    let labelled = |label: Words, text: &str| format!("{}: {text}", label.of(lang));
    let mut lines = vec![labelled(locale::PLAN, &event.plan)];
    match &event.what {
        EventKind::Due(task) | EventKind::Check(task) => lines.extend(task_details(task, lang)),
        EventKind::Milestone(milestone) => {
            lines.extend(milestone.phase.iter().map(|phase| labelled(locale::PHASE, &phase.name)));
        }
        EventKind::Decision(decision) => {
            lines.extend(decision.recommendation.iter().map(|text| labelled(locale::RECOMMENDATION, text)));
        }
        EventKind::Meeting(meeting) => lines.extend(meeting.purpose.clone()),
    }
    lines.join("\n")
}

fn task_details(task: &TaskFacts, lang: Lang) -> Vec<String> {
    let labelled = |label: Words, text: &str| format!("{}: {text}", label.of(lang));
    let phases: Vec<&str> = task.phases.iter().map(|phase| phase.name.as_str()).collect();
    let mut lines = Vec::new();
    if !phases.is_empty() {
        lines.push(labelled(locale::PHASE, &phases.join(", ")));
    }
    lines.push(labelled(locale::OWNER, &common::owner(lang, task).text()));
    lines.push(labelled(locale::STATUS, words::state(lang, task.state)));
    lines.extend(task.note.clone());
    lines
}
