//! Which files of a folder are plans.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

/// Whether a file is a plan by its name: `plan.toml` or `*.plan.toml`.
pub fn is_plan(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == "plan.toml" || (name.ends_with(".plan.toml") && name.len() > ".plan.toml".len())
}

/// The plans of a folder, and what could not be looked at.
#[derive(Debug, Default)]
pub struct Found {
    pub plans: Vec<PathBuf>,
    pub unread: Vec<PathBuf>,
}

/// The plans below a folder, sorted; hidden and git-ignored ones are left out.
pub fn plans(folder: &Path) -> Found {
    let mut found = Found::default();
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            // A link to a plan is a plan; a pipe or a folder of that name is not.
            Ok(entry) => {
                let is_file =
                    entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink() && entry.path().is_file());
                if is_file && is_plan(entry.path()) {
                    found.plans.push(entry.into_path());
                }
            }
            Err(error) => found.unread.extend(path_of(&error)),
        }
    }
    found.plans.sort();
    found
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
