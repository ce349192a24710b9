use super::role_vacant;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "holder-in-body",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en person med en rolle, som skal sidde med i en gruppe, men ikke gør det",
            "en person med en rolle som skal sitte i en gruppe, men ikke gjør det",
            "somebody whose role belongs in a group that they are not in",
        ),
        why: words!(
            "Gruppen beslutter uden den, der kender sagen eller skal leve med beslutningen.",
            "Gruppen beslutter uten den som kjenner saken eller skal leve med beslutningen.",
            "The group decides without the one who knows the matter or has to live with the decision.",
        ),
        bad: "[roles]\nbrugerrepraesentant = \"lone\"\nstyregruppe = [\"ida\", \"jonas\"]\n",
        good: "[roles]\nbrugerrepraesentant = \"lone\"\nstyregruppe = [\"ida\", \"jonas\", \"lone\"]\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Roles), Parameter::at_least(1, ParameterKey::WithinRoles)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.roles_are_unsure() {
        return;
    }
    let holders = cx.holders(&stated.roles);
    if holders.is_empty() {
        return nobody(cx, stated, out);
    }
    if cx.holders_are_unsure(&stated.within_roles) {
        return;
    }
    let Some(body) = stated.within_roles.first() else { return };
    let within = cx.holders(&stated.within_roles);
    let outside = |id: &str| !within.contains_key(id) && cx.plan.people.contains_key(id);
    let bodies = cx.role_names(&stated.within_roles);
    for (id, held) in holders.into_iter().filter(|(id, _)| outside(id)) {
        let (name, body_id) = (cx.plan.person_name(id), body.as_str());
        let finding = out.add(
            cx.at(held.span),
            say!(
                "{name} har rollen »{role}«, men er ikke med i {bodies}",
                "{name} har rollen «{role}», men er ikke med i {bodies}",
                "{name} holds the role \"{role}\" but is not in {bodies}";
                role = cx.role_name(held.role), bodies = bodies
            ),
        );
        finding.about(id).help(say!(
            "føj \"{id}\" til {body_id} under [roles]",
            "legg \"{id}\" til {body_id} under [roles]",
            "add \"{id}\" to {body_id} under [roles]",
        ));
        if let Some(place) = stated.within_roles.iter().find_map(|role| cx.plan.roles.get(role.as_str())) {
            finding.also(cx.at(place.id.span), say!("gruppen står her", "gruppen står her", "the group stands here"));
        }
    }
}

fn nobody(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(role) = stated.roles.first() else { return };
    let id = role.as_str();
    out.add(
        cx.place_of_vacancy(role),
        say!(
            "ingen har rollen {roles}, som skal være med i {bodies}",
            "ingen har rollen {roles}, som skal være med i {bodies}",
            "nobody holds the role {roles}, which belongs in {bodies}";
            roles = cx.role_names(&stated.roles), bodies = cx.role_names(&stated.within_roles)
        ),
    )
    .instead_of(role_vacant::RULE.id)
    .help(say!(
        "skriv {id} = \"…\" under [roles] med et id fra [people]",
        "skriv {id} = \"…\" under [roles] med en id fra [people]",
        "write {id} = \"…\" under [roles] with an id from [people]",
    ))
    .about(id);
}
