//! `plan timeline`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::{Scale, Timeline};
use crate::document::{self, timeline::AxisScale};
use crate::view::{self, Scene, Versioned};

pub fn run(args: &Timeline, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let scale = match args.by {
        None => AxisScale::Fitting,
        Some(Scale::Week) => AxisScale::Weeks,
        Some(Scale::Month) => AxisScale::Months,
        Some(Scale::Quarter) => AxisScale::Quarters,
    };
    let timeline = view::timeline(&Scene::new(&plan, &framework, settings.today, lang));
    let data = Versioned { schema: "plan.timeline/1", data: &timeline };
    output::view(&args.output, settings, &data, |medium| {
        document::timeline::document(&timeline, scale, args.table, medium)
    })?;
    Ok(ExitCode::SUCCESS)
}
