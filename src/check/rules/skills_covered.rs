use std::collections::HashSet;

use crate::check::holders::term_name;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "skills-covered",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en kompetence, som ingen af dem med bestemte roller har",
            "en kompetanse som ingen av dem med bestemte roller har",
            "a skill that nobody in certain roles has",
        ),
        why: words!(
            "Det, ingen i gruppen har forstand på, opdages først, når løsningen ikke passer til arbejdet.",
            "Det ingen i gruppen har greie på, oppdages først når løsningen ikke passer til arbeidet.",
            "What nobody in the group knows about is found out only when the solution does not fit the work.",
        ),
        bad: "[people]\nida = { name = \"Ida Holm\", skills = [\"it\"] }\n\n[roles]\nprojektgruppe = \"ida\"\n",
        good: "[people]\nida = { name = \"Ida Holm\", skills = [\"it\"] }\nlone = { name = \"Lone Friis\", skills = [\"faglig\"] }\n\n[roles]\nprojektgruppe = [\"ida\", \"lone\"]\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Roles), Parameter::at_least(1, ParameterKey::Skills)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.holders_are_unsure(&stated.roles) {
        return;
    }
    let mut found: HashSet<&str> = HashSet::new();
    for person in cx.holders(&stated.roles).keys().filter_map(|id| cx.plan.people.get(*id)) {
        // A skill that is unreadable or under an unknown name may be any of them.
        if person.is_unread("skills") || person.skills.iter().any(|own| !cx.framework.skills.contains_key(own.as_str()))
        {
            return;
        }
        found.extend(person.skills.iter().map(|own| own.as_str()));
    }
    let roles = cx.role_names(&stated.roles);
    for skill in stated.skills.iter().filter(|skill| !found.contains(skill.as_str())) {
        let id = skill.as_str();
        out.add(
            cx.place_of(&stated.roles),
            say!(
                "ingen med rollen {roles} har kompetencen »{skill}«",
                "ingen med rollen {roles} har kompetansen «{skill}»",
                "nobody with the role {roles} has the skill \"{skill}\"";
                roles = roles, skill = term_name(&cx.framework.skills, id)
            ),
        )
        .help(say!(
            "skriv skills = [\"{id}\"] hos en, der har den, som … = {{ name = \"…\", skills = [\"{id}\"] }} under [people]",
            "skriv skills = [\"{id}\"] hos en som har den, som … = {{ name = \"…\", skills = [\"{id}\"] }} under [people]",
            "write skills = [\"{id}\"] with somebody who has it, as in … = {{ name = \"…\", skills = [\"{id}\"] }} under [people]",
        ))
        .about(id);
    }
}
