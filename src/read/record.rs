//! Records from trees: each key is named once, in a `record!`, and that list
//! reads the value, reports what is missing or misspelt, and suggests.

use crate::calendar::{Date, Period};
use crate::finding::{Finding, MOST_FINDINGS, Severity, only_so_many, reading};
use crate::locale::{Message, Text, Words, msg, words};
use crate::model::{Hashing, Id, Keyed, slug, suggest};
use crate::source::{Files, Span, Spanned};

use super::dictionary::{MEANT_KEYS, english};
use super::node::{Entry, Node, Table, Value};
use super::syntax::without_year;

/// The most records of a file, which may hold millions: a plan of 100,000 tasks is half of it.
const MOST_RECORDS: usize = 200_000;

/// The longest id, in bytes: every message about the record repeats it.
const MOST_ID: usize = 200;

/// What reading needs to know and what it finds.
pub struct Cx<'f> {
    pub files: &'f Files,
    pub findings: Vec<Finding>,
    /// The plan's first day, where it has one: what says no year is after it.
    pub start: Option<Date>,
    /// The key whose value is being read, for messages.
    pub key: String,
    /// How many records have been read.
    records: usize,
    /// Whether there was more to find than anybody reads.
    is_full: bool,
}

impl<'f> Cx<'f> {
    pub fn new(files: &'f Files) -> Cx<'f> {
        Cx { files, findings: Vec::new(), start: None, key: String::new(), records: 0, is_full: false }
    }

    /// A value as it is written.
    pub fn written(&self, node: &Node) -> String {
        self.files.locate(node.span).source.slice(node.span).to_owned()
    }

    /// What a text such as `uge 13` or `maj` means in the plan's time: the first
    /// such period that is not over when the plan begins.
    pub fn in_the_plans_time(&self, text: &str) -> Option<String> {
        let in_year = |year: i32| format!("{text} {year}").parse::<Period>().err()?.suggestion();
        let Some(start) = self.start else { return without_year(text) };
        let better = in_year(start.year())?;
        let is_over = better.parse::<Period>().is_ok_and(|period| period.last() < start);
        if is_over { in_year(start.year() + 1) } else { Some(better) }
    }

    /// Reports a mistake at a span.
    pub fn report(&mut self, rule: &'static str, span: Span, message: Message, help: Option<Message>) {
        if self.is_full_at(span) {
            return;
        }
        if let (Some(finding), Some(help)) = (self.add(rule, span, message), help) {
            finding.help(help);
        }
    }

    /// Reports a value of another kind than its key takes.
    pub fn wrong_type<T>(&mut self, node: &Node, expected: Words, example: &str) -> Option<T> {
        let key = &self.key;
        let found = kind(&node.value);
        let message = Text {
            da: format!("`{key}` skal være {}, ikke {}", expected.da, found.da),
            nb: format!("`{key}` må være {}, ikke {}", expected.nb, found.nb),
            en: format!("`{key}` must be {}, not {}", expected.en, found.en),
        };
        let help = (!example.is_empty() && !key.is_empty())
            .then(|| msg!("skriv {key} = {example}", "skriv {key} = {example}", "write {key} = {example}"));
        self.report(reading::WRONG_TYPE, node.span, message, help);
        None
    }

    /// Reports an unknown key; gives the known key that was probably meant.
    pub fn unknown_key(&mut self, entry: &Entry, known: &'static [&'static str], within: &str) -> Option<&'static str> {
        if self.is_full_at(entry.key_span()) {
            return None;
        }
        let key = entry.key();
        let hinted = || english(key).find(|meant| known.contains(meant));
        let near_hint = || {
            let words = MEANT_KEYS.iter().filter(|(_, meant)| known.contains(meant));
            let word = suggest(key, words.clone().map(|(word, _)| *word))?;
            words.clone().find(|(own, _)| *own == word).map(|(_, meant)| *meant)
        };
        let meant = hinted().or_else(|| suggest(key, known.iter().copied())).or_else(near_hint);
        let meant = known.iter().find(|known| Some(**known) == meant).copied();
        let message = if within.is_empty() {
            msg!("nøglen `{key}` findes ikke her", "nøkkelen `{key}` finnes ikke her", "there is no key `{key}` here")
        } else {
            msg!(
                "nøglen `{key}` findes ikke i `{within}`",
                "nøkkelen `{key}` finnes ikke i `{within}`",
                "there is no key `{key}` in `{within}`",
            )
        };
        let help = match meant {
            Some(meant) => msg!("mente du `{meant}`?", "mente du `{meant}`?", "did you mean `{meant}`?"),
            None => {
                let all = known.join(", ");
                msg!("her kan stå: {all}", "her kan det stå: {all}", "these can stand here: {all}")
            }
        };
        self.report(reading::UNKNOWN_KEY, entry.key_span(), message, Some(help));
        meant
    }

    /// Reports a key that must be there and is not.
    pub fn missing_key(&mut self, key: &str, span: Span, within: &str) {
        let example = example(key);
        let message = if within.is_empty() {
            msg!("`{key}` mangler", "`{key}` mangler", "`{key}` is missing")
        } else {
            msg!("`{within}` mangler `{key}`", "`{within}` mangler `{key}`", "`{within}` lacks `{key}`")
        };
        let help = msg!("skriv {key} = {example}", "skriv {key} = {example}", "write {key} = {example}");
        self.report(reading::MISSING_KEY, span, message, Some(help));
    }

    /// The entries of a table; `first` is a key that can stand in it.
    pub fn entries<'a>(&mut self, node: &Node<'a>, first: Option<&str>) -> Option<Table<'a>> {
        let key = &self.key;
        match node.value {
            Value::Table(table) => Some(table),
            Value::List(items)
                if items.iter().next().is_some() && items.iter().all(|item| matches!(item.value, Value::Table(_))) =>
            {
                let message = msg!(
                    "`{key}` står i dobbelte klammer",
                    "`{key}` står i doble klammer",
                    "`{key}` stands in double brackets",
                );
                let help = msg!(
                    "skriv overskriften i enkelte klammer, [ … ], og giv hver sit id",
                    "skriv overskriften i enkle klammer, [ … ], og gi hver sin id",
                    "write the heading in single brackets, [ … ], and give each its own id",
                );
                self.report(reading::WRONG_TYPE, node.span, message, Some(help));
                None
            }
            value => {
                let text = if let Value::Text(text) = value { text } else { "…" };
                let example = first.map_or("{ … }".to_owned(), |first| format!("{{ {first} = \"{text}\" }}"));
                self.wrong_type(node, words!("{ … } med nøgler", "{ … } med nøkler", "{ … } with keys"), &example)
            }
        }
    }

    /// Whether a record is one too many; the first such is reported.
    fn is_too_many(&mut self, entry: &Entry) -> bool {
        self.records += 1;
        if self.records == MOST_RECORDS + 1 {
            let message = msg!(
                "filen har mere end {MOST_RECORDS} opgaver, personer osv.; resten er ikke læst",
                "filen har mer enn {MOST_RECORDS} oppgaver, personer osv.; resten er ikke lest",
                "the file has more than {MOST_RECORDS} tasks, people etc.; the rest was not read",
            );
            // Also where there are too many mistakes to tell.
            if let Some(finding) = self.add(reading::SYNTAX, entry.key_span(), message) {
                finding.help(msg!("del den i flere planer", "del den i flere planer", "split it into several plans"));
            }
        }
        self.records > MOST_RECORDS
    }

    /// Whether there are more mistakes than anybody reads; the first such is where that is said.
    fn is_full_at(&mut self, span: Span) -> bool {
        let is_full = self.findings.len() >= MOST_FINDINGS;
        if is_full && !self.is_full {
            self.is_full = true;
            self.add(reading::SYNTAX, span, only_so_many());
        }
        is_full
    }

    fn add(&mut self, rule: &'static str, span: Span, message: Message) -> Option<&mut Finding> {
        self.findings.push(Finding::new(rule, Severity::Error, self.files.locate(span), message));
        self.findings.last_mut()
    }

    /// Whether something of the file was not read, or not told.
    pub fn is_cut_short(&self) -> bool {
        self.is_full || self.records > MOST_RECORDS
    }

    /// Reads the value of a key.
    pub fn field<T: Field>(&mut self, entry: &Entry) -> Option<T> {
        entry.key().clone_into(&mut self.key);
        T::read(self, &entry.node())
    }
}

/// What to write for a key that is missing.
fn example(key: &str) -> &'static str {
    match key {
        "template" => "\"samboe\"",
        "date" => "2025-05-19",
        "until" => "2026-01-01",
        _ => "\"…\"",
    }
}

fn kind(value: &Value) -> Words {
    match value {
        Value::Text(_) => words!("en tekst", "en tekst", "a text"),
        Value::Integer(_) | Value::Float => words!("et tal", "et tall", "a number"),
        Value::Boolean(_) => words!("true eller false", "true eller false", "true or false"),
        Value::Date(_) | Value::FarDate(_) => words!("en dato", "en dato", "a date"),
        Value::Time => words!("et klokkeslæt", "et klokkeslett", "a time of day"),
        Value::Null => words!("tom", "tom", "empty"),
        Value::List(_) => words!("en liste", "en liste", "a list"),
        Value::Table(_) => words!("en tabel", "en tabell", "a table"),
    }
}

/// A value that a key can hold.
pub trait FromNode: Sized {
    /// The value, or nothing once a finding says why not.
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Self>;
}

/// What a field of a record is made of.
pub trait Field: Sized {
    /// What the field is when its key is not there.
    fn absent() -> Self;
    /// What it is when it is there, or nothing once a finding says why not.
    fn read(cx: &mut Cx, node: &Node) -> Option<Self>;
}

/// A record under an id of its own.
pub trait Entity: Sized {
    /// Whether any key will do as an id, as where it is a rule's number.
    const FREE_ID: bool = false;
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Self>;
}

impl<T: FromNode> Field for Option<Spanned<T>> {
    fn absent() -> Self {
        None
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        T::from_node(cx, node).map(|value| Some(Spanned::new(value, node.span)))
    }
}

/// One value or a list of them.
impl<T: FromNode> Field for Vec<Spanned<T>> {
    fn absent() -> Self {
        Vec::new()
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        let one = |cx: &mut Cx, node: &Node| Some(Spanned::new(T::from_node(cx, node)?, node.span));
        match node.value {
            Value::List(items) => Some(items.iter().filter_map(|item| one(cx, &item)).collect()),
            _ => one(cx, node).map(|item| vec![item]),
        }
    }
}

impl Field for bool {
    fn absent() -> Self {
        false
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        bool::from_node(cx, node)
    }
}

impl<T: Entity> Field for Keyed<T> {
    fn absent() -> Self {
        Keyed::default()
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        let entries = cx.entries(node, None)?;
        let most = entries.most().min(MOST_RECORDS.saturating_sub(cx.records));
        let mut table = Keyed::with_capacity_and_hasher(most, Hashing::default());
        for entry in entries.iter() {
            if cx.is_too_many(&entry) {
                break;
            }
            let id = Id::new(entry.key().to_string(), entry.key_span());
            if id.len() > MOST_ID {
                let letters = id.chars().count();
                let message = msg!(
                    "id'et er på {letters} tegn; et id må højst fylde {MOST_ID}",
                    "id-en er på {letters} tegn; en id kan være på høyst {MOST_ID}",
                    "the id is {letters} characters long; an id may be at most {MOST_ID}",
                );
                cx.report(reading::INVALID_ID, id.span, message, None);
                continue;
            }
            if !T::FREE_ID && !is_id(&id) {
                let better = slug(&id);
                let message = msg!(
                    "id'et `{id}` skal skrives med a-z, 0-9 og -",
                    "id-en `{id}` må skrives med a-z, 0-9 og -",
                    "the id `{id}` must be written with a-z, 0-9 and -",
                    id = &id.value
                );
                let help =
                    (!better.is_empty()).then(|| msg!("skriv `{better}`", "skriv `{better}`", "write `{better}`"));
                cx.report(reading::INVALID_ID, id.span, message, help);
            }
            entry.key().clone_into(&mut cx.key);
            if let Some(value) = T::entity(cx, id, &entry.node()) {
                table.insert(entry.key().to_string(), value);
            }
        }
        Some(table)
    }
}

fn is_id(id: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.bytes().all(inside) && !id.starts_with('-') && !id.ends_with('-')
}

/// Lists a record's keys once: how it is read, what must be there, and what was
/// probably meant by any other key. A field of the type that is no key is listed
/// under `and`: `unread` gets the keys that could not be read, all else is filled
/// in later. A field in neither list does not compile.
macro_rules! record {
    // A table under an id of its own.
    (entity $type:ident { $($fields:tt)* } $(and { $($rest:ident),* })?) => {
        record!(@entity false, $type, { $($fields)* }, { $($($rest),*)? });
    };
    // The same, where any key will do as an id.
    (free entity $type:ident { $($fields:tt)* } $(and { $($rest:ident),* })?) => {
        record!(@entity true, $type, { $($fields)* }, { $($($rest),*)? });
    };
    // The same, or just its name where that is all there is to say.
    (named $type:ident { $($fields:tt)* } $(and { $($rest:ident),* })?) => {
        impl $crate::read::record::Entity for $type {
            fn entity(
                cx: &mut $crate::read::record::Cx,
                id: $crate::model::Id,
                node: &$crate::read::node::Node,
            ) -> Option<$type> {
                if !matches!(node.value, $crate::read::node::Value::Table(_)) {
                    let name = $crate::read::record::Field::read(cx, node).unwrap_or_default();
                    return Some($type { id, name, ..$type::default() });
                }
                let (at, within) = (id.span, id.value.clone());
                record!(@read $type, cx, node, at, &within, { id }, { $($fields)* }, { $($($rest),*)? })
            }
        }
    };
    // A table that a key holds: absent is its default.
    (record $type:ident { $($fields:tt)* } $(and { $($rest:ident),* })?) => {
        impl $crate::read::record::Field for $type {
            fn absent() -> $type {
                $type::default()
            }

            fn read(cx: &mut $crate::read::record::Cx, node: &$crate::read::node::Node) -> Option<$type> {
                record!(@read $type, cx, node, node.span, "", { }, { $($fields)* }, { $($($rest),*)? })
            }
        }
    };
    (@entity $free:literal, $type:ident, { $($fields:tt)* }, { $($rest:ident),* }) => {
        impl $crate::read::record::Entity for $type {
            const FREE_ID: bool = $free;

            fn entity(
                cx: &mut $crate::read::record::Cx,
                id: $crate::model::Id,
                node: &$crate::read::node::Node,
            ) -> Option<$type> {
                let at = id.span;
                record!(@read $type, cx, node, at, &id.value, { id }, { $($fields)* }, { $($rest),* })
            }
        }
    };
    (@read $type:ident, $cx:ident, $node:ident, $at:expr, $within:expr, { $($own:ident),* },
     { $($field:ident: $key:literal $($mark:ident)?),* }, { $($rest:ident),* }) => {{
        const KEYS: &[&str] = &[$($key),*];
        let entries = $cx.entries($node, KEYS.first().copied())?;
        $(let mut $field = None;)*
        let mut unread: Vec<&'static str> = Vec::new();
        for entry in entries.iter() {
            match entry.key() {
                $($key => match $cx.field(&entry) {
                    Some(value) => $field = Some(value),
                    None => unread.push($key),
                },)*
                _ => unread.extend($cx.unknown_key(&entry, KEYS, $within)),
            }
        }
        let _ = $at;
        $($(
            if record!(@is $mark) && $field.is_none() && !unread.contains(&$key) {
                $cx.missing_key($key, $at, $within);
            }
        )?)*
        Some($type {
            $($own,)*
            $($field: $field.unwrap_or_else($crate::read::record::Field::absent),)*
            $($rest: record!(@rest $rest, unread),)*
        })
    }};
    (@is required) => { true };
    (@rest unread, $unread:ident) => { $unread };
    (@rest $other:ident, $unread:ident) => { Default::default() };
}

pub(crate) use record;
