//! The keys of `.plan/config.toml` and of the people that plans share.

use std::sync::Arc;

use toml_spanner::Arena;

use super::node::{Node, Value};
use super::record::{Cx, Entity, Field, FromNode, record};
use super::toml;
use super::values::keyword;
use crate::finding::{Finding, Severity};
use crate::model::{Config, Id, Loudness, RuleSetting, SharedPeople};
use crate::source::{Files, Source};

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

fn read<T: Field>(source: &Arc<Source>) -> (Files, T, Vec<Finding>) {
    let mut files = Files::default();
    files.add(Arc::clone(source));
    let arena = Arena::new();
    let parsed = toml::parse(source, &arena);
    let mut cx = Cx::new(&files);
    cx.findings = parsed.findings;
    let value = T::read(&mut cx, &parsed.root).unwrap_or_else(T::absent);
    let findings = cx.findings;
    (files, value, findings)
}

record!(record Config {
    ignore: "ignore", templates: "templates", people: "people", rules: "rules"
} and { files });

record!(record SharedPeople { people: "people" required } and { files });

#[derive(Default)]
struct RuleTable {
    severity: Option<crate::source::Spanned<Loudness>>,
    at_most: Option<crate::source::Spanned<i64>>,
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

impl FromNode for Loudness {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Loudness> {
        let on = Severity::ALL.map(|severity| (severity.keyword(), Loudness::On(severity)));
        let known: Vec<_> = on.into_iter().chain([("off", Loudness::Off)]).collect();
        let hints = [
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
        keyword(cx, node, &known, &hints)
    }
}
