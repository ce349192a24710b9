//! Where files are read from: the disk, or a revision in git.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::discover::{self, Found};
use super::file::{self, Failure};
use super::git::Revision;
use crate::source::Source;

/// A tree of files.
#[derive(Debug, Default)]
pub enum Tree {
    /// what lies on the disk now
    #[default]
    Disk,
    /// what git has of a revision, read without a checkout
    Revision(Box<Revision>),
}

impl Tree {
    /// Reads a file that a person named, which may be a pipe; `name` is what messages call it.
    pub fn read(&self, path: &Path, name: &str) -> Result<Arc<Source>, Failure> {
        match self {
            Tree::Disk => file::read(path, name),
            Tree::Revision(revision) => revision.read(path, name),
        }
    }

    /// Reads a file that another file named: not a pipe or a device, which may never end.
    pub fn read_regular(&self, path: &Path, name: &str) -> Result<Arc<Source>, Failure> {
        match self {
            Tree::Disk => file::read_regular(path, name),
            Tree::Revision(revision) => revision.read(path, name),
        }
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &Path) -> bool {
        match self {
            Tree::Disk => path.is_file(),
            Tree::Revision(revision) => revision.has(path),
        }
    }

    /// Whether there is anything of that name, also what cannot be read.
    pub fn has_anything(&self, path: &Path) -> bool {
        match self {
            Tree::Disk => match path.symlink_metadata() {
                Ok(_) => true,
                Err(error) => error.kind() == std::io::ErrorKind::PermissionDenied,
            },
            Tree::Revision(revision) => revision.has(path),
        }
    }

    /// The names of the files in a folder.
    pub fn names(&self, folder: &Path) -> Vec<String> {
        match self {
            Tree::Disk => {
                let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
                entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
            }
            Tree::Revision(revision) => revision.names(folder),
        }
    }

    /// Whether there is a folder at a path.
    pub fn has_folder(&self, path: &Path) -> bool {
        match self {
            Tree::Disk => path.is_dir(),
            Tree::Revision(revision) => revision.has_folder(path),
        }
    }

    /// The plans below a folder.
    pub fn plans(&self, folder: &Path) -> Found {
        match self {
            Tree::Disk => discover::plans(folder),
            Tree::Revision(revision) => revision.plans(folder),
        }
    }
}

/// A path from the root of the disk, without `.` and `..`; links are left as they are.
pub fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut plain = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

/// A path as seen from here where it lies below, else as it is.
pub fn near(path: &Path) -> PathBuf {
    path.strip_prefix(absolute(Path::new(""))).unwrap_or(path).to_path_buf()
}
