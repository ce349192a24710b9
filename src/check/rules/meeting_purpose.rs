use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Message, msg, say, words};
use crate::model::{Ask, Meeting, StatedRule};

pub static RULE: Rule = Rule {
    id: "meeting-purpose",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et kommende møde uden formål eller resultat, eller med lutter orientering",
            "et kommende møte uten formål eller resultat, eller med bare orientering",
            "a coming meeting without purpose or deliverable, or with information only",
        ),
        why: words!(
            "Et møde, der ikke skal nå noget, bliver til orientering, og de, der kunne beslutte, holder op med at komme.",
            "Et møte som ikke skal fram til noe, blir orientering, og de som kunne beslutte, slutter å komme.",
            "A meeting that is to reach nothing turns into information, and those who could decide stop coming.",
        ),
        bad: "[meetings.styregruppe-juni]\nbody = \"styregruppe\"\ndate = 2025-06-19\n",
        good: "[meetings.styregruppe-juni]\nbody        = \"styregruppe\"\ndate        = 2025-06-19\npurpose     = \"Vælge mellem de to modeller\"\ndeliverable = \"Én model med en økonomisk ramme\"\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    for meeting in cx.plan.meetings.values() {
        let Some(date) = meeting.date.as_ref().filter(|date| cx.today <= date.value) else { continue };
        let what = msg!(
            "mødet »{name}« {day}",
            "møtet «{name}» {day}",
            "the meeting \"{name}\" {day}";
            name = cx.meeting_name(meeting), day = when(date.value)
        );
        lacking(cx, meeting, &what, out);
        inform_only(cx, meeting, &what, out);
    }
}

fn lacking(cx: &Context, meeting: &Meeting, what: &Message, out: &mut Sink) {
    let purpose = meeting.purpose.is_none() && !meeting.is_unread("purpose");
    let deliverable = meeting.deliverable.is_none() && !meeting.is_unread("deliverable");
    let (lacks, keys) = match (purpose, deliverable) {
        (true, true) => (
            words!(
                "har hverken formål eller resultat",
                "har verken formål eller resultat",
                "has neither purpose nor deliverable"
            ),
            words!(
                "purpose = \"…\" (hvorfor I mødes) og deliverable = \"…\" (hvad der skal ligge klart bagefter)",
                "purpose = \"…\" (hvorfor dere møtes) og deliverable = \"…\" (hva som skal ligge klart etterpå)",
                "purpose = \"…\" (why you meet) and deliverable = \"…\" (what is to come out of it)",
            ),
        ),
        (true, false) => (
            words!("har intet formål", "har ikke noe formål", "has no purpose"),
            words!(
                "purpose = \"…\" (hvorfor I mødes)",
                "purpose = \"…\" (hvorfor dere møtes)",
                "purpose = \"…\" (why you meet)"
            ),
        ),
        (false, true) => (
            words!("har intet resultat", "har ikke noe resultat", "has no deliverable"),
            words!(
                "deliverable = \"…\" (hvad der skal ligge klart bagefter)",
                "deliverable = \"…\" (hva som skal ligge klart etterpå)",
                "deliverable = \"…\" (what is to come out of it)",
            ),
        ),
        (false, false) => return,
    };
    out.add(
        cx.at(meeting.id.span),
        say!("{what} {lacks}", "{what} {lacks}", "{what} {lacks}"; what = what, lacks = lacks),
    )
    .help(say!("skriv {keys}", "skriv {keys}", "write {keys}"; keys = keys))
    .about(meeting.id.as_str());
}

fn inform_only(cx: &Context, meeting: &Meeting, what: &Message, out: &mut Sink) {
    let Some(first) = meeting.agenda.values().next().filter(|_| !meeting.is_unread("agenda")) else { return };
    if meeting.agenda.values().any(|item| item.ask.value != Ask::Inform) {
        return;
    }
    out.add(
        cx.at(first.ask.span),
        say!(
            "{what} har kun punkter til orientering",
            "{what} har bare saker til orientering",
            "{what} has information items only";
            what = what
        ),
    )
    .help(say!(
        "skriv \"decide\" eller \"discuss\" ved det, mødet skal tage stilling til; ellers send orienteringen ud",
        "skriv \"decide\" eller \"discuss\" ved det møtet skal ta stilling til; send ellers orienteringen ut",
        "write \"decide\" or \"discuss\" at what the meeting is to settle; else send the information out",
    ))
    .about(meeting.id.as_str());
}
