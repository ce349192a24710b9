//! `plan portfolio`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::Portfolio;
use crate::document;
use crate::view::{self, Versioned};

pub fn run(args: &Portfolio, settings: &Settings) -> Result<ExitCode> {
    let opened = open::several(&args.paths, &args.output, settings)?;
    let scenes = opened.scenes(settings);
    let portfolio = view::portfolio(&scenes, settings.today, opened.lang, args.output.redact);
    let data = Versioned { schema: "plan.portfolio/1", data: &portfolio };
    output::view(&args.output, settings, &data, |medium| document::portfolio::document(&portfolio, medium))?;
    Ok(opened.code())
}
