//! Findings, one format a file.

pub mod full;
pub mod json;
pub mod short;

use crate::calendar::Date;
use crate::finding::{Finding, Severity};
use crate::locale::Lang;

/// All that a check found, in order, each in its plan's language.
#[derive(Debug)]
pub struct Checked {
    pub findings: Vec<(Lang, Finding)>,
    /// How many plans were looked at.
    pub plans: usize,
    /// What could not be looked at.
    pub unread: Vec<String>,
    /// The language of the summary.
    pub lang: Lang,
    /// The day it was looked at from.
    pub today: Date,
}

impl Checked {
    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|(_, finding)| finding.severity == severity).count()
    }
}

/// How to write for a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub width: usize,
    pub colour: bool,
}
