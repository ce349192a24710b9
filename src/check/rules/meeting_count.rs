use crate::calendar::Date;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{FrameworkMeeting, ParameterKey, StatedRule, Task};
use crate::source::Span;

pub static RULE: Rule = Rule {
    id: "meeting-count",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "for få møder i tiden efter en aktivitet",
            "for få møter i tiden etter en aktivitet",
            "too few meetings in the time after an activity",
        ),
        why: words!(
            "Et forløb med for få møder løber ud i sandet: det, der blev aftalt, bliver aldrig prøvet af og rettet til.",
            "Et forløp med for få møter renner ut i sanden: det som ble avtalt, blir aldri prøvd ut og justert.",
            "A course with too few meetings peters out: what was agreed is never tried and adjusted.",
        ),
        bad: "[tasks.kickoff]\ntitle = \"Hold kick-off\"\ndue   = 2025-03-10\n\n[meetings.netvaerksmoede-april]\nbody = \"deltagende-leder\"\ndate = 2025-04-22\n",
        good: "[tasks.kickoff]\ntitle = \"Hold kick-off\"\ndue   = 2025-03-10\n\n[meetings.netvaerksmoede-april]\nbody = \"deltagende-leder\"\ndate = 2025-04-22\n\n[meetings.netvaerksmoede-juni]\nbody = \"deltagende-leder\"\ndate = 2025-06-10\n",
    },
    run: Run::Stated(
        check,
        &[
            Parameter::exactly(1, ParameterKey::Meetings),
            Parameter::exactly(1, ParameterKey::AtLeast),
            Parameter::exactly(1, ParameterKey::Days),
            Parameter::exactly(1, ParameterKey::Activities),
        ],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let (Some(id), Some(activity)) = (stated.meetings.first(), stated.activities.first()) else { return };
    let (Some(least), Some(days)) = (&stated.at_least, &stated.days) else { return };
    let Some(kind) = cx.framework.meetings.get(id.as_str()) else { return };
    let Some(meetings) = cx.joined.meetings_of(id) else { return };
    let tasks = cx.joined.carrying_out(activity).filter(|task| !task.is_unread("done") && !task.is_unread("due"));
    let Some((task, day, span)) = tasks.filter_map(ends).max_by_key(|(_, day, _)| *day) else { return };
    let to = day.add_days(days.value);
    let count = meetings.iter().filter(|(date, _)| day < *date && *date <= to).count() as i64;
    if count < least.value {
        too_few(cx, kind, (task, day, span), to, (count, least.value), out);
    }
}

/// When a task is done, or is to be.
fn ends(task: &Task) -> Option<(&Task, Date, Span)> {
    let done = task.done.as_ref().map(|done| (task, done.value, done.span));
    done.or_else(|| task.due.as_ref().map(|due| (task, due.last(), due.span)))
}

fn too_few(
    cx: &Context,
    kind: &FrameworkMeeting,
    (task, day, span): (&Task, Date, Span),
    to: Date,
    (count, least): (i64, i64),
    out: &mut Sink,
) {
    let (id, body) = (kind.id.as_str(), kind.body.as_ref().map_or("…", |body| body.as_str()));
    let (title, more) = (task.title(), least - count);
    let dates = |lang| crate::locale::span(lang, Some(day.add_days(1).max(cx.today).into()), Some(to.into()));
    let help = if to < cx.today {
        msg!(
            "skriv også de møder, der er holdt, [meetings.{id}-…] med body = \"{body}\"",
            "skriv også møtene som er holdt, [meetings.{id}-…] med body = \"{body}\"",
            "write the meetings that were held too, [meetings.{id}-…] with body = \"{body}\"",
        )
    } else {
        msg!(
            "skriv {more} til, [meetings.{id}-…], med body = \"{body}\" og en dato i perioden {dates}",
            "skriv {more} til, [meetings.{id}-…], med body = \"{body}\" og en dato i perioden {dates}",
            "write {more} more, [meetings.{id}-…], with body = \"{body}\" and a date within {dates}";
            dates = dates
        )
    };
    out.add(
        cx.at(span),
        say!(
            "efter »{title}« er der {count} »{name}« inden {to}; der skal være mindst {least}",
            "etter «{title}» er det {count} «{name}» innen {to}; det skal være minst {least}",
            "after \"{title}\" there are {count} \"{name}\" by {to}; there are to be at least {least}";
            name = cx.framework.meeting_title(kind), to = when(to)
        ),
    )
    .help(help)
    .about(task.id.as_str());
}
