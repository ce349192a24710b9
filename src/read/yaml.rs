//! YAML text to a tree. A framework needs no anchors and no tags, so that one
//! who uses them is told so, and nothing can expand.

use std::borrow::Cow;
use std::sync::Arc;

use bumpalo::Bump;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::node::{List, Node, Pair, Table, Value};
use super::recorded::Recorded;
use super::toml::{MOST_VALUES, too_deep, too_many_values};
use crate::finding::{Finding, MOST_FINDINGS, Severity, only_so_many, reading};
use crate::locale::{Message, msg};
use crate::model::Map;
use crate::source::{Location, Source, Span};

/// How deep tables and lists may lie in one another.
const MOST_DEPTH: usize = 32;

/// Reads a YAML text up to its first syntax error, where it stops: YAML's
/// indentation leaves nothing sure after one.
pub fn parse<'a>(source: &'a Arc<Source>, file: u16, memory: &'a Bump) -> (Option<Node<'a>>, Vec<Finding>) {
    let offsets = Offsets { text: source.text(), characters: 0, bytes: 0 };
    let parser = Box::new(Parser::new_from_str(source.text()));
    Reader { events: Events::Scanned(parser, offsets), file, source, memory, values: 0, findings: Vec::new() }.read()
}

/// Reads a YAML text whose events have been recorded.
pub fn parse_recorded<'a>(
    source: &'a Arc<Source>,
    bytes: &'a [u8],
    file: u16,
    memory: &'a Bump,
) -> (Option<Node<'a>>, Vec<Finding>) {
    let events = Events::Recorded(Recorded { text: source.text(), bytes });
    Reader { events, file, source, memory, values: 0, findings: Vec::new() }.read()
}

struct Reader<'a> {
    events: Events<'a>,
    file: u16,
    source: &'a Arc<Source>,
    memory: &'a Bump,
    values: usize,
    findings: Vec<Finding>,
}

/// Where the events come from.
enum Events<'a> {
    Scanned(Box<Parser<'a, saphyr_parser::StrInput<'a>>>, Offsets<'a>),
    Recorded(Recorded<'a>),
}

/// Turns the parser's character counts into byte offsets, forward in one pass.
struct Offsets<'a> {
    text: &'a str,
    characters: usize,
    bytes: usize,
}

impl Offsets<'_> {
    fn byte(&mut self, character: usize) -> u32 {
        if character < self.characters {
            (self.characters, self.bytes) = (0, 0);
        }
        let rest = self.text.get(self.bytes..).unwrap_or("");
        let ahead = character - self.characters;
        let step = rest.char_indices().nth(ahead).map_or(rest.len(), |(at, _)| at);
        self.characters = character;
        self.bytes += step;
        self.bytes as u32
    }
}

impl<'a> Reader<'a> {
    fn read(mut self) -> (Option<Node<'a>>, Vec<Finding>) {
        let root = self.document();
        if root.is_some() {
            self.end();
        }
        (root, self.findings)
    }

    fn document(&mut self) -> Option<Node<'a>> {
        loop {
            match self.next()? {
                (Event::StreamEnd | Event::DocumentEnd, _) => return None,
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (event, span) => return self.node(event, span, 0),
            }
        }
    }

    /// Reports whatever follows the document.
    fn end(&mut self) {
        while let Some((event, span)) = self.next() {
            if !matches!(event, Event::StreamEnd | Event::DocumentEnd | Event::Nothing) {
                let span = Span { end: span.start + 1, ..span };
                self.say(
                    span,
                    msg!(
                        "her begynder et dokument til; en skabelon er ét dokument",
                        "her begynner et dokument til; en mal er ett dokument",
                        "another document begins here; a framework is one document",
                    ),
                );
                return;
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        let (event, start, end) = match &mut self.events {
            Events::Recorded(recorded) => recorded.next()?,
            Events::Scanned(parser, offsets) => match parser.next_event()? {
                Ok((event, at)) => (event, offsets.byte(at.start.index()), offsets.byte(at.end.index())),
                Err(error) => {
                    let at = offsets.byte(error.marker().index());
                    self.syntax(&error, at);
                    return None;
                }
            },
        };
        Some((event, Span { start, end, file: self.file }))
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Option<Node<'a>> {
        if depth > MOST_DEPTH {
            self.say(span, too_deep(MOST_DEPTH));
            return None;
        }
        self.values += 1;
        if self.values > MOST_VALUES {
            self.findings.push(too_many_values(self.source, span));
            return None;
        }
        let value = match event {
            Event::Scalar(text, ScalarStyle::Plain, _, None) => plain(self.kept(text)),
            Event::Scalar(text, _, _, None) => Value::Text(self.kept(text)),
            Event::SequenceStart(_, None) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        (event, span) => items.push(self.node(event, span, depth + 1)?),
                    }
                }
                Value::List(List::Nodes(self.memory.alloc_slice_copy(&items)))
            }
            Event::MappingStart(_, None) => Value::Table(Table::Pairs(self.table(depth)?)),
            _ => {
                self.say(
                    span,
                    msg!(
                        "ankre (&), henvisninger (*) og mærker (!) bruges ikke i en skabelon",
                        "ankre (&), henvisninger (*) og merker (!) brukes ikke i en mal",
                        "anchors (&), aliases (*) and tags (!) are not used in a framework file",
                    ),
                );
                return None;
            }
        };
        Some(Node { span: self.trimmed(span), value })
    }

    fn table(&mut self, depth: usize) -> Option<&'a [Pair<'a>]> {
        let mut pairs: Vec<Pair<'a>> = Vec::new();
        let mut seen: Map<&str, Span> = Map::default();
        loop {
            let (key, key_span) = match self.next()? {
                (Event::MappingEnd, _) => return Some(self.memory.alloc_slice_copy(&pairs)),
                (Event::Scalar(text, ..), span) => (self.kept(text), span),
                (_, span) => {
                    self.say(
                        span,
                        msg!("en nøgle skal være et ord", "en nøkkel må være et ord", "a key must be a word"),
                    );
                    return None;
                }
            };
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            if let Some(first) = seen.insert(key, key_span) {
                let first = Location { source: Arc::clone(self.source), span: Span { file: 0, ..first } };
                let message = msg!(
                    "nøglen `{key}` står to gange",
                    "nøkkelen `{key}` står to ganger",
                    "the key `{key}` stands twice"
                );
                let mut finding = self.finding(reading::DUPLICATE_KEY, key_span, message);
                finding.also(first, msg!("står også her", "står også her", "it also stands here"));
                if self.findings.len() < MOST_FINDINGS {
                    self.findings.push(finding);
                } else if let Some(last) = self.findings.last_mut() {
                    last.help(only_so_many());
                }
                continue;
            }
            pairs.push(Pair { key, key_span, node });
        }
    }

    /// A text that is not as it is written is kept beside the tree.
    fn kept(&self, text: Cow<'a, str>) -> &'a str {
        match text {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.memory.alloc_str(&text),
        }
    }

    /// A block's span ends where the next one begins; a person means its words.
    fn trimmed(&self, span: Span) -> Span {
        let words = self.source.text().get(span.start as usize..span.end as usize).unwrap_or("");
        Span { end: span.start + words.trim_end().len() as u32, ..span }
    }

    fn syntax(&mut self, error: &ScanError, at: u32) {
        let text = self.source.text();
        let start = at.min(text.trim_end().len().saturating_sub(1) as u32);
        let start = text.floor_char_boundary(start as usize) as u32;
        let at = Span { start, end: (start + 1).min(text.len() as u32), file: self.file };
        // The parser's own bound, beyond ours.
        if error.info().contains("recursion") {
            return self.say(at, too_deep(MOST_DEPTH));
        }
        let info = error.info().to_owned();
        let line = self.source.slice(self.source.line_span(start));
        let mut finding = self.finding(
            reading::SYNTAX,
            at,
            msg!(
                "YAML kan ikke læses her: {info}",
                "YAML kan ikke leses her: {info}",
                "YAML cannot be read here: {info}"
            ),
        );
        if line.contains('\t') {
            finding.help(msg!(
                "ryk ind med mellemrum, ikke med tabulator",
                "rykk inn med mellomrom, ikke med tabulator",
                "indent with spaces, not with tabs",
            ));
        } else if line.matches(':').count() > 1 {
            finding.help(msg!(
                "en tekst med kolon skal stå i anførselstegn",
                "en tekst med kolon må stå i anførselstegn",
                "a text with a colon must stand in quotes",
            ));
        }
        self.findings.push(finding);
    }

    fn say(&mut self, span: Span, message: Message) {
        // A block begins at a point, which cannot be seen.
        let first = self.source.text().get(span.start as usize..).and_then(|rest| rest.chars().next());
        let seen = span.start + first.map_or(0, char::len_utf8) as u32;
        let span = Span { end: span.end.max(seen), ..span };
        let finding = self.finding(reading::SYNTAX, span, message);
        self.findings.push(finding);
    }

    fn finding(&self, rule: &'static str, span: Span, message: Message) -> Finding {
        Finding::new(rule, Severity::Error, Location { source: Arc::clone(self.source), span }, message)
    }
}

/// A plain scalar by YAML 1.2's core schema: `no` is a word, not false.
fn plain(text: &str) -> Value<'_> {
    match text {
        "" | "~" | "null" => Value::Null,
        "true" => Value::Boolean(true),
        "false" => Value::Boolean(false),
        word => match word.parse::<i64>() {
            Ok(number) if !word.starts_with('+') => Value::Integer(number),
            _ => Value::Text(text),
        },
    }
}
