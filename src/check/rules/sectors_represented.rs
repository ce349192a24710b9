use std::collections::HashSet;

use crate::check::holders::term_name;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "sectors-represented",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en sektor, som ingen af dem med bestemte roller kommer fra",
            "en sektor som ingen av dem med bestemte roller kommer fra",
            "a sector that nobody in certain roles comes from",
        ),
        why: words!(
            "En aftale, som den ene part ikke sad med ved, bliver ikke fulgt dér.",
            "En avtale som den ene parten ikke satt med ved, blir ikke fulgt der.",
            "An agreement made without one of the parties is not kept by that party.",
        ),
        bad: "[people]\nida = { name = \"Ida Holm\", sector = \"kommune\" }\n\n[roles]\ndeltager = \"ida\"\n",
        good: "[people]\nida = { name = \"Ida Holm\", sector = \"kommune\" }\nlone = { name = \"Lone Friis\", sector = \"sygehus\" }\n\n[roles]\ndeltager = [\"ida\", \"lone\"]\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Roles)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.holders_are_unsure(&stated.roles) {
        return;
    }
    let mut found: HashSet<&str> = HashSet::new();
    for person in cx.holders(&stated.roles).keys().filter_map(|id| cx.plan.people.get(*id)) {
        let known = |sector: &str| cx.framework.sectors.contains_key(sector);
        // A sector that is unreadable or under an unknown name may be any of them.
        if person.is_unread("sector") || person.sector.as_ref().is_some_and(|sector| !known(sector)) {
            return;
        }
        found.extend(person.sector.as_ref().map(|sector| sector.as_str()));
    }
    let named: Vec<&str> = match stated.sectors.as_slice() {
        [] => cx.framework.sectors.keys().map(String::as_str).collect(),
        sectors => sectors.iter().map(|sector| sector.as_str()).collect(),
    };
    for id in named.into_iter().filter(|id| !found.contains(id)) {
        out.add(
            cx.place_of(&stated.roles),
            say!(
                "ingen med rollen {roles} kommer fra sektoren »{sector}«",
                "ingen med rollen {roles} kommer fra sektoren «{sector}»",
                "nobody with the role {roles} comes from the sector \"{sector}\"";
                roles = cx.role_names(&stated.roles), sector = term_name(&cx.framework.sectors, id)
            ),
        )
        .help(say!(
            "skriv sector = \"{id}\" hos en derfra, som … = {{ name = \"…\", sector = \"{id}\" }} under [people]",
            "skriv sector = \"{id}\" hos en derfra, som … = {{ name = \"…\", sector = \"{id}\" }} under [people]",
            "write sector = \"{id}\" with somebody from there, as in … = {{ name = \"…\", sector = \"{id}\" }} under [people]",
        ))
        .about(id);
    }
}
