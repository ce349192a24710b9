use crate::calendar::{Date, Period};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{FrameworkMeeting, Meeting, ParameterKey, StatedRule};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "meeting-at-phase-change",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et faseskifte uden et møde i nærheden",
            "et faseskifte uten et møte i nærheten",
            "a change of phase with no meeting near it",
        ),
        why: words!(
            "Ved et faseskifte kan man endnu stoppe op og rette til; uden et møde begynder den næste fase, uden at nogen har sagt ja.",
            "Ved et faseskifte kan man fortsatt stoppe opp og justere; uten et møte begynner neste fase uten at noen har sagt ja.",
            "At a change of phase one can still stop and adjust; without a meeting the next phase begins without anybody having agreed.",
        ),
        bad: "[phases]\nforberedelse   = { start = 2025-03-03 }\ngennemfoerelse = { start = 2025-09-01 }\n\n[meetings.styregruppe-juni]\nbody = \"styregruppe\"\ndate = 2025-06-12\n",
        good: "[phases]\nforberedelse   = { start = 2025-03-03 }\ngennemfoerelse = { start = 2025-09-01 }\n\n[meetings.styregruppe-august]\nbody = \"styregruppe\"\ndate = 2025-08-28\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::exactly(1, ParameterKey::Meetings), Parameter::exactly(1, ParameterKey::Days)],
    ),
    absence: true,
};

/// Changes further ahead than this many days need no meeting yet.
const AHEAD: i64 = 183;

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let (Some(id), Some(days)) = (stated.meetings.first(), &stated.days) else { return };
    let Some(kind) = cx.framework.meetings.get(id.as_str()) else { return };
    let Some(meetings) = cx.joined.meetings_of(id) else { return };
    let phases = cx.plan.phases.iter().filter(|(id, _)| cx.framework.phases.contains_key(*id));
    let starts: Vec<_> = phases.filter_map(|(id, dates)| Some((id, dates.start.as_ref()?))).collect();
    let Some(first) = starts.iter().map(|(_, start)| start.first()).min() else { return };
    for (phase, start) in starts {
        // Where the start is a month, the phase may begin on any day of it.
        let (from, to) = (start.first().add_days(-days.value), start.last().add_days(days.value));
        let near = |(day, _): &(Date, &Meeting)| (from..=to).contains(day);
        if start.first() > first && start.first() <= cx.today.add_days(AHEAD) && !meetings.iter().any(near) {
            missing(cx, kind, phase, start, (from, to), out);
        }
    }
}

fn missing(
    cx: &Context,
    kind: &FrameworkMeeting,
    phase: &str,
    start: &Spanned<Period>,
    (from, to): (Date, Date),
    out: &mut Sink,
) {
    let (id, body) = (kind.id.as_str(), kind.body.as_ref().map_or("…", |body| body.as_str()));
    let help = if to < cx.today {
        msg!(
            "skriv mødet i planen, hvis det er holdt, [meetings.{id}-…] med body = \"{body}\"; ellers hold det nu",
            "skriv møtet i planen hvis det er holdt, [meetings.{id}-…] med body = \"{body}\"; hold det ellers nå",
            "write the meeting in the plan if it was held, [meetings.{id}-…] with body = \"{body}\"; else hold it now",
        )
    } else {
        msg!(
            "skriv et møde, [meetings.{id}-…], med body = \"{body}\" og en dato fra {from} til {to}",
            "skriv et møte, [meetings.{id}-…], med body = \"{body}\" og en dato fra {from} til {to}",
            "write a meeting, [meetings.{id}-…], with body = \"{body}\" and a date from {from} to {to}";
            from = when(from.max(cx.today)), to = when(to)
        )
    };
    out.add(
        cx.at(start.span),
        say!(
            "der er intet »{meeting}« omkring starten på »{name}«, {day}",
            "det er ikke noe «{meeting}» rundt starten på «{name}», {day}",
            "there is no \"{meeting}\" around the start of \"{name}\", {day}";
            name = cx.phase_name(phase), day = when(start.value), meeting = cx.framework.meeting_title(kind)
        ),
    )
    .help(help)
    .about(phase);
}
