//! JUnit's XML as Jenkins and most CI servers read it: a suite for each plan,
//! and in it a case for each finding, which fails where the check does.

use std::collections::HashMap;
use std::io::{self, Write};

use indexmap::IndexMap;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::finding::Finding;
use crate::locale::Lang;
use crate::view::Checked;
use crate::write::document::unbroken;

/// What became of a case.
enum Outcome {
    Passed,
    /// passed, but there is something to say
    Said(String),
    Failed {
        kind: &'static str,
        message: String,
        text: String,
    },
    /// it could not be looked at
    Unread(String),
}

struct Case {
    name: String,
    outcome: Outcome,
}

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: IndexMap<&str, Vec<Case>> = checked.plans.iter().map(|plan| (plan.as_str(), Vec::new())).collect();
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    for (lang, finding) in &checked.findings {
        let cases = suites.entry(finding.primary.at.source.name()).or_default();
        let mut case = case(checked, finding, *lang);
        // Viewers take two cases of one name for one.
        let same = seen.entry((finding.primary.at.source.name(), case.name.clone())).or_insert(0_usize);
        *same += 1;
        if *same > 1 {
            case.name.push_str(&format!(" #{same}"));
        }
        cases.push(case);
    }
    for (path, why) in &checked.unread {
        let outcome = Outcome::Unread(legal(why.get(checked.lang)));
        suites.entry(path).or_default().push(Case { name: "unreadable".to_owned(), outcome });
    }
    for cases in suites.values_mut().filter(|cases| cases.is_empty()) {
        cases.push(Case { name: "plan check".to_owned(), outcome: Outcome::Passed });
    }
    let all = || suites.values().flatten();
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("testsuites").with_attribute(("name", "plan check"));
    let root = counts(all())
        .into_iter()
        .fold(root, |root, (name, count)| root.with_attribute((name, count.to_string().as_str())));
    root.write_inner_content(|xml| suites.iter().try_for_each(|(name, cases)| suite(xml, name, cases)))?;
    writeln!(out)
}

fn counts<'c>(cases: impl Iterator<Item = &'c Case> + Clone) -> [(&'static str, usize); 3] {
    let failed = cases.clone().filter(|case| matches!(case.outcome, Outcome::Failed { .. })).count();
    let unread = cases.clone().filter(|case| matches!(case.outcome, Outcome::Unread(_))).count();
    [("tests", cases.count()), ("failures", failed), ("errors", unread)]
}

fn suite<W: Write>(xml: &mut Writer<W>, name: &str, cases: &[Case]) -> io::Result<()> {
    let file = legal(name);
    let suite = xml.create_element("testsuite").with_attribute(("name", file.as_str()));
    let suite = counts(cases.iter())
        .into_iter()
        .fold(suite, |suite, (name, count)| suite.with_attribute((name, count.to_string().as_str())));
    suite.write_inner_content(|xml| {
        for case in cases {
            let element = xml
                .create_element("testcase")
                .with_attribute(("name", case.name.as_str()))
                .with_attribute(("classname", file.as_str()));
            match &case.outcome {
                Outcome::Passed => element.write_empty()?,
                Outcome::Said(text) => element.write_inner_content(|xml| {
                    xml.create_element("system-out").write_text_content(BytesText::new(text)).map(drop)
                })?,
                Outcome::Failed { kind, message, text } => element.write_inner_content(|xml| {
                    xml.create_element("failure")
                        .with_attribute(("type", *kind))
                        .with_attribute(("message", message.as_str()))
                        .write_text_content(BytesText::new(text))
                        .map(drop)
                })?,
                Outcome::Unread(why) => element.write_inner_content(|xml| {
                    let error = xml.create_element("error").with_attribute(("type", "unreadable"));
                    error.with_attribute(("message", why.as_str())).write_empty().map(drop)
                })?,
            };
        }
        Ok(())
    })?;
    Ok(())
}

fn case(checked: &Checked, finding: &Finding, lang: Lang) -> Case {
    let at = &finding.primary.at;
    let (place, message) = (at.position(), legal(finding.message.get(lang)));
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!("\n{}", legal(help.get(lang))));
    let text = format!("{}:{}:{}: {message}{help}", legal(at.source.name()), place.line, place.column);
    let kind = finding.severity.word(lang);
    let outcome = match checked.is_failure(finding) {
        true => Outcome::Failed { kind, message, text },
        false => Outcome::Said(format!("{kind}: {text}")),
    };
    // By what it is about, so that a case is the same while lines move.
    let about = finding.subject.as_ref().map_or_else(String::new, |subject| format!(" {}", legal(subject)));
    Case { name: format!("{}{about}", finding.rule), outcome }
}

/// A text without what XML has no way to write.
fn legal(text: &str) -> String {
    unbroken(text).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}
