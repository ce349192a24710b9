//! Copies of a plan as it stood on a day, for plans that lie in no git repository:
//! `.plan/snapshots/<plan>/<day>.toml`.

use std::path::{Path, PathBuf};

use super::repository;
use super::tree::{absolute, near};
use crate::calendar::{Date, Period};

/// The file that holds, or is to hold, a plan as it stood on a day.
pub fn path(plan: &Path, day: Date) -> PathBuf {
    folder(plan).join(format!("{day}.toml"))
}

/// The last copy of a plan up to the end of a day.
pub fn last_until(plan: &Path, day: Date) -> Option<(Date, PathBuf)> {
    let entries = std::fs::read_dir(folder(plan)).into_iter().flatten().flatten();
    let dated = entries.filter_map(|entry| {
        // A pipe might never end, and a link may lead to another's.
        let name = entry.file_type().ok()?.is_file().then(|| entry.file_name().to_string_lossy().into_owned())?;
        let day = name.strip_suffix(".toml")?.parse::<Period>().ok()?;
        (day.first() == day.last()).then(|| (day.first(), entry.path()))
    });
    dated.filter(|(of, _)| *of <= day).max()
}

/// In the `.plan` of the repository that the plan lies in, else beside the plan.
fn folder(plan: &Path) -> PathBuf {
    let whole = absolute(plan);
    let beside = whole.parent().unwrap_or(Path::new(""));
    let root = beside.ancestors().find(|folder| folder.join(repository::FOLDER).is_dir()).unwrap_or(beside);
    let inside = whole.strip_prefix(root).unwrap_or(&whole);
    let name = inside.file_name().unwrap_or_default().to_string_lossy();
    // A name of dots alone would lead elsewhere.
    let plain = name.strip_suffix(".plan.toml").filter(|name| !name.trim_matches('.').is_empty());
    let name = plain.unwrap_or(&name);
    near(&root.join(repository::FOLDER).join("snapshots").join(inside.with_file_name(name)))
}
