//! The keys of `.plan/config.toml` and of the people that plans share.

use std::sync::Arc;

use super::node::{Node, Value};
use super::record::{Cx, Entity, Field, record};
use super::toml;
use super::values::Keyword;
use crate::finding::{Finding, Severity};
use crate::model::{Config, Id, Loudness, RuleSetting, SharedPeople};
use crate::source::{Files, Source, Spanned};

/// Reads the settings of a repository, with every mistake of their form.
pub fn config(source: &Arc<Source>) -> (Config, Vec<Finding>) {
    let (files, config, findings) = read::<Config>(source);
    (Config { files, ..config }, findings)
}

/// Reads the people that the plans of a repository share.
pub fn people(source: &Arc<Source>) -> (SharedPeople, Vec<Finding>) {
    let (files, people, findings) = read::<SharedPeople>(source);
    (SharedPeople { files, ..people }, findings)
}

/// The people stand under `[people]`, as in a plan, or at once.
impl Field for SharedPeople {
    fn absent() -> SharedPeople {
        SharedPeople::default()
    }

    fn read(cx: &mut Cx, node: &Node) -> Option<SharedPeople> {
        "people".clone_into(&mut cx.key);
        let node = node.get("people").filter(|people| matches!(people.value, Value::Table(_))).unwrap_or(*node);
        Some(SharedPeople { people: Field::read(cx, &node)?, files: Files::default() })
    }
}

fn read<T: Field>(source: &Arc<Source>) -> (Files, T, Vec<Finding>) {
    let mut files = Files::default();
    files.add(Arc::clone(source));
    let memory = toml::Arena::new();
    let mut parsed = toml::parse(source, &memory);
    let mut cx = Cx::new(&files);
    cx.findings = std::mem::take(&mut parsed.findings);
    let value = T::read(&mut cx, &parsed.root()).unwrap_or_else(T::absent);
    let findings = cx.findings;
    (files, value, findings)
}

record!(record Config {
    language: "language", ignore: "ignore", templates: "templates", people: "people", rules: "rules"
} and { files });

#[derive(Default)]
struct RuleTable {
    severity: Option<Spanned<Loudness>>,
    at_most: Option<Spanned<i64>>,
}

record!(record RuleTable { severity: "severity", at_most: "at-most" });

impl Entity for RuleSetting {
    const FREE_ID: bool = true;

    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<RuleSetting> {
        if !matches!(node.value, Value::Table(_)) {
            return Some(RuleSetting { id, severity: Field::read(cx, node)?, at_most: None });
        }
        let RuleTable { severity, at_most } = RuleTable::read(cx, node)?;
        Some(RuleSetting { id, severity, at_most })
    }
}

impl Keyword for Loudness {
    const WORDS: &'static [(&'static str, Loudness)] = &[
        (Severity::Note.keyword(), Loudness::On(Severity::Note)),
        (Severity::Warning.keyword(), Loudness::On(Severity::Warning)),
        (Severity::Error.keyword(), Loudness::On(Severity::Error)),
        ("off", Loudness::Off),
    ];

    const HINTS: &'static [(&'static str, &'static str)] = &[
        ("fejl", "error"),
        ("feil", "error"),
        ("advarsel", "warning"),
        ("warn", "warning"),
        ("bemærkning", "note"),
        ("merknad", "note"),
        ("info", "note"),
        ("fra", "off"),
        ("av", "off"),
        ("none", "off"),
        ("ignore", "off"),
    ];
}
