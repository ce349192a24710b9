use crate::calendar::{Period, Unit};
use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{Task, written};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "task-without-date",
    severity: Severity::Warning,
    doc: Doc {
        what: words!("en åben opgave uden frist", "en åpen oppgave uten frist", "an open task without a due date"),
        why: words!(
            "En opgave uden frist bliver aldrig forsinket og står derfor aldrig på listen over det, der mangler.",
            "En oppgave uten frist blir aldri forfalt og står derfor aldri på listen over det som mangler.",
            "A task without a due date is never late, and so never on the list of what is missing.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\ndue   = 2025-05-19\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    // What goes on has a `check` instead: `ongoing-without-check`.
    let ends = |task: &&Task| !task.ongoing && !task.is_unread("ongoing");
    for task in cx.open_tasks().filter(ends).filter(|task| task.lacks_date() && !task.is_unread("due")) {
        let title = task.title();
        let help = match last_phase(cx, task) {
            Some((phase, due)) => msg!(
                "skriv due = {due}, som er fristen for fasen »{phase}«, eller en tidligere dato",
                "skriv due = {due}, som er fristen for fasen «{phase}», eller en tidligere dato",
                "write due = {due}, when the phase \"{phase}\" is due, or an earlier date",
                due = written(due);
                phase = cx.phase_name(phase),
            ),
            None => msg!(
                "skriv en dato eller en periode, fx due = {due}; har opgaven ingen ende, så skriv ongoing = true og check = {due}",
                "skriv en dato eller en periode, f.eks. due = {due}; har oppgaven ingen slutt, så skriv ongoing = true og check = {due}",
                "write a date or a period, such as due = {due}; if the task has no end, write ongoing = true and check = {due}",
                due = written(Period::of(Unit::Quarter, cx.today).next())
            ),
        };
        out.add(
            cx.at(task.id.span),
            say!("»{title}« er uden frist", "«{title}» er uten frist", "\"{title}\" has no due date"),
        )
        .help(help)
        .about(&*task.id.value);
    }
}

/// The last of the task's phases to be due, if that is still to come.
fn last_phase<'a>(cx: &Context<'a>, task: &'a Task) -> Option<(&'a Spanned<String>, Period)> {
    let due = |phase: &'a Spanned<String>| Some((phase, cx.plan.phases.get(phase.as_str())?.due.as_ref()?.value));
    let last = task.phases.iter().filter_map(due).max_by_key(|(_, due)| due.last());
    last.filter(|(_, due)| due.last() >= cx.today)
}
