//! The events of a YAML text as bytes. build.rs scans the frameworks that come
//! with the program, so that the program need not: scanning costs ten times as
//! much as all that is then made of it.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle};

/// What an event is; its place follows, and after the last two a text that is not as it is written.
const PLAIN: u8 = 0;
const QUOTED: u8 = 1;
const PLAIN_OTHERWISE: u8 = 2;
const QUOTED_OTHERWISE: u8 = 3;
const LIST: u8 = 4;
const LIST_END: u8 = 5;
const TABLE: u8 = 6;
const TABLE_END: u8 = 7;
const END: u8 = 8;

/// Scans a text; an error where it is no YAML, or has what no framework needs.
pub fn record(text: &str) -> Result<Vec<u8>, String> {
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let offset = |character: usize| offsets.get(character).copied().unwrap_or(text.len());
    let mut bytes = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, at) = event.map_err(|error| error.to_string())?;
        let (start, end) = (offset(at.start.index()), offset(at.end.index()));
        let mut otherwise = None;
        let kind = match &event {
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => continue,
            Event::StreamEnd => END,
            Event::SequenceStart(_, None) => LIST,
            Event::SequenceEnd => LIST_END,
            Event::MappingStart(_, None) => TABLE,
            Event::MappingEnd => TABLE_END,
            Event::Scalar(words, style, _, None) => {
                let is_plain = *style == ScalarStyle::Plain;
                let as_written = text.get(if is_plain { start..end } else { start + 1..end.saturating_sub(1) });
                otherwise = (as_written != Some(words)).then_some(words);
                match (is_plain, otherwise.is_some()) {
                    (true, false) => PLAIN,
                    (false, false) => QUOTED,
                    (true, true) => PLAIN_OTHERWISE,
                    (false, true) => QUOTED_OTHERWISE,
                }
            }
            other => return Err(format!("a framework has no {other:?}")),
        };
        bytes.push(kind);
        for number in [Some(start), Some(end), otherwise.map(|words| words.len())].into_iter().flatten() {
            bytes.extend(u32::try_from(number).map_err(|error| error.to_string())?.to_le_bytes());
        }
        bytes.extend(otherwise.iter().flat_map(|words| words.bytes()));
    }
    Ok(bytes)
}

/// Reads recorded events, one by one.
#[derive(Debug, Clone, Copy)]
pub struct Recorded<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
}

impl<'a> Recorded<'a> {
    /// The next event, and where in the text it begins and ends.
    pub fn next(&mut self) -> Option<(Event<'a>, u32, u32)> {
        let (kind, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        let (start, end) = (self.number()?, self.number()?);
        let scalar = |words, style| Event::Scalar(words, style, 0, None);
        let event = match *kind {
            PLAIN => scalar(self.text.get(start as usize..end as usize)?.into(), ScalarStyle::Plain),
            QUOTED => scalar(self.text.get(start as usize + 1..end as usize - 1)?.into(), ScalarStyle::DoubleQuoted),
            PLAIN_OTHERWISE => scalar(self.words()?, ScalarStyle::Plain),
            QUOTED_OTHERWISE => scalar(self.words()?, ScalarStyle::DoubleQuoted),
            LIST => Event::SequenceStart(0, None),
            LIST_END => Event::SequenceEnd,
            TABLE => Event::MappingStart(0, None),
            TABLE_END => Event::MappingEnd,
            _ => Event::StreamEnd,
        };
        Some((event, start, end))
    }

    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(u32::from_le_bytes(*number))
    }

    fn words(&mut self) -> Option<Cow<'a, str>> {
        let length = self.number()? as usize;
        let (words, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(words).ok().map(Cow::Borrowed)
    }
}
