//! Findings as data; the shape is `plan.check/1`.

use std::io::{self, Write};

use serde::Serialize;

use crate::calendar::Date;
use crate::finding::{Finding, Severity, file_key, fingerprints};
use crate::locale::Lang;
use crate::source::{Location, Position};
use crate::view::Checked;

#[derive(Serialize)]
struct Shape<'a> {
    schema: &'static str,
    as_of: Date,
    plans: usize,
    /// Files and folders that could not be looked at.
    unread: Vec<&'a str>,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// The revision whose findings are left out, and how many they are.
    since: Option<Since<'a>>,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Since<'a> {
    revision: &'a str,
    known: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'static str,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: Place<'a>,
    label: Option<&'a str>,
    related: Vec<Related<'a>>,
    /// The framework's own rule behind the finding.
    stated: Option<Stated<'a>>,
    /// What a waiver calls the place.
    subject: Option<&'a str>,
    /// What the finding is known by while the file changes around it.
    fingerprint: String,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    label: Option<&'a str>,
}

#[derive(Serialize)]
struct Stated<'a> {
    id: &'a str,
    reason: &'a str,
}

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let prints = fingerprints(checked.alone(), file_key);
    let findings =
        checked.findings.iter().zip(prints).map(|((lang, finding), print)| row(finding, *lang, print)).collect();
    let shape = Shape {
        schema: "plan.check/1",
        as_of: checked.today,
        plans: checked.plans.len(),
        unread: checked.unread.iter().map(|(path, _)| path.as_str()).collect(),
        errors: checked.count(Severity::Error),
        warnings: checked.count(Severity::Warning),
        notes: checked.count(Severity::Note),
        since: checked.since.as_ref().map(|(revision, known)| Since { revision, known: *known }),
        findings,
    };
    crate::write::json(&shape, out)
}

fn row(finding: &Finding, lang: Lang, fingerprint: String) -> Row<'_> {
    Row {
        rule: finding.rule,
        severity: finding.severity,
        message: finding.message.get(lang),
        help: finding.help.as_ref().map(|help| help.get(lang)),
        place: place(&finding.primary.at),
        label: finding.primary.said(lang),
        related: finding.related.iter().map(|one| Related { place: place(&one.at), label: one.said(lang) }).collect(),
        stated: finding.stated.as_ref().map(|stated| Stated { id: &stated.id, reason: stated.reason.get(lang) }),
        subject: finding.subject.as_deref(),
        fingerprint,
    }
}

fn place(at: &Location) -> Place<'_> {
    Place { path: at.source.name(), start: at.position(), end: at.end() }
}
