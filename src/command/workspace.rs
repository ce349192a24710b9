//! What the plans of a run share: the tree they are read from, the settings of
//! their repositories and the frameworks they follow, each read once.

use std::collections::HashMap;
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::templates;
use crate::check;
use crate::finding::Finding;
use crate::model::Framework;
use crate::read::repository::Repository;
use crate::read::tree::{Tree, absolute};
use crate::read::{self, Lookup, Missing};

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
        // However a folder is written, it is the same one's: plans are grouped by what they share.
        self.repositories.get(folder.to_path_buf(), |folder| match absolute(folder) {
            whole if whole == *folder => self.nearest(folder),
            whole => self.repository(&whole),
        })
    }

    /// The repository of a folder, or of the nearest above it.
    fn nearest(&self, folder: &Path) -> Option<Arc<Settled>> {
        match Repository::at(folder, &self.tree) {
            Some((repository, mut findings)) => {
                findings.extend(check::config(&repository.config, templates::all));
                Some(Arc::new(Settled { repository, findings }))
            }
            None => folder.parent().and_then(|parent| self.repository(parent)),
        }
    }

    /// The framework of a name, as a plan in a folder sees it.
    pub fn framework(&self, name: &str, folder: &Path) -> Arc<Loaded> {
        self.framework_in(name, folder, self.repository(folder).as_deref())
    }

    /// The same, where the folder's repository is known.
    pub fn framework_in(&self, name: &str, folder: &Path, settled: Option<&Settled>) -> Arc<Loaded> {
        let templates = settled.map(|settled| settled.repository.templates.as_path());
        let lookup = Lookup { tree: &self.tree, templates };
        // A path is as the folder sees it, an id as the repository does.
        let key = match templates {
            _ if read::is_path(name) => (absolute(&folder.join(name)), String::new()),
            templates => (templates.unwrap_or(Path::new("")).to_path_buf(), name.to_owned()),
        };
        self.frameworks.get(key, |_| {
            let read::Loaded { framework, mut findings, missing } = read::framework_in(lookup, name, folder);
            findings.extend(framework.iter().flat_map(check::framework));
            Arc::new(Loaded { framework: framework.map(Arc::new), findings, missing })
        })
    }

    /// The ids of the repository's own frameworks that a folder's plans can name.
    pub fn own_ids(&self, folder: &Path) -> Vec<String> {
        let settled = self.repository(folder);
        let templates = settled.as_ref().map(|settled| settled.repository.templates.as_path());
        Lookup { tree: &self.tree, templates }.own_ids()
    }

    /// Every framework that was asked for so far.
    pub fn seen(&self) -> Vec<Arc<Loaded>> {
        self.frameworks.made()
    }

    /// The repository's own frameworks, by id.
    pub fn own_frameworks(&self, folder: &Path) -> Vec<Arc<Loaded>> {
        self.own_ids(folder).iter().map(|id| self.framework(id, folder)).collect()
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

    /// All that were made so far, in no order.
    fn made(&self) -> Vec<V> {
        let slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slots.values().filter_map(|slot| slot.get().cloned()).collect()
    }
}
