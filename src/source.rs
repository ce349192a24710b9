//! Text with a name, and places in it. The only code that turns a byte offset
//! into a line and a column.

use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};

/// A file's text, or what came on standard input.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    /// Offset of each line's first byte; made when first asked for.
    lines: OnceLock<Vec<u32>>,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Up to so many bytes the lines of a text are counted rather than listed.
const SHORT: usize = 1 << 15;

impl Source {
    /// `name` is what messages call it: the path as given, or `-`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        Arc::new(Source { name: name.into(), text: text.into(), lines: OnceLock::new() })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words under a span; empty where the span does not fit this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Where a byte offset lies.
    pub fn position(&self, offset: u32) -> Position {
        let end = self.text.floor_char_boundary((offset as usize).min(self.text.len()));
        let (line, start) = if self.text.len() <= SHORT {
            // Counted at once: of a short text few places are asked for.
            let before = self.text.as_bytes().get(..end).unwrap_or_default();
            let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
            (memchr::memchr_iter(b'\n', before).count() + 1, start)
        } else {
            let starts = self.line_starts();
            let line = starts.partition_point(|&start| start <= offset).max(1);
            (line, starts.get(line - 1).copied().unwrap_or(0) as usize)
        };
        let column = self.text.get(start..end).map_or(0, |head| head.chars().count()) + 1;
        Position { line, column }
    }

    /// The bytes of the lines that a span touches, and the number of the first.
    pub fn window(&self, span: Span, around: usize) -> (std::ops::Range<usize>, usize) {
        let starts = self.line_starts();
        let line_of = |offset: u32| starts.partition_point(|&start| start <= offset).max(1) - 1;
        let first = line_of(span.start).saturating_sub(around);
        let last = line_of(span.end.max(span.start)) + around;
        let begin = starts.get(first).copied().unwrap_or(0) as usize;
        let end = starts.get(last + 1).map_or(self.text.len(), |&next| next as usize);
        (begin..end, first + 1)
    }

    /// The span of the line on which an offset lies, without its line break.
    pub fn line_span(&self, offset: u32) -> Span {
        let (range, _) = self.window(Span::at(offset), 0);
        let line = self.text.get(range.clone()).unwrap_or("");
        let length = line.trim_end_matches(['\n', '\r']).len();
        Span { start: range.start as u32, end: (range.start + length) as u32, file: 0 }
    }

    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            // Counted first: of thousands of files, what grows by doubling would be a quarter of air.
            let breaks = memchr::memchr_iter(b'\n', self.text.as_bytes());
            let mut lines = Vec::with_capacity(breaks.clone().count() + 1);
            lines.push(0);
            lines.extend(breaks.map(|at| at as u32 + 1));
            lines
        })
    }
}

/// A range of bytes in one of the [`Files`] that a plan or a framework is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
    /// Which of the files; a plan is one file, a framework that extends another is two.
    pub file: u16,
}

impl Span {
    /// An empty span.
    pub fn at(offset: u32) -> Span {
        Span { start: offset, end: offset, file: 0 }
    }

    pub fn contains(self, other: Span) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A place that a person can be sent to: a source and a span in it.
#[derive(Debug, Clone)]
pub struct Location {
    pub source: Arc<Source>,
    pub span: Span,
}

impl Location {
    /// The file as a whole, for what is not in it.
    pub fn whole(source: &Arc<Source>) -> Location {
        Location { source: Arc::clone(source), span: Span::default() }
    }

    pub fn position(&self) -> Position {
        self.source.position(self.span.start)
    }

    pub fn end(&self) -> Position {
        self.source.position(self.span.end)
    }
}

/// The files that a plan or a framework was read from, what extends a base before it.
#[derive(Debug, Clone, Default)]
pub struct Files(Vec<Arc<Source>>);

impl Files {
    /// Adds a file and gives the number that its spans carry.
    pub fn add(&mut self, source: Arc<Source>) -> u16 {
        self.0.push(source);
        (self.0.len() - 1) as u16
    }

    /// The file of a span, as a place to point at.
    pub fn locate(&self, span: Span) -> Location {
        let source = self.0.get(span.file as usize).map_or_else(|| Source::new("", ""), Arc::clone);
        Location { source, span }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a", "mål = 1\r\nø = 2\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(5), Position { line: 1, column: 5 });
        assert_eq!(source.position(10), Position { line: 2, column: 1 });
        assert_eq!(source.position(12), Position { line: 2, column: 2 });
        assert_eq!(source.position(9999).line, 3);
        assert_eq!(source.slice(source.line_span(3)), "mål = 1");
    }

    #[test]
    fn an_offset_inside_a_letter_is_that_letter() {
        assert_eq!(Source::new("a", "å").position(1), Position { line: 1, column: 1 });
    }
}
