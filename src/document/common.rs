//! Pieces that several views share: heads, signs, states.

use super::{Block, Cell, Document, Line, Tone, Value, words};
use crate::calendar::Date;
use crate::locale::{self, Lang};
use crate::model::{Late, Missed, State};
use crate::view::{Head, Owed, TaskFacts};

/// A document under a plan's title: "Matrix · SAM:BO · pr. 15. juni 2025".
pub fn titled(head: &Head, what: &str) -> Document {
    let framework = head.framework.as_ref().map(|framework| framework.name.as_str());
    let as_of = locale::as_of(head.lang, head.as_of);
    let parts: Vec<&str> = [Some(what), framework, Some(as_of.as_str())].into_iter().flatten().collect();
    let title = if head.title.is_empty() { what.to_owned() } else { head.title.clone() };
    Document { lang: head.lang, title, subtitle: parts.join(" · "), blocks: Vec::new() }
}

/// What heads a column of rows: the framework's own word, else the usual one.
pub fn row_heading(lang: Lang, own: Option<&str>, usual: locale::Words) -> String {
    let word = own.unwrap_or(usual.of(lang));
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A sign for where something stands, always beside its words or a legend.
pub fn sign(state: State, late: bool) -> (&'static str, Tone) {
    match state {
        State::Done => ("✓", Tone::Good),
        State::Dropped => ("–", Tone::Muted),
        _ if late => ("!", Tone::Bad),
        State::Blocked => ("■", Tone::Caution),
        State::Doing => ("◐", Tone::Active),
        State::Ongoing => ("↻", Tone::Active),
        State::Todo => ("○", Tone::Plain),
    }
}

/// The meaning of each sign, in one line.
pub fn sign_legend(lang: Lang) -> Line {
    let late = locale::LATE.of(lang).to_lowercase();
    let states = [State::Done, State::Doing, State::Todo, State::Ongoing, State::Blocked];
    let mut line = Line::default();
    for (at, state) in states.into_iter().enumerate() {
        let (sign, tone) = sign(state, false);
        line = line.then(if at == 0 { "" } else { "   " }, Tone::Plain).then(sign, tone);
        line = line.then(format!(" {}", words::state(lang, state)), Tone::Muted);
    }
    let (sign, tone) = sign(State::Todo, true);
    line.then("   ", Tone::Plain).then(sign, tone).then(format!(" {late}"), Tone::Muted)
}

/// A task's state in words, and how late it is.
pub fn status(lang: Lang, task: &TaskFacts) -> Line {
    let (sign, tone) = sign(task.state, task.late.is_some());
    let words = words::state(lang, task.state);
    let line = Line::toned(format!("{sign} {words}"), tone);
    match task.late {
        Some(late) => line.then(format!(", {}", words::late(lang, late)), Tone::Bad),
        None => line,
    }
}

/// Who is accountable, or that nobody is.
pub fn owner(lang: Lang, task: &TaskFacts) -> Line {
    match &task.owner {
        Some(owner) => Line::plain(owner.name.clone()),
        None => Line::toned(locale::NO_OWNER.of(lang), Tone::Caution),
    }
}

/// A task's title with the unit it is done in.
pub fn title(task: &TaskFacts) -> Line {
    let line = Line::plain(task.title.clone());
    match &task.unit {
        Some(unit) => line.then(format!(" ({})", unit.name), Tone::Muted),
        None => line,
    }
}

/// A task's sign and title.
pub fn signed_title(task: &TaskFacts) -> Line {
    let (sign, tone) = sign(task.state, task.late.is_some());
    let mut line = Line::toned(format!("{sign} "), tone);
    line.0.extend(title(task).0);
    line
}

/// What a task owes next, and when: its due date, its check, or its start.
pub fn due(lang: Lang, task: &TaskFacts) -> String {
    match task.owes {
        Some(Owed { what: Missed::Due, when }) => locale::period_short(lang, when),
        Some(Owed { what, when }) if task.late.is_none() => {
            let word = if what == Missed::Start { locale::STARTS } else { locale::NEXT_CHECK };
            format!("{} {}", word.of(lang), locale::period_short(lang, when))
        }
        Some(Owed { when, .. }) => locale::period_short(lang, when),
        None => locale::NO_DUE.of(lang).to_owned(),
    }
}

/// A block of another document, one heading further down.
pub fn under(block: Block) -> Block {
    match block {
        Block::Heading { level, text } => Block::Heading { level: level + 1, text },
        other => other,
    }
}

/// A day as a cell that can be sorted.
pub fn day(lang: Lang, day: Date) -> Cell {
    Cell::from(locale::date_short(lang, day)).with(Value::Date(day))
}

/// A day as a cell that can be sorted, empty where there is none.
pub fn maybe_day(lang: Lang, day: Option<Date>) -> Cell {
    day.map_or_else(Cell::default, |day| self::day(lang, day))
}

/// How many days late something is, as a cell under a heading that says so.
pub fn lateness(lang: Lang, late: Option<Late>) -> Cell {
    late.map_or_else(Cell::default, |late| {
        Cell::from(Line::toned(locale::days(lang, late.days), Tone::Bad)).with(Value::Number(late.days as f64))
    })
}

/// How far something moved, later being the worse.
pub fn shifted(lang: Lang, days: Option<i64>) -> Cell {
    let Some(days) = days.filter(|days| *days != 0) else { return Cell::from("–") };
    let tone = if days > 0 { Tone::Bad } else { Tone::Good };
    Cell::from(Line::toned(locale::later(lang, days), tone)).with(Value::Number(days as f64))
}

/// How many days something is likely to be late, under a heading that says so.
pub fn put_off(lang: Lang, days: Option<i64>) -> Cell {
    let Some(days) = days.filter(|days| *days > 0) else { return Cell::from("–") };
    Cell::from(Line::toned(locale::days(lang, days), Tone::Bad)).with(Value::Number(days as f64))
}
