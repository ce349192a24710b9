//! The least that a check can cost: find the files, read them, parse them, look
//! for the simplest mistakes, say nothing of them. A process of its own.

use std::collections::HashSet;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

use super::plans::{DIMENSIONS, PHASES, ROLES, STATUSES};

/// The first of the arguments that make the benchmark be the floor.
pub const ROLE: &str = "be-the-floor";

/// By `toml`, the parser that most programs use.
pub const TOML: &str = "toml";
/// By `toml-spanner`, the parser of `plan`.
pub const SPANNER: &str = "toml-spanner";

pub fn run(mode: &str, threads: usize, path: &Path) {
    let mut files = Vec::new();
    walk(path, &mut files);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut mistakes = 0;
        while let Some(file) = files.get(next.fetch_add(1, Relaxed)) {
            let text = fs::read_to_string(file).unwrap();
            mistakes += if mode == TOML { by_toml(&text) } else { by_spanner(&text) };
        }
        black_box(mistakes);
    };
    if threads == 1 {
        return work();
    }
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        return files.push(path.to_path_buf());
    }
    for entry in fs::read_dir(path).unwrap().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&entry.path(), files);
        } else if entry.file_name().to_string_lossy().ends_with(".plan.toml") {
            files.push(entry.path());
        }
    }
}

/// What is looked at in a task, whatever parsed it.
struct Looked<D> {
    start: Option<D>,
    due: Option<D>,
    mistakes: usize,
}

impl<D: PartialOrd> Looked<D> {
    fn new() -> Looked<D> {
        Looked { start: None, due: None, mistakes: 0 }
    }

    fn key(&mut self, key: &str, text: Option<&str>, date: Option<D>, is_person: impl Fn(&str) -> bool) {
        let one_of = |words: &[&str]| text.is_some_and(|text| words.contains(&text));
        let is_fine = match key {
            "title" => text.is_some_and(|text| !text.is_empty()),
            "owner" => text.is_some_and(is_person),
            "phase" => one_of(&PHASES),
            "dimension" => one_of(&DIMENSIONS),
            "role" => one_of(&ROLES),
            "status" => one_of(&STATUSES),
            "start" | "due" => date.is_some(),
            _ => false,
        };
        match key {
            "start" => self.start = date,
            "due" => self.due = date,
            _ => {}
        }
        self.mistakes += usize::from(!is_fine);
    }

    fn all(self, keys: usize) -> usize {
        let backwards = matches!((&self.start, &self.due), (Some(start), Some(due)) if start > due);
        self.mistakes + usize::from(keys != 8) + usize::from(backwards)
    }
}

fn by_toml(text: &str) -> usize {
    let (table, errors) = toml::de::DeTable::parse_recoverable(text);
    let table = table.get_ref();
    let people = table.get("people").and_then(|people| people.get_ref().as_table());
    let mut ids: HashSet<&str> = HashSet::new();
    let mut mistakes = errors.len();
    for (id, task) in table.get("tasks").and_then(|tasks| tasks.get_ref().as_table()).into_iter().flatten() {
        mistakes += usize::from(!ids.insert(id.get_ref()));
        let Some(task) = task.get_ref().as_table() else { continue };
        let mut looked = Looked::new();
        for (key, value) in task {
            let value = value.get_ref();
            let date = value.as_datetime().and_then(|moment| moment.date);
            looked.key(key.get_ref(), value.as_str(), date, |id| people.is_some_and(|people| people.contains_key(id)));
        }
        mistakes += looked.all(task.len());
    }
    mistakes
}

fn by_spanner(text: &str) -> usize {
    let arena = toml_spanner::Arena::new();
    let document = toml_spanner::parse_recoverable(text, &arena);
    let people = document["people"].as_table();
    let mut ids: HashSet<&str> = HashSet::new();
    let mut mistakes = document.errors().len();
    for (id, task) in document["tasks"].as_table().into_iter().flat_map(|tasks| tasks.iter()) {
        mistakes += usize::from(!ids.insert(id.as_str()));
        let Some(task) = task.as_table() else { continue };
        let mut looked = Looked::new();
        for (key, value) in task.iter() {
            let date = value.as_datetime().and_then(|moment| moment.date());
            let date = date.map(|date| (date.year, date.month, date.day));
            let is_person = |id: &str| people.is_some_and(|people| people.contains_key(id));
            looked.key(key.as_str(), value.as_str(), date, is_person);
        }
        mistakes += looked.all(task.len());
    }
    mistakes
}
