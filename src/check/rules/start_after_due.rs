use crate::calendar::Period;
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Say, say, words};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "start-after-due",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en opgave eller fase, der starter efter sin frist",
            "en oppgave eller fase som starter etter fristen sin",
            "a task or phase that starts after it is due",
        ),
        why: words!(
            "Én af de to datoer er forkert, og den, der skal gøre arbejdet, kan ikke vide hvilken.",
            "Én av de to datoene er feil, og den som skal gjøre arbeidet, kan ikke vite hvilken.",
            "One of the two dates is wrong, and whoever is to do the work cannot know which.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-06-02\ndue   = 2025-05-19\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-05-05\ndue   = 2025-05-19\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for (id, phase) in &cx.plan.phases {
        let what = say!("fasen »{name}«", "fasen «{name}»", "the phase \"{name}\""; name = cx.phase_name(id));
        compare(cx, out, (&phase.start, &phase.due), id, what);
    }
    for task in cx.tasks() {
        let title = task.title();
        let what = say!("»{title}«", "«{title}»", "\"{title}\"");
        compare(cx, out, (&task.start, &task.due), &task.id, what);
    }
}

type Dates<'a> = (&'a Option<Spanned<Period>>, &'a Option<Spanned<Period>>);

/// Says that a start lies after its due date.
fn compare(cx: &Context, out: &mut Sink, dates: Dates, id: &str, what: impl Say) {
    let (Some(start), Some(due)) = dates else { return };
    if start.first() <= due.last() {
        return;
    }
    out.add(
        cx.at(start.span),
        say!(
            "{what} starter efter sin frist: start {start}, frist {due}",
            "{what} starter etter fristen: start {start}, frist {due}",
            "{what} starts after it is due: start {start}, due {due}";
            what = what, start = when(start.value), due = when(due.value)
        ),
    )
    .also(cx.at(due.span), say!("fristen er {due}", "fristen er {due}", "due {due}"; due = when(due.value)))
    .help(say!(
        "skriv en start senest {due}, eller en frist tidligst {start}",
        "skriv en start senest {due}, eller en frist tidligst {start}",
        "write a start no later than {due}, or a due date no earlier than {start}";
        due = when(due.last()), start = when(start.first())
    ))
    .about(id);
}
