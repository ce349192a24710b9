use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "roles-disjoint",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en person med to roller, som ikke må ligge hos den samme",
            "en person med to roller som ikke kan ligge hos den samme",
            "somebody with two roles that must not lie with the same person",
        ),
        why: words!(
            "Den ene rolle er der for at se på den anden udefra; hos én og samme person ser ingen efter.",
            "Den ene rollen er der for å se på den andre utenfra; hos én og samme person ser ingen etter.",
            "One role is there to look at the other from outside; with one and the same person nobody looks.",
        ),
        bad: "[roles]\nforandringsagent = [\"ida\", \"lone\"]\nprojektgruppe = [\"ida\", \"jonas\"]\n",
        good: "[roles]\nforandringsagent = [\"lone\"]\nprojektgruppe = [\"ida\", \"jonas\"]\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Roles), Parameter::at_least(1, ParameterKey::WithinRoles)],
    ),
    absence: false,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let others = cx.holders(&stated.within_roles);
    for (id, one) in cx.holders(&stated.roles).into_iter().filter(|(id, _)| cx.plan.people.contains_key(*id)) {
        let Some(other) = others.get(id) else { continue };
        let (name, one_id, other_id) = (cx.plan.person_name(id), one.role, other.role);
        out.add(
            cx.at(one.span),
            say!(
                "{name} kan ikke have både rollen »{one}« og rollen »{other}«",
                "{name} kan ikke ha både rollen «{one}» og rollen «{other}»",
                "{name} cannot hold both the role \"{one}\" and the role \"{other}\"";
                one = cx.role_name(one_id), other = cx.role_name(other_id)
            ),
        )
        .also(cx.at(other.span), say!("{name} står også her", "{name} står også her", "{name} stands here too"))
        .help(say!(
            "slet \"{id}\" i {one_id} eller i {other_id} under [roles]",
            "slett \"{id}\" i {one_id} eller i {other_id} under [roles]",
            "delete \"{id}\" in {one_id} or in {other_id} under [roles]",
        ))
        .about(id);
    }
}
