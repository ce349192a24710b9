//! A folder with a `.plan` in it: what its plans share.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::config;
use super::file::Failure;
use super::tree::{Tree, absolute, near};
use crate::finding::{Finding, Severity, reading};
use crate::locale::msg;
use crate::model::{Config, SharedPeople};
use crate::source::{Location, Source, Spanned};

/// The folder of settings in a repository of plans.
pub(super) const FOLDER: &str = ".plan";

/// The settings of a repository of plans, its people and the place of its frameworks.
#[derive(Debug)]
pub struct Repository {
    pub config: Config,
    pub people: Arc<SharedPeople>,
    /// The folder of its own frameworks.
    pub templates: PathBuf,
    ignored: Gitignore,
}

impl Repository {
    /// The repository whose folder this is, if there is a `.plan` in it, and
    /// every mistake in the form of its files.
    pub fn at(root: &Path, tree: &Tree) -> Option<(Repository, Vec<Finding>)> {
        tree.has_folder(&root.join(FOLDER)).then(|| Opening { tree, root, findings: Vec::new() }.repository())
    }

    /// Whether the settings leave a plan out.
    pub fn ignores(&self, plan: &Path) -> bool {
        let plan = absolute(plan);
        plan.starts_with(self.ignored.path()) && self.ignored.matched_path_or_any_parents(&plan, false).is_ignore()
    }
}

struct Opening<'t> {
    tree: &'t Tree,
    root: &'t Path,
    findings: Vec<Finding>,
}

impl Opening<'_> {
    fn repository(mut self) -> (Repository, Vec<Finding>) {
        let folder = self.root.join(FOLDER);
        let config = self.file(&folder.join("config.toml"), None);
        let (config, mistakes) = config.map_or_else(Default::default, |source| config::config(&source));
        self.findings.extend(mistakes);
        let (templates, said) = self.place(&config, &config.templates, folder.join("templates"));
        if let Some(at) = said.filter(|_| !self.tree.has_folder(&templates)) {
            let name = near(&templates).display().to_string();
            self.findings.push(Finding::new(
                reading::UNREADABLE,
                Severity::Error,
                at,
                msg!("der er ingen mappe `{name}`", "det er ingen mappe `{name}`", "there is no folder `{name}`"),
            ));
        }
        let (people, said) = self.place(&config, &config.people, folder.join("people.toml"));
        let people = self.file(&people, said);
        let (people, mistakes) = people.map_or_else(Default::default, |source| config::people(&source));
        self.findings.extend(mistakes);
        let ignored = self.ignored(&config);
        (Repository { config, people: Arc::new(people), templates: near(&templates), ignored }, self.findings)
    }

    /// Where the settings say that something is, and where they say so; else its usual place.
    fn place(
        &mut self,
        config: &Config,
        said: &Option<Spanned<String>>,
        usual: PathBuf,
    ) -> (PathBuf, Option<Location>) {
        let Some(said) = said else { return (usual, None) };
        let path = absolute(&self.root.join(&said.value));
        let below = path.strip_prefix(self.root).unwrap_or(&path);
        let is_hidden = below.iter().any(|part| part.to_string_lossy().starts_with('.') && part != FOLDER);
        if self.is_inside(&path) && !is_hidden {
            return (path, Some(config.at(said.span)));
        }
        let path = &said.value;
        // What is hidden is git's, or another program's, and not for a message to show.
        let message = msg!(
            "`{path}` ligger uden for planernes mappe eller er skjult",
            "`{path}` ligger utenfor mappen med planene eller er skjult",
            "`{path}` lies outside the folder of the plans, or is hidden",
        );
        let mut finding = Finding::new(reading::INVALID_VALUE, Severity::Error, config.at(said.span), message);
        finding.help(msg!(
            "skriv en sti i den mappe, som `{FOLDER}` ligger i",
            "skriv en sti i mappen som `{FOLDER}` ligger i",
            "write a path in the folder that holds `{FOLDER}`",
        ));
        self.findings.push(finding);
        (usual, None)
    }

    /// The text of a file; it may be missing where the settings do not name it.
    fn file(&mut self, path: &Path, named: Option<Location>) -> Option<Arc<Source>> {
        if named.is_none() && !self.tree.has_anything(path) {
            return None;
        }
        let name = near(path).display().to_string();
        let read = if self.is_inside(path) { self.tree.read_regular(path, &name) } else { Err(Failure::Elsewhere) };
        match read {
            Ok(source) => Some(source),
            Err(failure) => {
                let place = || named.unwrap_or_else(|| Location::whole(&Source::new(name.as_str(), "")));
                let said = || {
                    let mut finding =
                        Finding::new(reading::UNREADABLE, Severity::Error, place(), failure.message(&name));
                    finding.help(msg!(
                        "stier i indstillingerne begynder i den mappe, som `{FOLDER}` ligger i",
                        "stier i innstillingene begynner i mappen som `{FOLDER}` ligger i",
                        "paths in the settings begin in the folder that holds `{FOLDER}`",
                    ));
                    finding
                };
                self.findings.push(failure.finding(&name).unwrap_or_else(said));
                None
            }
        }
    }

    fn ignored(&mut self, config: &Config) -> Gitignore {
        let mut ignored = GitignoreBuilder::new(self.root);
        for pattern in &config.ignore {
            if ignored.add_line(None, &pattern.value).is_err() {
                let words = &pattern.value;
                let message = msg!(
                    "`{words}` er ikke et mønster som i .gitignore",
                    "`{words}` er ikke et mønster som i .gitignore",
                    "`{words}` is not a pattern as in .gitignore",
                );
                self.findings.push(Finding::new(
                    reading::INVALID_VALUE,
                    Severity::Error,
                    config.at(pattern.span),
                    message,
                ));
            }
        }
        ignored.build().unwrap_or_else(|_| Gitignore::empty())
    }

    /// Whether a path lies in the repository, also where links lead: what lies
    /// elsewhere is not the repository's to show.
    fn is_inside(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        path.starts_with(self.root) && (!path.exists() || real(path).starts_with(real(self.root)))
    }
}
