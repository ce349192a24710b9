//! What the rules say of themselves.

use std::sync::Arc;

use serde::Serialize;

use crate::check::Rule;
use crate::finding::Severity;
use crate::locale::Lang;
use crate::model::Framework;

/// A line of the table of rules.
#[derive(Debug, Serialize)]
pub struct RuleLine {
    pub id: &'static str,
    pub severity: Severity,
    /// What it finds.
    pub what: &'static str,
}

/// A rule explained.
#[derive(Debug, Serialize)]
pub struct RuleView {
    #[serde(flatten)]
    pub line: RuleLine,
    /// The framework's number that was asked for.
    pub asked: Option<String>,
    pub why: &'static str,
    /// The frameworks' own rules that it carries out.
    pub stated: Vec<StatedLine>,
    pub bad: &'static str,
    pub good: &'static str,
    /// Whether a plan can set it aside; what cannot be read cannot be excused.
    pub waivable: bool,
}

impl RuleView {
    /// How much it matters: to the framework that was asked for, else in general.
    pub fn severity(&self) -> Severity {
        let stated = self.stated.first().filter(|_| self.asked.is_some());
        stated.and_then(|stated| stated.severity).unwrap_or(self.line.severity)
    }
}

/// A framework's own rule.
#[derive(Debug, Serialize)]
pub struct StatedLine {
    pub id: String,
    pub framework: String,
    pub severity: Option<Severity>,
    pub reason: String,
    pub waivable: bool,
}

/// A rule's line in the table.
pub fn rule_line(rule: &'static Rule, lang: Lang) -> RuleLine {
    RuleLine { id: rule.id, severity: rule.severity, what: rule.doc.what.of(lang) }
}

/// A rule with what the frameworks say of it; `only` is one framework's number for it.
pub fn rule_view(rule: &'static Rule, frameworks: &[Arc<Framework>], only: Option<&str>, lang: Lang) -> RuleView {
    let mut stated = Vec::new();
    for framework in frameworks {
        for (id, one) in &framework.rules {
            let same = one.carried_out_by(rule.id);
            if same && only.is_none_or(|only| only.eq_ignore_ascii_case(id)) {
                stated.push(StatedLine {
                    id: id.clone(),
                    framework: framework.name(lang).to_owned(),
                    severity: one.severity.as_ref().map(|severity| severity.value),
                    reason: one.reason.as_ref().map_or("", |reason| reason.get(lang)).to_owned(),
                    waivable: one.waivable.as_ref().is_none_or(|waivable| waivable.value),
                });
            }
        }
    }
    let asked = only.map(str::to_owned);
    let forbidden = only.is_some() && stated.iter().any(|one| !one.waivable);
    RuleView {
        line: rule_line(rule, lang),
        asked,
        why: rule.doc.why.of(lang),
        stated,
        bad: rule.doc.bad,
        good: rule.doc.good,
        waivable: !forbidden && rule.is_waivable(),
    }
}
