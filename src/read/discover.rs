//! Which files of a folder are plans.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::file::Failure;

/// Whether a file is a plan by its name: `plan.toml` or `*.plan.toml`.
pub fn is_plan(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == "plan.toml" || (name.ends_with(".plan.toml") && name.len() > ".plan.toml".len())
}

/// The plans of a folder, and what could not be looked at.
#[derive(Debug, Default)]
pub struct Found {
    pub plans: Vec<PathBuf>,
    pub unread: Vec<(PathBuf, Failure)>,
    /// Whether a link led to a plan, which may then be there under two names.
    pub linked: bool,
    /// How many plans settings leave out.
    pub ignored: usize,
}

/// The plans below a folder, sorted; hidden and git-ignored ones are left out.
pub fn plans(folder: &Path) -> Found {
    let mut found = Found::default();
    let mut walk = WalkBuilder::new(folder);
    // Name by name, which is how whole paths are sorted too.
    walk.require_git(false).ignore(false).git_global(false).sort_by_file_name(OsStr::cmp);
    for entry in walk.build() {
        match entry {
            Ok(entry) => {
                let Some(kind) = entry.file_type().filter(|kind| !kind.is_dir() && is_plan(entry.path())) else {
                    continue;
                };
                if kind.is_file() || kind.is_symlink() && leads_to_plan(entry.path()) {
                    found.linked |= kind.is_symlink();
                    found.plans.push(entry.into_path());
                } else if !kind.is_symlink() {
                    found.unread.push((entry.into_path(), Failure::NotAFile));
                } else if let Err(error) = entry.path().metadata() {
                    // A link that leads nowhere: somebody thinks that a plan is checked.
                    found.unread.push((entry.into_path(), error.into()));
                }
            }
            Err(error) => found.unread.extend(path_of(&error).map(|path| (path, Failure::Denied))),
        }
    }
    found
}

/// Whether a link leads to a plan: one that leads to another kind of file may
/// hold what nobody should see in a message.
fn leads_to_plan(link: &Path) -> bool {
    link.is_file() && link.canonicalize().is_ok_and(|target| is_plan(&target))
}

fn path_of(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// The plans directly in a folder, sorted.
pub fn beside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| is_plan(path) && path.is_file()).collect();
    found.sort();
    found
}
