//! A plan without personal data: roles in place of names, nobody's address.

use super::personal::{id_number, private_address};
use super::{Framework, Holders, Keyed, Map, Measure, Person, Plan, SharedPeople, Spanned, UnitHolders, slug};
use crate::locale::{self, Lang};

/// What stands where something was taken out.
const TAKEN_OUT: &str = "[…]";
/// The shortest part of a name that is looked for by itself.
const LEAST_PART: usize = 3;

/// What somebody is called instead.
#[derive(Debug, Clone)]
struct Alias {
    id: String,
    name: String,
}

impl Plan {
    /// The plan with people called by the roles that they hold, in all it says;
    /// addresses, organisations and personal numbers are taken out. It is made
    /// before any view sees the plan, so that no format can tell.
    ///
    /// A name in a text is known where it stands in `[people]`, whole or a part of
    /// it; nicknames and people who are not in the plan are not.
    #[must_use]
    pub fn redacted(mut self, framework: &Framework, lang: Lang) -> Plan {
        let aliases = aliases(&self, framework, lang);
        let names = Names::of(&self, &aliases);
        let alias = |id: &mut Spanned<String>| {
            if let Some(alias) = aliases.get(&id.value) {
                id.value.clone_from(&alias.id);
            }
        };
        let all = |ids: &mut Vec<Spanned<String>>| ids.iter_mut().for_each(alias);
        let one = |id: &mut Option<Spanned<String>>| id.iter_mut().for_each(alias);
        for task in self.tasks.values_mut() {
            one(&mut task.owner);
            all(&mut task.with);
        }
        for Holders { people, units, .. } in self.roles.values_mut() {
            all(people);
            for UnitHolders { people, .. } in units.values_mut() {
                all(people);
            }
        }
        self.benefits.values_mut().for_each(|benefit| one(&mut benefit.owner));
        self.risks.values_mut().for_each(|risk| one(&mut risk.owner));
        self.initiatives.values_mut().for_each(|initiative| one(&mut initiative.owner));
        self.themes.values_mut().for_each(|theme| all(&mut theme.members));
        self.meetings.values_mut().for_each(|meeting| one(&mut meeting.body));
        let people: Keyed<Person> = std::mem::take(&mut self.people);
        self.people = people.into_values().map(|person| anonymous(person, &aliases)).collect();
        self.shared = std::sync::Arc::new(SharedPeople::default());
        self.change_each_text(|text| names.take_out(text));
        for benefit in self.benefits.values_mut() {
            let readings = benefit.readings.values_mut().map(|reading| &mut reading.value);
            let ends = [&mut benefit.baseline, &mut benefit.target].into_iter().flatten().map(|end| &mut end.value);
            for measure in ends.chain(readings) {
                if let Measure::Words(words) = measure {
                    names.take_out(words);
                }
            }
        }
        self
    }
}

/// A person under another name, without what tells who it is.
fn anonymous(person: Person, aliases: &Map<String, Alias>) -> (String, Person) {
    let (id, name) = match aliases.get(&person.id.value) {
        Some(alias) => (alias.id.clone(), alias.name.clone()),
        None => (TAKEN_OUT.to_owned(), TAKEN_OUT.to_owned()),
    };
    let span = person.id.span;
    let named = Spanned::new(name, span);
    (id.clone(), Person { id: Spanned::new(id, span), name: Some(named), email: None, organisation: None, ..person })
}

/// What each person is called: the first role that they hold, numbered where several hold it.
fn aliases(plan: &Plan, framework: &Framework, lang: Lang) -> Map<String, Alias> {
    let mut roles: Map<&str, &str> = Map::default();
    for role in plan.roles.values() {
        for holder in &role.people {
            roles.entry(holder.as_str()).or_insert(role.id.as_str());
        }
    }
    let mut by_role: Keyed<Vec<&str>> = Keyed::default();
    for id in plan.people.keys() {
        let role = roles.get(id.as_str()).copied().unwrap_or("");
        by_role.entry(role.to_owned()).or_default().push(id);
    }
    let mut aliases = Map::default();
    for (role, people) in &by_role {
        let word = if role.is_empty() { locale::PERSON.of(lang) } else { framework.role_name(role, lang) };
        for (number, id) in (1..).zip(people) {
            let alone = people.len() == 1 && !role.is_empty();
            let name = if alone { word.to_owned() } else { format!("{word} {number}") };
            aliases.insert((*id).to_owned(), Alias { id: slug(&name), name });
        }
    }
    aliases
}

/// The names to take out of texts.
struct Names {
    /// Whole names by their first word, in lower case.
    whole: Map<String, Begun>,
    /// First names and surnames, as they are written.
    parts: Map<String, String>,
}

/// Names that begin with the same word.
#[derive(Default)]
struct Begun {
    /// How many letters they have, the most first.
    lengths: Vec<usize>,
    /// What stands instead of each, which is in lower case.
    aliases: Map<String, String>,
}

impl Names {
    fn add(&mut self, name: &str, alias: &str) {
        let begun = self.whole.entry(first_word(name).to_lowercase()).or_default();
        let length = name.chars().count();
        if let Err(at) = begun.lengths.binary_search_by(|other| length.cmp(other)) {
            begun.lengths.insert(at, length);
        }
        begun.aliases.entry(name.to_lowercase()).or_insert_with(|| alias.to_owned());
    }

    fn of(plan: &Plan, aliases: &Map<String, Alias>) -> Names {
        let mut names = Names { whole: Map::default(), parts: Map::default() };
        for person in plan.people.values().chain(plan.shared.people.values()) {
            let alias = aliases.get(&person.id.value).map_or(TAKEN_OUT, |alias| &alias.name);
            for name in [&person.name, &person.email].into_iter().flatten() {
                names.add(name, alias);
            }
            for part in person.name.iter().flat_map(|name| name.split([' ', '-'])) {
                if part.chars().count() >= LEAST_PART && part.starts_with(char::is_uppercase) {
                    names.parts.entry(part.to_owned()).or_insert_with(|| alias.to_owned());
                }
            }
        }
        names
    }

    fn take_out(&self, text: &mut String) {
        while let Some(at) = id_number(text).or_else(|| private_address(text)) {
            text.replace_range(at, TAKEN_OUT);
        }
        let mut left = text.as_str();
        let mut kept = String::with_capacity(text.len());
        let mut inside = false;
        while let Some(letter) = left.chars().next() {
            if !inside && let Some((length, alias)) = self.at(left) {
                kept.push_str(alias);
                left = left.get(length..).unwrap_or("");
                inside = true;
                continue;
            }
            inside = letter.is_alphanumeric();
            kept.push(letter);
            left = left.get(letter.len_utf8()..).unwrap_or("");
        }
        *text = kept;
    }

    /// The name that a text begins with: its length, and what stands instead.
    fn at(&self, text: &str) -> Option<(usize, &str)> {
        let word = first_word(text);
        let lower = word.to_lowercase();
        let whole = |first: &str| self.whole.get(first)?.at(text);
        whole(&lower).or_else(|| lower.strip_suffix('s').and_then(whole)).or_else(|| {
            let owned =
                |word: &'_ str| self.parts.get_key_value(word).map(|(part, alias)| (part.len(), alias.as_str()));
            owned(word).or_else(|| word.strip_suffix('s').and_then(owned))
        })
    }
}

impl Begun {
    /// The longest name that a text begins with as a word of its own, whatever the case, also
    /// in the genitive: its length, and what stands instead.
    fn at(&self, text: &str) -> Option<(usize, &str)> {
        self.lengths.iter().find_map(|&length| {
            let mut letters = text.chars();
            if length > 0 {
                letters.nth(length - 1)?;
            }
            let rest = letters.as_str();
            let ends = |rest: &str| !rest.chars().next().is_some_and(char::is_alphanumeric);
            if !ends(rest) && !rest.strip_prefix('s').is_some_and(ends) {
                return None;
            }
            let name = text.get(..text.len() - rest.len())?;
            Some((name.len(), self.aliases.get(&name.to_lowercase())?.as_str()))
        })
    }
}

fn first_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_out(text: &str) -> String {
        let mut names = Names { whole: Map::default(), parts: Map::default() };
        names.add("Åse Ørsted Bech", "Ejer");
        names.add("ida.holm@nordby.dk", "Leder");
        names.parts.extend(["Åse", "Bech"].map(|part| (part.to_owned(), "Ejer".to_owned())));
        let mut text = text.to_owned();
        names.take_out(&mut text);
        text
    }

    #[test]
    fn names_are_taken_out_whatever_their_case_and_in_the_genitive() {
        assert_eq!(taken_out("Spørg ÅSE ØRSTED BECH, eller Åses chef"), "Spørg Ejer, eller Ejers chef");
        assert_eq!(taken_out("Åse Ørsted Bechs møde"), "Ejers møde");
        assert_eq!(taken_out("Skriv til ida.holm@nordby.dk."), "Skriv til Leder.");
    }

    #[test]
    fn words_that_only_look_alike_stay() {
        assert_eq!(taken_out("Åsen ligger ved Bechsminde; en åse"), "Åsen ligger ved Bechsminde; en åse");
    }

    #[test]
    fn numbers_and_private_addresses_are_taken_out() {
        assert_eq!(taken_out("Ring om 010190-1234, bo@gmail.com"), "Ring om […], […]");
    }
}
