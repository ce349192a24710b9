//! Word documents: packages that hold together, and what other programs read in them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;
use support::{EXAMPLE, Folder, LANGUAGES, VIEWS};

/// The example plans.
fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".plan.toml"));
    files.sort();
    files
}

/// The parts of a package by their names.
fn parts(path: &Path) -> HashMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut parts = HashMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        parts.insert(file.name().unwrap().into_owned(), bytes);
    }
    parts
}

/// The elements of a part that must be XML: name and attributes as they are written.
fn elements(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is no UTF-8"));
    let mut reader = Reader::from_str(text);
    let mut all = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(element) | Event::Empty(element) => {
                all.push((element.name().as_ref().to_owned(), element.attributes_raw().to_owned()));
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    attributes.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// What must hold for every package, or Word asks whether to repair it.
fn holds_together(path: &Path) {
    let parts = parts(path);
    let read: HashMap<&str, Vec<(String, String)>> = parts
        .iter()
        .filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"))
        .map(|(name, bytes)| (name.as_str(), elements(name, bytes)))
        .collect();
    for (element, attributes) in &read["[Content_Types].xml"] {
        if element == "Override" {
            let part = attribute(attributes, "PartName").unwrap();
            assert!(parts.contains_key(&part[1..]), "{part} is announced and missing");
        }
    }
    let mut targets = HashSet::new();
    for (element, attributes) in &read["word/_rels/document.xml.rels"] {
        if element == "Relationship" {
            let target = format!("word/{}", attribute(attributes, "Target").unwrap());
            assert!(parts.contains_key(&target), "{target} is named and missing");
            assert!(targets.insert(attribute(attributes, "Id").unwrap()), "two relationships of one id");
        }
    }
    let body = &read["word/document.xml"];
    let mut drawings = HashSet::new();
    for (element, attributes) in body {
        for name in ["r:id", "r:embed"] {
            assert!(attribute(attributes, name).is_none_or(|id| targets.contains(id)), "{element}{attributes}");
        }
        if element == "wp:docPr" {
            assert!(drawings.insert(attribute(attributes, "id").unwrap()), "two drawings of one id");
            assert!(attribute(attributes, "descr").is_some_and(|text| !text.is_empty()), "a drawing says nothing");
        }
    }
    let count = |name: &str| body.iter().filter(|(element, _)| element == name).count();
    let tables = count("w:tbl");
    for once in ["w:tblHeader", "w:tblCaption", "w:tblDescription", "w:tblGrid"] {
        assert_eq!(count(once), tables, "{once}");
    }
    for (_, style) in body.iter().filter(|(element, _)| element == "w:pStyle" || element == "w:tblStyle") {
        let style = format!("w:styleId=\"{}\"", attribute(style, "w:val").unwrap());
        assert!(read["word/styles.xml"].iter().any(|(_, attributes)| attributes.contains(&style)), "{style}");
    }
}

/// The order in which the schema (ECMA-376) has the children that are written; Word refuses another.
const ORDER: &[(&str, &str)] = &[
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore numPr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    ),
    ("w:rPr", "rFonts b bCs i iCs color sz szCs shd lang"),
    ("w:tbl", "tblPr tblGrid tr"),
    ("w:tblPr", "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription"),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tr", "trPr tc"),
    ("w:tc", "tcPr p"),
    ("w:tcPr", "tcW gridSpan tcBorders shd"),
    ("w:sectPr", "headerReference footerReference pgSz pgMar"),
    ("wp:inline", "extent docPr graphic"),
    ("pic:pic", "nvPicPr blipFill spPr"),
    ("pic:spPr", "xfrm prstGeom"),
    (
        "w:settings",
        "zoom defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    ),
    ("w:styles", "docDefaults style"),
    ("w:style", "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr"),
    ("w:tblStylePr", "pPr rPr tblPr tcPr"),
    ("w:numbering", "abstractNum num"),
    ("w:lvl", "start numFmt pStyle lvlText lvlJc pPr rPr"),
];

/// Each element's children stand in the schema's order, and none is unknown.
fn in_order(name: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut reader = Reader::from_str(text);
    // Each open element, and how far its children have come.
    let mut open: Vec<(String, usize)> = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Start(element) | Event::Empty(element) = &event {
            let child = element.name().as_ref().to_owned();
            if let Some((parent, reached)) = open.last_mut()
                && let Some((_, order)) = ORDER.iter().find(|(of, _)| of == parent)
            {
                let local = child.split(':').next_back().unwrap();
                let at = order.split(' ').position(|one| one == local);
                let at = at.unwrap_or_else(|| panic!("{name}: {child} in {parent} is not in the list of the test"));
                assert!(at >= *reached, "{name}: {child} stands too late in {parent}");
                *reached = at;
            }
            if matches!(event, Event::Start(_)) {
                open.push((child, 0));
            }
        } else if matches!(event, Event::End(_)) {
            open.pop();
        } else if matches!(event, Event::Eof) {
            return;
        }
    }
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let folder = Folder::new();
    for example in examples() {
        for args in VIEWS.iter().copied().chain([&["report", "--agenda"][..]]) {
            let out = folder.path("view.docx");
            let args = [args, &[example.to_str().unwrap(), "-o", out.to_str().unwrap()]].concat();
            folder.plan(&args).stdout();
            for (name, bytes) in parts(&out).iter().filter(|(name, _)| name.ends_with(".xml")) {
                in_order(name, bytes);
            }
        }
    }
}

#[test]
fn every_view_is_a_package_that_holds_together() {
    let folder = Folder::new();
    for example in examples() {
        for view in VIEWS {
            let out = folder.path("view.docx");
            let args = [view, &[example.to_str().unwrap(), "-o", out.to_str().unwrap()]].concat();
            folder.plan(&args).stdout();
            holds_together(&out);
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let folder = Folder::with_example();
    for name in ["a.docx", "b.docx"] {
        folder.plan(&["report", EXAMPLE, "-o", name]).stdout();
    }
    assert_eq!(fs::read(folder.path("a.docx")).unwrap(), fs::read(folder.path("b.docx")).unwrap());
}

#[test]
fn the_language_and_the_words_of_pages_are_the_readers() {
    let folder = Folder::with_example();
    for (lang, language, page, of) in
        [("da", "da-DK", "Side ", " af "), ("nb", "nb-NO", "Side ", " av "), ("en", "en-GB", "Page ", " of ")]
    {
        folder.plan(&["report", EXAMPLE, "-o", "r.docx"]).lang(lang).stdout();
        let parts = parts(&folder.path("r.docx"));
        let text = |name: &str| String::from_utf8(parts[name].clone()).unwrap();
        assert!(text("word/styles.xml").contains(&format!("<w:lang w:val=\"{language}\"")));
        assert!(text("docProps/core.xml").contains(&format!("<dc:language>{language}<")));
        assert!(text("word/footer1.xml").contains(&format!(">{page}<")), "{lang}");
        assert!(text("word/footer1.xml").contains(&format!(">{of}<")), "{lang}");
    }
}

#[test]
fn titles_cannot_act_as_markup() {
    let folder = Folder::new();
    let long = "langt ".repeat(500);
    for title in ["<script>&amp;</w:t>", "=1+1", "\\\" quotes", "\\u202Egpj.exe", "\\u0007\\uFFFF", "👩‍💻 中文", &long]
    {
        let plan = format!(
            "format = 1\ntitle = \"{title}\"\nlang = \"da\"\n[tasks.a]\ntitle = \"{title}\"\ndue = 2025-06-01\nowner = \"{title}\"\n"
        );
        fs::write(folder.path("x.plan.toml"), plan).unwrap();
        for view in ["report", "timeline", "matrix"] {
            let outcome = folder.plan(&[view, "x.plan.toml", "-o", "x.docx"]).run();
            assert!(outcome.code == 0, "{title}: {}", outcome.stderr);
            holds_together(&folder.path("x.docx"));
        }
    }
}

/// The headings of a document as Markdown writes them.
fn headings(markdown: &str) -> Vec<String> {
    let lines = markdown.lines().filter(|line| line.starts_with("##"));
    lines.map(|line| line.trim_start_matches('#').trim().replace('\\', "")).collect()
}

/// The first cells of tables' header rows as Markdown writes them.
fn table_heads(markdown: &str) -> Vec<String> {
    let lines: Vec<&str> = markdown.lines().collect();
    let heads = lines.windows(2).filter(|pair| pair[0].starts_with('|') && pair[1].starts_with("| --"));
    heads.map(|pair| pair[0].split('|').nth(1).unwrap().trim().replace('\\', "")).collect()
}

const READ: &str = "
import json, sys, docx
d = docx.Document(sys.argv[1])
heads = [p.text for p in d.paragraphs if p.style.name.startswith('Heading')]
print(json.dumps({'headings': heads, 'tables': [t.rows[0].cells[0].text for t in d.tables],
  'rows': [[[c.text for c in r.cells] for r in t.rows] for t in d.tables], 'title': d.core_properties.title}))
";

fn python(path: &Path) -> serde_json::Value {
    support::python(READ, path, "python-docx")
}

#[test]
#[ignore = "needs python-docx; .ci/run installs and runs it"]
fn python_docx_reads_what_markdown_says() {
    let folder = Folder::new();
    for example in examples() {
        let example = example.to_str().unwrap().to_owned();
        for view in VIEWS {
            for lang in LANGUAGES {
                let args = [view, &[example.as_str(), "-o", "view.docx"]].concat();
                folder.plan(&args).lang(lang).stdout();
                let args = [view, &[example.as_str(), "--format", "markdown"]].concat();
                let markdown = folder.plan(&args).lang(lang).stdout();
                let read = python(&folder.path("view.docx"));
                assert_eq!(read["headings"], serde_json::json!(headings(&markdown)), "{example} {view:?} {lang}");
                assert_eq!(read["tables"], serde_json::json!(table_heads(&markdown)), "{example} {view:?} {lang}");
            }
        }
    }
}

#[test]
#[ignore = "needs python-docx; .ci/run installs and runs it"]
fn python_docx_reads_cells() {
    let folder = Folder::with_example();
    folder.plan(&["overdue", EXAMPLE, "-o", "o.docx"]).lang("da").stdout();
    let read = python(&folder.path("o.docx"));
    assert_eq!(read["title"], "SAM:BO-aftalen i Region Syddanmark");
    let row = read["rows"][0][2].as_array().unwrap();
    assert!(row.iter().any(|cell| cell == "Jonas Bech") && row.iter().any(|cell| cell == "40 dage"), "{row:?}");
}

#[test]
#[ignore = "needs libreoffice-writer and poppler-utils; .ci/run installs and runs it"]
fn libreoffice_makes_a_tagged_pdf() {
    let folder = Folder::with_example();
    folder.plan(&["report", EXAMPLE, "-o", "r.docx"]).lang("da").stdout();
    let filter = r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}"#;
    let run = |program: &str, args: &[&str], package: &str| {
        let output = Command::new(program).current_dir(folder.path("")).args(args).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}; install {package}"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let home = format!("-env:UserInstallation=file://{}", folder.path("home").display());
    run("soffice", &[&home, "--headless", "--convert-to", filter, "r.docx"], "libreoffice-writer");
    let about = run("pdfinfo", &["r.pdf"], "poppler-utils");
    assert!(about.contains("SAM:BO-aftalen i Region Syddanmark"), "{about}");
    assert!(about.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{about}");
    let text = run("pdftotext", &["-layout", "r.pdf", "-"], "poppler-utils");
    for words in ["Til beslutning", "Bilag 1: Matrix", "Bilag 2: Tidslinje", "Side 1 af "] {
        assert!(text.contains(words), "{words}");
    }
}
