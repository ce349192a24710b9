use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};

pub static RULE: Rule = Rule {
    id: "done-before-start",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en opgave, der er udført før sin start",
            "en oppgave som er utført før den startet",
            "a task that was done before it started",
        ),
        why: words!(
            "Én af datoerne er forkert, og rapporten viser et forløb, der ikke har fundet sted.",
            "Én av datoene er feil, og rapporten viser et forløp som ikke har funnet sted.",
            "One of the dates is wrong, and the report shows a course of events that never was.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-05-19\ndone  = 2025-05-12\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-05-12\ndone  = 2025-05-12\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks() {
        let (Some(start), Some(done)) = (&task.start, &task.done) else {
            continue;
        };
        if done.value >= start.first() {
            continue;
        }
        let title = task.title();
        out.add(
            cx.at(done.span),
            say!(
                "»{title}« er udført før sin start: udført {done}, start {start}",
                "«{title}» er utført før start: utført {done}, start {start}",
                "\"{title}\" was done before it started: done {done}, start {start}";
                done = when(done.value), start = when(start.value)
            ),
        )
        .also(
            cx.at(start.span),
            say!("starten er {start}", "starten er {start}", "it starts {start}"; start = when(start.value)),
        )
        .help(say!(
            "skriv start = {day} eller tidligere, hvis opgaven blev udført den dag; ellers ret done",
            "skriv start = {day} eller tidligere hvis oppgaven ble utført den dagen; rett ellers done",
            "write start = {day} or earlier if the task was done that day; else correct done",
            day = done.value
        ))
        .about(&*task.id.value);
    }
}
