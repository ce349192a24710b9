use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};

pub static RULE: Rule = Rule {
    id: "task-without-owner",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en åben opgave, som ingen har ansvar for",
            "en åpen oppgave som ingen har ansvar for",
            "an open task that nobody is accountable for",
        ),
        why: words!(
            "En opgave uden navn på bliver alles og dermed ingens; styregruppen kan ikke spørge nogen.",
            "En oppgave uten navn blir alles og dermed ingens; styringsgruppen har ingen å spørre.",
            "A task without a name on it is everybody's and so nobody's; the steering group has nobody to ask.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\ndue   = 2025-05-19\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\ndue   = 2025-05-19\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks().filter(|task| task.lacks_owner() && !task.is_unread("owner")) {
        let title = task.title();
        out.add(
            cx.at(task.id.span),
            say!("»{title}« er uden ansvarlig", "«{title}» er uten ansvarlig", "\"{title}\" has no owner"),
        )
        .help(say!(
            "skriv owner = \"…\" med et id fra [people]",
            "skriv owner = \"…\" med en id fra [people]",
            "write owner = \"…\" with an id from [people]",
        ))
        .about(&*task.id.value);
    }
}
