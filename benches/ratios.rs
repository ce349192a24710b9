//! How long `plan` takes beside the least that such work can take, beside itself
//! on four times as much, and beside other tools: `cargo bench`, or a part of it,
//! `cargo bench -- growth`. Whole processes, in turn; nothing here fails a build.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a benchmark stops where it fails")]

mod support;

use std::env;

use support::{cases, floor, process, table};

/// The argument that makes this program do nothing, which every program costs.
const NOTHING: &str = "do-nothing";

fn main() {
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.as_slice() {
        [role] if role == NOTHING => {}
        [role, mode, threads, path] if role == floor::ROLE => floor::run(mode, threads.parse().unwrap(), path.as_ref()),
        filters => bench(filters),
    }
}

fn bench(filters: &[String]) {
    let (cases, left_out) = cases::all();
    // The name of a part stands for all of it and no other, another word for each case that has it.
    let is_part = |word: &String| cases.iter().any(|case| case.part == word);
    let fits =
        |case: &cases::Case, word: &String| if is_part(word) { case.part == word } else { case.name().contains(word) };
    let asked = |case: &&cases::Case| filters.is_empty() || filters.iter().any(|word| fits(case, word));
    table::head();
    for case in cases.iter().filter(asked) {
        case.prepare();
        let [ours, beside] = process::measure(&[&case.ours, &case.beside]);
        table::line(case, ours, beside);
    }
    if !left_out.is_empty() {
        println!("\nNot found, so left out: {}.", left_out.join(", "));
    }
}
