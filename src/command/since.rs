//! What a change brought: the findings that the same plans did not have at a
//! revision in git.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::examine::{self, Examined};
use super::workspace::Workspace;
use super::{Settings, open, stop};
use crate::check::Asked;
use crate::finding::{Severity, fingerprints};
use crate::locale::msg;
use crate::read::git::Revision;
use crate::read::tree::Tree;
use crate::source::Source;

/// Leaves only the findings that were not there at a revision; gives how many were.
pub fn leave_new(
    examined: &mut Examined,
    revision: &str,
    given: &[PathBuf],
    settings: &Settings,
    asked: Asked,
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
    let workspace = Workspace::new(Tree::Revision(Box::new(at)), settings.config);
    let Tree::Revision(at) = workspace.tree() else { return Ok(0) };
    if let Some(plan) = examined.plans.iter().find(|plan| !at.holds(Path::new(plan))) {
        return stop(msg!(
            "--since: `{plan}` ligger i et andet git-repository end det første",
            "--since: `{plan}` ligger i et annet git-repository enn det første",
            "--since: `{plan}` lies in another git repository than the first",
        ));
    }
    // What has moved since was elsewhere then.
    let mut then = given.to_vec();
    then.extend(examined.plans.iter().filter_map(|plan| at.renamed_from(Path::new(plan))));
    let found = open::look(&then, &workspace);
    let old = examine::examine(&found.plans, &workspace, settings, asked);
    let old_name = |name: &str| at.name(Path::new(name)).unwrap_or_else(|| name.to_owned());
    let prints = fingerprints(old.findings.iter().map(|(_, finding)| finding), old_name);
    let severities = old.findings.iter().map(|(_, finding)| finding.severity);
    let known: HashMap<String, Severity> = prints.into_iter().zip(severities).collect();
    let now = fingerprints(examined.findings.iter().map(|(_, finding)| finding), |name| {
        at.old_name(Path::new(name)).unwrap_or_else(|| name.to_owned())
    });
    let mut changed = HashMap::new();
    let mut has_changed = |source: &Source| {
        *changed.entry(source.name().to_owned()).or_insert_with(|| {
            at.earlier(Path::new(source.name())).is_none_or(|earlier| earlier.text() != source.text())
        })
    };
    let before = examined.findings.len();
    let mut now = now.into_iter();
    let blind = &examined.blind;
    examined.findings.retain(|(_, finding)| {
        // What has become graver is news.
        let known = now.next().and_then(|print| known.get(&print)).is_some_and(|then| *then >= finding.severity);
        let source = &finding.primary.at.source;
        // And what keeps a changed plan from being looked at may hide what is new.
        let hides = known && finding.is_of_form() && blind.contains(source.name()) && has_changed(source);
        !known || hides
    });
    Ok(before - examined.findings.len())
}
