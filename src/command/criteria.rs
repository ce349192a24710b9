//! `plan criteria`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::Criteria;
use crate::document::{self, criteria::Listed};
use crate::view::{self, Scene, Versioned};

pub fn run(args: &Criteria, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let criteria = view::criteria(&Scene::new(&plan, &framework, settings.today, lang));
    let listed = if args.all { Listed::All } else { Listed::OpenNow };
    let data = Versioned { schema: "plan.criteria/1", data: &criteria };
    output::view(&args.output, settings, &data, |_| document::criteria::document(&criteria, listed))?;
    Ok(ExitCode::SUCCESS)
}
