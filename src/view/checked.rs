//! All that a check found.

use crate::calendar::Date;
use crate::check::Rule;
use crate::finding::{Finding, Severity};
use crate::locale::{self, Lang, Message};

/// All that a check found, in order, each in its plan's language.
#[derive(Debug)]
pub struct Checked {
    pub findings: Vec<(Lang, Finding)>,
    /// The plans that were looked at.
    pub plans: Vec<String>,
    /// What could not be looked at, and why.
    pub unread: Vec<(String, Message)>,
    /// The language of the summary.
    pub lang: Lang,
    /// The day it was looked at from.
    pub today: Date,
    /// The least severity that makes the check fail.
    pub fail_on: Severity,
    /// The revision whose findings are left out, and how many those are.
    pub since: Option<(String, usize)>,
    /// Every rule, for formats that tell what they are.
    pub rules: &'static [&'static Rule],
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

    /// The line that counts.
    pub fn summary(&self) -> String {
        let counts = Severity::ALL.map(|severity| self.count(severity));
        let since = self.since.as_ref().map(|(revision, known)| (revision.as_str(), *known));
        locale::check_summary(self.lang, self.plans.len(), &counts, self.today, since)
    }
}
