//! A code quality report as GitLab shows it in a merge request:
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use std::io::{self, Write};

use serde::Serialize;

use super::slashes;
use crate::finding::{Finding, Severity, file_key, fingerprints};
use crate::locale::Lang;
use crate::view::Checked;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: std::borrow::Cow<'a, str>,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let prints = fingerprints(checked.alone(), file_key);
    let issues: Vec<Issue> =
        checked.findings.iter().zip(prints).map(|((lang, finding), print)| issue(finding, *lang, print)).collect();
    crate::write::json(&issues, out)
}

fn issue(finding: &Finding, lang: Lang, fingerprint: String) -> Issue<'_> {
    let at = &finding.primary.at;
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!(" – {}", help.get(lang)));
    Issue {
        description: format!("{}{help}", finding.message.get(lang)),
        check_name: finding.rule,
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Place {
            path: slashes(at.source.name()),
            lines: Lines { begin: at.position().line, end: at.end().line },
        },
    }
}
