use crate::calendar::{Date, Unit, dead_weeks};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Message, msg, say, words};
use crate::model::{FrameworkMeeting, Meeting, Offset, ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "meeting-cadence",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "møder, der ligger længere fra hinanden, end de skal, eller et næste møde, som mangler",
            "møter som ligger lenger fra hverandre enn de skal, eller et neste møte som mangler",
            "meetings further apart than they are to be, or a next meeting that is missing",
        ),
        why: words!(
            "Mellem to møder er der ingen, der kan beslutte, så alt, hvad planen går i stå på, bliver liggende.",
            "Mellom to møter er det ingen som kan beslutte, så alt planen stopper opp på, blir liggende.",
            "Between two meetings nobody can decide, so whatever the plan gets stuck on stays where it is.",
        ),
        bad: "[meetings.styregruppe-marts]\nbody = \"styregruppe\"\ndate = 2025-03-06\n\n[meetings.styregruppe-november]\nbody = \"styregruppe\"\ndate = 2025-11-20\n",
        good: "[meetings.styregruppe-marts]\nbody = \"styregruppe\"\ndate = 2025-03-06\n\n[meetings.styregruppe-juni]\nbody = \"styregruppe\"\ndate = 2025-06-05\n\n[meetings.styregruppe-september]\nbody = \"styregruppe\"\ndate = 2025-09-04\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Meetings)]),
    absence: true,
};

/// How many days a monthly meeting, or one that is held more often, may be late.
const SLACK: i64 = 7;
/// How many days others may be late.
const LONG_SLACK: i64 = 14;

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    for id in &stated.meetings {
        let Some(kind) = cx.framework.meetings.get(id.as_str()) else { continue };
        let Some(every) = kind.every.as_ref().map(|every| every.value) else { continue };
        let Some(meetings) = cx.joined.meetings_of(id) else { continue };
        from_the_start(cx, kind, every, meetings.first(), out);
        for pair in meetings.windows(2) {
            let [before, after] = pair else { continue };
            // What lies ahead is planned a meeting at a time.
            if before.0 <= cx.today && latest_after(before.0, every) < after.0 {
                gap(cx, kind, every, *before, *after, out);
            }
        }
        match meetings.last() {
            Some(last) if last.0 < cx.today && !cx.plan.is_over(cx.today) => no_more(cx, kind, every, *last, out),
            _ => {}
        }
    }
}

/// The last day on which the next meeting may lie; the weeks when nobody is at work do not count.
fn latest_after(day: Date, every: Offset) -> Date {
    let next = every.end_from(day);
    let slack = if day.days_until(next) <= 31 { SLACK } else { LONG_SLACK };
    let latest = next.add_days(slack);
    let years = day.year()..=latest.year();
    let dead = years.filter_map(dead_weeks).filter(|weeks| day < *weeks.end() && *weeks.start() <= latest);
    latest.add_days(21 * dead.count() as i64)
}

/// Between the plan's start and its first meeting.
fn from_the_start(
    cx: &Context,
    kind: &FrameworkMeeting,
    every: Offset,
    first: Option<&(Date, &Meeting)>,
    out: &mut Sink,
) {
    let start = cx.plan.start.as_ref();
    let wanted = kind.first.as_ref().map_or(every, |first| first.value);
    let latest = start.map(|start| latest_after(start.value, wanted));
    let (name, id) = (cx.framework.meeting_title(kind), kind.id.as_str());
    let Some((day, meeting)) = first else {
        let soon = latest_after(cx.today, every);
        // A first meeting that is far ahead need not be set yet.
        if latest.is_none_or(|latest| latest <= soon) && !cx.plan.is_over(cx.today) {
            let day = latest.unwrap_or(soon).max(cx.country.next_working_day(cx.today));
            let body = kind.body.as_ref().map_or("…", |body| body.as_str());
            out.add(
                cx.whole(),
                say!(
                    "planen har ingen møder af slagsen »{name}«, som holdes {rhythm}",
                    "planen har ingen møter av typen «{name}», som holdes {rhythm}",
                    "the plan has no meetings of the kind \"{name}\", which is held {rhythm}";
                    name = name, rhythm = rhythm(every)
                ),
            )
            .help(say!(
                "skriv et møde [meetings.{id}-1] med body = \"{body}\" og en dato senest {day}",
                "skriv et møte [meetings.{id}-1] med body = \"{body}\" og en dato senest {day}",
                "write a meeting [meetings.{id}-1] with body = \"{body}\" and a date no later than {day}";
                day = when(day)
            ))
            .about(id);
        }
        return;
    };
    if let (Some(start), Some(latest)) = (start, latest.filter(|latest| latest < day)) {
        let at = meeting.date.as_ref().map_or(meeting.id.span, |date| date.span);
        out.add(
            cx.at(at),
            say!(
                "det første »{name}« ligger {days} dage efter planens start",
                "det første «{name}» ligger {days} dager etter planens start",
                "the first \"{name}\" lies {days} days after the plan's start",
                days = start.value.days_until(*day);
                name = name
            ),
        )
        .also(cx.at(start.span), say!("planen begynder", "planen begynner", "the plan begins"))
        .help(help(cx, meeting, *day, latest))
        .about(meeting.id.as_str());
    }
}

fn gap(
    cx: &Context,
    kind: &FrameworkMeeting,
    every: Offset,
    (before, earlier): (Date, &Meeting),
    (after, meeting): (Date, &Meeting),
    out: &mut Sink,
) {
    let at = |meeting: &Meeting| cx.at(meeting.date.as_ref().map_or(meeting.id.span, |date| date.span));
    out.add(
        at(meeting),
        say!(
            "der er {days} dage siden forrige »{name}«, som holdes {rhythm}",
            "det er {days} dager siden forrige «{name}», som holdes {rhythm}",
            "it is {days} days since the last \"{name}\", which is held {rhythm}",
            days = before.days_until(after);
            name = cx.framework.meeting_title(kind), rhythm = rhythm(every)
        ),
    )
    .also(at(earlier), say!("det forrige", "det forrige", "the one before"))
    .help(help(cx, meeting, after, latest_after(before, every)))
    .about(meeting.id.as_str());
}

/// What to do about a meeting that comes too late.
fn help(cx: &Context, meeting: &Meeting, day: Date, latest: Date) -> Message {
    let (rule, id) = (RULE.id, meeting.id.as_str());
    if day < cx.today || latest < cx.today {
        return msg!(
            "skriv også de møder, der er holdt imellem; var der ingen, så skriv [[waivers]] med rule = \"{rule}\", at = \"{id}\" og reason = \"…\"",
            "skriv også møtene som er holdt imellom; var det ingen, skriv [[waivers]] med rule = \"{rule}\", at = \"{id}\" og reason = \"…\"",
            "write the meetings held in between too; if there were none, write [[waivers]] with rule = \"{rule}\", at = \"{id}\" and reason = \"…\"",
        );
    }
    msg!(
        "læg mødet senest {day}, eller hold et imellem",
        "legg møtet senest {day}, eller hold et imellom",
        "hold the meeting no later than {day}, or another in between";
        day = when(latest)
    )
}

fn no_more(cx: &Context, kind: &FrameworkMeeting, every: Offset, (day, last): (Date, &Meeting), out: &mut Sink) {
    let next = latest_after(day, every).max(cx.country.next_working_day(cx.today));
    let (id, body) = (kind.id.as_str(), kind.body.as_ref().map_or("…", |body| body.as_str()));
    out.add(
        cx.at(last.date.as_ref().map_or(last.id.span, |date| date.span)),
        say!(
            "efter {day} er der ikke planlagt flere »{name}«, som holdes {rhythm}",
            "etter {day} er det ikke planlagt flere «{name}», som holdes {rhythm}",
            "after {day} no more \"{name}\" is planned, which is held {rhythm}";
            day = when(day), name = cx.framework.meeting_title(kind), rhythm = rhythm(every)
        ),
    )
    .help(say!(
        "skriv det næste møde, [meetings.{id}-…], med body = \"{body}\" og en dato senest {next}",
        "skriv det neste møtet, [meetings.{id}-…], med body = \"{body}\" og en dato senest {next}",
        "write the next meeting, [meetings.{id}-…], with body = \"{body}\" and a date no later than {next}";
        next = when(next)
    ))
    .about(last.id.as_str());
}

/// How often, in words: every month, every 3 months.
fn rhythm(every: Offset) -> Message {
    let count = every.count;
    match (every.unit, count) {
        (Unit::Month, 1) => msg!("hver måned", "hver måned", "every month"),
        (Unit::Month, _) => msg!("hver {count}. måned", "hver {count}. måned", "every {count} months"),
        (Unit::Week, 1) => msg!("hver uge", "hver uke", "every week"),
        (Unit::Week, _) => msg!("hver {count}. uge", "hver {count}. uke", "every {count} weeks"),
        (_, 1) => msg!("hver dag", "hver dag", "every day"),
        _ => msg!("hver {count}. dag", "hver {count}. dag", "every {count} days"),
    }
}
