//! Documents as Word reads them (Office Open XML, ECMA-376): headings, lists and
//! tables in Word's own styles, so that its navigation and screen readers know
//! them, and charts as vector pictures with the same facts in a table.
//!
//! The order of elements is that of the schema: Word refuses any other.

mod body;
mod chart;
mod emf;
mod package;
mod parts;
mod picture;
mod table;
mod xml;

use std::io::{Result, Write};

use crate::document::Document;

/// Writes a document as a Word package; the same document gives the same bytes.
pub fn write(document: &Document, out: &mut dyn Write) -> Result<()> {
    let body = body::write(document)?;
    let mut package = package::Package::new();
    parts::write(document, body.pictures.len(), &mut package)?;
    package.add("word/document.xml", &body.xml)?;
    for (index, picture) in body.pictures.iter().enumerate() {
        package.add(&format!("word/media/{}", parts::picture_name(index)), picture)?;
    }
    out.write_all(&package.finish()?)
}
