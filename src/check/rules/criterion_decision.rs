use std::collections::HashMap;

use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{Decision, Standing};

pub static RULE: Rule = Rule {
    id: "criterion-decision",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "et opfyldt kriterium, som kræver en beslutning, planen ikke har",
            "et oppfylt kriterium som krever en beslutning planen ikke har",
            "a criterion that is met without the decision it needs",
        ),
        why: words!(
            "Når nogen senere spørger, hvem der besluttede det og hvornår, kan planen ikke svare.",
            "Når noen senere spør hvem som besluttet det og når, har ikke planen noe svar.",
            "When somebody later asks who decided it and when, the plan has no answer.",
        ),
        bad: "[criteria.forbered.ressourcer]\nbudget = 2025-03-30\n",
        good: "[criteria.forbered.ressourcer]\nbudget = 2025-03-30\n\n[decisions.budget]\ntext      = \"Skal rammen være to mio. kr.?\"\ndecided   = 2025-03-30\ncriterion = \"forbered.ressourcer.budget\"\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    // Of several decisions on the same, one that is taken or may be.
    let mut decisions: HashMap<&str, &Decision> = HashMap::new();
    for decision in cx.plan.decisions.values() {
        let Some(criterion) = &decision.criterion else { continue };
        if settles(decision) || !decisions.contains_key(criterion.as_str()) {
            decisions.insert(criterion, decision);
        }
    }
    let unsure = cx.plan.decisions.values().any(|decision| decision.unread.contains(&"criterion"));
    let met = cx.joined.followed_criteria().filter(|one| matches!(one.standing, Standing::Met(_)));
    for joined in met.filter(|one| one.criterion.decision && !unsure) {
        let Some(at) = cx.joined.place_of(&joined) else { continue };
        let (address, text) = (joined.address(), joined.criterion.texts());
        match decisions.get(address.as_str()) {
            Some(decision) if settles(decision) => {}
            Some(decision) => {
                out.add(
                    cx.at(at),
                    say!(
                        "»{text}« er opfyldt, men »{asked}« er ikke besluttet",
                        "«{text}» er oppfylt, men «{asked}» er ikke besluttet",
                        "\"{text}\" is met, but \"{asked}\" is not decided",
                        asked = decision.title();
                        text = text
                    ),
                )
                .also(cx.at(decision.id.span), say!("ikke besluttet", "ikke besluttet", "not decided"))
                .help(say!(
                    "skriv decided = med datoen i [decisions.{id}]",
                    "skriv decided = med datoen i [decisions.{id}]",
                    "write decided = with the date in [decisions.{id}]",
                    id = &decision.id.value
                ))
                .about(address);
            }
            None => {
                out.add(
                    cx.at(at),
                    say!(
                        "»{text}« er opfyldt, men planen har ingen beslutning om det",
                        "«{text}» er oppfylt, men planen har ingen beslutning om det",
                        "\"{text}\" is met, but the plan has no decision on it";
                        text = text
                    ),
                )
                .help(say!(
                    "skriv [decisions.{id}] med text, decided og criterion = \"{address}\"",
                    "skriv [decisions.{id}] med text, decided og criterion = \"{address}\"",
                    "write [decisions.{id}] with text, decided and criterion = \"{address}\"",
                    id = &joined.criterion.id.value
                ))
                .about(address.as_str());
            }
        }
    }
}

/// Whether a decision is taken, or says so unreadably.
fn settles(decision: &Decision) -> bool {
    !decision.is_wanted() || decision.unread.iter().any(|key| ["outcome", "decided"].contains(key))
}
