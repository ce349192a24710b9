use super::role_vacant;
use crate::check::holders::first_of;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Message, msg, say, words};
use crate::model::{Holders, ParameterKey, StatedRule, Unit};

pub static RULE: Rule = Rule {
    id: "role-per-unit",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en enhed, hvor ingen har en rolle, som hver enhed skal have",
            "en enhet der ingen har en rolle som hver enhet skal ha",
            "a unit where nobody holds a role that every unit needs",
        ),
        why: words!(
            "Enheden uden et navn er den, der ikke kommer med: ingen dér får besked, og ingen svarer for den.",
            "Enheten uten et navn er den som ikke blir med: ingen der får beskjed, og ingen svarer for den.",
            "The unit without a name is the one left behind: nobody there is told, and nobody answers for it.",
        ),
        bad: "[units]\nvest = \"Afdeling Vest\"\noest = \"Afdeling Øst\"\n\n[roles]\nleder = { vest = \"ida\" }\n",
        good: "[units]\nvest = \"Afdeling Vest\"\noest = \"Afdeling Øst\"\n\n[roles]\nleder = { vest = \"ida\", oest = \"jonas\" }\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Roles), Parameter::exactly(1, ParameterKey::Unit)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.roles_are_unsure() {
        return;
    }
    let kind = stated.unit.as_ref().map(|kind| kind.as_str());
    for role in stated.roles.iter().filter(|role| cx.framework.roles.contains_key(role.as_str())) {
        missing(cx, role, kind, out);
    }
}

/// Reports the units of a kind in which nobody holds a role.
pub(super) fn missing(cx: &Context, role: &str, kind: Option<&str>, out: &mut Sink) {
    let units = cx.units(kind);
    if units.is_empty() {
        return;
    }
    match cx.plan.roles.get(role).filter(|holders| !holders.people.is_empty()) {
        None => nowhere(cx, role, &units, out),
        // Where there is one unit alone, it need not be named.
        Some(holders) if holders.units.is_empty() && units.len() > 1 => unnamed(cx, role, holders, &units, out),
        Some(holders) if holders.units.is_empty() => {}
        // A unit under an unknown name may be any of them.
        Some(holders) if holders.units.keys().any(|unit| !cx.plan.units.contains_key(unit)) => {}
        Some(holders) => {
            let held = |unit: &&&Unit| holders.units.get(unit.id.as_str()).is_some_and(|unit| !unit.people.is_empty());
            for unit in units.iter().filter(|unit| !held(unit)) {
                role_vacant::in_unit(cx, holders, &unit.id, unit.id.span, out).about(unit.id.as_str());
            }
        }
    }
}

fn nowhere(cx: &Context, role: &str, units: &[&Unit], out: &mut Sink) {
    out.add(
        cx.place_of_vacancy(role),
        say!(
            "ingen har rollen »{name}« i {units}",
            "ingen har rollen «{name}» i {units}",
            "nobody holds the role \"{name}\" in {units}",
            units = first_of(units.iter().map(|unit| cx.plan.unit_name(&unit.id).to_owned()));
            name = cx.role_name(role)
        ),
    )
    .instead_of(role_vacant::RULE.id)
    .help(by_unit(role, units))
    .about(role);
}

fn unnamed(cx: &Context, role: &str, holders: &Holders, units: &[&Unit], out: &mut Sink) {
    out.add(
        cx.at(holders.id.span),
        say!(
            "planen siger ikke, hvem der har rollen »{name}« hvor",
            "planen sier ikke hvem som har rollen «{name}» hvor",
            "the plan does not say who holds the role \"{name}\" where";
            name = cx.role_name(role)
        ),
    )
    .help(by_unit(role, units))
    .about(role);
}

/// Says how holders are written unit by unit.
fn by_unit(role: &str, units: &[&Unit]) -> Message {
    let entries = first_of(units.iter().map(|unit| format!("{} = \"…\"", unit.id.value)));
    msg!(
        "skriv {role} = {{ {entries} }} under [roles] med id fra [people]",
        "skriv {role} = {{ {entries} }} under [roles] med id fra [people]",
        "write {role} = {{ {entries} }} under [roles] with ids from [people]",
    )
}
