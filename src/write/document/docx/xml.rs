//! Elements one after the other, through quick-xml. No text can act as mark-up.

use std::io::Result;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Names and values of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part of a package that is being written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    pub fn new() -> Result<Xml> {
        let mut xml = Xml(Writer::new(Vec::with_capacity(1 << 16)));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(xml)
    }

    pub fn open(&mut self, name: &str, attributes: Attributes) -> Result<()> {
        let element = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(element))
    }

    pub fn close(&mut self, name: &str) -> Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes) -> Result<()> {
        let element = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Empty(element))
    }

    /// An element whose only say is its value.
    pub fn value(&mut self, name: &str, value: &str) -> Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    /// An element with text in it.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) -> Result<()> {
        self.open(name, attributes)?;
        self.0.write_event(Event::Text(BytesText::new(text)))?;
        self.close(name)
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

/// A text without what XML has no way to write.
pub fn legal(text: &str) -> String {
    super::super::clean(text).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}
