//! Finds the plans that a command is about and reads each with its framework.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use indexmap::IndexMap;

use super::workspace::{Loaded, Settled, Workspace};
use super::{Settings, kept, output, stop};
use crate::cli::Output;
use crate::finding::{Finding, Severity};
use crate::locale::{Lang, msg};
use crate::memory::{self, Amount};
use crate::model::{Framework, Plan};
use crate::read;
use crate::read::discover::{self, Found};
use crate::read::file::{self, Failure};
use crate::read::tree::Tree;
use crate::source::Source;
use crate::view::Scene;

/// A plan, what it shares with others, and what is wrong with its own form.
#[derive(Debug)]
pub struct Opened {
    pub plan: Plan,
    pub framework: Arc<Loaded>,
    pub repository: Option<Arc<Settled>>,
    pub findings: Vec<Finding>,
}

impl Opened {
    /// The language asked for, else the repository's, else the plan's, else its framework's, else the locale's.
    pub fn lang(&self, settings: &Settings) -> Lang {
        let own = self.plan.language.as_ref().map(|lang| lang.value);
        let set = self.repository.as_ref().and_then(|settled| settled.repository.config.language.as_ref());
        let framework = || self.framework.framework.as_ref().map(|framework| framework.language());
        settings.lang.or(set.map(|lang| lang.value)).or(own).or_else(framework).unwrap_or(settings.locale)
    }

    /// The framework, an empty one where it cannot be read.
    pub fn framework(&self) -> Arc<Framework> {
        self.framework.framework.as_ref().map_or_else(Arc::default, Arc::clone)
    }

    /// The plan as views see it: as it stood on the day, and without names where that is asked for.
    pub fn seen(self, asked: &Output, settings: &Settings, lang: Lang) -> (Plan, Arc<Framework>) {
        let framework = self.framework();
        let plan = self.plan.as_of(settings.today);
        let plan = if asked.redact { plan.redacted(&framework, lang) } else { plan };
        (plan, framework)
    }

    /// What is wrong with the files that the plan shares with others.
    pub fn shared(&self) -> impl Iterator<Item = &Finding> {
        let settings = self.repository.iter().flat_map(|repository| &repository.findings);
        settings.chain(&self.framework.findings)
    }
}

/// The files that a list of files and folders stands for, and the folders in
/// them that could not be looked into.
pub fn paths(given: &[PathBuf], workspace: &Workspace) -> Result<Found> {
    let found = look(given, workspace);
    if found.plans.is_empty() && found.ignored > 0 {
        let count = found.ignored;
        return stop(msg!(
            "ingen planer at se på: `ignore` i .plan/config.toml udelader {count}",
            "ingen planer å se på: `ignore` i .plan/config.toml utelater {count}",
            "no plans to look at: `ignore` in .plan/config.toml leaves out {count}",
        ));
    }
    if found.plans.is_empty() && found.unread.is_empty() {
        let here = [PathBuf::from(".")];
        let given = if given.is_empty() { &here } else { given };
        let where_ = given.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
        if where_ == "." {
            return stop(msg!(
                "ingen planer fundet i denne mappe: en plan hedder plan.toml eller noget.plan.toml; lav en med `plan init`",
                "ingen planer funnet i denne mappen: en plan heter plan.toml eller noe.plan.toml; lag en med `plan init`",
                "no plans found in this folder: a plan is called plan.toml or something.plan.toml; make one with `plan init`",
            ));
        }
        return stop(msg!(
            "ingen planer fundet i {where_}: en plan hedder plan.toml eller noget.plan.toml; lav en med `plan init`",
            "ingen planer funnet i {where_}: en plan heter plan.toml eller noe.plan.toml; lag en med `plan init`",
            "no plans found in {where_}: a plan is called plan.toml or something.plan.toml; make one with `plan init`",
        ));
    }
    Ok(found)
}

/// As [`paths`], which may also be none.
pub fn look(given: &[PathBuf], workspace: &Workspace) -> Found {
    let here = [PathBuf::from(".")];
    let given = if given.is_empty() { &here } else { given };
    let mut found = Found::default();
    for path in given {
        if path.as_os_str() != "-" && workspace.tree().has_folder(path) {
            let below = workspace.tree().plans(path);
            let before = below.plans.len();
            let is_kept = |path: &Path| {
                let folder = path.parent().unwrap_or(Path::new(""));
                !workspace.repository(folder).is_some_and(|settled| settled.repository.ignores(path))
            };
            let kept = below.plans.into_iter().filter(|plan| is_kept(plan));
            let kept: Vec<_> = kept.map(|path| path.strip_prefix(".").map(Path::to_path_buf).unwrap_or(path)).collect();
            found.ignored += before - kept.len();
            found.plans.extend(kept);
            found.unread.extend(below.unread.into_iter().filter(|(path, _)| is_kept(path)));
            found.linked |= below.linked;
        } else {
            found.plans.push(path.clone());
        }
    }
    // A walk through one folder meets each file once.
    if given.len() > 1 || found.linked {
        let mut seen = std::collections::HashSet::new();
        found.plans.retain(|path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())));
    }
    found
}

/// Says on standard error what could not be looked at.
fn complain_of_unread(unread: &[(PathBuf, Failure)], lang: Lang) {
    for (path, failure) in unread {
        output::warn(failure.message(&path.display().to_string()).get(lang), lang);
    }
}

/// The one plan that a view is about: the one named, else the only one here.
pub fn the_one(given: Option<&Path>) -> Result<PathBuf> {
    if let Some(path) = given {
        return Ok(path.to_path_buf());
    }
    let mut here = discover::beside(Path::new("."));
    if let Some(at) = here.iter().position(|path| path.ends_with("plan.toml")) {
        here.swap(0, at);
        here.truncate(1);
    }
    match here.as_slice() {
        [only] => Ok(only.strip_prefix(".").unwrap_or(only).to_path_buf()),
        [] => stop(msg!(
            "her er ingen plan; skriv, hvilken fil det er, eller lav en med `plan init`",
            "her er ingen plan; skriv hvilken fil, eller lag en med `plan init`",
            "there is no plan here; name the file, or make one with `plan init`",
        )),
        several => {
            let names = several.iter().map(|path| path.strip_prefix(".").unwrap_or(path).display().to_string());
            let names = names.collect::<Vec<_>>().join(", ");
            stop(msg!(
                "her er flere planer: {names}; skriv, hvilken det er",
                "her er flere planer: {names}; skriv hvilken det er",
                "there are several plans here: {names}; say which"
            ))
        }
    }
}

/// From so many bytes on a plan is large: it has about a thousand tasks.
const LARGE: usize = 1 << 18;

/// Reads a plan and its framework, or says why the file cannot be read.
pub fn open(path: &Path, workspace: &Workspace) -> Result<Opened, Failure> {
    let name = path.display().to_string();
    let is_stdin = name == "-";
    let source = if is_stdin { file::stdin() } else { workspace.tree().read(path, &name) }?;
    if source.text().len() >= LARGE {
        memory::expect(Amount::Much);
    }
    let folder = if is_stdin { Path::new("") } else { path.parent().unwrap_or(Path::new("")) };
    Ok(join(&source, folder, workspace))
}

/// Reads a copy of a plan, which sees what the plan itself sees.
pub fn copy(file: &Path, plan: &Path, workspace: &Workspace) -> Result<Opened, Failure> {
    let source = workspace.tree().read(file, &file.display().to_string())?;
    Ok(join(&source, plan.parent().unwrap_or(Path::new("")), workspace))
}

fn join(source: &Arc<Source>, folder: &Path, workspace: &Workspace) -> Opened {
    let repository = workspace.repository(folder);
    if let Some(finding) = read::empty_file(source) {
        return Opened { plan: Plan::default(), framework: Arc::default(), repository, findings: vec![finding] };
    }
    let (mut plan, mut findings) = read::plan(source);
    if let Some(settled) = &repository {
        plan.add_shared(&settled.repository.people);
    }
    let Some(template) = &plan.template else {
        return Opened { plan, framework: Arc::default(), repository, findings };
    };
    let framework = workspace.framework_in(template, folder, repository.as_deref());
    if let Some(missing) = &framework.missing {
        findings.push(missing.finding(plan.at(template.span)));
    }
    Opened { plan, framework, repository, findings }
}

/// Reads the one plan of a view. Its mistakes go to standard error as a count:
/// the view shows what could be read, and `plan check` says the rest.
pub fn for_view(
    given: Option<&Path>,
    asked: &Output,
    settings: &Settings,
) -> Result<(ManuallyDrop<Plan>, Arc<Framework>, Lang)> {
    let path = the_one(given)?;
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let opened = match open(&path, &workspace) {
        Ok(opened) => opened,
        Err(failure) => return stop(failure.message(&path.display().to_string())),
    };
    let lang = opened.lang(settings);
    note_mistakes(&path, &opened, lang);
    let (plan, framework) = opened.seen(asked, settings, lang);
    Ok((kept(plan), framework, lang))
}

/// Several plans as views see them.
#[derive(Debug)]
pub struct Several {
    plans: Vec<(Plan, Arc<Framework>, Lang)>,
    /// The language asked for, else the last plan's.
    pub lang: Lang,
    /// Whether something could not be read at all.
    unreadable: bool,
}

impl Several {
    pub fn scenes(&self, settings: &Settings) -> Vec<Scene<'_>> {
        let all = self.plans.iter();
        all.map(|(plan, framework, lang)| Scene::new(plan, framework, settings.today, *lang)).collect()
    }

    pub fn code(&self) -> ExitCode {
        if self.unreadable { ExitCode::from(2) } else { ExitCode::SUCCESS }
    }
}

/// Reads the plans that a list of files and folders stands for; those that cannot
/// be read are named on standard error and left out.
pub fn several(given: &[PathBuf], asked: &Output, settings: &Settings) -> Result<Several> {
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let found = paths(given, &workspace)?;
    let mut lang = settings.lang();
    let mut unreadable = !found.unread.is_empty();
    complain_of_unread(&found.unread, lang);
    let mut plans = Vec::new();
    for path in found.plans {
        match open(&path, &workspace) {
            Ok(opened) => {
                lang = opened.lang(settings);
                note_mistakes(&path, &opened, lang);
                let (plan, framework) = opened.seen(asked, settings, lang);
                plans.push((plan, framework, lang));
            }
            Err(failure) => {
                unreadable = true;
                output::warn(failure.message(&path.display().to_string()).get(lang), lang);
            }
        }
    }
    let lang = if plans.len() == 1 { lang } else { settings.lang.unwrap_or(lang) };
    Ok(Several { plans, lang, unreadable })
}

/// Says on standard error how many mistakes of form a plan has, and the files that it shares.
pub fn note_mistakes(path: &Path, opened: &Opened, lang: Lang) {
    let findings = opened.findings.iter().chain(opened.shared());
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for finding in findings.filter(|finding| finding.severity == Severity::Error) {
        *counts.entry(finding.primary.at.source.name()).or_default() += 1;
    }
    let plan = path.display();
    for (name, count) in counts {
        let errors = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
        let text = msg!(
            "{name} har {count} fejl, så noget kan mangle her; se `plan check {plan}`",
            "{name} har {count} feil, så noe kan mangle her; se `plan check {plan}`",
            "{name} has {errors}, so something may be missing here; see `plan check {plan}`",
        );
        output::remark(text.get(lang));
    }
}
