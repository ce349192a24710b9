//! Records from trees: each key is named once, in a `record!`, and that list
//! reads the value, reports what is missing or misspelt, and suggests.

use unicode_width::UnicodeWidthChar as _;

use crate::calendar::{Country, Date, Period, PeriodError};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{Lang, Message, Text, Words, msg, words};
use crate::model::{Id, Keyed, slug, suggest};
use crate::source::{Files, Span, Spanned};

use super::node::{Entry, Node, Value};
use super::toml::{date_help, date_message, quoted_period, truth};

/// What reading needs to know and what it finds.
pub struct Cx<'f> {
    pub files: &'f Files,
    pub findings: Vec<Finding>,
    /// The plan's first day, where it has one: what says no year is after it.
    pub start: Option<Date>,
    /// The key whose value is being read, for messages.
    key: String,
}

impl<'f> Cx<'f> {
    pub fn new(files: &'f Files) -> Cx<'f> {
        Cx { files, findings: Vec::new(), start: None, key: String::new() }
    }

    /// A value as it is written.
    pub fn written(&self, node: &Node) -> String {
        self.files.locate(node.span).source.slice(node.span).to_owned()
    }

    /// What a text such as `uge 13` or `maj` means in the plan's time: the first
    /// such period that is not over when the plan begins.
    fn in_the_plans_time(&self, text: &str) -> Option<String> {
        let in_year = |year: i32| format!("{text} {year}").parse::<Period>().err()?.suggestion();
        let Some(start) = self.start else {
            return in_year(2025).map(|better| better.replace("2025", "ÅÅÅÅ"));
        };
        let better = in_year(start.year())?;
        let is_over = better.parse::<Period>().is_ok_and(|period| period.last() < start);
        if is_over { in_year(start.year() + 1) } else { Some(better) }
    }

    /// Reports a mistake at a span.
    pub fn report(&mut self, rule: &'static str, span: Span, message: Message, help: Option<Message>) {
        let mut finding = Finding::new(rule, Severity::Error, self.files.locate(span), message);
        finding.help = help;
        self.findings.push(finding);
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
        let key = &entry.key;
        let hinted = || english(key).find(|meant| known.contains(meant));
        let near_hint = || {
            let words = ENGLISH.iter().filter(|(_, meant)| known.contains(meant));
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
        self.report(reading::UNKNOWN_KEY, entry.key_span, message, Some(help));
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
    pub fn entries<'n, 'a>(&mut self, node: &'n Node<'a>, first: Option<&str>) -> Option<&'n [Entry<'a>]> {
        let key = &self.key;
        match &node.value {
            Value::Table(entries) => Some(entries),
            Value::List(items)
                if items.iter().all(|item| matches!(item.value, Value::Table(_))) && !items.is_empty() =>
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

    /// Reads the value of a key.
    pub fn field<T: Field>(&mut self, entry: &Entry) -> Option<T> {
        entry.key.as_ref().clone_into(&mut self.key);
        T::read(self, &entry.node)
    }
}

/// What people write instead of a key, spelt as ids are. A word may stand for
/// several: the one that is known in its place is meant.
const ENGLISH: &[(&str, &str)] = &[
    ("skabelon", "template"),
    ("mal", "template"),
    ("ramme", "template"),
    ("rammevaerk", "template"),
    ("framework", "template"),
    ("titel", "title"),
    ("tittel", "title"),
    ("overskrift", "title"),
    ("navn", "title"),
    ("name", "title"),
    ("sprog", "language"),
    ("spraak", "language"),
    ("land", "country"),
    ("begynd", "start"),
    ("begynder", "start"),
    ("begyndelse", "start"),
    ("fra", "start"),
    ("startdato", "start"),
    ("sag", "case"),
    ("sagsnummer", "case"),
    ("sagsnr", "case"),
    ("sak", "case"),
    ("saksnummer", "case"),
    ("journalnummer", "case"),
    ("personer", "people"),
    ("folk", "people"),
    ("deltagere", "people"),
    ("persons", "people"),
    ("navne", "people"),
    ("roller", "roles"),
    ("enheder", "units"),
    ("enheter", "units"),
    ("klynger", "units"),
    ("faser", "phases"),
    ("opgaver", "tasks"),
    ("oppgaver", "tasks"),
    ("opgave", "tasks"),
    ("oppgave", "tasks"),
    ("aktiviteter", "tasks"),
    ("milepaele", "milestones"),
    ("milepaeler", "milestones"),
    ("milepael", "milestones"),
    ("felter", "cells"),
    ("celler", "cells"),
    ("matrix", "cells"),
    ("matrise", "cells"),
    ("kriterier", "criteria"),
    ("succeskriterier", "criteria"),
    ("suksesskriterier", "criteria"),
    ("beslutninger", "decisions"),
    ("moeder", "meetings"),
    ("moeter", "meetings"),
    ("undtagelser", "waivers"),
    ("unntak", "waivers"),
    ("tolerancer", "tolerances"),
    ("toleranser", "tolerances"),
    ("fase", "phase"),
    ("maalgruppe", "dimension"),
    ("tema", "dimension"),
    ("dimensjon", "dimension"),
    ("raekke", "dimension"),
    ("rad", "dimension"),
    ("rolle", "role"),
    ("ansvarlig", "owner"),
    ("ansvar", "owner"),
    ("ejer", "owner"),
    ("eier", "owner"),
    ("responsible", "owner"),
    ("assignee", "owner"),
    ("leder", "owner"),
    ("hvem", "owner"),
    ("enhed", "unit"),
    ("enhet", "unit"),
    ("klynge", "unit"),
    ("afdeling", "unit"),
    ("avdeling", "unit"),
    ("aktivitet", "activity"),
    ("efter", "after"),
    ("etter", "after"),
    ("afhaenger-af", "after"),
    ("avhenger-av", "after"),
    ("venter-paa", "after"),
    ("depends-on", "after"),
    ("depends", "after"),
    ("dependencies", "after"),
    ("requires", "after"),
    ("frist", "due"),
    ("deadline", "due"),
    ("slut", "due"),
    ("slutt", "due"),
    ("slutdato", "due"),
    ("sluttdato", "due"),
    ("forfald", "due"),
    ("forfall", "due"),
    ("end", "due"),
    ("loebende", "ongoing"),
    ("loepende", "ongoing"),
    ("opfoelgning", "check"),
    ("oppfoelging", "check"),
    ("naeste-opfoelgning", "check"),
    ("neste-oppfoelging", "check"),
    ("tilstand", "status"),
    ("state", "status"),
    ("udfoert", "done"),
    ("utfoert", "done"),
    ("faerdig", "done"),
    ("ferdig", "done"),
    ("afsluttet", "done"),
    ("fullfoert", "done"),
    ("completed", "done"),
    ("punkter", "points"),
    ("punkt", "points"),
    ("trin", "points"),
    ("trinn", "points"),
    ("noter", "note"),
    ("notat", "note"),
    ("bemaerkning", "note"),
    ("merknad", "note"),
    ("kommentar", "note"),
    ("comment", "note"),
    ("beskrivelse", "note"),
    ("description", "note"),
    ("dato", "date"),
    ("dag", "date"),
    ("beslutning", "decision"),
    ("beslutningspunkt", "decision"),
    ("tom", "empty"),
    ("tomt", "empty"),
    ("navn", "name"),
    ("mail", "email"),
    ("e-mail", "email"),
    ("epost", "email"),
    ("e-post", "email"),
    ("organization", "organisation"),
    ("organisasjon", "organisation"),
    ("firma", "organisation"),
    ("type", "kind"),
    ("slags", "kind"),
    ("opfyldt", "met"),
    ("oppfylt", "met"),
    ("opgave", "task"),
    ("oppgave", "task"),
    ("fritaget", "waived"),
    ("fritatt", "waived"),
    ("tekst", "text"),
    ("moede", "meeting"),
    ("moete", "meeting"),
    ("indstilling", "recommendation"),
    ("innstilling", "recommendation"),
    ("muligheder", "options"),
    ("muligheter", "options"),
    ("frist", "deadline"),
    ("udfald", "outcome"),
    ("resultat", "outcome"),
    ("utfall", "outcome"),
    ("besluttet", "decided"),
    ("udvalg", "body"),
    ("utvalg", "body"),
    ("organ", "body"),
    ("forum", "body"),
    ("formaal", "purpose"),
    ("dagsorden", "agenda"),
    ("saksliste", "agenda"),
    ("regel", "rule"),
    ("sted", "at"),
    ("hvor", "at"),
    ("begrundelse", "reason"),
    ("begrunnelse", "reason"),
    ("grund", "reason"),
    ("grunn", "reason"),
    ("indtil", "until"),
    ("til", "until"),
    ("gul", "yellow"),
    ("roed", "red"),
    ("medansvarlig", "with"),
    ("medansvarlige", "with"),
    ("sammen-med", "with"),
];

/// The keys that a word of another language may stand for.
pub fn english(word: &str) -> impl Iterator<Item = &'static str> {
    let word = slug(word);
    ENGLISH.iter().filter(move |(own, _)| *own == word).map(|(_, meant)| *meant)
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

/// The longest text, in bytes: two pages, where a title wants a line.
const MOST_TEXT: usize = 4000;

/// Whether nothing of a text can be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || letter.width().unwrap_or(0) == 0)
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
        match &node.value {
            Value::List(items) => Some(items.iter().filter_map(|item| one(cx, item)).collect()),
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
        Keyed::new()
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<Self> {
        let entries = cx.entries(node, None)?;
        let mut table = Keyed::with_capacity(entries.len());
        for entry in entries {
            let id = Id::new(entry.key.to_string(), entry.key_span);
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
            entry.key.as_ref().clone_into(&mut cx.key);
            if let Some(value) = T::entity(cx, id, &entry.node) {
                table.insert(entry.key.to_string(), value);
            }
        }
        Some(table)
    }
}

fn is_id(id: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.bytes().all(inside) && !id.starts_with('-') && !id.ends_with('-')
}

impl FromNode for String {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) if text.len() > MOST_TEXT => {
                let (key, letters) = (&cx.key, text.chars().count());
                let message = msg!(
                    "`{key}` er på {letters} tegn; en tekst må højst fylde {MOST_TEXT}",
                    "`{key}` er på {letters} tegn; en tekst kan være på høyst {MOST_TEXT}",
                    "`{key}` is {letters} characters long; a text may be at most {MOST_TEXT}",
                );
                cx.report(reading::INVALID_VALUE, node.span, message, None);
                None
            }
            Value::Text(text) if is_blank(text) => {
                let key = &cx.key;
                let message = msg!("`{key}` er tom", "`{key}` er tom", "`{key}` is empty");
                let help = msg!(
                    "skriv en tekst, eller slet linjen",
                    "skriv en tekst, eller slett linjen",
                    "write a text, or delete the line"
                );
                cx.report(reading::INVALID_VALUE, node.span, message, Some(help));
                None
            }
            Value::Text(text) => Some(text.to_string()),
            Value::List(_) if cx.key == "owner" => {
                let message = msg!(
                    "`owner` kan kun være én: den, der står til ansvar",
                    "`owner` kan bare være én: den som står til ansvar",
                    "`owner` can be but one: whoever is accountable",
                );
                let help = msg!(
                    "skriv den ene i owner og de andre i with = [\"…\"]",
                    "skriv den ene i owner og de andre i with = [\"…\"]",
                    "write one in owner and the others in with = [\"…\"]",
                );
                cx.report(reading::WRONG_TYPE, node.span, message, Some(help));
                None
            }
            _ => cx.wrong_type(node, words!("en tekst", "en tekst", "a text"), "\"…\""),
        }
    }
}

impl FromNode for bool {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<bool> {
        match node.value {
            Value::Boolean(truth) => Some(truth),
            _ => {
                let said = if let Value::Text(text) = &node.value { truth(text) } else { None };
                let example = said.unwrap_or("true");
                cx.wrong_type(node, words!("true eller false", "true eller false", "true or false"), example)
            }
        }
    }
}

impl FromNode for i64 {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<i64> {
        match node.value {
            Value::Integer(number) => Some(number),
            _ => cx.wrong_type(node, words!("et helt tal", "et helt tall", "a whole number"), "7"),
        }
    }
}

impl FromNode for Period {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Period> {
        match &node.value {
            Value::Date(day) => Some(Period::day(*day)),
            Value::Text(text) if is_blank(text) => String::from_node(cx, node).and(None),
            Value::Text(text) => match text.parse::<Period>() {
                Ok(period) => Some(period),
                Err(error) => bad_period(cx, node, &error),
            },
            Value::FarDate(year) => bad_period(cx, node, &PeriodError::YearOutOfRange { year: *year }),
            Value::Integer(number) => bad_number(cx, node, *number),
            _ => cx.wrong_type(
                node,
                words!("en dato eller en periode", "en dato eller en periode", "a date or a period"),
                "2025-05-19",
            ),
        }
    }
}

impl FromNode for Date {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Date> {
        let period = Period::from_node(cx, node)?;
        if period.first() == period.last() {
            return Some(period.first());
        }
        let (key, day) = (&cx.key, period.first());
        let message = msg!(
            "`{key}` skal være én dag, ikke `{period}`",
            "`{key}` må være én dag, ikke `{period}`",
            "`{key}` must be one day, not `{period}`",
        );
        let help = msg!(
            "skriv for eksempel {key} = {day}",
            "skriv for eksempel {key} = {day}",
            "write for example {key} = {day}"
        );
        cx.report(reading::INVALID_DATE, node.span, message, Some(help));
        None
    }
}

/// A bare number where a date is to stand: a year, a week, or what Excel makes of a date.
fn bad_number<T>(cx: &mut Cx, node: &Node, number: i64) -> Option<T> {
    // Excel counts from 1 on 1 January 1900, and counts a 29 February that was not there.
    let excel = || Date::from_ymd(1900, 1, 1).map(|day| day.add_days(number - 2).to_string());
    let meant = match number {
        1..=53 => cx.in_the_plans_time(&format!("uge {number}")).map(|week| quoted_period(&week)),
        1900..=2199 => Some(format!("\"{number}\"")),
        36526..=73050 => excel(),
        _ => None,
    };
    let key = &cx.key;
    let message = msg!(
        "`{number}` er et tal, ikke en dato eller en periode",
        "`{number}` er et tall, ikke en dato eller en periode",
        "`{number}` is a number, not a date or a period",
    );
    let help = match meant {
        Some(meant) => msg!("skriv {key} = {meant}", "skriv {key} = {meant}", "write {key} = {meant}"),
        None => date_help(),
    };
    cx.report(reading::INVALID_DATE, node.span, message, Some(help));
    None
}

fn bad_period<T>(cx: &mut Cx, node: &Node, error: &PeriodError) -> Option<T> {
    let key = &cx.key;
    let text = if let Value::Text(text) = &node.value { text.as_ref() } else { "" };
    // `uge 13` or `maj`: all that is missing is the year.
    let with_year = cx.in_the_plans_time(text);
    let (message, better) = match (error, with_year) {
        (PeriodError::NotAPeriod, Some(better)) => {
            (msg!("`{text}` mangler et år", "`{text}` mangler et år", "`{text}` lacks a year"), Some(better))
        }
        _ => (date_message(text, error), error.suggestion()),
    };
    let help = match better.map(|better| quoted_period(&better)) {
        Some(better) if matches!(error, PeriodError::NotAPeriod) => msg!(
            "skriv for eksempel {key} = {better}",
            "skriv for eksempel {key} = {better}",
            "write for example {key} = {better}",
        ),
        Some(better) => msg!("skriv {key} = {better}", "skriv {key} = {better}", "write {key} = {better}"),
        None => date_help(),
    };
    cx.report(reading::INVALID_DATE, node.span, message, Some(help));
    None
}

/// A value that is one of a few words; `hints` are what people write instead.
pub fn keyword<T: Copy>(
    cx: &mut Cx,
    node: &Node,
    known: &[(&'static str, T)],
    hints: &[(&str, &'static str)],
) -> Option<T> {
    let Value::Text(text) = &node.value else {
        let example = format!("\"{}\"", known.first().map_or("", |(word, _)| word));
        return cx.wrong_type(node, words!("et ord", "et ord", "a word"), &example);
    };
    if let Some((_, value)) = known.iter().find(|(word, _)| word == text) {
        return Some(*value);
    }
    let key = &cx.key;
    let lower = text.to_lowercase();
    let hinted = hints.iter().find(|(hint, _)| *hint == lower).map(|(_, meant)| *meant);
    let meant = hinted.or_else(|| suggest(text, known.iter().map(|(word, _)| *word)));
    let message =
        msg!("`{key}` kan ikke være `{text}`", "`{key}` kan ikke være `{text}`", "`{key}` cannot be `{text}`");
    let help = match meant {
        Some(meant) => msg!("skriv \"{meant}\"", "skriv \"{meant}\"", "write \"{meant}\""),
        None => {
            let all = known.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            msg!("skriv et af: {all}", "skriv ett av: {all}", "write one of: {all}")
        }
    };
    cx.report(reading::INVALID_VALUE, node.span, message, Some(help));
    None
}

impl FromNode for Lang {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Lang> {
        let known = Lang::ALL.map(|lang| (lang.code(), lang));
        let hints = [
            ("dk", "da"),
            ("dansk", "da"),
            ("no", "nb"),
            ("nn", "nb"),
            ("norsk", "nb"),
            ("bokmål", "nb"),
            ("uk", "en"),
        ];
        keyword(cx, node, &known, &hints)
    }
}

impl FromNode for Country {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Country> {
        let hints = [("da", "dk"), ("danmark", "dk"), ("nb", "no"), ("norge", "no")];
        keyword(cx, node, &[("dk", Country::Dk), ("no", Country::No)], &hints)
    }
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
                let (at, within) = (id.span, id.value.clone());
                record!(@read $type, cx, node, at, &within, { id }, { $($fields)* }, { $($rest),* })
            }
        }
    };
    (@read $type:ident, $cx:ident, $node:ident, $at:expr, $within:expr, { $($own:ident),* },
     { $($field:ident: $key:literal $($mark:ident)?),* }, { $($rest:ident),* }) => {{
        const KEYS: &[&str] = &[$($key),*];
        let entries = $cx.entries($node, KEYS.first().copied())?;
        $(let mut $field = None;)*
        let mut unread: Vec<&'static str> = Vec::new();
        for entry in entries {
            match entry.key.as_ref() {
                $($key => match $cx.field(entry) {
                    Some(value) => $field = Some(value),
                    None => unread.push($key),
                },)*
                _ => unread.extend($cx.unknown_key(entry, KEYS, $within)),
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
