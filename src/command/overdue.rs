//! `plan overdue`.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;

use super::workspace::Workspace;
use super::{Settings, open, output, stop};
use crate::calendar::Date;
use crate::cli::Overdue;
use crate::document;
use crate::locale::msg;
use crate::model::{Framework, Offset, Plan};
use crate::read::tree::Tree;
use crate::view::{self, Scene, Versioned};

pub fn run(args: &Overdue, settings: &Settings) -> Result<ExitCode> {
    let soon = args.soon.as_deref().map(|text| soon(text, settings.today)).transpose()?;
    let mut lang = settings.lang();
    let mut plans: Vec<(Plan, Arc<Framework>, crate::locale::Lang)> = Vec::new();
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let found = open::paths(&args.paths, &workspace)?;
    let mut unreadable = !found.unread.is_empty();
    open::complain_of_unread(&found.unread, lang);
    for path in found.plans {
        match open::open(&path, &workspace) {
            Ok(opened) => {
                lang = opened.lang(settings);
                open::note_mistakes(&path, &opened, lang);
                let framework = opened.framework();
                plans.push((opened.plan.as_of(settings.today), framework, lang));
            }
            Err(failure) => {
                unreadable = true;
                output::warn(failure.message(&path.display().to_string()).get(lang), lang);
            }
        }
    }
    let scenes: Vec<Scene> =
        plans.iter().map(|(plan, framework, lang)| Scene::new(plan, framework, settings.today, *lang)).collect();
    let lang = match scenes.as_slice() {
        [only] => only.lang,
        _ => settings.lang.unwrap_or(lang),
    };
    let soon = soon.unwrap_or_else(|| match scenes.as_slice() {
        [only] => view::soon_until(only),
        _ => view::soon_usual(settings.today),
    });
    let overdue = view::overdue(&scenes, settings.today, soon);
    let data = Versioned { schema: "plan.overdue/1", data: &overdue };
    let by_owner = args.by.is_some();
    output::view(&args.output, settings, &data, |_| document::overdue::document(&overdue, lang, by_owner))?;
    Ok(if unreadable { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// The last day of a time such as `14d` from today.
fn soon(text: &str, today: Date) -> Result<Date> {
    match Offset::parse(text) {
        Some(offset) => Ok(offset.end_from(today)),
        None => stop(msg!(
            "--soon: `{text}` er ikke et tidsrum; skriv 14d, 3w eller 2m",
            "--soon: `{text}` er ikke et tidsrom; skriv 14d, 3w eller 2m",
            "--soon: `{text}` is not a length of time; write 14d, 3w or 2m",
        )),
    }
}
