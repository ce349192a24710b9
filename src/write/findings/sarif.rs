//! SARIF 2.1.0, which code scanning reads:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::uri;
use crate::check::Rule;
use crate::finding::{Finding, Severity, file_key, fingerprints};
use crate::locale::{Lang, Message};
use crate::source::Location;
use crate::view::Checked;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let lang = checked.lang;
    let unread = |(_, why): &(String, Message)| json!({ "level": "error", "message": { "text": why.get(lang) } });
    let run = Run {
        tool: json!({ "driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "language": lang.code(),
            "rules": checked.rules.iter().map(|rule| about(rule, lang)).collect::<Vec<_>>(),
        } }),
        invocations: json!([{
            "executionSuccessful": checked.unread.is_empty(),
            "toolExecutionNotifications": checked.unread.iter().map(unread).collect::<Vec<_>>(),
        }]),
        column_kind: "unicodeCodePoints",
        results: Results(checked),
    };
    crate::write::json(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, out)
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    invocations: Value,
    column_kind: &'static str,
    results: Results<'a>,
}

/// The findings, each made as it is written: a repository may have hundreds of thousands.
struct Results<'a>(&'a Checked);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Results(checked) = self;
        let prints = fingerprints(checked.alone(), file_key);
        let findings = checked.findings.iter().zip(prints);
        serializer.collect_seq(findings.map(|((lang, finding), print)| result(checked, finding, *lang, &print)))
    }
}

fn level(severity: Severity) -> &'static str {
    severity.keyword()
}

fn about(rule: &Rule, lang: Lang) -> Value {
    let example = format!("```toml\n{}```\n\n```toml\n{}```\n", rule.doc.bad, rule.doc.good);
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.doc.what.of(lang) },
        "fullDescription": { "text": rule.doc.why.of(lang) },
        "help": {
            "text": format!("{}\n\n{}\n{}", rule.doc.why.of(lang), rule.doc.bad, rule.doc.good),
            "markdown": format!("{}\n\n{example}", rule.doc.why.of(lang)),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

/// What is to be seen in one place.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Seen<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

fn result(checked: &Checked, finding: &Finding, lang: Lang, fingerprint: &str) -> Value {
    let index = checked.rules.iter().position(|rule| rule.id == finding.rule);
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!("\n{}", help.get(lang)));
    let primary = Seen {
        id: None,
        physical_location: place(&finding.primary.at),
        message: finding.primary.said(lang).map(|text| Text { text }),
    };
    let others: Vec<Value> = finding
        .related
        .iter()
        .enumerate()
        .map(|(at, label)| {
            let seen = Seen {
                id: Some(at + 1),
                physical_location: place(&label.at),
                message: label.said(lang).map(|text| Text { text }),
            };
            json!(seen)
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": format!("{}{help}", finding.message.get(lang)) },
        "locations": [primary],
        "relatedLocations": others,
        "partialFingerprints": { "plan/v1": fingerprint, "primaryLocationLineHash": fingerprint },
        "properties": {
            "stated": finding.stated.as_ref().map(|stated| &stated.id),
            "subject": finding.subject,
        },
    });
    if let (Some(index), Some(result)) = (index, result.as_object_mut()) {
        result.insert("ruleIndex".to_owned(), json!(index));
    }
    result
}

/// A file and the part of it; the file alone where nothing in it is meant.
fn place(at: &Location) -> Value {
    let file = json!({ "uri": uri(at.source.name()) });
    if at.span.start == at.span.end {
        return json!({ "artifactLocation": file, "region": { "startLine": at.position().line } });
    }
    let (start, end) = (at.position(), at.end());
    json!({
        "artifactLocation": file,
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}
