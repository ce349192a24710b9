//! Writers of documents, one format a file. They know how a format looks and
//! hold no word of any language.

pub mod csv;
pub mod docx;
pub mod html;
pub mod markdown;
mod markup;
pub mod mermaid;
mod palette;
pub mod svg;
pub mod terminal;
mod text;
pub mod xlsx;

#[cfg(test)]
mod samples;

pub use text::{SOFT_HYPHEN, acts, clean, may_act, unbroken};

use crate::document::Block;

/// What a writer must know of the place it writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Columns of the screen; a line is longer only where nothing else helps.
    pub width: usize,
    /// Whether escape codes for colours may be written.
    pub colour: bool,
    /// The form of lists of records; by the language where nobody says.
    pub dialect: Option<Dialect>,
}

/// The form of a list of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// semicolons, decimal commas and a byte order mark, as Excel in Danish and Norwegian opens with a click
    Excel,
    /// commas and decimal points, as RFC 4180 has it
    Rfc4180,
}

/// Whether anything is printed for a block; if not, no gap is left for it.
fn says_something(block: &Block) -> bool {
    match block {
        Block::Paragraph(line) => !line.is_empty(),
        Block::Facts(facts) => !facts.is_empty(),
        Block::List(items) => !items.is_empty(),
        Block::Table(table) => !table.columns.is_empty() || !table.rows.is_empty(),
        Block::Heading { .. } | Block::Timeline(_) | Block::Light(_) | Block::Code(_) => true,
    }
}
