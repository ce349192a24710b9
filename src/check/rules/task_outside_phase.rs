use crate::calendar::Period;
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{PhaseDates, Task};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "task-outside-phase",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en opgave med en start eller frist uden for sin fase",
            "en oppgave med en start eller frist utenfor fasen sin",
            "a task whose start or due date lies outside its phase",
        ),
        why: words!(
            "Fasen meldes afsluttet, mens en del af dens arbejde endnu mangler, eller opgaven står i den forkerte fase.",
            "Fasen meldes avsluttet mens en del av arbeidet ennå mangler, eller oppgaven står i feil fase.",
            "The phase is reported as finished while some of its work is still to come, or the task stands in the wrong phase.",
        ),
        bad: "[phases]\nlancering = { start = \"2025-05\", due = \"2025-05\" }\n\n[tasks.pakke]\ntitle = \"Send pakken\"\nphase = \"lancering\"\ndue   = 2025-06-20\n",
        good: "[phases]\nlancering = { start = \"2025-05\", due = \"2025-06\" }\n\n[tasks.pakke]\ntitle = \"Send pakken\"\nphase = \"lancering\"\ndue   = 2025-06-20\n",
    },
    run: Run::Always(check),
    absence: false,
};

/// The phase's date that a task's date does not respect.
#[derive(Clone, Copy)]
enum Limit<'a> {
    Start(&'a Spanned<Period>),
    Due(&'a Spanned<Period>),
}

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks() {
        let due = task.due.as_ref().map(|due| (due, true));
        let start = task.start.as_ref().map(|start| (start, false));
        // Where both lie outside, once is enough.
        let outside =
            due.into_iter().chain(start).find_map(|(date, is_due)| Some((date, is_due, limits(cx, task, date.value)?)));
        if let Some((date, is_due, limits)) = outside {
            report(cx, out, task, (date, is_due), &limits);
        }
    }
}

/// What a date breaks in each of the task's phases; nothing where one of them has room for it.
fn limits<'a>(cx: &Context<'a>, task: &'a Task, date: Period) -> Option<Vec<(&'a str, Limit<'a>)>> {
    let broken = |id: &'a Spanned<String>| Some((id.as_str(), limit(cx.plan.phases.get(id.as_str())?, date)?));
    let limits: Option<Vec<_>> = task.phases.iter().map(broken).collect();
    limits.filter(|limits| !limits.is_empty())
}

fn limit(phase: &PhaseDates, date: Period) -> Option<Limit<'_>> {
    let too_early = phase.start.as_ref().filter(|start| date.last() < start.first());
    let too_late = phase.due.as_ref().filter(|due| !phase.ongoing && date.first() > due.last());
    too_early.map(Limit::Start).or(too_late.map(Limit::Due))
}

fn report(
    cx: &Context,
    out: &mut Sink,
    task: &Task,
    (date, is_due): (&Spanned<Period>, bool),
    limits: &[(&str, Limit)],
) {
    let which = if is_due {
        words!("fristen for", "fristen for", "the due date of")
    } else {
        words!("starten på", "starten på", "the start of")
    };
    let phases = match limits {
        [(phase, _)] => msg!("fasen »{name}«", "fasen «{name}»", "the phase \"{name}\""; name = cx.phase_name(phase)),
        _ => msg!("alle opgavens faser", "alle fasene til oppgaven", "all phases of the task"),
    };
    let finding = out.add(
        cx.at(date.span),
        say!(
            "{which} »{title}«, {date}, ligger uden for {phases}",
            "{which} «{title}», {date}, ligger utenfor {phases}",
            "{which} \"{title}\", {date}, lies outside {phases}",
            title = task.title();
            which = which, date = when(date.value), phases = phases
        ),
    );
    finding.about(&*task.id.value);
    for (phase, limit) in limits {
        let name = cx.phase_name(phase);
        match limit {
            Limit::Start(start) => finding.also(
                cx.at(start.span),
                say!(
                    "»{name}« starter {start}",
                    "«{name}» starter {start}",
                    "\"{name}\" starts {start}";
                    name = name, start = when(start.value)
                ),
            ),
            Limit::Due(due) => finding.also(
                cx.at(due.span),
                say!(
                    "»{name}« har frist {due}",
                    "«{name}» har frist {due}",
                    "\"{name}\" is due {due}";
                    name = name, due = when(due.value)
                ),
            ),
        };
    }
    match limits.first() {
        Some((_, Limit::Start(start))) => finding.help(say!(
            "skriv en dato tidligst {start}, flyt fasens start, eller giv opgaven en anden fase",
            "skriv en dato tidligst {start}, flytt starten på fasen, eller gi oppgaven en annen fase",
            "write a date no earlier than {start}, move the start of the phase, or give the task another phase";
            start = when(start.first())
        )),
        Some((_, Limit::Due(due))) => finding.help(say!(
            "skriv en dato senest {due}, flyt fasens frist, eller giv opgaven en anden fase",
            "skriv en dato senest {due}, flytt fristen for fasen, eller gi oppgaven en annen fase",
            "write a date no later than {due}, move the due date of the phase, or give the task another phase";
            due = when(due.last())
        )),
        None => finding,
    };
}
