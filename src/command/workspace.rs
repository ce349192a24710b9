//! What the plans of a run share: the tree they are read from, the settings of
//! their repositories and the frameworks they follow, each read once.

use std::collections::HashMap;
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::templates;
use crate::check;
use crate::finding::{Finding, Severity, reading};
use crate::locale::msg;
use crate::model::Framework;
use crate::read::repository::Repository;
use crate::read::tree::{Tree, absolute, near};
use crate::read::{self, Lookup, Missing};
use crate::source::Location;

/// What the plans of a run share.
#[derive(Debug, Default)]
pub struct Workspace {
    tree: Tree,
    /// Whether repositories may have settings.
    settings: bool,
    repositories: Once<PathBuf, Option<Arc<Settled>>>,
    frameworks: Once<(PathBuf, String), Arc<Loaded>>,
}

/// A repository and what is wrong with its settings.
#[derive(Debug)]
pub struct Settled {
    pub repository: Repository,
    pub findings: Vec<Finding>,
}

/// A framework, or why there is none, and what is wrong with its own files.
#[derive(Debug, Default)]
pub struct Loaded {
    pub framework: Option<Arc<Framework>>,
    pub findings: Vec<Finding>,
    pub missing: Option<Missing>,
}

impl Workspace {
    pub fn new(tree: Tree, settings: bool) -> Workspace {
        Workspace { tree, settings, ..Workspace::default() }
    }

    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The repository that a folder lies in, if one above it has settings.
    pub fn repository(&self, folder: &Path) -> Option<Arc<Settled>> {
        if !self.settings {
            return None;
        }
        self.repositories.get(absolute(folder), |folder| match Repository::at(folder, &self.tree) {
            Some((repository, mut findings)) => {
                findings.extend(check::config(&repository.config, templates::all));
                Some(Arc::new(Settled { repository, findings }))
            }
            None => folder.parent().and_then(|parent| self.repository(parent)),
        })
    }

    /// The framework of a name, as a plan in a folder sees it.
    pub fn framework(&self, name: &str, folder: &Path) -> Arc<Loaded> {
        let settled = self.repository(folder);
        let templates = settled.as_ref().map(|settled| settled.repository.templates.as_path());
        // A path is as the folder sees it, an id as the repository does.
        let from = match templates {
            _ if read::is_path(name) => absolute(folder),
            templates => templates.unwrap_or(Path::new("")).to_path_buf(),
        };
        self.frameworks.get((from, name.to_owned()), |_| {
            let lookup = Lookup { tree: &self.tree, templates };
            let read::Loaded { framework, mut findings, missing } = read::framework_in(lookup, name, folder);
            findings.extend(framework.iter().flat_map(check::framework));
            findings.extend(templates.and_then(|templates| self.hidden(name, templates)));
            Arc::new(Loaded { framework: framework.map(Arc::new), findings, missing })
        })
    }

    /// The frameworks of the repository that a folder lies in, by name.
    pub fn own_frameworks(&self, folder: &Path) -> Vec<Arc<Loaded>> {
        let Some(settled) = self.repository(folder) else { return Vec::new() };
        let files = std::fs::read_dir(&settled.repository.templates).into_iter().flatten().flatten();
        let id = |path: PathBuf| {
            let is_framework = path.extension().is_some_and(|ending| ending == "yaml");
            path.file_stem().filter(|_| is_framework).map(|id| id.to_string_lossy().into_owned())
        };
        let mut ids: Vec<String> = files.filter_map(|file| id(file.path())).collect();
        ids.sort();
        ids.retain(|id| !read::builtins().iter().any(|builtin| builtin.id == id));
        ids.iter().map(|id| self.framework(id, folder)).collect()
    }

    /// Says that a repository's own framework has the id of a built-in one, which is taken.
    fn hidden(&self, name: &str, templates: &Path) -> Option<Finding> {
        read::builtins().iter().find(|builtin| builtin.id == name)?;
        let path = templates.join(format!("{name}.yaml"));
        let source =
            self.tree.has(&path).then(|| self.tree.read_regular(&path, &near(&path).display().to_string()).ok())??;
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
}

/// Values that are made once each, also where many threads ask.
#[derive(Debug)]
struct Once<K, V>(Mutex<HashMap<K, Arc<OnceLock<V>>>>);

impl<K, V> Default for Once<K, V> {
    fn default() -> Once<K, V> {
        Once(Mutex::default())
    }
}

impl<K: Hash + Eq + Clone, V: Clone> Once<K, V> {
    fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = Arc::clone(slots.entry(key.clone()).or_default());
        // The lock is given back before the value is made: making one may ask for another.
        drop(slots);
        slot.get_or_init(|| make(&key)).clone()
    }
}
