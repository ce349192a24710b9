//! TOML text to a tree, with every syntax error said in the reader's own words.

use std::borrow::Cow;
use std::sync::Arc;

use toml_spanner::{Arena, Error, ErrorKind, Item, Span as TomlSpan, Table};

use super::node::{Entry, Node, Value};
use crate::calendar::{Date, Period, PeriodError};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{self, Message, msg};
use crate::model::slug;
use crate::source::{Location, Source, Span};

/// After this many syntax errors the parser reads no further.
const MOST_ERRORS: usize = 25;

/// A TOML text as far as it could be read.
pub struct Parsed<'a> {
    pub root: Node<'a>,
    pub findings: Vec<Finding>,
    /// Where values are lost, so that what seems missing may be there.
    pub damaged: Vec<Span>,
}

/// Reads a TOML text, past its errors.
pub fn parse<'a>(source: &'a Arc<Source>, arena: &'a Arena) -> Parsed<'a> {
    let text = source.text();
    let document = toml_spanner::parse_recoverable(text, arena);
    let mut parsed = Parsed {
        root: Node { span: Span::at(0), value: table(document.table()) },
        findings: Vec::new(),
        damaged: Vec::new(),
    };
    // What follows a second `[tasks.a]` repeats the first one's keys: one mistake, one finding.
    let mut repeated = Span::at(0);
    for error in document.errors() {
        let at = span(error.span());
        match error.kind() {
            ErrorKind::DuplicateTable { .. } => repeated = lost(text, at),
            ErrorKind::DuplicateKey { .. } if repeated.contains(at) => continue,
            ErrorKind::DuplicateKey { .. } => {}
            _ => parsed.damaged.push(lost(text, at)),
        }
        parsed.findings.push(finding(error, source));
    }
    if document.errors().len() >= MOST_ERRORS
        && let Some(last) = parsed.findings.last_mut()
    {
        parsed.damaged.push(Span { start: 0, end: text.len() as u32, file: 0 });
        last.help = Some(msg!(
            "filen er kun læst hertil; ret fejlene ovenfor først",
            "filen er bare lest hit; rett feilene over først",
            "the file was read no further; mend the errors above first",
        ));
    }
    parsed
}

fn span(span: TomlSpan) -> Span {
    Span { start: span.start, end: span.end, file: 0 }
}

fn table<'a>(table: &Table<'a>) -> Value<'a> {
    let entry = |(key, item): &(toml_spanner::Key<'a>, Item<'a>)| Entry {
        key: Cow::Borrowed(key.name),
        key_span: span(key.span),
        node: node(item),
    };
    Value::Table(table.iter().map(entry).collect())
}

fn node<'a>(item: &Item<'a>) -> Node<'a> {
    let value = match item.value() {
        toml_spanner::Value::String(text) => Value::Text(Cow::Borrowed(*text)),
        toml_spanner::Value::Integer(number) => number.as_i64().map_or(Value::Float, Value::Integer),
        toml_spanner::Value::Float(_) => Value::Float,
        toml_spanner::Value::Boolean(truth) => Value::Boolean(*truth),
        toml_spanner::Value::DateTime(moment) => match (moment.date(), moment.time()) {
            (Some(day), None) => Date::from_ymd(i32::from(day.year), u32::from(day.month), u32::from(day.day))
                .map_or(Value::FarDate(i32::from(day.year)), Value::Date),
            _ => Value::Time,
        },
        toml_spanner::Value::Array(array) => Value::List(array.iter().map(node).collect()),
        toml_spanner::Value::Table(inner) => table(inner),
    };
    Node { span: span(item.span()), value }
}

/// What an error at `at` takes with it: its line, or all up to the next header
/// where it is a header that is broken.
fn lost(text: &str, at: Span) -> Span {
    let head = text.get(..at.start as usize).unwrap_or("");
    let start = head.rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text.get(start..).unwrap_or("");
    let length = if rest.trim_start().starts_with('[') {
        rest.match_indices("\n[").next().map_or(rest.len(), |(at, _)| at)
    } else {
        let after = (at.end as usize).saturating_sub(start).min(rest.len());
        rest.get(after..).and_then(|tail| tail.find('\n')).map_or(rest.len(), |newline| after + newline)
    };
    Span { start: start as u32, end: (start + length) as u32, file: 0 }
}

/// What stands on an error's line: the key before `=` and the value after it.
fn parts(line: &str) -> (&str, &str) {
    let (key, value) = line.split_once('=').unwrap_or((line, ""));
    let value = value.split_once(" #").map_or(value, |(value, _)| value);
    (key.trim(), value.trim())
}

fn finding(error: &Error, source: &Arc<Source>) -> Finding {
    let mut at = span(error.span());
    let line = source.slice(source.line_span(at.start));
    let place = |span: Span| Location { source: Arc::clone(source), span };
    if at.start == at.end || source.slice(at).contains('\n') {
        at = Span { end: (at.start + 1).min(source.text().len() as u32), ..at };
    }
    let (key, value) = parts(line);
    if let Some(found) = bad_date(&error.kind(), value, line, at.start, source) {
        return found;
    }
    let (rule, message, help) = explain(&error.kind(), line, key, value, source);
    let mut finding = Finding::new(rule, Severity::Error, place(at), message);
    finding.help = help;
    if let ErrorKind::DuplicateKey { first } | ErrorKind::DuplicateTable { first, .. } = error.kind() {
        finding.also(place(span(first)), msg!("står også her", "står også her", "it also stands here"));
    }
    finding
}

/// A date or period that TOML cannot read: `2025-02-30`, or `2025-W13` without quotes.
fn bad_date(kind: &ErrorKind, value: &str, line: &str, near: u32, source: &Arc<Source>) -> Option<Finding> {
    let suspicious = matches!(
        kind,
        ErrorKind::InvalidDateTime(_)
            | ErrorKind::InvalidInteger(_)
            | ErrorKind::InvalidFloat(_)
            | ErrorKind::UnquotedString
            | ErrorKind::Unexpected(_)
            | ErrorKind::Wanted { .. }
    );
    if !suspicious || !value.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (message, suggestion) = match value.parse::<Period>() {
        Ok(_) => {
            let message = msg!(
                "perioden `{value}` skal stå i anførselstegn",
                "perioden `{value}` må stå i anførselstegn",
                "the period `{value}` must stand in quotes",
            );
            (message, Some(format!("\"{value}\"")))
        }
        Err(PeriodError::NotAPeriod) => return None,
        Err(error) => {
            let suggestion = error.suggestion().map(|better| quoted_period(&better));
            (locale::period_error(&error), suggestion)
        }
    };
    let line_start = source.line_span(near).start;
    let start = line_start + line.find(value)? as u32;
    let at = Span { start, end: start + value.len() as u32, file: 0 };
    let location = Location { source: Arc::clone(source), span: at };
    let mut finding = Finding::new(reading::INVALID_DATE, Severity::Error, location, message);
    finding.help = suggestion.map(|better| msg!("skriv {better}", "skriv {better}", "write {better}"));
    Some(finding)
}

/// A period as it is written in TOML: a day bare, all else in quotes.
pub fn quoted_period(text: &str) -> String {
    let is_day = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_day { text.to_owned() } else { format!("\"{text}\"") }
}

fn explain(
    kind: &ErrorKind,
    line: &str,
    key: &str,
    value: &str,
    source: &Arc<Source>,
) -> (&'static str, Message, Option<Message>) {
    let syntax = reading::SYNTAX;
    if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker)) {
        return (
            syntax,
            msg!(
                "her er en fletning i git ikke gjort færdig",
                "her er en fletting i git ikke gjort ferdig",
                "a merge in git was left unfinished here",
            ),
            Some(msg!(
                "vælg den rigtige udgave, og slet linjerne med <<<<<<<, ======= og >>>>>>>",
                "velg den riktige utgaven, og slett linjene med <<<<<<<, ======= og >>>>>>>",
                "choose the right version and delete the lines with <<<<<<<, ======= and >>>>>>>",
            )),
        );
    }
    let bare = |key: &str| key.trim_matches(|letter: char| "[]\"' ".contains(letter)).to_owned();
    match kind {
        ErrorKind::DuplicateKey { .. } => (
            reading::DUPLICATE_KEY,
            msg!("nøglen `{key}` står to gange", "nøkkelen `{key}` står to ganger", "the key `{key}` stands twice"),
            Some(msg!(
                "behold den ene, eller giv den anden et andet navn",
                "behold den ene, eller gi den andre et annet navn",
                "keep one, or give the other another name",
            )),
        ),
        ErrorKind::DuplicateTable { name, .. } => {
            let name = source.slice(span(*name));
            (
                reading::DUPLICATE_KEY,
                msg!(
                    "`{name}` er allerede beskrevet",
                    "`{name}` er allerede beskrevet",
                    "`{name}` is already described"
                ),
                Some(msg!(
                    "to opgaver, personer osv. kan ikke have samme id; skriv for eksempel `{name}-2`",
                    "to oppgaver, personer osv. kan ikke ha samme id; skriv for eksempel `{name}-2`",
                    "two tasks, people etc. cannot share an id; write for example `{name}-2`",
                )),
            )
        }
        ErrorKind::UnquotedString => (
            syntax,
            msg!("tekst skal stå i anførselstegn", "tekst må stå i anførselstegn", "text must stand in quotes",),
            Some(msg!("skriv {key} = \"{value}\"", "skriv {key} = \"{value}\"", "write {key} = \"{value}\"")),
        ),
        ErrorKind::UnterminatedString(quote) => (
            syntax,
            msg!(
                "teksten mangler sit afsluttende {quote}",
                "teksten mangler sitt avsluttende {quote}",
                "the text lacks its closing {quote}",
            ),
            Some(msg!("skriv {value}{quote}", "skriv {value}{quote}", "write {value}{quote}")),
        ),
        ErrorKind::Wanted { expected, found } if expected.contains("equals") => {
            let word = line.trim().split([' ', ':']).next().unwrap_or_default().to_owned();
            let rest = line.trim().get(word.len()..).unwrap_or("").trim_start_matches([' ', ':']).to_owned();
            let rest = if found.contains("newline") || rest.is_empty() { "…".to_owned() } else { rest };
            (
                syntax,
                msg!(
                    "der mangler et = efter `{word}`",
                    "det mangler et = etter `{word}`",
                    "there is no = after `{word}`",
                ),
                Some(msg!("skriv {word} = {rest}", "skriv {word} = {rest}", "write {word} = {rest}")),
            )
        }
        _ if line.trim_start().starts_with('[') && !line.contains('=') && !line.contains(']') => {
            let name = bare(line);
            (
                syntax,
                msg!("overskriften mangler sit ]", "overskriften mangler sin ]", "the heading lacks its ]"),
                Some(msg!("skriv [{name}]", "skriv [{name}]", "write [{name}]")),
            )
        }
        _ if !key.is_ascii() && !key.contains(['"', '\'']) => {
            let id = bare(key).split('.').map(slug).collect::<Vec<_>>().join(".");
            let id = if key.starts_with('[') { format!("[{id}]") } else { id };
            (
                syntax,
                msg!(
                    "nøgler og id'er skrives med a-z, 0-9 og -; æ, ø og å hører til i teksterne",
                    "nøkler og id-er skrives med a-z, 0-9 og -; æ, ø og å hører til i tekstene",
                    "keys and ids are written with a-z, 0-9 and -; other letters belong in the texts",
                ),
                Some(msg!("skriv {id}", "skriv {id}", "write {id}")),
            )
        }
        ErrorKind::Wanted { expected, .. } if expected.contains("newline") => (
            syntax,
            msg!(
                "der står mere på linjen efter værdien",
                "det står mer på linjen etter verdien",
                "something follows the value on its line",
            ),
            Some(msg!(
                "begynd en ny linje, eller sæt # foran en kommentar",
                "begynn en ny linje, eller sett # foran en kommentar",
                "begin a new line, or put # before a comment",
            )),
        ),
        ErrorKind::MissingArrayComma | ErrorKind::UnclosedArray => (
            syntax,
            msg!(
                "listen mangler et komma eller sit ]",
                "listen mangler et komma eller sin ]",
                "the list lacks a comma or its ]",
            ),
            Some(msg!("skriv [\"a\", \"b\"]", "skriv [\"a\", \"b\"]", "write [\"a\", \"b\"]")),
        ),
        ErrorKind::MissingInlineTableComma | ErrorKind::UnclosedInlineTable => (
            syntax,
            msg!(
                "der mangler et komma eller et }} i {{ … }}",
                "det mangler et komma eller en }} i {{ … }}",
                "a comma or the }} is missing in {{ … }}",
            ),
            Some(msg!(
                "skriv {{ name = \"…\", email = \"…\" }}",
                "skriv {{ name = \"…\", email = \"…\" }}",
                "write {{ name = \"…\", email = \"…\" }}",
            )),
        ),
        ErrorKind::InvalidEscape(letter) => (
            syntax,
            msg!(
                "\\{letter} betyder ikke noget i en tekst med \"",
                "\\{letter} betyr ikke noe i en tekst med \"",
                "\\{letter} means nothing in a text with \"",
            ),
            Some(msg!(
                "skriv \\\\ for en omvendt skråstreg, eller sæt teksten i '…'",
                "skriv \\\\ for en omvendt skråstrek, eller sett teksten i '…'",
                "write \\\\ for a backslash, or put the text in '…'",
            )),
        ),
        ErrorKind::InvalidCharInString(letter) => {
            let code = format!("U+{:04X}", *letter as u32);
            (
                syntax,
                msg!(
                    "tegnet {code} må ikke stå i en tekst",
                    "tegnet {code} kan ikke stå i en tekst",
                    "the character {code} must not stand in a text",
                ),
                Some(msg!("slet tegnet", "slett tegnet", "delete the character")),
            )
        }
        ErrorKind::RedefineAsArray { .. } | ErrorKind::DottedKeyInvalidType { .. } => (
            syntax,
            msg!(
                "`{key}` er allerede noget andet end en tabel",
                "`{key}` er allerede noe annet enn en tabell",
                "`{key}` is already something else than a table",
            ),
            None,
        ),
        ErrorKind::Wanted { .. } if value.is_empty() && line.contains('=') => (
            syntax,
            msg!("der mangler en værdi efter =", "det mangler en verdi etter =", "there is no value after =",),
            Some(msg!(
                "skriv {key} = \"…\", eller slet linjen",
                "skriv {key} = \"…\", eller slett linjen",
                "write {key} = \"…\", or delete the line",
            )),
        ),
        _ => (
            syntax,
            msg!("linjen kan ikke læses", "linjen kan ikke leses", "the line cannot be read"),
            Some(msg!(
                "skriv nøgle = \"tekst\", nøgle = 2025-05-19, eller sæt # foran en kommentar",
                "skriv nøkkel = \"tekst\", nøkkel = 2025-05-19, eller sett # foran en kommentar",
                "write key = \"text\", key = 2025-05-19, or put # before a comment",
            )),
        ),
    }
}
