//! Which files of a folder are plans.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

/// Whether a file is a plan by its name: `plan.toml` or `*.plan.toml`.
pub fn is_plan(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == "plan.toml" || (name.ends_with(".plan.toml") && name.len() > ".plan.toml".len())
}

/// The plans below a folder, sorted; hidden and git-ignored ones are left out.
pub fn plans(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkBuilder::new(folder).require_git(false).build();
    let mut found: Vec<PathBuf> = walk
        .flatten()
        .filter(|entry| entry.file_type().is_some_and(|kind| !kind.is_dir()) && is_plan(entry.path()))
        .map(ignore::DirEntry::into_path)
        .collect();
    found.sort();
    found
}

/// The plans directly in a folder, sorted.
pub fn beside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| is_plan(path) && path.is_file()).collect();
    found.sort();
    found
}
