//! `plan capacity`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::Capacity;
use crate::document;
use crate::view::{self, Scene, Versioned};

pub fn run(args: &Capacity, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let capacity = view::capacity(&Scene::new(&plan, &framework, settings.today, lang));
    let data = Versioned { schema: "plan.capacity/1", data: &capacity };
    output::view(&args.output, settings, &data, |_| document::capacity::document(&capacity))?;
    Ok(ExitCode::SUCCESS)
}
