use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, wait_for_one_of};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule, Task};

pub static RULE: Rule = Rule {
    id: "activity-chain",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et led i en kæde af aktiviteter, som mangler, eller som mangler ansvarlig, frist eller forbindelse til leddet før",
            "et ledd i en kjede av aktiviteter som mangler, eller som mangler ansvarlig, frist eller forbindelse til leddet før",
            "a link in a chain of activities that is missing, or lacks an owner, a due date or the link before it",
        ),
        why: words!(
            "Det, der skal gå fra hånd til hånd, når ikke frem, hvis bare ét led mangler.",
            "Det som skal gå fra hånd til hånd, når ikke fram hvis bare ett ledd mangler.",
            "What goes from hand to hand does not arrive if even one link is missing.",
        ),
        bad: "[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\n\n[tasks.videreformidling]\ntitle = \"Giv lanceringspakken videre\"\nowner = \"lone\"\n",
        good: "[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nowner = \"karen\"\ndue   = 2025-05-05\n\n[tasks.videreformidling]\ntitle = \"Giv lanceringspakken videre\"\nowner = \"lone\"\ndue   = 2025-05-09\nafter = [\"lanceringspakke\"]\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(2, ParameterKey::Activities)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let mut before: Vec<&Task> = Vec::new();
    for activity in stated.activities.iter().filter(|id| cx.framework.activities.contains_key(id.as_str())) {
        let tasks: Vec<_> = cx.joined.carrying_out(activity).collect();
        if tasks.is_empty() {
            missing(cx, activity, out);
        }
        for task in tasks.iter().filter(|task| task.is_open()) {
            owner_and_due(cx, task, out);
        }
        if !before.is_empty() {
            unlinked(cx, before, &tasks, out);
        }
        before = tasks;
    }
}

fn missing(cx: &Context, activity: &str, out: &mut Sink) {
    let title = cx.framework.activity_title(activity);
    out.add(
        cx.whole(),
        say!(
            "kæden mangler leddet »{da}«",
            "kjeden mangler leddet «{nb}»",
            "the chain lacks the link \"{en}\"",
            da = title.da,
            nb = title.nb,
            en = title.en
        ),
    )
    .help(say!(
        "skriv en opgave [tasks.{activity}] med owner og due",
        "skriv en oppgave [tasks.{activity}] med owner og due",
        "write a task [tasks.{activity}] with owner and due",
    ))
    .about(activity);
}

fn owner_and_due(cx: &Context, task: &Task, out: &mut Sink) {
    let title = task.title();
    if task.owner.is_none() && !task.is_unread("owner") {
        out.add(
            cx.at(task.id.span),
            say!(
                "leddet »{title}« er uden ansvarlig",
                "leddet «{title}» er uten ansvarlig",
                "the link \"{title}\" has no owner",
            ),
        )
        .help(say!(
            "skriv owner = \"…\" med et id fra [people]",
            "skriv owner = \"…\" med en id fra [people]",
            "write owner = \"…\" with an id from [people]",
        ))
        .instead_of(super::task_without_owner::RULE.id)
        .about(&*task.id.value);
    }
    if task.due.is_none() && !task.is_unread("due") {
        out.add(
            cx.at(task.id.span),
            say!(
                "leddet »{title}« er uden frist",
                "leddet «{title}» er uten frist",
                "the link \"{title}\" has no due date",
            ),
        )
        .help(say!(
            "skriv due = med en dag som 2025-05-19 eller en uge som \"2025-W20\"",
            "skriv due = med en dag som 2025-05-19 eller en uke som \"2025-W20\"",
            "write due = with a day like 2025-05-19 or a week like \"2025-W20\"",
        ))
        .instead_of(super::task_without_date::RULE.id)
        .about(&*task.id.value);
    }
}

/// The tasks of a link that wait for none of the link before.
fn unlinked<'a>(cx: &Context<'a>, before: Vec<&'a Task>, tasks: &[&'a Task], out: &mut Sink) {
    let waiting = cx.joined.waiting_on(before);
    for task in tasks.iter().filter(|task| !waiting.has(task) && !cx.after_is_unsure(task)) {
        let candidates = waiting.candidates(task);
        let Some(earlier) = candidates.first() else { continue };
        let (title, link) = (task.title(), earlier.title());
        let at = task.after.first().map_or(task.id.span, |first| first.span);
        out.add(
            cx.at(at),
            say!(
                "»{title}« venter ikke på leddet før, »{link}«",
                "«{title}» venter ikke på leddet før, «{link}»",
                "\"{title}\" does not wait for the link before it, \"{link}\"",
            ),
        )
        .also(cx.at(earlier.id.span), say!("leddet før", "leddet før", "the link before"))
        .help(wait_for_one_of(task, candidates))
        .about(&*task.id.value);
    }
}
