//! The examples are plans that people copy: each is right on its day, and every
//! view of it works in every format.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Folder, LANGUAGES, VIEWS};

/// Every plan below `examples/`.
fn examples() -> Vec<PathBuf> {
    let mut found = plan::read::discover::plans(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).plans;
    found.retain(|path| path.to_string_lossy().ends_with(".plan.toml"));
    assert!(!found.is_empty());
    found
}

/// An example's folder with all that stands beside it, such as a framework of its own.
fn copied(example: &Path) -> (Folder, String) {
    let mut folder = Folder::new();
    for entry in fs::read_dir(example.parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            folder = folder.file(path.file_name().unwrap().to_str().unwrap(), fs::read(&path).unwrap());
        }
    }
    (folder, example.file_name().unwrap().to_str().unwrap().to_owned())
}

/// The day that an example says it is to be seen from.
fn day(example: &Path) -> String {
    let text = fs::read_to_string(example).unwrap();
    let (_, after) = text.split_once("--as-of ").unwrap_or_else(|| panic!("{}: no day", example.display()));
    after.chars().take(10).collect()
}

#[test]
fn no_example_has_an_error() {
    for example in examples() {
        let (folder, name) = copied(&example);
        let outcome = folder.plan_today(&["check", &name, "--as-of", &day(&example)]).run();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{name}:\n{}", outcome.stdout);
    }
}

#[test]
fn every_view_of_every_example_in_every_format() {
    for example in examples() {
        let (folder, name) = copied(&example);
        for args in VIEWS {
            for format in ["terminal", "markdown", "json"] {
                for lang in LANGUAGES {
                    let day = day(&example);
                    let args_of_day = [&name, "--format", format, "--as-of", &day];
                    let shown = folder.plan_today(args).args(&args_of_day).lang(lang).stdout();
                    assert!(shown.len() > 100, "{name} {args:?} {format} {lang}: {shown}");
                    assert!(
                        shown.ends_with('\n') && !shown.ends_with("\n\n"),
                        "{name} {args:?} {format} ends untidily"
                    );
                }
            }
        }
    }
}

/// The examples are also read by others' tools.
#[test]
fn the_examples_are_toml() {
    for example in examples() {
        let text = fs::read_to_string(&example).unwrap();
        text.parse::<toml::Table>().unwrap_or_else(|error| panic!("{}: {error}", example.display()));
    }
}
