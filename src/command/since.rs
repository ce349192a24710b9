//! What a change brought: the findings that the same plans did not have at a
//! revision in git.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::examine::{self, Examined};
use super::workspace::Workspace;
use super::{Settings, open, stop};
use crate::finding::{Finding, fingerprints};
use crate::locale::msg;
use crate::read::git::Revision;
use crate::read::tree::Tree;

/// Leaves only the findings that were not there at a revision; gives how many were.
pub fn leave_new(
    examined: &mut Examined,
    revision: &str,
    given: &[PathBuf],
    settings: &Settings,
    overdue: bool,
) -> Result<usize> {
    if given.iter().any(|path| path.as_os_str() == "-") {
        return stop(msg!(
            "--since: hvad der står på standard input, har ingen tidligere version",
            "--since: det som står på standard input, har ingen tidligere versjon",
            "--since: standard input has no earlier revision",
        ));
    }
    let first = given.first().map_or(Path::new("."), |path| path);
    let folder = if first.is_dir() { first } else { first.parent().unwrap_or(Path::new("")) };
    let at = match Revision::open(revision, folder) {
        Ok(at) => at,
        Err(error) => {
            let why = error.message();
            return stop(msg!("--since: {why}", "--since: {why}", "--since: {why}"; why = why));
        }
    };
    let workspace = Workspace::new(Tree::Revision(at), settings.config);
    let Tree::Revision(at) = workspace.tree() else { return Ok(0) };
    // What was given by name may have had another.
    let mut then = given.to_vec();
    then.extend(given.iter().filter_map(|path| at.renamed_from(path)));
    let found = open::look(&then, &workspace);
    let old = examine::examine(&found.plans, &workspace, settings, overdue);
    let known: HashSet<String> = fingerprints(old.findings.iter().map(|(_, finding)| finding), |name| {
        at.name(Path::new(name)).unwrap_or_else(|| name.to_owned())
    })
    .into_iter()
    .collect();
    let now = fingerprints(examined.findings.iter().map(|(_, finding)| finding), |name| {
        at.old_name(Path::new(name)).unwrap_or_else(|| name.to_owned())
    });
    let before = examined.findings.len();
    let mut now = now.into_iter();
    examined.findings.retain(|_: &(_, Finding)| now.next().is_none_or(|print| !known.contains(&print)));
    Ok(before - examined.findings.len())
}
