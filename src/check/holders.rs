//! Who holds which role, for the rules about people.

use indexmap::IndexMap;

use super::Context;
use crate::locale::{Lang, Say};
use crate::model::{Keyed, Task, Term, Unit};
use crate::source::{Location, Span, Spanned};

/// How many of some words are written out.
const MOST_NAMED: usize = 4;

/// A role that somebody holds.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    pub role: &'a str,
    /// Where the person stands among those who hold it.
    pub span: Span,
}

impl<'a> Context<'a> {
    /// Whether the plan has a role that is none of the framework's: it may be any of them, misspelt.
    pub fn roles_are_unsure(&self) -> bool {
        self.plan.roles.keys().any(|role| !self.framework.roles.contains_key(role))
    }

    /// Whether somebody unknown holds one of some roles: it may be anybody, misspelt.
    pub fn holders_are_unsure(&self, roles: &[Spanned<String>]) -> bool {
        let mut holders = roles.iter().flat_map(|role| self.plan.holders(role));
        self.roles_are_unsure() || holders.any(|person| !self.plan.people.contains_key(person.as_str()))
    }

    /// The people who hold some roles, by id and each once, with the first role and where that stands.
    pub fn holders(&self, roles: &[Spanned<String>]) -> IndexMap<&'a str, Held<'a>> {
        let plan = self.plan;
        let mut all = IndexMap::new();
        for holders in roles.iter().filter_map(|role| plan.roles.get(role.as_str())) {
            for person in &holders.people {
                all.entry(person.as_str()).or_insert(Held { role: &holders.id, span: person.span });
            }
        }
        all
    }

    /// The unit that a task's role is held in, where the plan says who holds it in which unit.
    pub fn unit_of_role(&self, task: &'a Task) -> Option<&'a str> {
        let role = task.role.as_ref()?;
        let unit = self.plan.units.get(task.unit_id()?)?;
        let asked = self.framework.roles.get(role.as_str()).and_then(|role| role.per.as_ref());
        let fits = asked.is_none_or(|kind| unit.kind(self.framework) == Some(kind.as_str()));
        let by_unit = self.plan.roles.get(role.as_str()).is_some_and(|holders| !holders.units.is_empty());
        (fits && by_unit).then_some(unit.id.as_str())
    }

    /// Where the plan says who holds some roles; the plan as a whole where it does not.
    pub fn place_of(&self, roles: &[Spanned<String>]) -> Location {
        let place = roles.iter().find_map(|role| self.plan.roles.get(role.as_str()));
        place.map_or_else(|| self.whole(), |holders| self.at(holders.id.span))
    }

    /// Where a role is needed that nobody holds: an open task, else the plan as a whole.
    pub fn place_of_vacancy(&self, role: &str) -> Location {
        let mut named = self.tasks().filter(|task| task.is_open()).filter_map(|task| task.role.as_ref());
        let place = named.find(|named| named.value == role);
        place.map_or_else(|| self.whole(), |named| self.at(named.span))
    }

    /// The plan's units of a kind, or all where no kind is asked for.
    pub fn units(&self, kind: Option<&str>) -> Vec<&'a Unit> {
        let (plan, framework) = (self.plan, self.framework);
        plan.units.values().filter(|unit| kind.is_none() || unit.kind(framework) == kind).collect()
    }

    /// A role's name.
    pub fn role_name<'n>(&self, id: &'n str) -> impl Fn(Lang) -> String + use<'a, 'n> {
        let framework = self.framework;
        move |lang| framework.role_name(id, lang).to_owned()
    }

    /// The names of some roles, as in `»A«, »B« eller »C«`.
    pub fn role_names<'n>(&self, roles: &'n [Spanned<String>]) -> impl Fn(Lang) -> String + use<'a, 'n> {
        let framework = self.framework;
        move |lang| any_of(lang, roles.iter().map(|role| framework.role_name(role, lang)))
    }
}

/// Names in quotation marks, with "or" before the last.
pub fn one_of<S: Say>(names: Vec<S>) -> impl Fn(Lang) -> String {
    move |lang| any_of(lang, names.iter().map(|name| name.say(lang)))
}

fn any_of(lang: Lang, names: impl ExactSizeIterator<Item: AsRef<str>>) -> String {
    let (open, close, or) = match lang {
        Lang::Da => ('»', '«', " eller "),
        Lang::Nb => ('«', '»', " eller "),
        Lang::En => ('"', '"', " or "),
    };
    let count = names.len();
    let mut text = String::new();
    for (at, name) in names.enumerate() {
        text.push_str(match at {
            0 => "",
            _ if at + 1 == count => or,
            _ => ", ",
        });
        text.push(open);
        text.push_str(name.as_ref());
        text.push(close);
    }
    text
}

/// The name of one of the framework's own words; the id where there is none.
pub fn term_name<'n>(terms: &'n Keyed<Term>, id: &'n str) -> impl Fn(Lang) -> String + use<'n> {
    let name = terms.get(id).and_then(|term| term.name.as_ref());
    move |lang| name.map_or(id, |name| name.get(lang)).to_owned()
}

/// A list of ids as TOML: `["a", "b"]`.
pub fn list<'i>(ids: impl IntoIterator<Item = &'i str>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", ids.join(", "))
}

/// The first few of some words with commas between.
pub fn first_of(words: impl Iterator<Item = String>) -> String {
    let mut first: Vec<String> = words.take(MOST_NAMED + 1).collect();
    if let Some(more) = first.get_mut(MOST_NAMED) {
        "…".clone_into(more);
    }
    first.join(", ")
}
