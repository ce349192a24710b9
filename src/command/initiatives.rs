//! `plan initiatives`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::{Initiatives, InitiativesBy as By};
use crate::document;
use crate::view::{self, InitiativesBy, Scene, Versioned};

pub fn run(args: &Initiatives, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let by = match args.by {
        By::Department => InitiativesBy::Department,
        By::Topic => InitiativesBy::Topic,
        By::Degree => InitiativesBy::Degree,
    };
    let initiatives = view::initiatives(&Scene::new(&plan, &framework, settings.today, lang), by);
    let data = Versioned { schema: "plan.initiatives/1", data: &initiatives };
    output::view(&args.output, settings, &data, |_| document::initiatives::document(&initiatives))?;
    Ok(ExitCode::SUCCESS)
}
