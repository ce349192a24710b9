//! `plan schema`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, output, templates};
use crate::cli::Schema;
use crate::model::Framework;
use crate::read;
use crate::view::Vocabulary;
use crate::write;

pub fn run(args: &Schema, settings: &Settings) -> Result<ExitCode> {
    let framework = args.template.as_deref().map(|name| templates::load(name, settings)).transpose()?;
    let framework = framework.as_deref();
    let own = framework.map(Framework::language);
    let lang = settings.lang.or(own).unwrap_or(settings.locale);
    let builtins = templates::all();
    let vocabulary = Vocabulary { framework, builtins: &builtins, lang };
    let schema = write::schema::schema(&read::plan_shape(), &vocabulary);
    let file = args.output.as_ref().filter(|path| path.as_os_str() != "-");
    output::to(file, |out| Ok(write::json(&schema, out)?))?;
    Ok(ExitCode::SUCCESS)
}
