//! Parses the arguments, calls the library, sets the exit code.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    plan::command::run(plan::cli::Cli::parse())
}
