use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, msg, say, words};
use crate::model::{Id, Map, Set};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "owner-outside-role",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en åben opgave, hvis ansvarlige ikke har opgavens rolle",
            "en åpen oppgave der den ansvarlige ikke har oppgavens rolle",
            "an open task whose owner does not hold the task's role",
        ),
        why: words!(
            "Planen peger på to forskellige: den, der har rollen, og den, der står som ansvarlig. Så ved ingen af dem, hvem der gør det.",
            "Planen peker på to ulike: den som har rollen, og den som står som ansvarlig. Da vet ingen av dem hvem som gjør det.",
            "The plan points to two people: the one with the role and the one named as owner. Neither knows who will do it.",
        ),
        bad: "[roles]\nafsender = \"ida\"\n\n[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nrole  = \"afsender\"\nowner = \"jonas\"\n",
        good: "[roles]\nafsender = \"ida\"\n\n[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nrole  = \"afsender\"\nowner = \"ida\"\nwith  = [\"jonas\"]\n",
    },
    run: Run::Always(check),
    absence: true,
};

/// How many holders of a role are named.
const MOST_NAMED: usize = 4;

/// Who holds a role, in the plan or in a unit.
struct HeldIn<'a> {
    at: &'a Id,
    people: &'a [Spanned<String>],
    ids: Set<&'a str>,
}

impl<'a> HeldIn<'a> {
    fn new(at: &'a Id, people: &'a [Spanned<String>]) -> HeldIn<'a> {
        HeldIn { at, people, ids: people.iter().map(|person| person.as_str()).collect() }
    }
}

fn check(cx: &Context, out: &mut Sink) {
    // Roles with an unknown person among their holders are left alone: it may be the owner, misspelt.
    let known = |person: &str| cx.plan.people.contains_key(person);
    let roles = cx.plan.roles.iter().filter(|(_, holders)| holders.people.iter().all(|person| known(person)));
    let mut held: Map<(&str, Option<&str>), HeldIn> = Map::default();
    for (id, holders) in roles {
        held.insert((id, None), HeldIn::new(&holders.id, &holders.people));
        for (unit, holders) in &holders.units {
            held.insert((id, Some(unit)), HeldIn::new(&holders.id, &holders.people));
        }
    }
    for task in cx.tasks().filter(|task| task.is_open()) {
        let (Some(role), Some(owner)) = (&task.role, &task.owner) else {
            continue;
        };
        // Where nobody holds it in the task's unit, anybody who holds it will do.
        let unit = cx.unit_of_role(task);
        let held_in = |unit| held.get(&(role.as_str(), unit)).filter(|held: &&HeldIn| !held.people.is_empty());
        let in_unit = unit.and_then(|unit| held_in(Some(unit)));
        let Some(held_by) = in_unit.or_else(|| held_in(None)) else {
            continue;
        };
        if held_by.ids.contains(owner.as_str()) || !known(owner) {
            continue;
        }
        let place = unit.filter(|_| in_unit.is_some()).map(|unit| cx.plan.unit_name(unit));
        let (title, person) = (task.title(), cx.plan.person_name(owner));
        let people = held_by.people;
        let mut names: Vec<&str> = people.iter().take(MOST_NAMED).map(|holder| cx.plan.person_name(holder)).collect();
        if people.len() > MOST_NAMED {
            names.push("…");
        }
        let names = names.join(", ");
        let message = |lang| {
            let role = cx.framework.role_name(role, lang);
            let place = match (lang, place) {
                (_, None) => String::new(),
                (Lang::Da | Lang::Nb, Some(unit)) => format!(" i {unit}"),
                (Lang::En, Some(unit)) => format!(" in {unit}"),
            };
            match lang {
                Lang::Da => format!("{person} er ansvarlig for »{title}«, men har ikke rollen »{role}«{place}"),
                Lang::Nb => format!("{person} er ansvarlig for «{title}», men har ikke rollen «{role}»{place}"),
                Lang::En => format!("{person} owns \"{title}\" but does not hold the role \"{role}\"{place}"),
            }
        };
        let also = say!("rollen har: {names}", "rollen har: {names}", "the role is held by: {names}");
        let owner_id = &owner.value;
        let added = match unit {
            Some(unit) => msg!("{unit} i {role}", "{unit} i {role}", "{unit} in {role}", role = &role.value),
            None => msg!("{role}", "{role}", "{role}", role = &role.value),
        };
        let finding = out.add(cx.at(owner.span), message);
        finding.also(cx.at(held_by.at.span), also);
        let holder = people.first().map_or("…", |holder| holder.as_str());
        finding
            .help(say!(
                "skriv owner = \"{holder}\", eller føj \"{owner_id}\" til {added} under [roles]",
                "skriv owner = \"{holder}\", eller legg \"{owner_id}\" til {added} under [roles]",
                "write owner = \"{holder}\", or add \"{owner_id}\" to {added} under [roles]";
                added = added
            ))
            .about(task.id.as_str());
    }
}
