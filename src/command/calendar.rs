//! `plan calendar`.

use std::process::ExitCode;

use anyhow::Result;

use super::format::{self, Written};
use super::{Settings, open, output, tasks};
use crate::cli::Calendar;
use crate::document;
use crate::locale::words;
use crate::view::{self, Versioned};
use crate::write;

pub fn run(args: &Calendar, settings: &Settings) -> Result<ExitCode> {
    let opened = open::several(&args.paths, &args.output, settings)?;
    let scenes = opened.scenes(settings);
    let people = scenes.iter().flat_map(|scene| {
        let plan = scene.plan;
        plan.people.keys().map(|id| (id.as_str(), plan.person_name(id)))
    });
    let owner = tasks::named(args.owner.as_deref(), people, words!("person", "person", "person"), opened.lang)?;
    let calendar = view::calendar(&scenes, settings.today, owner.as_deref());
    let lang = opened.lang;
    match format::form(&args.output)?.written {
        Written::Calendar => {
            let entries = document::calendar::entries(&calendar, lang);
            output::to(args.output.file(), |out| Ok(write::calendar::write(&entries, out)?))?;
        }
        _ => {
            let data = Versioned { schema: "plan.calendar/1", data: &calendar };
            output::view(&args.output, settings, &data, |_| document::calendar::document(&calendar, lang))?;
        }
    }
    Ok(opened.code())
}
