//! `plan report`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::Report;
use crate::document;
use crate::view::{self, Scene, Versioned};

pub fn run(args: &Report, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let report = view::report(Scene::new(&plan, &framework, settings.today, lang));
    let data = Versioned { schema: "plan.report/1", data: &report };
    output::view(&args.output, settings, &data, |medium| match args.agenda {
        true => document::agenda::document(&report),
        false => document::report::document(&report, medium),
    })?;
    Ok(ExitCode::SUCCESS)
}
