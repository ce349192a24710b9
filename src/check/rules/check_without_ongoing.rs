use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::written;

pub static RULE: Rule = Rule {
    id: "check-without-ongoing",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en dato for opfølgning på en opgave, der ikke er løbende",
            "en dato for oppfølging av en oppgave som ikke er løpende",
            "a date to check a task that is not ongoing",
        ),
        why: words!(
            "Datoen bliver ikke brugt: kun løbende opgaver minder om deres opfølgning.",
            "Datoen blir ikke brukt: bare løpende oppgaver minner om oppfølgingen sin.",
            "The date is not used: only ongoing tasks remind anyone of their check.",
        ),
        bad: "[tasks.sparring]\ntitle = \"Hold sparring i gang\"\ndue   = 2025-06-13\ncheck = 2025-10-01\n",
        good: "[tasks.sparring]\ntitle   = \"Hold sparring i gang\"\ndue     = 2025-06-13\nongoing = true\ncheck   = 2025-10-01\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks().filter(|task| !task.ongoing && !task.is_unread("ongoing")) {
        let Some(check) = &task.check else { continue };
        let title = task.title();
        let help = if task.due.is_none() && !task.is_unread("due") && task.is_open() {
            msg!(
                "skriv due = {date}, hvis det er fristen; skriv også ongoing = true, hvis opgaven er løbende",
                "skriv due = {date} hvis det er fristen; skriv også ongoing = true hvis oppgaven er løpende",
                "write due = {date} if that is when it is due; write ongoing = true too if the task goes on",
                date = written(check.value)
            )
        } else {
            msg!(
                "skriv også ongoing = true, hvis opgaven er løbende; ellers slet linjen",
                "skriv også ongoing = true hvis oppgaven er løpende; slett ellers linjen",
                "write ongoing = true too if the task goes on; else delete the line",
            )
        };
        out.add(
            cx.at(check.span),
            say!(
                "»{title}« har en dato for opfølgning, men er ikke løbende",
                "«{title}» har en dato for oppfølging, men er ikke løpende",
                "\"{title}\" has a date for its check but is not ongoing",
            ),
        )
        .help(help)
        .about(&*task.id.value);
    }
}
