//! Pieces that several views share: heads, signs, states.

use super::{Cell, Document, Line, Tone};
use crate::locale::{self, Lang};
use crate::model::{Late, State};
use crate::view::{Head, TaskFacts};

/// A document under a plan's title: "Matrix · SAM:BO · pr. 15. juni 2025".
pub fn titled(head: &Head, what: &str) -> Document {
    let framework = head.framework.as_ref().map(|framework| framework.name.as_str());
    let as_of = locale::as_of(head.lang, head.as_of);
    let parts: Vec<&str> = [Some(what), framework, Some(as_of.as_str())].into_iter().flatten().collect();
    let title = if head.title.is_empty() { what.to_owned() } else { head.title.clone() };
    Document { lang: head.lang, title, subtitle: parts.join(" · "), blocks: Vec::new() }
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
        line = line.then(format!(" {}", locale::state(lang, state)), Tone::Muted);
    }
    let (sign, tone) = sign(State::Todo, true);
    line.then("   ", Tone::Plain).then(sign, tone).then(format!(" {late}"), Tone::Muted)
}

/// A task's state in words, and how late it is.
pub fn status(lang: Lang, task: &TaskFacts) -> Line {
    let (sign, tone) = sign(task.state, task.late.is_some());
    let words = locale::state(lang, task.state);
    let line = Line::toned(format!("{sign} {words}"), tone);
    match task.late {
        Some(late) => line.then(format!(", {}", locale::late(lang, late)), Tone::Bad),
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

/// When a task is due, or looked at, in the writer's own form.
pub fn due(lang: Lang, task: &TaskFacts) -> String {
    match (task.due, task.check) {
        (Some(due), _) => locale::period(lang, due),
        (None, Some(check)) => format!("{}: {}", locale::NEXT_CHECK.of(lang), locale::period(lang, check)),
        (None, None) if task.start.is_some() => locale::span(lang, task.start, None),
        (None, None) => locale::NO_DUE.of(lang).to_owned(),
    }
}

/// How late something is, as a cell.
pub fn lateness(lang: Lang, late: Option<Late>) -> Cell {
    late.map_or_else(Cell::default, |late| Line::toned(locale::late(lang, late), Tone::Bad).into())
}
