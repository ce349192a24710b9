use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Message, msg, say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "plan-outcome",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en plan, som er slut uden at sige, hvad der nu sker",
            "en plan som er slutt uten å si hva som skjer nå",
            "a plan that is over without saying what follows",
        ),
        why: words!(
            "Projektet bliver hverken afsluttet eller ført videre, og folk ved ikke, hvem der har ansvaret nu.",
            "Prosjektet blir verken avsluttet eller ført videre, og folk vet ikke hvem som har ansvaret nå.",
            "The project is neither closed nor carried on, and people do not know who is responsible now.",
        ),
        bad: "[phases]\ngenbesoeg = { due = \"2025-05\" }\n",
        good: "outcome = \"drift\"\n\n[phases]\ngenbesoeg = { due = \"2025-05\" }\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Outcomes), Parameter::exactly(1, ParameterKey::Phases)],
    ),
    absence: false,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [phase] = stated.phases.as_slice() else { return };
    if let Some(outcome) = &cx.plan.outcome {
        if !stated.outcomes.iter().any(|known| known.value == outcome.value) {
            let message = say!(
                "planen kan ikke ende med `{said}`",
                "planen kan ikke ende med `{said}`",
                "the plan cannot end with `{said}`",
                said = &outcome.value
            );
            out.add(cx.at(outcome.span), message).help(help(stated)).about(phase.as_str());
        }
    } else if let Some(due) = cx.over(phase).filter(|_| cx.plan.damaged.is_empty()) {
        let message = say!(
            "»{name}« sluttede {day}, men planen siger ikke, hvad den endte med",
            "«{name}» sluttet {day}, men planen sier ikke hva den endte med",
            "\"{name}\" ended {day}, but the plan does not say what it ended with";
            name = cx.phase_name(phase), day = when(due.last())
        );
        out.add(cx.at(due.span), message).help(help(stated)).about(phase.as_str());
    }
}

fn help(stated: &StatedRule) -> Message {
    let lines: Vec<String> = stated.outcomes.iter().map(|outcome| format!("outcome = \"{}\"", outcome.value)).collect();
    let join = |or: &str| lines.join(or);
    msg!(
        "skriv {da} øverst i planen",
        "skriv {nb} øverst i planen",
        "write {en} at the top of the plan",
        da = join(" eller "),
        nb = join(" eller "),
        en = join(" or ")
    )
}
