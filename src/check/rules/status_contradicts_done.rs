use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::Status;

pub static RULE: Rule = Rule {
    id: "status-contradicts-done",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en status, der modsiger datoen for udført",
            "en status som motsier datoen for utført",
            "a status that contradicts the date of completion",
        ),
        why: words!(
            "Opgaven er både udført og ikke udført, så ingen oversigt kan tælle den rigtigt.",
            "Oppgaven er både utført og ikke utført, så ingen oversikt kan telle den riktig.",
            "The task is both done and not done, so no overview can count it right.",
        ),
        bad: "[tasks.undervisning]\ntitle  = \"Undervis de nye kolleger\"\nstatus = \"doing\"\ndone   = 2025-05-19\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\ndone  = 2025-05-19\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.plan.tasks.values() {
        let (Some(status), Some(done)) = (&task.status, &task.done) else {
            continue;
        };
        let word = match status.value {
            Status::Done => continue,
            // The date is that of the first delivery.
            Status::Doing if task.ongoing => continue,
            Status::Todo => words!("ikke begyndt", "ikke startet", "not started"),
            Status::Doing => words!("i gang", "pågår", "in progress"),
            Status::Blocked => words!("blokeret", "blokkert", "blocked"),
            Status::Dropped => words!("udgået", "utgått", "cancelled"),
        };
        let title = task.title();
        let help = if task.ongoing && status.value != Status::Dropped {
            say!(
                "skriv status = \"doing\", hvis opgaven har leveret første gang og fortsætter; ellers slet done",
                "skriv status = \"doing\" hvis oppgaven har levert første gang og fortsetter; slett ellers done",
                "write status = \"doing\" if the task has delivered once and goes on; else delete done",
            )
        } else {
            say!(
                "slet linjen med status, hvis opgaven er udført; ellers slet linjen med done",
                "slett linjen med status hvis oppgaven er utført; slett ellers linjen med done",
                "delete the line with status if the task is done; else delete the line with done",
            )
        };
        out.add(
            cx.at(status.span),
            say!(
                "»{title}« har status »{word}«, men er udført {done}",
                "«{title}» har status «{word}», men er utført {done}",
                "\"{title}\" has the status \"{word}\" but was done {done}";
                word = word, done = when(done.value)
            ),
        )
        .also(cx.at(done.span), say!("udført {done}", "utført {done}", "done {done}"; done = when(done.value)))
        .help(help)
        .about(&*task.id.value);
    }
}
