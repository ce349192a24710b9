use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::Missed;

pub static RULE: Rule = Rule {
    id: "check-passed",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en løbende opgave, hvis opfølgning er overskredet",
            "en løpende oppgave der oppfølgingen er forfalt",
            "an ongoing task whose check is overdue",
        ),
        why: words!(
            "Ingen ved, om det stadig sker; opfølgningen er løbende opgavers eneste frist.",
            "Ingen vet om det fortsatt skjer; oppfølgingen er den eneste fristen løpende oppgaver har.",
            "Nobody knows whether it still happens; the check is the only date an ongoing task has.",
        ),
        bad: "[tasks.sparring]\ntitle   = \"Hold sparring i gang\"\nstatus  = \"doing\"\nongoing = true\ncheck   = 2025-06-02 # i dag er det 15. juni 2025\n",
        good: "[tasks.sparring]\ntitle   = \"Hold sparring i gang\"\nstatus  = \"doing\"\nongoing = true\ncheck   = 2025-12-01\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks() {
        let missed = task.late(cx.today).filter(|late| late.missed == Missed::Check);
        let (Some(check), Some(_)) = (&task.check, missed) else { continue };
        let title = task.title();
        out.add(
            cx.at(check.span),
            say!(
                "opfølgningen på »{title}« er overskredet: {check}",
                "oppfølgingen av «{title}» er forfalt: {check}",
                "the check of \"{title}\" is overdue: {check}";
                check = when(check.value)
            ),
        )
        .help(say!(
            "følg op, og skriv næste dato i check; er opgaven slut, så slet ongoing og check, og skriv status = \"done\"",
            "følg opp, og skriv neste dato i check; er oppgaven slutt, så slett ongoing og check, og skriv status = \"done\"",
            "look at it and write the next date in check; if it has ended, delete ongoing and check and write status = \"done\"",
        ))
        .about(&*task.id.value);
    }
}
