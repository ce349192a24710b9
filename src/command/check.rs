//! `plan check`: every finding of every plan, and an exit code.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::workspace::Workspace;
use super::{Settings, examine, kept, on_all_processors, open, output, since, stop, templates};
use crate::check::{self, Asked, Selection, UnknownRule};
use crate::cli::{Check, FailOn};
use crate::finding::Severity;
use crate::locale::{Lang, Langs, Message, msg};
use crate::read::discover::Found;
use crate::read::file::Failure;
use crate::read::tree::Tree;
use crate::view::Checked;

pub fn run(args: &Check, settings: &Settings) -> Result<ExitCode> {
    let settings = &Settings { quiet: args.quiet, ..settings.clone() };
    let selection = selection(args)?;
    // The language of each plan is known when it is read; what tells findings apart from one day to the next is English.
    let compared = args.since.is_some() || output::finding_format(args)?.has_fingerprints();
    let langs = if compared { Langs::NONE.with(Lang::En) } else { Langs::NONE };
    let asked = Asked { overdue: args.overdue, named: selection.only(), config: None, langs };
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let found = open::paths(&args.paths, &workspace)?;
    // To start threads costs more than one plan does.
    let is_alone = found.plans.len() == 1;
    let work = || look(args, settings, &selection, asked, &workspace, found);
    if is_alone { work() } else { on_all_processors(work) }
}

fn look(
    args: &Check,
    settings: &Settings,
    selection: &Selection,
    asked: Asked,
    workspace: &Workspace,
    found: Found,
) -> Result<ExitCode> {
    let mut examined = examine::examine(&found.plans, workspace, settings, asked);
    known_to_frameworks(selection, workspace)?;
    examined.unread.splice(0..0, found.unread);
    for (path, failure) in &examined.unread {
        let lang = examined.lang.unwrap_or(settings.lang());
        output::warn(failure.message(&path.display().to_string()).get(lang), lang);
    }
    examined.findings.retain(|(_, finding)| selection.keeps(finding));
    let known = match &args.since {
        Some(revision) => since::leave_new(&mut examined, revision, &args.paths, settings, asked)?,
        None => 0,
    };
    let least = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
    };
    let mut checked = kept(Checked {
        lang: examined.lang.unwrap_or(settings.lang()),
        findings: examined.findings,
        plans: examined.plans,
        unread: examined.unread.iter().map(|(path, failure)| unread(path, failure)).collect(),
        today: settings.today,
        fail_on: least,
        since: args.since.as_ref().map(|revision| (revision.clone(), known)),
        rules: check::ALL,
    });
    // Counted before anything is written, so that no format can change the exit code.
    let code = match (checked.unread.is_empty(), checked.fails()) {
        (false, _) => ExitCode::from(2),
        (true, true) => ExitCode::from(1),
        (true, false) => ExitCode::SUCCESS,
    };
    if args.quiet {
        checked.findings.retain(|(_, finding)| finding.severity >= least);
    }
    let written = output::findings(args, &checked, settings);
    match written {
        // Whoever reads may stop early; what was found stays found.
        Err(error) if !super::is_closed_pipe(&error) => Err(error),
        _ => Ok(code),
    }
}

/// What a file is called that could not be read, and why it could not.
fn unread(path: &Path, failure: &Failure) -> (String, Message) {
    let name = path.display().to_string();
    let why = failure.message(&name);
    (name, why)
}

/// Stops at a rule that no framework of the plans has. What one that cannot be
/// read has is not known.
fn known_to_frameworks(selection: &Selection, workspace: &Workspace) -> Result<()> {
    let seen = workspace.seen();
    if seen.iter().any(|loaded| loaded.framework.is_none()) {
        return Ok(());
    }
    match selection.in_none(seen.iter().filter_map(|loaded| loaded.framework.as_deref())) {
        Some(id) => stop(msg!(
            "planernes skabeloner har ingen regel `{id}`",
            "malene til planene har ingen regel `{id}`",
            "the plans' frameworks have no rule `{id}`",
        )),
        None => Ok(()),
    }
}

/// The rules asked for on the command line.
fn selection(args: &Check) -> Result<Selection> {
    Selection::new(&args.rule, &args.skip, templates::all).or_else(|unknown| match unknown {
        UnknownRule::Unknown { id, meant } => {
            let meant = meant.map(|meant| format!(" (`{meant}`?)")).unwrap_or_default();
            stop(msg!(
                "der er ingen regel `{id}`{meant}; `plan explain` viser dem alle",
                "det finnes ingen regel `{id}`{meant}; `plan explain` viser alle",
                "there is no rule `{id}`{meant}; `plan explain` lists them all",
            ))
        }
        UnknownRule::Needed { id } => stop(msg!(
            "--skip: `{id}` kan ikke springes over",
            "--skip: `{id}` kan ikke hoppes over",
            "--skip: `{id}` cannot be skipped",
        )),
    })
}
