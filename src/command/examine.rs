//! Everything that is wrong with some plans: each by itself, what they share,
//! and all of them together.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::open::{self, Opened};
use super::workspace::{Settled, Workspace};
use super::{Settings, progress};
use crate::check::{self, Asked, Digest, Plans};
use crate::finding::{self, Finding};
use crate::locale::Lang;
use crate::model::SharedPeople;
use crate::read::file::Failure;
use crate::source::Source;

/// What was found in some plans.
#[derive(Debug, Default)]
pub struct Examined {
    /// In the order of the plans, each in its plan's language.
    pub findings: Vec<(Lang, Finding)>,
    /// The plans that were read.
    pub plans: Vec<String>,
    /// The files that could not be, and why.
    pub unread: Vec<(PathBuf, Failure)>,
    /// The language of the only plan, or that of the repository's settings.
    pub lang: Option<Lang>,
    /// The plans of which something could not be read, so that rules kept silent.
    pub blind: HashSet<String>,
}

/// One plan's own part.
struct Part {
    name: String,
    lang: Lang,
    findings: Vec<Finding>,
    /// What is wrong with files that other plans may share.
    shared: Vec<Finding>,
    digest: Digest,
    repository: Option<Arc<Settled>>,
    /// Whether something could not be read, so that rules kept silent.
    blind: bool,
}

/// Looks at plans, several at a time.
pub fn examine(paths: &[PathBuf], workspace: &Workspace, settings: &Settings, asked: Asked) -> Examined {
    let done = AtomicUsize::new(0);
    let one = |path: &PathBuf| {
        let part = part(path, workspace, settings, asked);
        done.fetch_add(1, Ordering::Relaxed);
        part
    };
    let parts: Vec<Result<Part, (PathBuf, Failure)>> = progress::shown(settings, paths.len(), &done, || match paths {
        [path] => vec![one(path)],
        paths => paths.par_iter().map(one).collect(),
    });
    let mut examined = Examined::default();
    let mut read = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Ok(part) => read.push(part),
            Err(unread) => examined.unread.push(unread),
        }
    }
    examined.lang = match read.as_slice() {
        [only] => Some(only.lang),
        all => settings.lang.or_else(|| all.iter().find_map(Part::set_language)),
    };
    unused_frameworks(&mut read, workspace);
    together(&mut read, asked);
    let mut said = HashSet::new();
    examined.findings.reserve(read.iter().map(|part| part.findings.len()).sum());
    for part in read {
        let mut findings = part.findings;
        findings.extend(part.shared.into_iter().filter(|finding| said.insert(place(finding))));
        finding::sort(&mut findings);
        examined.findings.extend(findings.into_iter().map(|finding| (part.lang, finding)));
        if part.blind {
            examined.blind.insert(part.name.clone());
        }
        // To take it apart word by word would hold up all processors but one.
        std::mem::forget(part.digest);
        examined.plans.push(part.name);
    }
    examined
}

impl Part {
    /// The language that the repository's settings ask for.
    fn set_language(&self) -> Option<Lang> {
        let settled = self.repository.as_ref()?;
        settled.repository.config.language.as_ref().map(|lang| lang.value)
    }
}

/// Adds what is wrong with a repository's frameworks that no plan follows yet.
fn unused_frameworks(parts: &mut [Part], workspace: &Workspace) {
    let mut seen = HashSet::new();
    for part in parts {
        if part.repository.as_ref().is_some_and(|settled| seen.insert(Arc::as_ptr(settled))) {
            let folder = Path::new(&part.name).parent().unwrap_or(Path::new("")).to_path_buf();
            let own = workspace.own_frameworks(&folder);
            part.shared.extend(own.iter().flat_map(|loaded| loaded.findings.iter().cloned()));
        }
    }
}

/// What tells apart the findings of a file that several plans share.
fn place(finding: &Finding) -> (String, u32, &'static str, String) {
    let at = &finding.primary.at;
    (at.source.name().to_owned(), at.span.start, finding.rule, finding.message.get(Lang::En).to_owned())
}

fn part(path: &Path, workspace: &Workspace, settings: &Settings, asked: Asked) -> Result<Part, (PathBuf, Failure)> {
    let name = path.display().to_string();
    let opened = match open::open(path, workspace) {
        Ok(opened) => opened,
        Err(failure) => {
            let Some(finding) = failure.finding(&name) else { return Err((path.to_path_buf(), failure)) };
            return Ok(Part {
                name,
                lang: settings.lang(),
                findings: vec![finding],
                shared: Vec::new(),
                digest: Digest::default(),
                repository: None,
                blind: true,
            });
        }
    };
    let lang = opened.lang(settings);
    let mut shared: Vec<Finding> = opened.shared().cloned().collect();
    let Opened { plan, framework, repository, mut findings } = opened;
    if let Some(framework) = &framework.framework {
        let config = repository.as_ref().map(|settled| &settled.repository.config);
        let langs = asked.langs.with(lang);
        findings.extend(check::check(&plan, framework, settings.today, Asked { config, langs, ..asked }));
    }
    // What stands in the file of shared people is said once, not by each plan that names them.
    let own = plan.files.iter().next().map(Arc::as_ptr);
    let is_other = |finding: &mut Finding| own.is_some_and(|own| Arc::as_ptr(&finding.primary.at.source) != own);
    shared.extend(findings.extract_if(.., is_other));
    // Sorted by many processors here, so that little is left to do where `examine` sorts again, with what is added.
    finding::sort(&mut findings);
    let digest = Digest::of(&plan, framework.framework.as_deref(), settings.today);
    let blind = framework.framework.is_none() || !plan.damaged.is_empty();
    Ok(Part { name, lang, findings, shared, digest, repository, blind })
}

/// Adds what shows only when the plans of a repository are looked at together.
fn together(parts: &mut [Part], asked: Asked) {
    let of = |part: &Part| part.repository.as_ref().map(Arc::as_ptr);
    let mut groups: Vec<(Option<*const Settled>, Vec<usize>)> = Vec::new();
    let mut places = HashMap::new();
    for (at, part) in parts.iter().enumerate() {
        let group = *places.entry(of(part)).or_insert_with(|| {
            groups.push((of(part), Vec::new()));
            groups.len() - 1
        });
        if let Some((_, members)) = groups.get_mut(group) {
            members.push(at);
        }
    }
    let mut found = Vec::new();
    let nobody = SharedPeople::default();
    for (_, group) in &groups {
        let members: Vec<&Part> = group.iter().filter_map(|at| parts.get(*at)).collect();
        let repository = members.first().and_then(|part| part.repository.as_ref()).map(|settled| &settled.repository);
        let shared = repository.map_or(&nobody, |repository| &*repository.people);
        let config = repository.map(|repository| &repository.config);
        let all: Vec<&Digest> = members.iter().map(|part| &part.digest).collect();
        let across = check::across(&Plans { all: &all, shared }, Asked { config, ..asked });
        let first = group.first().copied().unwrap_or(0);
        found.extend(across.into_iter().map(|finding| (first, finding)));
    }
    if found.is_empty() {
        return;
    }
    let by_source: HashMap<*const Source, usize> =
        parts.iter().enumerate().filter_map(|(at, part)| Some((Arc::as_ptr(part.digest.source()?), at))).collect();
    for (first, finding) in found {
        // What stands in a shared file is told with the first of those that share it.
        let at = by_source.get(&Arc::as_ptr(&finding.primary.at.source)).copied().unwrap_or(first);
        if let Some(part) = parts.get_mut(at) {
            part.findings.push(finding);
        }
    }
}
