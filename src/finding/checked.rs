//! All that a check found.

use super::{Finding, Severity};
use crate::calendar::Date;
use crate::locale::Lang;

/// All that a check found, in order, each in its plan's language.
#[derive(Debug)]
pub struct Checked {
    pub findings: Vec<(Lang, Finding)>,
    /// The plans that were looked at.
    pub plans: Vec<String>,
    /// What could not be looked at.
    pub unread: Vec<String>,
    /// The language of the summary.
    pub lang: Lang,
    /// The day it was looked at from.
    pub today: Date,
    /// The least severity that makes the check fail.
    pub fail_on: Severity,
    /// The revision whose findings are left out, and how many those are.
    pub since: Option<(String, usize)>,
}

impl Checked {
    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|(_, finding)| finding.severity == severity).count()
    }

    /// Whether a finding makes the check fail.
    pub fn is_failure(&self, finding: &Finding) -> bool {
        finding.severity >= self.fail_on
    }

    /// Whether the check fails.
    pub fn fails(&self) -> bool {
        self.findings.iter().any(|(_, finding)| self.is_failure(finding))
    }

    /// The findings alone.
    pub fn alone(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().map(|(_, finding)| finding)
    }
}
