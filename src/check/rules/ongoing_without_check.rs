use crate::calendar::{Period, Unit};
use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::written;

pub static RULE: Rule = Rule {
    id: "ongoing-without-check",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en løbende opgave, der ikke siger, hvornår der følges op",
            "en løpende oppgave som ikke sier når den skal følges opp",
            "an ongoing task that does not say when it is next checked",
        ),
        why: words!(
            "Det, der bare fortsætter, er der ingen, der ser på igen, og det holder op, uden at nogen opdager det.",
            "Det som bare fortsetter, er det ingen som ser på igjen, og det stopper uten at noen merker det.",
            "What simply goes on is looked at by nobody, and it stops without anyone noticing.",
        ),
        bad: "[tasks.sparring]\ntitle   = \"Hold sparring i gang\"\nongoing = true\n",
        good: "[tasks.sparring]\ntitle   = \"Hold sparring i gang\"\nongoing = true\ncheck   = 2025-10-01\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks().filter(|task| task.ongoing && task.check.is_none() && !task.is_unread("check")) {
        let delivery = task.due.as_ref().map_or(cx.today, |due| due.last().max(cx.today));
        let title = task.title();
        out.add(
            cx.at(task.id.span),
            say!(
                "»{title}« er løbende, men har ingen dato for næste opfølgning",
                "«{title}» er løpende, men har ingen dato for neste oppfølging",
                "\"{title}\" is ongoing but has no date for its next check",
            ),
        )
        .help(say!(
            "skriv, hvornår der næste gang følges op, fx check = {check}",
            "skriv når den skal følges opp neste gang, f.eks. check = {check}",
            "write when it is next looked at, such as check = {check}",
            check = written(Period::of(Unit::Quarter, delivery).next())
        ))
        .about(&*task.id.value);
    }
}
