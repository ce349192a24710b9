//! `plan overdue`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output, stop};
use crate::calendar::Date;
use crate::cli::Overdue;
use crate::document;
use crate::locale::msg;
use crate::model::Offset;
use crate::view::{self, Versioned};

pub fn run(args: &Overdue, settings: &Settings) -> Result<ExitCode> {
    let soon = args.soon.as_deref().map(|text| soon(text, settings.today)).transpose()?;
    let opened = open::several(&args.paths, &args.output, settings)?;
    let scenes = opened.scenes(settings);
    let soon = soon.unwrap_or_else(|| match scenes.as_slice() {
        [only] => view::soon_until(only),
        _ => view::soon_usual(settings.today),
    });
    let overdue = view::overdue(&scenes, settings.today, soon);
    let data = Versioned { schema: "plan.overdue/1", data: &overdue };
    let by_owner = args.by.is_some();
    output::view(&args.output, settings, &data, |medium| match medium.sorts() {
        true => document::overdue::records(&overdue, opened.lang),
        false => document::overdue::document(&overdue, opened.lang, by_owner),
    })?;
    Ok(opened.code())
}

/// The last day of a time such as `14d` from today.
fn soon(text: &str, today: Date) -> Result<Date> {
    match Offset::parse(text) {
        Some(offset) => Ok(offset.end_from(today)),
        None => stop(msg!(
            "--soon: `{text}` er ikke et tidsrum; skriv 14d, 3w eller 2m",
            "--soon: `{text}` er ikke et tidsrom; skriv 14d, 3w eller 2m",
            "--soon: `{text}` is not a length of time; write 14d, 3w or 2m",
        )),
    }
}
