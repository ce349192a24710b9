//! `plan diff`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use super::earlier::{self, Asked, Eyes, State};
use super::{Settings, open, output, stop_in};
use crate::cli::Diff;
use crate::document;
use crate::locale::msg;
use crate::view::{self, Versioned};

/// What messages call the command.
const NAME: &str = "plan diff";

pub fn run(args: &Diff, settings: &Settings) -> Result<ExitCode> {
    let then = Asked::read(&args.then, NAME)?;
    let now = args.now.as_deref().map(|text| Asked::read(text, NAME)).transpose()?;
    let plan = || open::the_one(args.plan.as_deref());
    // The later state is what both are told in the language of.
    let eyes = Eyes { asked: &args.output, settings, lang: None };
    let later = match (&then, &now) {
        // A file alone is compared with what git has of it.
        (Asked::File(file), None) => earlier::in_file(file, eyes)?,
        (_, None) => earlier::in_file(&plan()?, eyes)?,
        (_, Some(now)) => state(now, plan, eyes)?,
    };
    let eyes = Eyes { lang: Some(later.scene().lang), ..eyes };
    let sooner = match (&then, &now) {
        (Asked::File(file), None) => earlier::in_revision(file, "HEAD", NAME, eyes)?,
        _ => state(&then, plan, eyes)?,
    };
    let diff = view::Diff::new(&sooner.scene(), sooner.version.clone(), &later.scene(), later.version.clone());
    let data = Versioned { schema: "plan.diff/1", data: &diff };
    output::view(&args.output, settings, &data, |medium| match medium.sorts() {
        true => document::changes::records(&diff),
        false => document::changes::document(&diff),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The state that somebody means; `plan` is asked for where it is one of the plan's own.
fn state(asked: &Asked, plan: impl Fn() -> Result<PathBuf>, eyes: Eyes) -> Result<State> {
    match asked {
        Asked::File(file) => earlier::in_file(file, eyes),
        // As git writes a file of a revision: from the repository's root, or from here with `./`.
        Asked::Revision(text) => match of_revision(text) {
            Some((revision, file)) if !revision.is_empty() && !file.is_empty() => {
                earlier::file_of_revision(file, revision, NAME, eyes)
            }
            _ => earlier::in_revision(&plan()?, text, NAME, eyes),
        },
        Asked::Day(day) => match earlier::on_day(&plan()?, *day, eyes)? {
            Some(state) => Ok(state),
            None => stop_in(
                eyes.lang,
                msg!(
                    "der er ingen version af planen fra {day} eller før: hverken i git eller lavet med `plan snapshot`",
                    "det finnes ingen versjon av planen fra {day} eller før: verken i git eller laget med `plan snapshot`",
                    "there is no version of the plan from {day} or before: neither in git nor made with `plan snapshot`",
                ),
            ),
        },
    }
}

/// The revision and the file of `HEAD:plans/x.plan.toml`; a moment in braces may have colons of its own.
fn of_revision(text: &str) -> Option<(&str, &str)> {
    let after = text.rfind('}').map_or(0, |at| at + 1);
    let colon = after + text.get(after..)?.find(':')?;
    Some((text.get(..colon)?, text.get(colon + 1..)?))
}
