use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "plan-duration",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en plan, som er kortere, end skabelonen regner med",
            "en plan som er kortere enn malen regner med",
            "a plan that is shorter than its framework counts on",
        ),
        why: words!(
            "Nye vaner tager tid; en plan, der er for kort, er slut, før nogen kan se, om det virkede.",
            "Nye vaner tar tid; en plan som er for kort, er over før noen kan se om det virket.",
            "New habits take time; a plan that is too short is over before anybody can see whether it worked.",
        ),
        bad: "[phases]\nforberedelse = { start = 2025-01-06, due = 2025-03-31 }\ndrift        = { start = 2025-04-01, due = 2025-06-30 }\n",
        good: "[phases]\nforberedelse = { start = 2025-01-06, due = 2025-06-30 }\ndrift        = { start = 2025-07-01, due = 2026-06-30 }\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(1, ParameterKey::AtLeast)]),
    absence: false,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(least) = &stated.at_least else { return };
    let phases = || cx.plan.phases.values();
    // A plan without a last day is long enough.
    if phases().any(|phase| phase.ongoing || phase.due.is_none() || !phase.unread.is_empty()) {
        return;
    }
    let start = phases().filter_map(|phase| phase.start.as_ref()).min_by_key(|start| start.first());
    let last = phases().filter_map(|phase| Some((phase, phase.due.as_ref()?))).max_by_key(|(_, due)| due.last());
    let (Some(start), Some((phase, due))) = (start, last) else { return };
    let days = start.first().days_until(due.last()) + 1;
    if days >= least.value {
        return;
    }
    let least = least.value;
    out.add(
        cx.at(due.span),
        say!(
            "planen varer {days} dage; den skal vare mindst {least}",
            "planen varer {days} dager; den skal vare minst {least}",
            "the plan lasts {days} days; it is to last at least {least}",
        ),
    )
    .also(
        cx.at(start.span),
        say!("planens start: {day}", "planens start: {day}", "the plan's start: {day}"; day = when(start.value)),
    )
    .help(say!(
        "skriv en frist tidligst {day}, eller ongoing = true, hvis fasen ikke slutter",
        "skriv en frist tidligst {day}, eller ongoing = true hvis fasen ikke slutter",
        "write a due date no earlier than {day}, or ongoing = true if the phase does not end";
        day = when(start.first().add_days(least - 1))
    ))
    .about(phase.id.as_str());
}
