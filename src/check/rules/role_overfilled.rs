use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, say, words};
use crate::model::HolderCount;

pub static RULE: Rule = Rule {
    id: "role-overfilled",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en rolle for én person, som flere har",
            "en rolle for én person, som flere har",
            "a role for one person that several hold",
        ),
        why: words!(
            "Når to har den samme rolle, tror hver af dem, at den anden gør det.",
            "Når to har den samme rollen, tror hver av dem at den andre gjør det.",
            "When two hold the same role, each of them thinks that the other will do it.",
        ),
        bad: "[roles]\nprojektleder = [\"ida\", \"jonas\"]\n",
        good: "[roles]\nprojektleder = \"ida\"\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for (id, role) in &cx.framework.roles {
        let is_for_one = role.holders.as_ref().is_some_and(|count| count.value == HolderCount::One);
        // One holder in each unit may be several in all.
        if role.per.is_some() {
            if is_for_one {
                in_units(cx, id, out);
            }
            continue;
        }
        let holders = cx.plan.holders(id);
        let Some(first) = holders.first().filter(|_| is_for_one) else {
            continue;
        };
        let Some(second) = holders.iter().find(|holder| holder.value != first.value) else {
            continue;
        };
        let (one, other) = (cx.plan.person_name(first), cx.plan.person_name(second));
        let message = |lang| {
            let name = cx.framework.role_name(id, lang);
            match lang {
                Lang::Da => format!("rollen »{name}« er for én person, men både {one} og {other} har den"),
                Lang::Nb => format!("rollen «{name}» er for én person, men både {one} og {other} har den"),
                Lang::En => format!("the role \"{name}\" is for one person, but both {one} and {other} hold it"),
            }
        };
        let first_id = &first.value;
        out.add(cx.at(second.span), message)
            .also(cx.at(first.span), say!("{one} står her", "{one} står her", "{one} stands here"))
            .help(say!(
                "vælg én, og skriv for eksempel {id} = \"{first_id}\"",
                "velg én, og skriv for eksempel {id} = \"{first_id}\"",
                "choose one and write for example {id} = \"{first_id}\"",
            ))
            .about(id.as_str());
    }
}

/// Reports the units in which several hold a role.
pub(super) fn in_units(cx: &Context, role: &str, out: &mut Sink) {
    let Some(holders) = cx.plan.roles.get(role) else { return };
    for unit in holders.units.values() {
        let Some(first) = unit.people.first() else { continue };
        let Some(second) = unit.people.iter().find(|holder| holder.value != first.value) else { continue };
        let (one, other) = (cx.plan.person_name(first), cx.plan.person_name(second));
        let (unit_id, first_id) = (unit.id.as_str(), first.as_str());
        let unit = cx.plan.unit_name(unit_id);
        out.add(
            cx.at(second.span),
            say!(
                "rollen »{name}« er for én person i {unit}, men både {one} og {other} har den",
                "rollen «{name}» er for én person i {unit}, men både {one} og {other} har den",
                "the role \"{name}\" is for one person in {unit}, but both {one} and {other} hold it";
                name = cx.role_name(role)
            ),
        )
        .also(cx.at(first.span), say!("{one} står her", "{one} står her", "{one} stands here"))
        .instead_of(RULE.id)
        .help(say!(
            "vælg én, og skriv for eksempel {unit_id} = \"{first_id}\" i {role}",
            "velg én, og skriv for eksempel {unit_id} = \"{first_id}\" i {role}",
            "choose one and write for example {unit_id} = \"{first_id}\" in {role}",
        ))
        .about(unit_id);
    }
}
