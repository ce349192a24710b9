use crate::calendar::dead_weeks;
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};

pub static RULE: Rule = Rule {
    id: "meeting-in-july",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "et møde i uge 28-30, hvor de fleste holder ferie",
            "et møte i uke 28-30, da de fleste har ferie",
            "a meeting in weeks 28 to 30, when most people are on holiday",
        ),
        why: words!(
            "De, der skulle beslutte, er på ferie, og mødet bliver flyttet eller holdt uden dem.",
            "De som skulle beslutte, har ferie, og møtet blir flyttet eller holdt uten dem.",
            "Those who were to decide are on holiday, and the meeting is moved or held without them.",
        ),
        bad: "[meetings.styregruppe-juli]\nbody = \"styregruppe\"\ndate = 2025-07-15\n",
        good: "[meetings.styregruppe-august]\nbody = \"styregruppe\"\ndate = 2025-08-14\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for meeting in cx.plan.meetings.values() {
        let Some(date) = meeting.date.as_ref().filter(|date| cx.today <= date.value) else { continue };
        let Some(weeks) = dead_weeks(date.year()).filter(|weeks| weeks.contains(&date.value)) else { continue };
        let before = cx.country.previous_working_day(weeks.start().add_days(-1));
        let after = cx.country.next_working_day(weeks.end().add_days(1));
        out.add(
            cx.at(date.span),
            say!(
                "mødet »{name}« {day} ligger i uge {week}, hvor de fleste holder ferie",
                "møtet «{name}» {day} ligger i uke {week}, da de fleste har ferie",
                "the meeting \"{name}\" {day} lies in week {week}, when most people are on holiday",
                week = date.iso_week().week;
                name = cx.meeting_name(meeting), day = when(date.value)
            ),
        )
        .help(say!(
            "skriv en dato senest {before} eller tidligst {after}",
            "skriv en dato senest {before} eller tidligst {after}",
            "write a date no later than {before} or no earlier than {after}";
            before = when(before), after = when(after)
        ))
        .about(meeting.id.as_str());
    }
}
