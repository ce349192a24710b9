use indexmap::IndexMap;

use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::{Finding, Severity};
use crate::locale::{Lang, say, words};
use crate::model::{Holders, Map, Set};
use crate::source::{Location, Span};

pub static RULE: Rule = Rule {
    id: "role-vacant",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en rolle, som planen har brug for, men som ingen har",
            "en rolle som planen trenger, men som ingen har",
            "a role that the plan needs and nobody holds",
        ),
        why: words!(
            "Rollens opgaver har ingen at gå til, og det opdages først, når fristen er nær.",
            "Rollens oppgaver har ingen å gå til, og det oppdages først når fristen er nær.",
            "The role's tasks have nobody to turn to, and that shows only when the date is near.",
        ),
        bad: "[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nrole  = \"afsender\"\n",
        good: "[roles]\nafsender = \"ida\"\n\n[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nrole  = \"afsender\"\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    // A role under an unknown name may be any of them.
    if cx.roles_are_unsure() {
        return;
    }
    let mut named: Map<&str, Span> = Map::default();
    let mut owned: Set<&str> = Set::default();
    for task in cx.tasks().filter(|task| task.is_open()) {
        let Some(role) = &task.role else { continue };
        named.entry(role.as_str()).or_insert(role.span);
        if task.owner.is_some() || task.is_unread("owner") {
            owned.insert(role.as_str());
        }
    }
    for (id, role) in &cx.framework.roles {
        let place = named.get(id.as_str()).map(|span| cx.at(*span));
        if !cx.plan.holders(id).is_empty() || owned.contains(id.as_str()) || (place.is_none() && !role.expected) {
            continue;
        }
        let Some(at) = place.or_else(|| cx.plan.files.iter().next().map(Location::whole)) else {
            continue;
        };
        let message = |lang| {
            let name = cx.framework.role_name(id, lang);
            match lang {
                Lang::Da => format!("ingen har rollen »{name}«"),
                Lang::Nb => format!("ingen har rollen «{name}»"),
                Lang::En => format!("nobody holds the role \"{name}\""),
            }
        };
        out.add(at, message)
            .help(say!(
                "skriv {id} = \"…\" under [roles] med et id fra [people]",
                "skriv {id} = \"…\" under [roles] med en id fra [people]",
                "write {id} = \"…\" under [roles] with an id from [people]",
            ))
            .about(id.as_str());
    }
    in_units(cx, out);
}

/// Roles that somebody holds, but nobody in the unit of a task without an owner.
fn in_units(cx: &Context, out: &mut Sink) {
    let mut named: IndexMap<(&str, &str), Span> = IndexMap::new();
    let mut owned: Set<(&str, &str)> = Set::default();
    for task in cx.tasks().filter(|task| task.is_open()) {
        let (Some(role), Some(unit)) = (&task.role, cx.unit_of_role(task)) else { continue };
        named.entry((role.as_str(), unit)).or_insert(role.span);
        if task.owner.is_some() || task.is_unread("owner") {
            owned.insert((role.as_str(), unit));
        }
    }
    for ((role, unit), span) in named.into_iter().filter(|(key, _)| !owned.contains(key)) {
        let Some(holders) = cx.plan.roles.get(role).filter(|holders| !holders.people.is_empty()) else { continue };
        // A unit under an unknown name may be any of them.
        let unsure = holders.units.keys().any(|unit| !cx.plan.units.contains_key(unit));
        if unsure || holders.units.get(unit).is_some_and(|unit| !unit.people.is_empty()) {
            continue;
        }
        in_unit(cx, holders, unit, span, out).about(role);
    }
}

/// Somebody holds the role, but nobody in this unit.
pub(super) fn in_unit<'o>(cx: &Context, holders: &Holders, unit: &str, at: Span, out: &'o mut Sink) -> &'o mut Finding {
    let role = holders.id.as_str();
    out.add(
        cx.at(at),
        say!(
            "ingen har rollen »{name}« i {unit_name}",
            "ingen har rollen «{name}» i {unit_name}",
            "nobody holds the role \"{name}\" in {unit_name}",
            unit_name = cx.plan.unit_name(unit);
            name = cx.role_name(role)
        ),
    )
    .also(cx.at(holders.id.span), say!("de andre står her", "de andre står her", "the others stand here"))
    .help(say!(
        "føj {unit} = \"…\" til {role} under [roles] med et id fra [people]",
        "legg {unit} = \"…\" til {role} under [roles] med en id fra [people]",
        "add {unit} = \"…\" to {role} under [roles] with an id from [people]",
    ))
}
