//! A JSON Schema (draft-07) of the plan file, for editors: the shape of what is
//! read, with the ids that can stand in it and a sentence on each key.
//!
//! Written so that Taplo, which most editors ask about TOML, shows it well: it
//! heeds nothing beside a `$ref`, offers a key once for each branch of an
//! `anyOf`, and takes what it says of the key from the first.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

use crate::calendar::{FIRST_YEAR, LAST_YEAR};
use crate::locale::{Words, keys, keywords};
use crate::model::Names;
use crate::read::{Key, MOST_TEXT, Shape};
use crate::view::{Choice, Choices, Vocabulary};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
/// What ids are written with.
const ID: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

/// A JSON Schema, as far as plans need it.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    draft: Option<&'static str>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_more")]
    types: Vec<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    properties: IndexMap<String, Schema>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pattern_properties: IndexMap<String, Schema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    definitions: IndexMap<String, Schema>,
    #[serde(rename = "x-taplo", skip_serializing_if = "Option::is_none")]
    taplo: Option<Taplo>,
}

/// What Taplo shows beside each word of an `enum`.
#[derive(Debug, Clone, Serialize)]
struct Taplo {
    docs: Docs,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Docs {
    enum_values: Vec<Option<String>>,
}

fn one_or_more<S: Serializer>(types: &[&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    match types {
        [only] => serializer.serialize_str(only),
        several => serializer.collect_seq(several),
    }
}

impl Schema {
    fn of(kind: &'static str) -> Schema {
        Schema { types: vec![kind], ..Schema::default() }
    }

    fn text() -> Schema {
        Schema { min_length: Some(1), max_length: Some(MOST_TEXT), ..Schema::of("string") }
    }

    fn matching(pattern: String) -> Schema {
        Schema { pattern: Some(pattern), ..Schema::of("string") }
    }

    /// One of a few texts, each with what it stands for.
    fn one_of(choices: Vec<Choice>) -> Schema {
        let about = |choice: &Choice| (!choice.about.is_empty()).then(|| choice.about.clone());
        let enum_values = choices.iter().map(about).collect();
        let words = choices.into_iter().map(|choice| choice.id).collect();
        Schema { words, taplo: Some(Taplo { docs: Docs { enum_values } }), ..Schema::of("string") }
    }

    fn reference(to: &str) -> Schema {
        Schema { reference: Some(format!("#/definitions/{to}")), ..Schema::default() }
    }

    /// The same, with what is said of it where Taplo looks for that.
    fn about(mut self, about: String) -> Schema {
        match self.any_of.first_mut() {
            Some(first) => first.description = Some(about),
            None => self.description = Some(about),
        }
        self
    }

    /// One that takes what any of these takes: in one piece where they are of
    /// different types, so that a key is offered once.
    fn any(parts: Vec<Schema>) -> Schema {
        let any_of = |part: Schema| if part.any_of.is_empty() { vec![part] } else { part.any_of };
        let mut parts: Vec<Schema> = parts.into_iter().flat_map(any_of).collect();
        let mut seen = HashSet::new();
        let are_apart = parts.iter().flat_map(|part| &part.types).all(|kind| seen.insert(*kind));
        if !are_apart || parts.iter().any(|part| part.reference.is_some() || !part.words.is_empty()) {
            return Schema { any_of: parts, ..Schema::default() };
        }
        let mut whole = parts.swap_remove(0);
        for part in parts {
            whole.types.extend(part.types);
            whole.min_length = whole.min_length.or(part.min_length);
            whole.max_length = whole.max_length.or(part.max_length);
            whole.pattern = whole.pattern.or(part.pattern);
            whole.items = whole.items.or(part.items);
            whole.properties.extend(part.properties);
            whole.pattern_properties.extend(part.pattern_properties);
            whole.additional_properties = whole.additional_properties.or(part.additional_properties);
            whole.required.extend(part.required);
        }
        whole
    }
}

/// The schema of a file of this shape.
pub fn schema(shape: &Shape, vocabulary: &Vocabulary) -> Schema {
    let mut writer = Writer { vocabulary, within: Vec::new(), definitions: IndexMap::new() };
    let root = writer.shape(shape, "");
    let lang = vocabulary.lang;
    let name = vocabulary.framework.map(|framework| framework.name(lang));
    Schema {
        draft: Some(DRAFT),
        title: Some(name.map_or_else(|| "plan".to_owned(), |name| format!("plan: {name}"))),
        description: Some(keys::PLAN_FILE.of(lang).to_owned()),
        definitions: writer.definitions,
        ..root
    }
}

struct Writer<'v> {
    vocabulary: &'v Vocabulary<'v>,
    /// The ids of the tables around.
    within: Vec<String>,
    definitions: IndexMap<String, Schema>,
}

impl Writer<'_> {
    /// The schema of a value; `path` is the keys that lead to it.
    fn shape(&mut self, shape: &Shape, path: &str) -> Schema {
        match shape {
            Shape::Text => Schema::text(),
            Shape::Words => Schema::of("string"),
            Shape::Truth => Schema::of("boolean"),
            Shape::Whole => Schema::of("integer"),
            Shape::Number => Schema::of("number"),
            Shape::Day => Schema::matching(day()),
            Shape::Period => Schema::matching(period()),
            Shape::Name(names) => self.name(*names),
            Shape::Word(words, names) => self.words(words, *names, path),
            Shape::List(each) => Schema { items: Some(Box::new(self.shape(each, path))), ..Schema::of("array") },
            Shape::Table(keys) => self.table(keys, path),
            Shape::Ids(names, each) => self.ids(*names, each, path),
            Shape::Either(shapes) => Schema::any(shapes.iter().map(|shape| self.shape(shape, path)).collect()),
        }
    }

    fn name(&self, names: Names) -> Schema {
        match self.vocabulary.choices(names, &self.within) {
            Some(Choices { all, only: true }) => Schema::one_of(all),
            Some(Choices { all, only: false }) => Schema::any(vec![Schema::one_of(all), Schema::text()]),
            None => Schema::text(),
        }
    }

    fn words(&self, words: &[&'static str], names: Option<Names>, path: &str) -> Schema {
        let own = names.and_then(|names| self.vocabulary.choices(names, &self.within));
        let own = own.map_or_else(Vec::new, |choices| choices.all);
        let usual = |word: &str| keywords::keyword(path, word).map_or("", |words| self.said(words)).to_owned();
        let about = |word: &str| {
            let own = own.iter().find(|choice| choice.id == word);
            own.map_or_else(|| usual(word), |choice| choice.about.clone())
        };
        Schema::one_of(words.iter().map(|word| Choice { id: (*word).to_owned(), about: about(word) }).collect())
    }

    fn table(&mut self, keys: &[Key], path: &str) -> Schema {
        let mut table = Schema { additional_properties: Some(false), ..Schema::of("object") };
        for key in keys {
            let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
            let mut value = self.shape(&key.shape, &path);
            if let Some(about) = keys::key(&path) {
                value = value.about(self.said(about).to_owned());
            }
            table.properties.insert(key.name.to_owned(), value);
        }
        table.required = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
        table
    }

    fn ids(&mut self, names: Names, each: &Shape, path: &str) -> Schema {
        let mut table = Schema { additional_properties: Some(false), ..Schema::of("object") };
        let (known, only) = match self.vocabulary.choices(names, &self.within) {
            Some(choices) => (choices.all, choices.only),
            None => (Vec::new(), false),
        };
        for choice in known {
            self.within.push(choice.id.clone());
            let one = self.known(each, path, choice.about);
            self.within.pop();
            table.properties.insert(choice.id, one);
        }
        if !only {
            let pattern = if names == Names::Day { day() } else { ID.to_owned() };
            let one = self.any_id(each, path);
            table.pattern_properties.insert(pattern, one);
        }
        table
    }

    /// What stands under any id: a table is defined once.
    fn any_id(&mut self, each: &Shape, path: &str) -> Schema {
        if !has_keys(each) {
            return self.shape(each, path);
        }
        if !self.definitions.contains_key(path) {
            let mut one = self.shape(each, path);
            if let Some(about) = keys::key(path) {
                one = one.about(self.said(about).to_owned());
            }
            self.definitions.insert(path.to_owned(), one);
        }
        Schema::reference(path)
    }

    /// What stands under an id that says what it is; its keys are as under any.
    fn known(&mut self, each: &Shape, path: &str, about: String) -> Schema {
        self.any_id(each, path);
        let Some(defined) = self.definitions.get(path).filter(|_| has_keys(each)) else {
            return self.shape(each, path).about(about);
        };
        let mut one = defined.clone();
        for (key, value) in &mut one.properties {
            *value = Schema::reference(&format!("{path}/properties/{key}"));
        }
        one.about(about)
    }

    fn said(&self, words: Words) -> &'static str {
        words.of(self.vocabulary.lang)
    }
}

/// Whether a value has keys of its own, not only ids.
fn has_keys(shape: &Shape) -> bool {
    match shape {
        Shape::Table(_) => true,
        Shape::Either(shapes) => shapes.iter().any(has_keys),
        _ => false,
    }
}

const MONTH: &str = "(0[1-9]|1[0-2])";
const DAY: &str = "(0[1-9]|[12][0-9]|3[01])";

/// The years that plans can use: the calendar's centuries, whole.
fn year() -> String {
    let centuries: Vec<String> = (FIRST_YEAR / 100..=LAST_YEAR / 100).map(|century| century.to_string()).collect();
    format!("({})[0-9]{{2}}", centuries.join("|"))
}

fn day() -> String {
    format!("^{}-{MONTH}-{DAY}$", year())
}

/// A day, week, month, quarter, tertial, half-year or year.
fn period() -> String {
    format!("^{}(-({MONTH}(-{DAY})?|W(0[1-9]|[1-4][0-9]|5[0-3])|Q[1-4]|T[1-3]|H[12]))?$", year())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::read;

    /// The paths of all keys below a value, and of all words that a key can hold.
    fn paths(shape: &Shape, path: &str, keys: &mut BTreeSet<String>, words: &mut BTreeSet<(String, String)>) {
        match shape {
            Shape::Word(all, _) => words.extend(all.iter().map(|word| (path.to_owned(), (*word).to_owned()))),
            Shape::List(each) | Shape::Ids(_, each) => paths(each, path, keys, words),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| paths(shape, path, keys, words)),
            Shape::Table(own) => {
                for key in own {
                    let path = format!("{path}.{}", key.name).trim_start_matches('.').to_owned();
                    paths(&key.shape, &path, keys, words);
                    keys.insert(path);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_key_and_word_of_a_plan_is_described_and_no_other() {
        let (mut keys, mut words) = (BTreeSet::new(), BTreeSet::new());
        paths(&read::plan_shape(), "", &mut keys, &mut words);
        let described: BTreeSet<String> = keys::KEYS.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(keys, described);
        let without: Vec<_> = words.iter().filter(|(path, word)| keywords::keyword(path, word).is_none()).collect();
        assert!(without.is_empty(), "{without:?}");
        let is_used = |(path, word): &(&str, &str)| words.contains(&((*path).to_owned(), (*word).to_owned()));
        assert!(keywords::KEYWORDS.iter().all(|(place, _)| is_used(place)));
    }

    #[test]
    fn each_key_is_described_in_one_sentence() {
        for (path, words) in keys::KEYS {
            for text in [words.da, words.nb, words.en] {
                assert!(text.ends_with('.') && !text.contains(". "), "{path}: {text}");
                assert!(text.chars().count() <= 120, "{path}: {text}");
            }
        }
    }
}
