//! `plan completions` and `plan man`: from the same definitions as the command line.

use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory as _;

use super::output;
use crate::cli::{Cli, Completions};

pub fn completions(args: &Completions) -> Result<ExitCode> {
    output::stdout(|out| {
        let mut script = Vec::new();
        clap_complete::generate(args.shell, &mut Cli::command(), "plan", &mut script);
        out.write_all(&script)?;
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

pub fn man() -> Result<ExitCode> {
    output::stdout(|out| {
        let mut page = Vec::new();
        clap_mangen::Man::new(Cli::command()).render(&mut page)?;
        out.write_all(&page)?;
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}
