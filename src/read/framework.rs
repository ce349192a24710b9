//! The keys of the framework file, and the chain of files that extend one another.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bumpalo::Bump;

use super::node::{Node, Value};
use super::record::{Cx, Entity, Field, FromNode, record};
use super::tree::{Tree, absolute, near};
use super::values::Keyword;
use super::{file, yaml};
use crate::finding::{Finding, Severity, reading};
use crate::locale::{Lang, Message, Text, msg, words};
use crate::model::{
    Activity, BenefitRole, Criterion, Dimension, DimensionRow, Framework, FrameworkCell, FrameworkCells,
    FrameworkMeeting, FrameworkMilestone, FrameworkStakeholder, HolderCount, Id, Labels, Level, Localized, Offset,
    Origin, Phase, Point, ReportingLevel, Role, Side, StatedRule, Term, UnitKind, Within,
};
use crate::source::{Files, Location, Source, Span};

/// One framework that comes with the program.
#[derive(Debug)]
pub struct Builtin {
    pub id: &'static str,
    /// The framework file itself.
    pub text: &'static str,
    /// Its events, as build.rs recorded them.
    events: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The frameworks that come with the program.
pub fn builtins() -> &'static [Builtin] {
    BUILTINS
}

/// The most cells of a framework: the largest that comes with the program has 60.
const MOST_CELLS: usize = 10_000;

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
    /// no framework has this id; perhaps another was meant
    Unknown { id: String, meant: Option<String> },
    /// the file cannot be read
    File { path: String, why: file::Failure },
    /// files that extend each other in a ring
    Ring { path: String },
    /// more files that extend one another than anybody can follow
    Many { path: String },
}

/// Where frameworks are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Lookup<'a> {
    pub tree: &'a Tree,
    /// The folder of a repository's own frameworks: `nordby` is `nordby.yaml` there.
    pub templates: Option<&'a Path>,
}

impl Missing {
    /// Why a name leads to no framework, in words.
    pub fn message(&self) -> Message {
        match self {
            Missing::Unknown { id, .. } => {
                msg!("der er ingen skabelon `{id}`", "det finnes ingen mal `{id}`", "there is no framework `{id}`")
            }
            Missing::File { path, why } => why.message(path),
            Missing::Many { path } => msg!(
                "`{path}` bygger på for mange filer efter hinanden",
                "`{path}` bygger på for mange filer etter hverandre",
                "`{path}` extends too many files in a row",
            ),
            Missing::Ring { path } => msg!(
                "`{path}` bygger på sig selv gennem extends",
                "`{path}` bygger på seg selv gjennom extends",
                "`{path}` extends itself in a ring",
            ),
        }
    }

    /// Says so at the name, and what to write there instead.
    pub fn finding(&self, at: Location) -> Finding {
        let mut finding = Finding::new(reading::FRAMEWORK, Severity::Error, at, self.message());
        match self {
            Missing::Unknown { meant: Some(meant), .. } => {
                finding.help(msg!("mente du `{meant}`?", "mente du `{meant}`?", "did you mean `{meant}`?"));
            }
            Missing::Unknown { .. } | Missing::File { .. } => {
                finding.help(msg!(
                    "`plan templates` viser dem, der er; en fil skrives \"./navn.yaml\"",
                    "`plan templates` viser dem som er; en fil skrives \"./navn.yaml\"",
                    "`plan templates` lists those there are; a file is written \"./name.yaml\"",
                ));
            }
            Missing::Ring { .. } | Missing::Many { .. } => {}
        }
        finding
    }
}

impl Lookup<'_> {
    /// The ids of the repository's own frameworks, sorted.
    pub fn own_ids(&self) -> Vec<String> {
        let names = self.templates.map(|folder| self.tree.names(folder)).unwrap_or_default();
        let id = |name: String| name.strip_suffix(".yaml").filter(|id| !id.is_empty()).map(str::to_owned);
        let mut ids: Vec<String> = names.into_iter().filter_map(id).collect();
        ids.sort();
        ids
    }

    /// Says that a framework of the repository has the id of a built-in one, which is taken.
    fn hidden(&self, name: &str) -> Option<Finding> {
        builtins().iter().find(|builtin| builtin.id == name)?;
        let path = self.own(name)?;
        let source = self.tree.read_regular(&path, &path.display().to_string()).ok()?;
        let message = msg!(
            "en indbygget skabelon hedder også `{name}`, og det er den, planerne følger",
            "en innebygd mal heter også `{name}`, og det er den planene følger",
            "a built-in framework is called `{name}` too, and plans follow that one",
        );
        let mut finding = Finding::new(reading::FRAMEWORK, Severity::Error, Location::whole(&source), message);
        finding.help(msg!(
            "giv filen et andet navn; med `extends: {name}` bygger den på den indbyggede",
            "gi filen et annet navn; med `extends: {name}` bygger den på den innebygde",
            "give the file another name; with `extends: {name}` it builds on the built-in one",
        ));
        Some(finding)
    }

    /// The file of the repository's own framework of an id.
    fn own(&self, id: &str) -> Option<PathBuf> {
        self.templates.map(|folder| folder.join(format!("{id}.yaml"))).filter(|path| self.tree.has(path))
    }
}

/// Loads a framework of the disk by its id, or by its path as seen from `folder`.
pub fn framework(name: &str, folder: &Path) -> Loaded {
    framework_in(Lookup { tree: &Tree::Disk, templates: None }, name, folder)
}

/// Loads a framework by its id, or by its path as seen from `folder`.
pub fn framework_in(lookup: Lookup, name: &str, folder: &Path) -> Loaded {
    let memory = Bump::new();
    let places: [OnceCell<File>; MOST_FILES + 1] = Default::default();
    let parts = match collect(lookup, name, folder, &places, &memory) {
        Ok(parts) => parts,
        Err(Stop::Named(missing)) => return Loaded { framework: None, findings: Vec::new(), missing: Some(missing) },
        Err(Stop::Extended(finding)) => return Loaded { framework: None, findings: vec![*finding], missing: None },
    };
    let mut loaded = merged(parts, &memory);
    loaded.findings.extend(lookup.hidden(name));
    if let Some(framework) = loaded.framework.as_ref().filter(|framework| !is_path(name) && framework.id() != name) {
        loaded.findings.extend(other_id(framework, name));
    }
    loaded
}

/// Says that a framework of the repository calls itself something else than its file, by which plans name it.
fn other_id(framework: &Framework, name: &str) -> Option<Finding> {
    let id = framework.id.as_ref()?;
    let own = &id.value;
    let message = msg!(
        "id er `{own}`, men filen hedder `{name}.yaml`",
        "id er `{own}`, men filen heter `{name}.yaml`",
        "the id is `{own}`, but the file is called `{name}.yaml`",
    );
    let mut finding = Finding::new(reading::FRAMEWORK, Severity::Error, framework.files.locate(id.span), message);
    finding.help(msg!("skriv id: {name}", "skriv id: {name}", "write id: {name}"));
    Some(finding)
}

/// Reads a framework from the texts of its files, the outermost first.
pub fn framework_of(sources: &[Arc<Source>]) -> Loaded {
    let file = |source: &Arc<Source>| File { source: Arc::clone(source), path: PathBuf::new(), events: None };
    let files: Vec<File> = sources.iter().map(file).collect();
    let memory = Bump::new();
    merged(files.iter().enumerate().map(|(number, file)| Part::of(file, number as u16, &memory)).collect(), &memory)
}

/// The framework of some files, the outermost first.
fn merged<'a>(parts: Vec<Part<'a>>, memory: &'a Bump) -> Loaded {
    let nothing = |findings| Loaded { framework: None, findings, missing: None };
    // Another kind of file may hold what nobody should see in a message.
    if let Some(other) = parts.iter().find(|part| !looks_like_framework(part.file.source.text())) {
        return nothing(vec![not_a_framework(&other.file.source)]);
    }
    let own = parts.first().map(|part| Arc::clone(&part.file.source));
    let base = parts.get(1..).and_then(|bases| bases.last()?.tree.as_ref()?.get("id")).and_then(|id| match id.value {
        Value::Text(id) => Some(id.to_string()),
        _ => None,
    });
    let mut files = Files::default();
    for part in &parts {
        files.add(Arc::clone(&part.file.source));
    }
    let mut findings = Vec::new();
    let mut tree: Option<Node> = None;
    // A base comes before what is laid over it.
    for part in parts.into_iter().rev() {
        findings.extend(part.findings);
        let Some(over) = part.tree else { continue };
        tree = Some(match tree {
            Some(base) => base.overlaid(over, memory),
            None => over,
        });
    }
    let Some(tree) = tree else {
        if findings.is_empty() {
            findings.extend(own.as_ref().map(not_a_framework));
        }
        return nothing(findings);
    };
    if !matches!(tree.value, Value::Table(_)) {
        return nothing(own.as_ref().map(not_a_framework).into_iter().collect());
    }
    let mut cx = Cx::new(&files);
    let framework = Framework::read(&mut cx, &tree);
    findings.extend(cx.findings);
    let cells = framework.as_ref().map_or(0, |framework| framework.phases.len() * framework.rows(Lang::En).len());
    if cells > MOST_CELLS {
        findings.extend(own.as_ref().map(|source| too_many_cells(source, cells)));
        return nothing(findings);
    }
    Loaded { framework: framework.map(|framework| Framework { files, base, ..framework }), findings, missing: None }
}

/// Says that a matrix would have more cells than anybody can fill.
fn too_many_cells(source: &Arc<Source>, cells: usize) -> Finding {
    let message = msg!(
        "skabelonen har {cells} felter, faser gange rækker; den må højst have {MOST_CELLS}",
        "malen har {cells} felter, faser ganger rader; den kan ha høyst {MOST_CELLS}",
        "the framework has {cells} cells, phases times rows; it may have at most {MOST_CELLS}",
    );
    let mut finding = Finding::new(reading::FRAMEWORK, Severity::Error, Location::whole(source), message);
    finding.help(msg!(
        "saml faser eller rækker, eller del skabelonen i flere",
        "slå sammen faser eller rader, eller del malen i flere",
        "join phases or rows, or split the framework into several",
    ));
    finding
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

/// A framework file, not yet read.
#[derive(Debug)]
struct File {
    source: Arc<Source>,
    path: PathBuf,
    /// The events of one that comes with the program.
    events: Option<&'static [u8]>,
}

/// A framework file, read.
struct Part<'a> {
    file: &'a File,
    tree: Option<Node<'a>>,
    findings: Vec<Finding>,
}

impl<'a> Part<'a> {
    fn of(file: &'a File, number: u16, memory: &'a Bump) -> Part<'a> {
        let (tree, findings) = match file.events {
            Some(events) => yaml::parse_recorded(&file.source, events, number, memory),
            None => yaml::parse(&file.source, number, memory),
        };
        Part { file, tree, findings }
    }
}

/// Why there is no framework.
enum Stop {
    /// for the one who named it
    Named(Missing),
    /// for the file that extends what is missing
    Extended(Box<Finding>),
}

/// Collects the file of a name and of what it extends, the outermost first, each
/// in one of the `places`: what is read of it borrows from it.
fn collect<'a>(
    lookup: Lookup,
    name: &str,
    folder: &Path,
    places: &'a [OnceCell<File>],
    memory: &'a Bump,
) -> Result<Vec<Part<'a>>, Stop> {
    let mut parts: Vec<Part> = Vec::new();
    let mut next = Some((name.to_owned(), folder.to_path_buf(), None));
    for (number, place) in places.iter().enumerate() {
        let Some((name, folder, said)) = next.take() else { break };
        let found = find(lookup, &name, &folder, &parts).map_err(|missing| match said {
            None => Stop::Named(missing),
            // Who extends it is the one to mend it.
            Some(at) => Stop::Extended(Box::new(missing.finding(at))),
        })?;
        let file = place.get_or_init(|| found);
        let part = Part::of(file, number as u16, memory);
        let extends = part.tree.as_ref().and_then(|tree| tree.get("extends")).filter(|_| file.events.is_none());
        if let Some(Node { value: Value::Text(base), span }) = extends {
            let at = Location { source: Arc::clone(&file.source), span: Span { file: 0, ..span } };
            next = Some((base.to_string(), file.path.parent().unwrap_or(Path::new("")).to_path_buf(), Some(at)));
        }
        parts.push(part);
    }
    Ok(parts)
}

/// The file of a name, as seen from `folder`; it is none of those that led to it.
fn find(lookup: Lookup, name: &str, folder: &Path, before: &[Part]) -> Result<File, Missing> {
    let path: PathBuf = if is_path(name) {
        near(&absolute(&folder.join(name)))
    } else if let Some(builtin) = builtins().iter().find(|builtin| builtin.id == name) {
        let source = Source::new(format!("{name}.yaml"), builtin.text);
        return Ok(File { source, path: PathBuf::new(), events: Some(builtin.events) });
    } else if let Some(own) = lookup.own(name) {
        own
    } else {
        let own = lookup.own_ids();
        let known = builtins().iter().map(|builtin| builtin.id).chain(own.iter().map(String::as_str));
        let meant = crate::model::suggest(name, known).map(str::to_owned);
        return Err(Missing::Unknown { id: name.to_owned(), meant });
    };
    let shown = path.display().to_string();
    if before.iter().any(|part| part.file.path == path) {
        return Err(Missing::Ring { path: shown });
    }
    if before.len() >= MOST_FILES {
        return Err(Missing::Many { path: shown });
    }
    let source = lookup.tree.read_regular(&path, &shown).map_err(|why| Missing::File { path: shown, why })?;
    Ok(File { source, path, events: None })
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
} and { files, base });

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
} and { shared });

impl Entity for FrameworkCells {
    fn entity(cx: &mut Cx, id: Id, node: &Node) -> Option<FrameworkCells> {
        Some(FrameworkCells { id, cells: Field::read(cx, node)? })
    }
}

impl FromNode for Localized {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Localized> {
        let Value::Table(entries) = node.value else { return String::from_node(cx, node).map(Localized::One) };
        let mut texts = Text { da: None, nb: None, en: None };
        for entry in entries.iter() {
            let text = cx.field::<Option<crate::source::Spanned<String>>>(&entry)?.map(|text| text.value);
            match Lang::ALL.iter().find(|lang| lang.code() == entry.key()) {
                Some(Lang::Da) => texts.da = text,
                Some(Lang::Nb) => texts.nb = text,
                Some(Lang::En) => texts.en = text,
                None => drop(cx.unknown_key(&entry, &["da", "nb", "en"], "")),
            }
        }
        Some(Localized::Each(texts))
    }
}

impl FromNode for Offset {
    fn from_node(cx: &mut Cx, node: &Node) -> Option<Offset> {
        let offset = match node.value {
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

impl Keyword for Level {
    const WORDS: &'static [(&'static str, Level)] = &[
        ("strategic", Level::Strategic),
        ("tactical", Level::Tactical),
        ("operational", Level::Operational),
        ("support", Level::Support),
    ];
}

impl Keyword for BenefitRole {
    const WORDS: &'static [(&'static str, BenefitRole)] =
        &[("owner", BenefitRole::Owner), ("accountable", BenefitRole::Accountable), ("leader", BenefitRole::Leader)];
}

impl Keyword for Side {
    const WORDS: &'static [(&'static str, Side)] = &[("internal", Side::Internal), ("external", Side::External)];

    const HINTS: &'static [(&'static str, &'static str)] = &[("intern", "internal"), ("ekstern", "external")];
}

impl Keyword for HolderCount {
    const WORDS: &'static [(&'static str, HolderCount)] = &[("one", HolderCount::One), ("many", HolderCount::Many)];
}

impl Keyword for Within {
    const WORDS: &'static [(&'static str, Within)] = &[("cell", Within::Cell), ("plan", Within::Plan)];
}

impl Keyword for Severity {
    const WORDS: &'static [(&'static str, Severity)] = &[
        (Severity::Note.keyword(), Severity::Note),
        (Severity::Warning.keyword(), Severity::Warning),
        (Severity::Error.keyword(), Severity::Error),
    ];

    const HINTS: &'static [(&'static str, &'static str)] = &[("info", "note"), ("warn", "warning")];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_recorded_is_what_would_be_read() {
        let memory = Bump::new();
        for builtin in builtins() {
            let source = Source::new(builtin.id, builtin.text);
            let recorded = yaml::parse_recorded(&source, builtin.events, 0, &memory);
            let read = yaml::parse(&source, 0, &memory);
            assert_eq!(format!("{recorded:?}"), format!("{read:?}"), "{}", builtin.id);
            assert!(recorded.0.is_some_and(|tree| tree.get("id").is_some()));
        }
    }
}
