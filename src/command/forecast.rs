//! `plan forecast`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::Forecast;
use crate::document::{self, forecast::Listed};
use crate::view::{self, Scene, Versioned};

pub fn run(args: &Forecast, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let forecast = view::forecast(&Scene::new(&plan, &framework, settings.today, lang));
    let listed = if args.all { Listed::All } else { Listed::Slipping };
    let data = Versioned { schema: "plan.forecast/1", data: &forecast };
    output::view(&args.output, settings, &data, |medium| document::forecast::document(&forecast, listed, medium))?;
    Ok(ExitCode::SUCCESS)
}
