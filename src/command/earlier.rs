//! Earlier states of a plan: of a day, of a revision in git, in a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use super::workspace::Workspace;
use super::{Settings, open, output, stop_in};
use crate::calendar::{Date, Period, PeriodError};
use crate::cli::Output;
use crate::locale::{Lang, msg};
use crate::model::{Framework, Plan};
use crate::read::git::{self, GitError, Revision};
use crate::read::snapshot;
use crate::read::tree::{Tree, near};
use crate::view::{self, Scene, Version, VersionKind};

/// A state of a plan, as views see it.
#[derive(Debug)]
pub struct State {
    plan: Plan,
    framework: Arc<Framework>,
    lang: Lang,
    pub version: Version,
}

impl State {
    /// The state as of its own day.
    pub fn scene(&self) -> Scene<'_> {
        Scene::new(&self.plan, &self.framework, self.version.day, self.lang)
    }

    /// The state that a report tells the difference to.
    pub fn earlier(&self) -> view::Earlier<'_> {
        view::Earlier { scene: self.scene(), version: self.version.clone() }
    }
}

/// How a state is to be seen.
#[derive(Debug, Clone, Copy)]
pub struct Eyes<'a> {
    pub asked: &'a Output,
    pub settings: &'a Settings,
    /// The language of what it is compared with; nothing where it is its own.
    pub lang: Option<Lang>,
}

impl Eyes<'_> {
    /// Reads a plan from a tree of files; `file` is what is read, `plan` the plan that it is a copy of.
    fn see(self, file: &Path, plan: &Path, tree: Tree, version: Version) -> Result<State> {
        let workspace = Workspace::new(tree, self.settings.config);
        let opened = match open::copy(file, plan, &workspace) {
            Ok(opened) => opened,
            Err(failure) => return stop_in(self.lang, failure.message(&file.display().to_string())),
        };
        let lang = self.lang.unwrap_or_else(|| opened.lang(self.settings));
        let plan = &opened.plan;
        if plan.template.is_none() && plan.title.is_none() && plan.tasks.is_empty() && plan.damaged.is_empty() {
            let name = version.name.as_deref().unwrap_or("");
            let message = msg!(
                "`{name}` er ikke en plan, så der er intet at sammenligne med",
                "`{name}` er ikke en plan, så det er ingenting å sammenligne med",
                "`{name}` is not a plan, so there is nothing to compare with",
            );
            return stop_in(Some(lang), message);
        }
        if !opened.plan.damaged.is_empty() {
            let name = version.name.as_deref().unwrap_or("");
            let text = msg!(
                "planen, som den stod i {name}, kan ikke læses helt, så noget kan se ud, som om det er ændret",
                "planen slik den sto i {name}, kan ikke leses helt, så noe kan se ut som om det er endret",
                "the plan as it stood in {name} cannot be read whole, so something may look as if it had changed",
            );
            output::remark(text.get(lang));
        }
        let settings = Settings { today: version.day, ..self.settings.clone() };
        let (plan, framework) = opened.seen(self.asked, &settings, lang);
        Ok(State { plan, framework, lang, version })
    }
}

/// What somebody means by a text such as `2025-05-12`, `HEAD~3` or `old.plan.toml`.
#[derive(Debug)]
pub enum Asked {
    Day(Date),
    File(PathBuf),
    Revision(String),
}

impl Asked {
    /// A day, else a file that there is, else a revision.
    pub fn read(text: &str, option: &str) -> Result<Asked> {
        let names_time = !matches!(text.trim().parse::<Period>(), Err(PeriodError::NotAPeriod));
        Ok(if names_time {
            Asked::Day(super::day(text, option)?)
        } else if Path::new(text).is_file() || (text.ends_with(".toml") && !text.contains(':')) {
            // What is called like a file is one, if only one that is not there.
            Asked::File(PathBuf::from(text))
        } else {
            Asked::Revision(text.to_owned())
        })
    }
}

/// A plan as it stood at the end of a day: in the last commit or the last copy, whichever is later; nothing where
/// there is neither.
pub fn on_day(plan: &Path, day: Date, eyes: Eyes) -> Result<Option<State>> {
    let committed = match git::last_until(plan, day) {
        Ok(past) => past,
        Err(GitError::Missing | GitError::NoRepository | GitError::NoCommits) => None,
        Err(error) => {
            complain(&error, eyes);
            None
        }
    };
    let copied = snapshot::last_until(plan, day);
    match (committed, copied) {
        // Of one day, a commit says more than the day.
        (Some(git::Past { revision, day, path }), copied) if copied.as_ref().is_none_or(|(of, _)| *of <= day) => {
            let version = in_git(&revision, day);
            eyes.see(&path, &path, Tree::Revision(Box::new(revision)), version).map(Some)
        }
        (_, Some((day, file))) => {
            let version = Version { kind: VersionKind::Snapshot, name: Some(file.display().to_string()), day };
            eyes.see(&file, plan, Tree::Disk, version).map(Some)
        }
        (_, None) => Ok(None),
    }
}

/// A plan as a revision has it, under the name that it had then.
pub fn in_revision(plan: &Path, revision: &str, option: &str, eyes: Eyes) -> Result<State> {
    let folder = plan.parent().unwrap_or(Path::new(""));
    let opened = Revision::open(revision, folder).and_then(|at| Ok((at.day()?, at)));
    let (day, at) = match opened {
        Ok(opened) => opened,
        Err(GitError::Unknown { revision }) => {
            let message = msg!(
                "{option}: `{revision}` er hverken en dag (2026-10-05), en fil eller en version, som git kender her",
                "{option}: `{revision}` er verken en dag (2026-10-05), en fil eller en versjon som git kjenner her",
                "{option}: `{revision}` is neither a day (2026-10-05) nor a file nor a revision that git knows here",
            );
            return stop_in(eyes.lang, message);
        }
        Err(GitError::NoRepository) => {
            let message = msg!(
                "{option}: `{revision}` er hverken en dag (2026-10-05) eller en fil, og planerne ligger ikke i et git-repository",
                "{option}: `{revision}` er verken en dag (2026-10-05) eller en fil, og planene ligger ikke i et git-repository",
                "{option}: `{revision}` is neither a day (2026-10-05) nor a file, and the plans are not in a git repository",
            );
            return stop_in(eyes.lang, message);
        }
        Err(error) => {
            let why = error.message();
            return stop_in(eyes.lang, msg!("{option}: {why}", "{option}: {why}", "{option}: {why}"; why = why));
        }
    };
    let Some(file) = at.earlier_path(plan) else {
        let (plan, revision) = (plan.display(), at.short_name());
        let message = msg!(
            "{option}: `{plan}` findes ikke i version {revision}",
            "{option}: `{plan}` finnes ikke i versjon {revision}",
            "{option}: revision {revision} has no `{plan}`",
        );
        return stop_in(eyes.lang, message);
    };
    let version = in_git(&at, day);
    eyes.see(&file, &file, Tree::Revision(Box::new(at)), version)
}

/// A file as a revision has it, named as git names it: from the repository's root, or from here with `./`.
pub fn file_of_revision(file: &str, revision: &str, option: &str, eyes: Eyes) -> Result<State> {
    let here = Path::new("");
    let file = match git::root(here) {
        Ok(root) if !file.starts_with("./") && !file.starts_with("../") => near(&root.join(file)),
        _ => PathBuf::from(file),
    };
    in_revision(&file, revision, option, eyes)
}

/// A plan in a file as it is now.
pub fn in_file(file: &Path, eyes: Eyes) -> Result<State> {
    let version = Version { kind: VersionKind::File, name: Some(file.display().to_string()), day: eyes.settings.today };
    eyes.see(file, file, Tree::Disk, version)
}

fn in_git(at: &Revision, day: Date) -> Version {
    Version { kind: VersionKind::Git, name: Some(at.short_name().to_owned()), day }
}

/// Says that git could not be asked; what follows does without.
fn complain(error: &GitError, eyes: Eyes) {
    output::remark(error.message().get(eyes.lang.unwrap_or(eyes.settings.lang())));
}
