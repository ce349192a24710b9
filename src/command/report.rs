//! `plan report`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::earlier::{self, Asked, Eyes, State};
use super::{Settings, kept, on_all_processors, open, output, stop};
use crate::calendar::Date;
use crate::cli::Report;
use crate::document;
use crate::locale::{Lang, msg};
use crate::model::{Framework, Plan};
use crate::view::{self, Scene, Since, Versioned};

/// What `--since` says where it says nothing.
const LAST_MEETING: &str = "last-meeting";

pub fn run(args: &Report, settings: &Settings) -> Result<ExitCode> {
    let path = open::the_one(args.file.as_deref())?;
    let (plan, framework, lang) = open::for_view(Some(&path), &args.output, settings)?;
    let work = || make(args, settings, &path, &plan, &framework, lang);
    if plan.tasks.len() < view::MANY_TASKS { work() } else { on_all_processors(work) }
}

fn make(
    args: &Report,
    settings: &Settings,
    path: &Path,
    plan: &Plan,
    framework: &Framework,
    lang: Lang,
) -> Result<ExitCode> {
    let scene = Scene::new(plan, framework, settings.today, lang);
    let eyes = Eyes { asked: &args.output, settings, lang: Some(lang) };
    let (since, start, state) = since(&args.since, path, &scene, eyes)?;
    let report = kept(view::report(scene, (since, start), state.as_ref().map(State::earlier)));
    let data = Versioned { schema: "plan.report/1", data: &*report };
    output::view(&args.output, settings, &data, |medium| match args.agenda {
        true => document::agenda::document(&report),
        false => document::report::document(&report, medium),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// From when the report tells what changed, and the plan as it was then.
fn since(asked: &str, path: &Path, scene: &Scene, eyes: Eyes) -> Result<(Since, Option<Date>, Option<State>)> {
    const OPTION: &str = "--since";
    let is_input = path.as_os_str() == "-";
    let on_day = |day: Date| if is_input { Ok(None) } else { earlier::on_day(path, day, eyes) };
    if asked == LAST_MEETING {
        let (since, start) = view::usual_since(scene);
        let past = start.filter(|start| *start <= scene.today);
        return Ok((since, start, past.map(on_day).transpose()?.flatten()));
    }
    let state = match Asked::read(asked, OPTION)? {
        Asked::Day(day) => return Ok((Since::Asked, Some(day), on_day(day)?)),
        Asked::File(file) => earlier::in_file(&file, eyes)?,
        Asked::Revision(_) if is_input => {
            return stop(msg!(
                "--since: hvad der står på standard input, har ingen tidligere version",
                "--since: det som står på standard input, har ingen tidligere versjon",
                "--since: standard input has no earlier revision",
            ));
        }
        Asked::Revision(revision) => earlier::in_revision(path, &revision, OPTION, eyes)?,
    };
    // A file says nothing of its day: what its plan's meetings say is the best there is.
    let day = match state.version.kind {
        view::VersionKind::File => view::usual_since(scene).1,
        _ => Some(state.version.day),
    };
    Ok((Since::Asked, day, Some(state)))
}
