use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, no_task_is};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "activity-ongoing",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en aktivitet, som skal gå igen, men ikke gør det",
            "en aktivitet som skal komme igjen, men ikke gjør det",
            "an activity that is to recur and does not",
        ),
        why: words!(
            "Det, der kun gøres én gang, bliver ikke ved med at virke, og uden en næste opfølgning opdager ingen det.",
            "Det som bare gjøres én gang, fortsetter ikke å virke, og uten en neste oppfølging oppdager ingen det.",
            "What is done only once does not keep working, and without a next check nobody notices.",
        ),
        bad: "[tasks.opfoelgning]\ntitle = \"Følg op på aftalen\"\ndue   = 2025-11-19\n",
        good: "[tasks.opfoelgning]\ntitle   = \"Følg op på aftalen\"\nongoing = true\ncheck   = 2025-11-19\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Activities)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let known = || stated.activities.iter().filter(|id| cx.framework.activities.contains_key(id.as_str()));
    let mut once = None;
    let mut unchecked = None;
    for task in known().flat_map(|activity| cx.joined.carrying_out(activity)) {
        let unsure = task.is_unread("check") || task.is_unread("ongoing");
        if unsure || (task.ongoing && task.check.is_some()) {
            return;
        }
        let seen = if task.ongoing { &mut unchecked } else { &mut once };
        seen.get_or_insert(task);
    }
    let day = cx.country.next_working_day(cx.today.add_days(91));
    if let Some(task) = unchecked {
        let title = task.title();
        out.add(
            cx.at(task.id.span),
            say!(
                "»{title}« er løbende, men uden næste opfølgning",
                "«{title}» er løpende, men uten neste oppfølging",
                "\"{title}\" is ongoing but has no next check",
            ),
        )
        .help(say!(
            "skriv for eksempel check = {day}",
            "skriv for eksempel check = {day}",
            "write for example check = {day}",
        ))
        .about(&*task.id.value);
    } else if let Some(task) = once {
        let title = task.title();
        out.add(
            cx.at(task.id.span),
            say!(
                "»{title}« sker kun én gang, men skal være løbende",
                "«{title}» skjer bare én gang, men skal være løpende",
                "\"{title}\" happens only once but is to be ongoing",
            ),
        )
        .help(say!(
            "skriv ongoing = true og for eksempel check = {day}",
            "skriv ongoing = true og for eksempel check = {day}",
            "write ongoing = true and for example check = {day}",
        ))
        .about(&*task.id.value);
    } else if let Some(activity) = known().next() {
        out.add(cx.whole(), no_task_is(cx, activity))
            .help(say!(
                "skriv en opgave [tasks.{activity}] med ongoing = true og for eksempel check = {day}",
                "skriv en oppgave [tasks.{activity}] med ongoing = true og for eksempel check = {day}",
                "write a task [tasks.{activity}] with ongoing = true and for example check = {day}",
                activity = &activity.value
            ))
            .about(activity.as_str());
    }
}
