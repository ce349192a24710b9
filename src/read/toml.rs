//! TOML text to a tree, with every syntax error said in the reader's own words.

use std::sync::Arc;

use toml_spanner::{ErrorKind, Item, Key, Table};

use super::node::{self, List, Node, Value};
use super::syntax::{continued, finding, is_header, opening, span};
use crate::calendar::Date;
use crate::finding::{Finding, Severity, reading};
use crate::locale::{Message, msg};
use crate::source::{Location, Source, Span};

/// The memory in which a text is read: in few pieces, given back all at once.
pub use toml_spanner::Arena;

/// After this many syntax errors the parser reads no further.
const MOST_ERRORS: usize = 25;

/// How deep values may lie in one another: the parser's own bound. Keys with dots may
/// go deeper, since nothing here follows them there.
pub const MOST_DEPTH: usize = 256;

/// The most values in a file, by its punctuation: each takes a hundred bytes of memory.
pub const MOST_VALUES: usize = 4_000_000;

/// A TOML text as far as it could be read.
pub struct Parsed<'a> {
    table: Table<'a>,
    /// What stands below a broken heading, and so in no table that is known.
    astray: Vec<Span>,
    pub findings: Vec<Finding>,
    /// Where values are lost, so that what seems missing may be there.
    pub damaged: Vec<Span>,
}

impl Parsed<'_> {
    /// All that could be read, as a table.
    pub fn root(&self) -> Node<'_> {
        let keys = Keys { entries: self.table.entries(), astray: &self.astray };
        Node { span: Span::at(0), value: Value::Table(node::Table::Toml(keys)) }
    }
}

/// Reads a TOML text, past its errors.
pub fn parse<'a>(source: &'a Arc<Source>, memory: &'a Arena) -> Parsed<'a> {
    let text = source.text();
    if let Some(at) = too_many(text) {
        let whole = Span { start: 0, end: text.len() as u32, file: 0 };
        let findings = vec![too_many_values(source, at)];
        return Parsed { table: Table::new(), astray: Vec::new(), findings, damaged: vec![whole] };
    }
    let document = toml_spanner::parse_recoverable(text, memory);
    let mut findings = Vec::new();
    let mut damaged = Vec::new();
    // Below a broken or repeated header stand keys that belong to no other table,
    // between the marks of a merge everything stands twice, and a text may go on in
    // lines of its own: one mistake, one finding.
    let mut astray: Vec<Span> = Vec::new();
    let mut read: Vec<Span> = Vec::new();
    for error in document.errors() {
        let at = span(error.span());
        let repeats = matches!(error.kind(), ErrorKind::DuplicateKey { .. });
        if read.iter().any(|read| read.contains(at)) || (repeats && astray.iter().any(|below| below.contains(at))) {
            continue;
        }
        let line = source.slice(source.line_span(at.start));
        let lost = lost(text, opening(&error.kind(), at, text).map_or(at, |start| Span { start, ..at }));
        match error.kind() {
            ErrorKind::DuplicateTable { .. } => astray.push(lost),
            ErrorKind::DuplicateKey { .. } => {}
            _ if line.starts_with("<<<<<<<") => {
                read.push(merge(text, at));
                damaged.extend(read.last());
            }
            _ => {
                if is_header(line) && opening(&error.kind(), at, text).is_none() {
                    astray.push(lost);
                }
                damaged.push(lost);
                if let ErrorKind::UnterminatedString(quote) = error.kind() {
                    read.extend(continued(text, at, quote));
                }
            }
        }
        findings.push(finding(error, source));
    }
    let last = findings.last().map(|last: &Finding| last.primary.at.clone());
    if text.starts_with('\u{FEFF}') {
        // The parser reads past it; the one that files may begin with is gone already.
        findings.push(byte_order_mark(source));
    }
    let errors = document.errors().len();
    let mut parsed = Parsed { table: document.into_table(), astray, findings, damaged };
    if errors >= MOST_ERRORS
        && let Some(place) = last
    {
        parsed.damaged.push(Span { start: 0, end: text.len() as u32, file: 0 });
        let message = msg!(
            "filen er kun læst hertil; ret fejlene ovenfor først",
            "filen er bare lest hit; rett feilene over først",
            "the file was read no further; mend the errors above first",
        );
        parsed.findings.push(Finding::new(reading::SYNTAX, Severity::Error, place, message));
    }
    parsed
}

/// Says that a file begins with a mark that nobody sees.
fn byte_order_mark(source: &Arc<Source>) -> Finding {
    let message = msg!(
        "her står tegnet U+FEFF, som ikke kan ses",
        "her står tegnet U+FEFF, som ikke kan ses",
        "the character U+FEFF stands here unseen",
    );
    let span = Span { start: 0, end: '\u{FEFF}'.len_utf8() as u32, file: 0 };
    let place = Location { source: Arc::clone(source), span };
    let mut finding = Finding::new(reading::SYNTAX, Severity::Error, place, message);
    finding.help(msg!("slet tegnet", "slett tegnet", "delete the character"));
    finding
}

/// Says that tables and lists lie deeper in one another than any file needs.
pub fn too_deep(most: usize) -> Message {
    msg!(
        "filen har mere end {most} niveauer",
        "filen har mer enn {most} nivåer",
        "the file has more than {most} levels",
    )
}

/// Where a text has more values than memory is wanted for.
fn too_many(text: &str) -> Option<Span> {
    if text.len() <= MOST_VALUES {
        return None;
    }
    let marks = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'=' | b',' | b'[' | b'{' | b'.'));
    marks.map(|(at, _)| at as u32).nth(MOST_VALUES).map(|at| Span { start: at, end: at + 1, file: 0 })
}

/// Says that a file was read no further than its four millionth value.
pub fn too_many_values(source: &Arc<Source>, at: Span) -> Finding {
    let message = msg!(
        "filen har mere end {MOST_VALUES} værdier og er ikke læst",
        "filen har mer enn {MOST_VALUES} verdier og er ikke lest",
        "the file has more than {MOST_VALUES} values and was not read",
    );
    let mut finding =
        Finding::new(reading::SYNTAX, Severity::Error, Location { source: Arc::clone(source), span: at }, message);
    finding.help(msg!("del den i flere filer", "del den i flere filer", "split it into several files"));
    finding
}

/// A table as the parser made it, without what stands below a broken heading.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keys<'a> {
    entries: &'a [(Key<'a>, Item<'a>)],
    astray: &'a [Span],
}

impl<'a> Keys<'a> {
    pub fn iter(self) -> impl Iterator<Item = Entry<'a>> + Clone {
        let entries = self.entries.iter().map(move |pair| Entry { pair, astray: self.astray });
        entries.filter(|entry| !entry.astray.iter().any(|below| below.contains(entry.key_span())))
    }
}

/// A key and its value as the parser made them.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pair: &'a (Key<'a>, Item<'a>),
    astray: &'a [Span],
}

impl<'a> Entry<'a> {
    pub fn key(self) -> &'a str {
        self.pair.0.name
    }

    pub fn key_span(self) -> Span {
        span(self.pair.0.span)
    }

    pub fn node(self) -> Node<'a> {
        node(&self.pair.1, self.astray)
    }
}

/// A list as the parser made it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Items<'a> {
    items: &'a [Item<'a>],
    astray: &'a [Span],
}

impl<'a> Items<'a> {
    pub fn iter(self) -> impl Iterator<Item = Node<'a>> + Clone {
        self.items.iter().map(move |item| node(item, self.astray))
    }
}

fn node<'a>(item: &'a Item<'a>, astray: &'a [Span]) -> Node<'a> {
    let value = match item.value() {
        toml_spanner::Value::String(text) => Value::Text(text),
        toml_spanner::Value::Integer(number) => number.as_i64().map_or(Value::Float, Value::Integer),
        toml_spanner::Value::Float(_) => Value::Float,
        toml_spanner::Value::Boolean(truth) => Value::Boolean(*truth),
        toml_spanner::Value::DateTime(moment) => match (moment.date(), moment.time()) {
            (Some(day), None) => Date::from_ymd(i32::from(day.year), u32::from(day.month), u32::from(day.day))
                .map_or(Value::FarDate(i32::from(day.year)), Value::Date),
            _ => Value::Time,
        },
        toml_spanner::Value::Array(array) => Value::List(List::Toml(Items { items: array.as_slice(), astray })),
        toml_spanner::Value::Table(table) => Value::Table(node::Table::Toml(Keys { entries: table.entries(), astray })),
    };
    Node { span: span(item.span()), value }
}

/// What an error at `at` takes with it: its line, or all up to the next header
/// where it is a header that is broken.
pub fn lost(text: &str, at: Span) -> Span {
    // In bytes, since an error may stand inside a letter.
    let bytes = text.as_bytes();
    let break_before = |at: u32| bytes.iter().take(at as usize).rposition(|&byte| byte == b'\n');
    let break_after =
        |at: u32| bytes.iter().skip(at as usize).position(|&byte| byte == b'\n').map(|found| at as usize + found);
    let start = break_before(at.start).map_or(0, |newline| newline + 1);
    let rest = text.get(start..).unwrap_or("");
    let end = if rest.trim_start().starts_with('[') || rest.lines().next().is_some_and(is_header) {
        rest.find("\n[").map(|newline| start + newline)
    } else {
        break_after(at.end)
    };
    Span { start: start as u32, end: end.unwrap_or(text.len()) as u32, file: 0 }
}

/// All of an unfinished merge, from its first mark to its last.
pub fn merge(text: &str, at: Span) -> Span {
    let rest = text.get(at.start as usize..).unwrap_or("");
    let length = rest.find("\n>>>>>>>").map_or(rest.len(), |mark| mark + 8);
    Span { end: at.start + length as u32, ..at }
}
