use indexmap::IndexMap;

use crate::check::across::{Digest, Introduced, Plans, are_one_persons};
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{msg, words};
use crate::model::{Map, slug};
use crate::source::Location;

pub static RULE: Rule = Rule {
    id: "person-spelt-two-ways",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en person, hvis navn er stavet på to måder i planerne",
            "en person som har navnet stavet på to måter i planene",
            "a person whose name is spelt two ways in the plans",
        ),
        why: words!(
            "I oversigter på tværs af planer bliver én person til to, og ingen ser, hvor meget den ene har at gøre.",
            "I oversikter på tvers av planer blir én person til to, og ingen ser hvor mye vedkommende har å gjøre.",
            "In overviews across plans one person becomes two, and nobody sees how much they have to do.",
        ),
        bad: "# nord.plan.toml\n[people]\nida = \"Ida Holm\"\n\n# syd.plan.toml\n[people]\nida = \"Ida Hølm\"\n",
        good: "# nord.plan.toml\n[people]\nida = \"Ida Holm\"\n\n# syd.plan.toml\n[people]\nida = \"Ida Holm\"\n",
    },
    run: Run::Across(check, 0),
    absence: false,
};

/// A name as some plans spell it: how often, and where first.
struct Spelling<'a> {
    name: &'a str,
    times: usize,
    shared: bool,
    first: Location,
    subject: &'a str,
}

fn check(plans: &Plans, _: usize, out: &mut Sink) {
    // Who may be the same: those of one id, of one address, or of one name but for how it is spelt.
    let mut groups: IndexMap<(&str, String), Vec<Spelling>> = IndexMap::new();
    let mut add = |key: (&'static str, String), name, subject, first: Location, shared| {
        let group = groups.entry(key).or_default();
        match group.iter_mut().find(|spelling| spelling.name == name) {
            Some(known) => known.times += 1,
            None => group.push(Spelling { name, times: 1, shared, first, subject }),
        }
    };
    for (id, person) in &plans.shared.people {
        if let (Some(name), Some(file)) = (&person.name, plans.shared.files.iter().next()) {
            let at = || Location { source: std::sync::Arc::clone(file), span: name.span };
            add(("id", id.clone()), name.as_str(), id.as_str(), at(), true);
            add(("name", slug(name)), name.as_str(), id.as_str(), at(), true);
        }
    }
    for digest in plans.all {
        for person in &digest.people {
            for key in keys(person) {
                add(key, &person.name.value, &person.id.value, place(digest, person), false);
            }
        }
    }
    let mut said: Map<(String, u32), ()> = Map::default();
    for ((kind, _), spellings) in &groups {
        // What most write is probably right, else what stands first; and what all share is.
        let Some(usual) = spellings.iter().rev().max_by_key(|spelling| (spelling.shared, spelling.times)) else {
            continue;
        };
        for other in spellings.iter().filter(|other| other.name != usual.name) {
            let same = *kind != "id" || are_one_persons(other.name, usual.name);
            let place = (other.first.source.name().to_owned(), other.first.span.start);
            if !same || said.insert(place, ()).is_some() {
                continue;
            }
            let (name, better) = (other.name, usual.name);
            out.add(
                other.first.clone(),
                msg!(
                    "»{name}« hedder »{better}« i en anden plan",
                    "«{name}» heter «{better}» i en annen plan",
                    "\"{name}\" is \"{better}\" in another plan",
                ),
            )
            .also(usual.first.clone(), msg!("her »{better}«", "her «{better}»", "\"{better}\" here"))
            .help(msg!(
                "er det samme person, så skriv navnet ens",
                "er det samme person, så skriv navnet likt",
                "if it is the same person, spell the name alike",
            ))
            .about(other.subject);
        }
    }
}

fn keys(person: &Introduced) -> impl Iterator<Item = (&'static str, String)> {
    let email = person.email.clone().map(|email| ("email", email));
    [("id", person.id.value.clone()), ("name", slug(&person.name))].into_iter().chain(email)
}

fn place(digest: &Digest, person: &Introduced) -> Location {
    digest.at(person.name.span)
}
