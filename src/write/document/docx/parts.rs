//! The parts of a package beside the text: styles, settings, header and footer,
//! what the document is called, and how the parts belong together.

use std::io::Result;

use super::package::Package;
use super::xml::{Xml, legal};
use crate::document::Document;
use crate::locale::{self, Lang};

const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const SETTINGS: &str = include_str!("settings.xml");

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The relationships by which the text names its header and footer.
pub const HEADER: &str = "rIdHeader";
pub const FOOTER: &str = "rIdFooter";

/// What a picture's file is called.
pub fn picture_name(index: usize) -> String {
    format!("chart{}.emf", index + 1)
}

/// The relationship by which the text names a picture.
pub fn picture_id(index: usize) -> String {
    format!("rIdChart{}", index + 1)
}

/// The language as Word names it.
pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Da => "da-DK",
        Lang::Nb => "nb-NO",
        Lang::En => "en-GB",
    }
}

/// Adds all parts but the text and its pictures.
pub fn write(document: &Document, pictures: usize, package: &mut Package) -> Result<()> {
    let language = language(document.lang);
    package.add("[Content_Types].xml", &content_types()?)?;
    package.add("_rels/.rels", &package_relationships()?)?;
    package.add("docProps/core.xml", &core(document, language)?)?;
    package.add("docProps/app.xml", &app()?)?;
    package.add("word/_rels/document.xml.rels", &document_relationships(pictures)?)?;
    package.add("word/styles.xml", STYLES.replace("LANGUAGE", language).as_bytes())?;
    package.add("word/numbering.xml", NUMBERING.as_bytes())?;
    package.add("word/settings.xml", SETTINGS.replace("LANGUAGE", language).as_bytes())?;
    package.add("word/header1.xml", &header(document)?)?;
    package.add("word/footer1.xml", &footer(document)?)
}

fn content_types() -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))])?;
    let relationships = "application/vnd.openxmlformats-package.relationships+xml";
    for (ending, kind) in [("rels", relationships), ("xml", "application/xml"), ("emf", "image/x-emf")] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)])?;
    }
    let parts = [
        ("/word/document.xml", "document.main"),
        ("/word/styles.xml", "styles"),
        ("/word/numbering.xml", "numbering"),
        ("/word/settings.xml", "settings"),
        ("/word/header1.xml", "header"),
        ("/word/footer1.xml", "footer"),
    ];
    for (name, kind) in parts {
        xml.empty("Override", &[("PartName", name), ("ContentType", &format!("{TYPES}.{kind}+xml"))])?;
    }
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)])?;
    let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    xml.empty("Override", &[("PartName", "/docProps/app.xml"), ("ContentType", app)])?;
    xml.close("Types")?;
    Ok(xml.into_bytes())
}

/// Relationships: id, kind and target of each.
fn relationships(all: &[(String, String, String)]) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))])?;
    for (id, kind, target) in all {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])?;
    }
    xml.close("Relationships")?;
    Ok(xml.into_bytes())
}

fn package_relationships() -> Result<Vec<u8>> {
    let one = |id: &str, kind: String, target: &str| (id.to_owned(), kind, target.to_owned());
    relationships(&[
        one("rId1", format!("{OFFICE}/relationships/officeDocument"), "word/document.xml"),
        one("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        one("rId3", format!("{OFFICE}/relationships/extended-properties"), "docProps/app.xml"),
    ])
}

fn document_relationships(pictures: usize) -> Result<Vec<u8>> {
    let one = |id: &str, kind: &str, target: &str| {
        (id.to_owned(), format!("{OFFICE}/relationships/{kind}"), target.to_owned())
    };
    let mut all = vec![
        one("rIdStyles", "styles", "styles.xml"),
        one("rIdNumbering", "numbering", "numbering.xml"),
        one("rIdSettings", "settings", "settings.xml"),
        one(HEADER, "header", "header1.xml"),
        one(FOOTER, "footer", "footer1.xml"),
    ];
    all.extend((0..pictures).map(|index| {
        let target = format!("media/{}", picture_name(index));
        one(&picture_id(index), "image", &target)
    }));
    relationships(&all)
}

fn core(document: &Document, language: &str) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    )?;
    xml.text("dc:title", &[], &plain(&document.title))?;
    xml.text("dc:subject", &[], &plain(&document.subtitle))?;
    xml.text("dc:language", &[], language)?;
    xml.close("cp:coreProperties")?;
    Ok(xml.into_bytes())
}

fn app() -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Properties", &[("xmlns", &format!("{OFFICE}/extended-properties"))])?;
    xml.text("Application", &[], env!("CARGO_PKG_NAME"))?;
    xml.close("Properties")?;
    Ok(xml.into_bytes())
}

fn header(document: &Document) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("w:hdr", &[("xmlns:w", WORD)])?;
    begin(&mut xml, "Header")?;
    run(&mut xml, &short(&plain(&document.title)))?;
    xml.close("w:p")?;
    xml.close("w:hdr")?;
    Ok(xml.into_bytes())
}

/// "Side 1 af 3": the numbers are fields, which the reader's program fills in.
fn footer(document: &Document) -> Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let (page, of) = (locale::PAGE.of(document.lang), locale::OF_PAGES.of(document.lang));
    xml.open("w:ftr", &[("xmlns:w", WORD)])?;
    begin(&mut xml, "Footer")?;
    run(&mut xml, &format!("{page} "))?;
    field(&mut xml, "PAGE")?;
    run(&mut xml, &format!(" {of} "))?;
    field(&mut xml, "NUMPAGES")?;
    xml.close("w:p")?;
    xml.close("w:ftr")?;
    Ok(xml.into_bytes())
}

fn begin(xml: &mut Xml, style: &str) -> Result<()> {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", style)?;
    xml.close("w:pPr")
}

fn run(xml: &mut Xml, text: &str) -> Result<()> {
    xml.open("w:r", &[])?;
    xml.text("w:t", &[("xml:space", "preserve")], text)?;
    xml.close("w:r")
}

fn field(xml: &mut Xml, code: &str) -> Result<()> {
    xml.open("w:fldSimple", &[("w:instr", &format!(" {code} "))])?;
    run(xml, "1")?;
    xml.close("w:fldSimple")
}

/// Text of one run, without allowed breaks.
fn plain(text: &str) -> String {
    legal(text).replace(super::super::SOFT_HYPHEN, "")
}

/// A title that leaves room on the page.
fn short(title: &str) -> String {
    const MOST: usize = 100;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    title.chars().take(MOST - 1).chain(['…']).collect()
}
