use crate::check::holders::{Held, list, one_of, term_name};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, Person, StatedRule};

pub static RULE: Rule = Rule {
    id: "holder-mandate",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en person med en rolle, som kræver et mandat, personen ikke har",
            "en person med en rolle som krever et mandat personen ikke har",
            "somebody whose role takes a mandate that they do not have",
        ),
        why: words!(
            "En beslutning, som ingen ved bordet kan stå inde for, må tages om et andet sted, og så venter planen.",
            "En beslutning som ingen ved bordet kan stå inne for, må tas om igjen et annet sted, og da venter planen.",
            "A decision that nobody at the table can answer for is taken again elsewhere, and the plan waits.",
        ),
        bad: "[people]\nida = \"Ida Holm\"\n\n[roles]\nstyregruppe = \"ida\"\n",
        good: "[people]\nida = { name = \"Ida Holm\", mandates = [\"ledelse\"] }\n\n[roles]\nstyregruppe = \"ida\"\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Roles), Parameter::at_least(1, ParameterKey::Mandates)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    for (id, held) in cx.holders(&stated.roles) {
        let Some(person) = cx.plan.people.get(id) else { continue };
        // A mandate under an unknown name may be the one that is missing.
        let unsure = person.mandates.iter().any(|own| !cx.framework.mandates.contains_key(own.as_str()));
        if unsure || person.is_unread("mandates") {
            continue;
        }
        let has = |mandate: &str| person.mandates.iter().any(|own| own.value == mandate);
        let missing: Vec<&str> = stated.mandates.iter().map(|mandate| mandate.as_str()).filter(|id| !has(id)).collect();
        if !missing.is_empty() {
            report(cx, out, person, held, &missing);
        }
    }
}

fn report(cx: &Context, out: &mut Sink, person: &Person, held: Held, missing: &[&str]) {
    let names = one_of(missing.iter().map(|id| term_name(&cx.framework.mandates, id)).collect());
    let (id, name) = (person.id.as_str(), cx.plan.person_name(&person.id));
    let all = list(person.mandates.iter().map(|own| own.as_str()).chain(missing.iter().copied()));
    out.add(
        cx.at(held.span),
        say!(
            "{name} har rollen »{role}«, men ikke mandatet {names}",
            "{name} har rollen «{role}», men ikke mandatet {names}",
            "{name} holds the role \"{role}\" but does not have the mandate {names}";
            role = cx.role_name(held.role), names = names
        ),
    )
    .also(cx.at(person.id.span), say!("{name} står her", "{name} står her", "{name} stands here"))
    .help(say!(
        "vælg en anden, eller skriv mandates = {all} hos {id} under [people], som {id} = {{ name = \"{name}\", mandates = {all} }}",
        "velg en annen, eller skriv mandates = {all} hos {id} under [people], som {id} = {{ name = \"{name}\", mandates = {all} }}",
        "choose another, or write mandates = {all} with {id} under [people], as in {id} = {{ name = \"{name}\", mandates = {all} }}",
    ))
    .about(id);
}
