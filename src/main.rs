//! Parses the arguments, calls the library, sets the exit code.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    plan::memory::expect(plan::memory::Amount::Little);
    plan::command::run(plan::cli::Cli::parse())
}
