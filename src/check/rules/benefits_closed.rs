use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "benefits-closed",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en gevinst uden udfald, når planen er slut",
            "en gevinst uten utfall når planen er slutt",
            "a benefit without an outcome once the plan is over",
        ),
        why: words!(
            "Gevinsten forsvinder i stilhed: ingen ved, om den kom, og ingen tager den op igen.",
            "Gevinsten forsvinner i stillhet: ingen vet om den kom, og ingen tar den opp igjen.",
            "The benefit vanishes in silence: nobody knows whether it came, and nobody takes it up again.",
        ),
        bad: "[phases]\ngenbesoeg = { due = \"2025-05\" }\n\n[benefits.tid]\ntitle = \"Mere tid hos borgeren\"\n",
        good: "[phases]\ngenbesoeg = { due = \"2025-05\" }\n\n[benefits.tid]\ntitle   = \"Mere tid hos borgeren\"\noutcome = \"partly\"\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(1, ParameterKey::Phases)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [phase] = stated.phases.as_slice() else { return };
    let Some((at, why)) = cx.closed(phase) else { return };
    let open = cx.plan.benefits.values().filter(|benefit| benefit.outcome.is_none() && !benefit.is_unread("outcome"));
    for benefit in open {
        let title = benefit.title();
        out.add(
            cx.at(benefit.id.span),
            say!(
                "gevinsten »{title}« har intet udfald, men {why}",
                "gevinsten «{title}» har ikke noe utfall, men {why}",
                "the benefit \"{title}\" has no outcome, but {why}";
                why = why
            ),
        )
        .also(cx.at(at), why.clone())
        .help(say!(
            "skriv outcome = \"realised\" (nået), \"partly\" (delvist nået), \"action\" (handling besluttet), \"new-wave\" (ny bølge) eller \"dropped\" (opgivet)",
            "skriv outcome = \"realised\" (nådd), \"partly\" (delvis nådd), \"action\" (tiltak besluttet), \"new-wave\" (ny bølge) eller \"dropped\" (gitt opp)",
            "write outcome = \"realised\", \"partly\", \"action\" (something is decided about it), \"new-wave\" or \"dropped\"",
        ))
        .about(benefit.id.as_str());
    }
}
