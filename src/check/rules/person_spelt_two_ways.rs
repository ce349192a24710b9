use std::cmp::Reverse;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::check::across::{Plans, Spelt};
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{Hashing, Map, Set};
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
#[derive(Clone)]
struct Spelling<'a> {
    times: usize,
    shared: bool,
    first: Location,
    subject: &'a str,
}

/// Why two may be one person.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Alike {
    Id,
    Address,
    Name,
}

/// With so many spellings of an id, the most usual, each other one is compared.
const MOST_COMPARED: usize = 8;

type Spellings<'a> = IndexMap<&'a str, Spelling<'a>>;

fn check(plans: &Plans, _: usize, out: &mut Sink) {
    // A repository has few people beside how often they are introduced.
    let mut introduced: IndexMap<(&str, &str, Option<&str>), Spelling, Hashing> = IndexMap::default();
    let emails: Vec<Option<String>> =
        plans.shared.people.values().map(|person| Some(person.email.as_ref()?.to_lowercase())).collect();
    for (person, email) in plans.shared.people.values().zip(&emails) {
        let (Some(name), Some(file)) = (&person.name, plans.shared.files.iter().next()) else { continue };
        let first = Location { source: Arc::clone(file), span: name.span };
        let new = Spelling { times: 1, shared: true, first, subject: &person.id };
        introduced.insert((&person.id, name, email.as_deref()), new);
    }
    for digest in plans.all {
        for person in &digest.people {
            let new = || Spelling { times: 0, shared: false, first: digest.at(person.name.span), subject: &person.id };
            let key = (person.id.as_str(), person.name.as_str(), person.email.as_deref());
            introduced.entry(key).or_insert_with(new).times += 1;
        }
    }
    let mut spelt: Map<&str, Spelt> = Map::default();
    let mut groups: IndexMap<(Alike, String), Spellings, Hashing> = IndexMap::default();
    for ((id, name, email), spelling) in &introduced {
        for key in keys(id, spelt.entry(name).or_insert_with(|| Spelt::of(name)), *email) {
            let known =
                groups.entry(key).or_default().entry(name).or_insert_with(|| Spelling { times: 0, ..spelling.clone() });
            known.times += spelling.times;
        }
    }
    let mut said: Set<(String, u32)> = Set::default();
    for ((alike, _), spellings) in groups.iter().filter(|(_, spellings)| spellings.len() > 1) {
        let same = |name: &str, better: &str| {
            let (Some(own), Some(best)) = (spelt.get(name), spelt.get(better)) else { return false };
            match alike {
                Alike::Name => own.is_same(best),
                Alike::Id => own.is_one_persons(best),
                // Several may share an address, but seldom a name too.
                Alike::Address => own.is_one_persons(best) || share_a_name(name, better),
            }
        };
        // What most write is probably right, else what stands first; and what all share is.
        let mut usual: Vec<_> = spellings.iter().collect();
        usual.sort_by_key(|(_, one)| Reverse((one.shared, one.times)));
        for (rank, (name, other)) in usual.iter().enumerate() {
            let mut before = usual.iter().take(rank.min(MOST_COMPARED));
            let Some((better, usual)) = before.find(|(better, _)| same(name, better)) else { continue };
            let elsewhere = !Arc::ptr_eq(&other.first.source, &usual.first.source);
            let place = (other.first.source.name().to_owned(), other.first.span.start);
            if !elsewhere || !said.insert(place) {
                continue;
            }
            out.add(
                other.first.clone(),
                say!(
                    "»{name}« ligner »{better}« et andet sted",
                    "«{name}» ligner «{better}» et annet sted",
                    "\"{name}\" looks like \"{better}\" elsewhere",
                ),
            )
            .also(usual.first.clone(), say!("her »{better}«", "her «{better}»", "\"{better}\" here"))
            .help(say!(
                "er det samme person, så skriv navnet ens; ellers giv dem hver sit id og hver sin adresse",
                "er det samme person, så skriv navnet likt; ellers gi dem hver sin id og hver sin adresse",
                "if it is one person, spell the name alike; else give each an id and an address of their own",
            ))
            .about(other.subject);
        }
    }
}

fn keys<'p>(id: &'p str, name: &Spelt, email: Option<&'p str>) -> impl Iterator<Item = (Alike, String)> {
    let Spelt { spelt_out, plain } = name.clone();
    let plain = Some(plain).filter(|plain| *plain != spelt_out);
    let names = std::iter::once(spelt_out).chain(plain).filter(|name| !name.is_empty()).map(|name| (Alike::Name, name));
    let email = email.map(|email| (Alike::Address, email.to_owned()));
    std::iter::once((Alike::Id, id.to_owned())).chain(names).chain(email)
}

fn share_a_name(one: &str, other: &str) -> bool {
    one.split_whitespace().any(|name| other.split_whitespace().any(|known| Spelt::of(name).is_same(&Spelt::of(known))))
}
