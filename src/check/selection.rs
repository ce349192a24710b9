//! Which rules are asked for.

use super::{Run, rule};
use crate::finding::{Finding, Severity};
use crate::model::{Framework, suggest};

/// The rules that are asked for by name, or by a framework's number.
#[derive(Debug, Default)]
pub struct Selection {
    only: Vec<String>,
    skipped: Vec<String>,
    /// Those of them that only a local framework can have.
    local: Vec<String>,
}

/// Why a rule cannot be asked for.
#[derive(Debug)]
pub enum UnknownRule {
    /// there is no such rule; perhaps another was meant
    Unknown { id: String, meant: Option<&'static str> },
    /// it keeps plans from being read, so that nothing is known without it
    Needed { id: String },
}

impl Selection {
    /// Only some rules, or all; without those skipped.
    pub fn new(
        only: &[String],
        skipped: &[String],
        built_in: impl Fn() -> Vec<Framework>,
    ) -> Result<Selection, UnknownRule> {
        let mut local = Vec::new();
        let mut known = |id: &String| match find(id, &built_in) {
            Known::General(rule) => Ok(rule.id.to_owned()),
            Known::Stated { id, .. } => Ok(id),
            Known::Own => {
                local.push(id.to_uppercase());
                Ok(id.to_uppercase())
            }
            Known::Not { meant } => Err(UnknownRule::Unknown { id: id.clone(), meant }),
        };
        let only = only.iter().map(&mut known).collect::<Result<_, _>>()?;
        let skipped: Vec<String> = skipped.iter().map(known).collect::<Result<_, _>>()?;
        let needed = |id: &&String| rule(&id.to_lowercase()).is_some_and(|rule| matches!(rule.run, Run::Reading));
        match skipped.iter().find(needed) {
            Some(id) => Err(UnknownRule::Needed { id: id.clone() }),
            None => Ok(Selection { only, skipped, local }),
        }
    }

    /// The first rule asked for that none of these frameworks has either.
    pub fn in_none<'f>(&self, frameworks: impl Iterator<Item = &'f Framework> + Clone) -> Option<&str> {
        let has = |id: &str, framework: &Framework| framework.rules.keys().any(|own| own.eq_ignore_ascii_case(id));
        self.local.iter().map(String::as_str).find(|id| !frameworks.clone().any(|framework| has(id, framework)))
    }

    /// The rules asked for by name.
    pub fn only(&self) -> &[String] {
        &self.only
    }

    /// Whether a finding is one that was asked for. What keeps a plan from being
    /// read as it is meant always is: nothing is known of the rest.
    pub fn keeps(&self, finding: &Finding) -> bool {
        let named = |ids: &[String]| ids.iter().any(|id| is_of(finding, id));
        finding.is_of_form() || ((self.only.is_empty() || named(&self.only)) && !named(&self.skipped))
    }
}

fn is_of(finding: &Finding, id: &str) -> bool {
    let stated = finding.stated.as_ref().map(|stated| stated.id.as_str());
    finding.rule.eq_ignore_ascii_case(id) || stated.is_some_and(|stated| stated.eq_ignore_ascii_case(id))
}

/// What the name of a rule leads to.
pub(super) enum Known {
    General(&'static super::Rule),
    /// a framework's own number for one
    Stated {
        id: String,
        waivable: bool,
        severity: Severity,
    },
    /// a number in a series that no built-in framework has: it may be one of a local framework
    Own,
    Not {
        meant: Option<&'static str>,
    },
}

/// What the name of a rule leads to. The built-in frameworks are made only for
/// what looks like a framework's number.
pub(super) fn find(id: &str, built_in: &impl Fn() -> Vec<Framework>) -> Known {
    if let Some(rule) = rule(&id.to_lowercase()) {
        return Known::General(rule);
    }
    let series = |id: &str| id.rsplit_once('-').map(|(series, _)| series.to_uppercase());
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = id.rsplit_once('-').is_some_and(|(_, number)| is_digits(number));
    if is_number {
        let frameworks = built_in();
        let mut stated = frameworks.iter().flat_map(|framework| framework.rules.values());
        if let Some(stated) = stated.clone().find(|stated| stated.id.value.eq_ignore_ascii_case(id)) {
            let general = stated.checks.first().and_then(|id| rule(id));
            let own = stated.severity.as_ref().map(|severity| severity.value);
            let severity = own.or(general.map(|rule| rule.severity)).unwrap_or(Severity::Error);
            return Known::Stated { id: stated.id.value.clone(), waivable: stated.is_waivable(), severity };
        }
        if !stated.any(|stated| series(&stated.id.value) == series(id)) {
            return Known::Own;
        }
    }
    Known::Not { meant: suggest(id, super::ALL.iter().map(|rule| rule.id)) }
}
