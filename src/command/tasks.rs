//! `plan tasks`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output, stop_in};
use crate::cli::{TaskStatus, Tasks};
use crate::document::{self, Medium};
use crate::locale::{Lang, Words, msg, words};
use crate::model::{Framework, Plan, State, suggest};
use crate::view::{self, Scene, TaskFilter, Versioned};

pub fn run(args: &Tasks, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let scene = Scene::new(&plan, &framework, settings.today, lang);
    let filter = filter(args, &plan, &framework, &scene)?;
    let tasks = view::tasks(&scene, &filter);
    let data = Versioned { schema: "plan.tasks/1", data: &tasks };
    output::view(&args.output, settings, &data, |medium| match medium {
        Medium::Workbook => document::tasks::workbook(&tasks, &view::sheets(&scene)),
        Medium::Records => document::tasks::records(&tasks),
        _ => document::tasks::document(&tasks),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn filter(args: &Tasks, plan: &Plan, framework: &Framework, scene: &Scene) -> Result<TaskFilter> {
    let people = plan.people.keys().map(|id| (id.as_str(), plan.person_name(id)));
    let phases = framework.phases.keys().map(|id| (id.as_str(), framework.phase_name(id, scene.lang)));
    let units = plan.units.keys().map(|id| (id.as_str(), plan.unit_name(id)));
    let state = args.status.map(|status| match status {
        TaskStatus::Todo => State::Todo,
        TaskStatus::Doing => State::Doing,
        TaskStatus::Blocked => State::Blocked,
        TaskStatus::Ongoing => State::Ongoing,
        TaskStatus::Done => State::Done,
        TaskStatus::Dropped => State::Dropped,
    });
    Ok(TaskFilter {
        owner: named(args.owner.as_deref(), people, words!("person", "person", "person"), scene.lang)?,
        phase: named(args.phase.as_deref(), phases, words!("fase", "fase", "phase"), scene.lang)?,
        unit: named(args.unit.as_deref(), units, words!("enhed", "enhet", "unit"), scene.lang)?,
        state,
        late: args.late,
        open: args.open,
    })
}

/// The id that somebody asked for by id or by name.
pub fn named<'p>(
    asked: Option<&str>,
    known: impl Iterator<Item = (&'p str, &'p str)>,
    what: Words,
    lang: Lang,
) -> Result<Option<String>> {
    let Some(asked) = asked else { return Ok(None) };
    let known: Vec<_> = known.collect();
    let is = |(id, name): &&(&str, &str)| [*id, *name].iter().any(|own| own.to_lowercase() == asked.to_lowercase());
    if let Some((id, _)) = known.iter().find(is) {
        return Ok(Some((*id).to_owned()));
    }
    let meant = suggest(asked, known.iter().flat_map(|(id, name)| [*id, *name]));
    let all = known.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ");
    let (da, nb, en) = (what.da, what.nb, what.en);
    match meant {
        Some(meant) => stop_in(
            Some(lang),
            msg!(
                "planen har ingen {da} `{asked}`; mente du `{meant}`?",
                "planen har ingen {nb} `{asked}`; mente du `{meant}`?",
                "the plan has no {en} `{asked}`; did you mean `{meant}`?",
            ),
        ),
        None => stop_in(
            Some(lang),
            msg!(
                "planen har ingen {da} `{asked}`; den har {all}",
                "planen har ingen {nb} `{asked}`; den har {all}",
                "the plan has no {en} `{asked}`; it has {all}",
            ),
        ),
    }
}
