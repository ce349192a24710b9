//! The keys of the framework file, and the chain of files that extend one another.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::node::{Node, Value};
use super::record::{Cx, Entity, Field, FromNode, record};
use super::values::keyword;
use super::{file, yaml};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{Lang, Text, msg, words};
use crate::model::{
    Activity, BenefitRole, Criterion, Dimension, DimensionRow, Framework, FrameworkCell, FrameworkCells,
    FrameworkMeeting, FrameworkMilestone, FrameworkStakeholder, HolderCount, Id, Labels, Level, Localized, Offset,
    Origin, Phase, Point, ReportingLevel, Role, Side, StatedRule, Term, UnitKind, Within,
};
use crate::source::{Files, Location, Source};

/// One framework that comes with the program.
#[derive(Debug)]
pub struct Builtin {
    pub id: &'static str,
    /// The framework file itself.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The frameworks that come with the program.
pub fn builtins() -> &'static [Builtin] {
    BUILTINS
}

/// How many files may extend one another.
const MOST_FILES: usize = 8;

/// What the name of a framework led to.
#[derive(Debug)]
pub struct Loaded {
    pub framework: Option<Framework>,
    /// Mistakes in the framework's own files.
    pub findings: Vec<Finding>,
    /// Why it could not be found at all, for the one who named it.
    pub missing: Option<Missing>,
}

/// Why a name leads to no framework.
#[derive(Debug, Clone)]
pub enum Missing {
    /// no built-in framework has this id; perhaps another was meant
    Unknown { id: String, meant: Option<&'static str> },
    /// the file cannot be read
    File { path: String, why: file::Failure },
    /// files that extend each other in a ring
    Ring { path: String },
    /// more files that extend one another than anybody can follow
    Many { path: String },
}

/// Loads a framework by its id, or by its path as seen from `folder`.
pub fn framework(name: &str, folder: &Path) -> Loaded {
    let mut chain = Vec::new();
    if let Err(missing) = collect(name, folder, &mut chain) {
        return Loaded { framework: None, findings: Vec::new(), missing: Some(missing) };
    }
    // A base comes before what is laid over it.
    let sources: Vec<Arc<Source>> = chain.into_iter().rev().map(|(source, _)| source).collect();
    framework_of(&sources)
}

/// Reads a framework from the texts of its files, a base before what is laid over it.
pub fn framework_of(sources: &[Arc<Source>]) -> Loaded {
    let mut files = Files::default();
    let mut findings = Vec::new();
    // Another kind of file may hold what nobody should see in a message.
    if let Some(other) = sources.iter().rev().find(|source| !looks_like_framework(source.text())) {
        return Loaded { framework: None, findings: vec![not_a_framework(other)], missing: None };
    }
    let mut tree: Option<Node> = None;
    for source in sources {
        let file = files.add(Arc::clone(source));
        let (node, mistakes) = yaml::parse(source, file);
        findings.extend(mistakes);
        let Some(node) = node else { continue };
        tree = Some(match tree {
            Some(base) => base.overlaid(node),
            None => node,
        });
    }
    let Some(tree) = tree else {
        if findings.is_empty()
            && let Some(source) = sources.last()
        {
            findings.push(not_a_framework(source));
        }
        return Loaded { framework: None, findings, missing: None };
    };
    if !matches!(tree.value, Value::Table(_)) {
        findings.truncate(0);
        findings.extend(sources.last().map(not_a_framework));
        return Loaded { framework: None, findings, missing: None };
    }
    let mut cx = Cx::new(&files);
    let framework = Framework::read(&mut cx, &tree);
    findings.extend(cx.findings);
    Loaded { framework: framework.map(|framework| Framework { files, ..framework }), findings, missing: None }
}

/// Whether a text has keys at its left edge that frameworks have, and other files seldom.
fn looks_like_framework(text: &str) -> bool {
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    let begun = || ["id:", "name:", "language:"].into_iter().all(has);
    ["phases:", "extends:", "activities:", "dimensions:"].into_iter().any(has) || begun()
}

/// Says of a file that is something else entirely only that it is, and shows nothing of it.
fn not_a_framework(source: &Arc<Source>) -> Finding {
    let name = source.name();
    let message = msg!("`{name}` er ikke en skabelon", "`{name}` er ikke en mal", "`{name}` is not a framework file",);
    let blank = Source::new(name, "");
    let mut finding = Finding::new(reading::FRAMEWORK, Severity::Error, Location::whole(&blank), message);
    finding.help(msg!(
        "en skabelon begynder med id, name og phases; se `plan templates samboe --yaml`",
        "en mal begynner med id, name og phases; se `plan templates samboe --yaml`",
        "a framework file begins with id, name and phases; see `plan templates samboe --yaml`",
    ));
    finding
}

/// Collects the file of a name and of what it extends, the outermost first.
fn collect(name: &str, folder: &Path, chain: &mut Vec<(Arc<Source>, PathBuf)>) -> Result<(), Missing> {
    if !is_path(name) {
        let known = builtins();
        let Some(builtin) = known.iter().find(|builtin| builtin.id == name) else {
            let meant = crate::model::suggest(name, known.iter().map(|builtin| builtin.id));
            return Err(Missing::Unknown { id: name.to_owned(), meant });
        };
        chain.push((Source::new(format!("{name}.yaml"), builtin.text), PathBuf::new()));
        return Ok(());
    }
    let path: PathBuf = folder.join(name).components().filter(|part| *part != Component::CurDir).collect();
    let shown = path.display().to_string();
    if chain.iter().any(|(_, seen)| *seen == path) {
        return Err(Missing::Ring { path: shown });
    }
    if chain.len() >= MOST_FILES {
        return Err(Missing::Many { path: shown });
    }
    let source = file::read_regular(&path, &shown).map_err(|why| Missing::File { path: shown, why })?;
    let (node, _) = yaml::parse(&source, 0);
    let base = node.as_ref().and_then(|node| node.get("extends")).and_then(|node| match &node.value {
        Value::Text(base) => Some(base.to_string()),
        _ => None,
    });
    drop(node);
    let inner = path.parent().unwrap_or(Path::new("")).to_path_buf();
    chain.push((source, path));
    match base {
        Some(base) => collect(&base, &inner, chain),
        None => Ok(()),
    }
}

/// Whether a template's name is a file's: it has a slash or an ending.
pub fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}

record!(record Framework {
    extends: "extends", id: "id" required, name: "name" required, aka: "aka", language: "language" required,
    country: "country", version: "version", summary: "summary", origin: "source", cycle: "cycle",
    decision_body: "decision-body", labels: "labels", units: "units", phases: "phases", dimensions: "dimensions",
    roles: "roles", activities: "activities", cells: "cells", reporting_levels: "reporting-levels",
    stakeholders: "stakeholders", assessment: "assessment", commitments: "commitments", degrees: "degrees",
    complexity: "complexity", evidence: "evidence", sectors: "sectors", mandates: "mandates", skills: "skills", milestones: "milestones", meetings: "meetings",
    rules: "rules"
} and { files });

record!(record Origin { title: "title", publisher: "publisher", year: "year", note: "note" });

record!(record Labels { phase: "phase", dimension: "dimension", unit: "unit", criterion: "criterion" });

record!(entity UnitKind { name: "name" required, plural: "plural", expected: "expected" });

record!(entity Phase {
    name: "name" required, aka: "aka", purpose: "purpose", timing: "timing", start: "start", due: "due",
    ongoing: "ongoing"
});

record!(entity Dimension {
    name: "name" required, short: "short", purpose: "purpose", phases: "phases", rows: "rows"
});

record!(entity DimensionRow { name: "name" required, short: "short", purpose: "purpose", phases: "phases" });

record!(entity Role {
    name: "name" required, aka: "aka", level: "level", purpose: "purpose", duties: "duties", holders: "holders",
    benefit: "benefit", per: "per", expected: "expected"
});

record!(entity Activity {
    title: "title" required, phases: "phase", dimensions: "dimension", role: "role", per: "per", start: "start",
    due: "due", ongoing: "ongoing", check: "check", after: "after", points: "points", note: "note"
});

record!(entity FrameworkCell {
    gist: "gist", blank: "blank", exempt: "exempt", shared: "shared", criteria: "criteria"
});

record!(entity Criterion { text: "text" required, decision: "decision", after: "after", criteria: "criteria" });

record!(entity Term { name: "name" required, purpose: "purpose", tests: "tests" });

impl Entity for Point {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<Point> {
        Some(Point { id, title: Field::read(cx, node)? })
    }
}

record!(entity ReportingLevel { name: "name" required, medium: "medium" });

record!(entity FrameworkStakeholder { name: "name" required, side: "side" });

record!(entity FrameworkMilestone {
    title: "title" required, date: "date" required, phase: "phase", decision: "decision"
});

record!(entity FrameworkMeeting {
    title: "title", body: "body" required, purpose: "purpose", first: "first", every: "every", agenda: "agenda",
    points: "points"
});

record!(free entity StatedRule {
    checks: "check" required, severity: "severity", reason: "reason" required, waivable: "waivable",
    activities: "activities", unit: "unit", within: "within", linked: "linked", roles: "roles",
    within_roles: "within-roles", per_unit_roles: "per-unit-roles", mandates: "mandates", skills: "skills",
    sectors: "sectors", meetings: "meetings", kinds: "kinds", fields: "fields", days: "days",
    levels: "levels", criteria: "criteria", phases: "phases", milestone: "milestone", outcomes: "outcomes",
    at_least: "at-least", at_most: "at-most"
});

impl Entity for FrameworkCells {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<FrameworkCells> {
        Some(FrameworkCells { id, cells: Field::read(cx, node)? })
    }
}

impl FromNode for Localized {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Localized> {
        let Value::Table(entries) = &node.value else { return String::from_node(cx, node).map(Localized::One) };
        let mut texts = Text { da: None, nb: None, en: None };
        for entry in entries {
            let text = cx.field::<Option<crate::source::Spanned<String>>>(entry)?.map(|text| text.value);
            match Lang::ALL.iter().find(|lang| lang.code() == entry.key) {
                Some(Lang::Da) => texts.da = text,
                Some(Lang::Nb) => texts.nb = text,
                Some(Lang::En) => texts.en = text,
                None => drop(cx.unknown_key(entry, &["da", "nb", "en"], "")),
            }
        }
        Some(Localized::Each(texts))
    }
}

impl FromNode for Offset {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Offset> {
        let offset = match &node.value {
            Value::Text(text) => Offset::parse(text),
            _ => None,
        };
        offset.or_else(|| {
            cx.wrong_type(
                node,
                words!(
                    "en afstand fra planens start",
                    "en avstand fra planens start",
                    "a distance from the plan's start"
                ),
                "3w",
            )
        })
    }
}

impl FromNode for Level {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Level> {
        let known = [
            ("strategic", Level::Strategic),
            ("tactical", Level::Tactical),
            ("operational", Level::Operational),
            ("support", Level::Support),
        ];
        keyword(cx, node, &known, &[])
    }
}

impl FromNode for BenefitRole {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<BenefitRole> {
        let known =
            [("owner", BenefitRole::Owner), ("accountable", BenefitRole::Accountable), ("leader", BenefitRole::Leader)];
        keyword(cx, node, &known, &[])
    }
}

impl FromNode for Side {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Side> {
        let hints = [("intern", "internal"), ("ekstern", "external")];
        keyword(cx, node, &[("internal", Side::Internal), ("external", Side::External)], &hints)
    }
}

impl FromNode for HolderCount {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<HolderCount> {
        keyword(cx, node, &[("one", HolderCount::One), ("many", HolderCount::Many)], &[])
    }
}

impl FromNode for Within {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Within> {
        keyword(cx, node, &[("cell", Within::Cell), ("plan", Within::Plan)], &[])
    }
}

impl FromNode for Severity {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Severity> {
        keyword(
            cx,
            node,
            &Severity::ALL.map(|severity| (severity.keyword(), severity)),
            &[("info", "note"), ("warn", "warning")],
        )
    }
}
