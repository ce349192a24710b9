//! Files of a revision, from git itself and without a checkout: one process
//! lists them, another is asked for what they hold.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use super::discover::{Found, is_plan};
use super::file::{self, Failure};
use super::tree::{absolute, near};
use crate::calendar::{Date, Period};
use crate::locale::{Message, msg};
use crate::source::Source;

/// How much of a file must be as it was for it to be the same under another name: plans of one framework are
/// half alike to begin with.
const LIKE: &str = "--find-renames=80%";

/// How many digits of a commit's name people write.
const SHORT: usize = 8;

/// A commit of the repository that a folder lies in.
#[derive(Debug)]
pub struct Revision {
    /// The folder that the repository's paths begin from.
    root: PathBuf,
    commit: String,
    /// What each file is called in git's store, by its path from the root.
    blobs: BTreeMap<String, String>,
    /// What files were called, by what git knows them as now.
    renamed: HashMap<String, String>,
    /// The folders that are repositories of their own.
    submodules: Vec<String>,
    store: Mutex<Store>,
}

/// A file as a commit has it.
#[derive(Debug)]
pub struct Past {
    pub revision: Revision,
    /// The day of the commit.
    pub day: Date,
    /// The file in the folders of today, under the name that it had.
    pub path: PathBuf,
}

/// A process that gives what a file holds for its name in the store.
#[derive(Debug)]
struct Store {
    child: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

/// Why a revision cannot be read.
#[derive(Debug)]
pub enum GitError {
    /// there is no git to ask
    Missing,
    /// the folder is in no repository
    NoRepository,
    /// the repository has no revision at all
    NoCommits,
    /// the repository has no such revision
    Unknown { revision: String },
    /// git was not given the commits of long ago
    Shallow,
    /// git's own words
    Other(String),
}

impl GitError {
    /// What to tell the person who asked for a revision.
    pub fn message(&self) -> Message {
        match self {
            GitError::Missing => msg!(
                "git findes ikke på denne maskine",
                "git finnes ikke på denne maskinen",
                "there is no git on this machine",
            ),
            GitError::NoRepository => msg!(
                "planerne ligger ikke i et git-repository",
                "planene ligger ikke i et git-repository",
                "the plans are not in a git repository",
            ),
            GitError::NoCommits => {
                msg!("der er ingen commits endnu", "det er ingen commits ennå", "there are no commits yet")
            }
            GitError::Unknown { revision } => msg!(
                "git kender ingen version `{revision}`; i CI skal hele historikken være hentet (fetch-depth: 0)",
                "git kjenner ingen versjon `{revision}`; i CI må hele historikken være hentet (fetch-depth: 0)",
                "git knows no revision `{revision}`; in CI the whole history must be fetched (fetch-depth: 0)",
            ),
            GitError::Shallow => msg!(
                "git har ikke hele historikken her; hent den med `git fetch --unshallow` (i CI: fetch-depth: 0)",
                "git har ikke hele historikken her; hent den med `git fetch --unshallow` (i CI: fetch-depth: 0)",
                "git lacks part of the history here; fetch it with `git fetch --unshallow` (in CI: fetch-depth: 0)",
            ),
            GitError::Other(why) => msg!("git: {why}", "git: {why}", "git: {why}"),
        }
    }
}

impl From<io::Error> for GitError {
    fn from(error: io::Error) -> GitError {
        match error.kind() {
            io::ErrorKind::NotFound => GitError::Missing,
            _ => GitError::Other(error.to_string()),
        }
    }
}

impl Revision {
    /// Opens a revision of the repository that a folder lies in.
    pub fn open(revision: &str, folder: &Path) -> Result<Revision, GitError> {
        let root = root(folder)?;
        let named = |revision: &str| {
            let name = format!("{revision}^{{commit}}");
            git(&root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &name])
        };
        let commit = match named(revision)? {
            Ok(commit) if commit.trim().bytes().all(|byte| byte.is_ascii_hexdigit()) => commit.trim().to_owned(),
            _ if named("HEAD")?.is_err() => return Err(GitError::NoCommits),
            _ => return Err(GitError::Unknown { revision: revision.to_owned() }),
        };
        let renamed = renamed(&root, &commit)?;
        Revision::of_commit(root, commit, renamed)
    }

    fn of_commit(root: PathBuf, commit: String, renamed: HashMap<String, String>) -> Result<Revision, GitError> {
        let listed = git(&root, &["ls-tree", "-r", "-z", "--full-tree", &commit])?.map_err(GitError::Other)?;
        let (mut blobs, mut submodules) = (BTreeMap::new(), Vec::new());
        for line in listed.split('\0') {
            let Some((about, path)) = line.split_once('\t') else { continue };
            let mut about = about.split(' ');
            let (Some(mode), Some(kind), Some(id)) = (about.next(), about.next(), about.next()) else { continue };
            match (mode, kind) {
                (_, "commit") => submodules.push(path.to_owned()),
                // A link's blob is where it leads to, not what is there.
                ("120000", _) => {}
                _ => drop(blobs.insert(path.to_owned(), id.to_owned())),
            }
        }
        let store = Mutex::new(Store::open(&root)?);
        Ok(Revision { root, commit, blobs, renamed, submodules, store })
    }

    /// The commit's own name, as short as people write it.
    pub fn short_name(&self) -> &str {
        self.commit.get(..SHORT).unwrap_or(&self.commit)
    }

    /// The day of the commit, as the committer's calendar had it; a rebase makes it new.
    pub fn day(&self) -> Result<Date, GitError> {
        let day = git(&self.root, &["show", "--no-patch", "--format=%cs", &self.commit])?.map_err(GitError::Other)?;
        day.trim().parse::<Period>().map(Period::first).map_err(|_| GitError::Other(day))
    }

    /// A path as the repository writes it; nothing for what lies outside.
    fn path(&self, path: &Path) -> Option<String> {
        let whole = absolute(path);
        let lexical = whole.strip_prefix(&self.root).ok();
        if let Some(path) = lexical.map(written).filter(|path| self.blobs.contains_key(path)) {
            return Some(path);
        }
        // A path through a link is in the repository where it leads there.
        really_inside(&self.root, &whole).or_else(|| lexical.map(Path::to_path_buf)).as_deref().map(written)
    }

    /// What a file of today was called in the revision.
    pub fn old_name(&self, path: &Path) -> Option<String> {
        let now = self.path(path)?;
        Some(self.renamed.get(&now).cloned().unwrap_or(now))
    }

    /// What a file is called in the repository.
    pub fn name(&self, path: &Path) -> Option<String> {
        self.path(path)
    }

    /// Whether a file is this repository's: not outside it, nor in one inside it.
    pub fn holds(&self, path: &Path) -> bool {
        let below = |path: &str, folder: &String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.path(path).is_some_and(|path| !self.submodules.iter().any(|folder| below(&path, folder)))
    }

    /// What a file of today held then, under the name that it had.
    pub fn earlier(&self, path: &Path) -> Option<Arc<Source>> {
        let old = self.old_name(path)?;
        self.read(&self.root.join(old), "").ok()
    }

    /// Where a file of today was in the revision, followed through its names.
    pub fn earlier_path(&self, path: &Path) -> Option<PathBuf> {
        if self.has(path) {
            return Some(path.to_path_buf());
        }
        self.renamed_from(path).or_else(|| {
            let history = History::of(path).ok()?;
            let mut names = history.entries().map(|entry| near(&self.root.join(entry.name)));
            names.find(|name| self.has(name))
        })
    }

    /// Where a file of today was in the revision, if it has moved since.
    pub fn renamed_from(&self, path: &Path) -> Option<PathBuf> {
        self.renamed.get(&self.path(path)?).map(|old| near(&self.root.join(old)))
    }

    pub(super) fn has(&self, path: &Path) -> bool {
        self.path(path).is_some_and(|path| self.blobs.contains_key(&path))
    }

    pub(super) fn has_folder(&self, path: &Path) -> bool {
        self.path(path).is_some_and(|path| self.below(&path).next().is_some())
    }

    /// The files below a folder, each as its path from the root and from the folder.
    fn below<'s>(&'s self, folder: &str) -> impl Iterator<Item = (&'s str, &'s str)> + use<'s> {
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let from = start.clone();
        let names = self.blobs.range(from..).map(|(path, _)| path.as_str());
        names.map_while(move |path| Some((path, path.strip_prefix(&start)?)))
    }

    pub(super) fn names(&self, folder: &Path) -> Vec<String> {
        let Some(folder) = self.path(folder) else { return Vec::new() };
        let here = self.below(&folder).filter(|(_, rest)| !rest.contains('/'));
        here.map(|(_, name)| name.to_owned()).collect()
    }

    pub(super) fn plans(&self, folder: &Path) -> Found {
        let Some(path) = self.path(folder) else { return Found::default() };
        let visible = |rest: &str| !rest.split('/').any(|part| part.starts_with('.'));
        let plans = self.below(&path).filter(|(whole, rest)| is_plan(Path::new(whole)) && visible(rest));
        Found { plans: plans.map(|(_, rest)| folder.join(rest)).collect(), ..Found::default() }
    }

    pub(super) fn read(&self, path: &Path, name: &str) -> Result<Arc<Source>, Failure> {
        let id = self.path(path).and_then(|path| self.blobs.get(&path)).ok_or(Failure::Missing)?;
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        file::decode(store.blob(id)?.as_slice(), 0, name)
    }
}

/// A file as the last commit up to the end of a day has it, followed through its
/// names; nothing where there was none yet.
pub fn last_until(file: &Path, day: Date) -> Result<Option<Past>, GitError> {
    let history = History::of(file)?;
    match history.entries().find(|entry| entry.day <= day) {
        Some(Entry { gone: true, .. }) => Ok(None),
        Some(Entry { commit, day, name, .. }) => {
            let path = near(&history.root.join(name));
            let revision = Revision::of_commit(history.root.clone(), commit.to_owned(), HashMap::new())?;
            Ok(Some(Past { revision, day, path }))
        }
        None => {
            let shallow = git(&history.root, &["rev-parse", "--is-shallow-repository"])?;
            let cut = history.entries().next().is_some() && shallow.is_ok_and(|answer| answer.trim() == "true");
            if cut { Err(GitError::Shallow) } else { Ok(None) }
        }
    }
}

/// The commits that changed a file, the last first, followed through its names.
struct History {
    root: PathBuf,
    log: String,
}

impl History {
    fn of(file: &Path) -> Result<History, GitError> {
        let root = root(file.parent().unwrap_or(Path::new("")))?;
        let whole = absolute(file);
        let lexical = whole.strip_prefix(&root).ok().map(Path::to_path_buf);
        let inside = lexical.or_else(|| really_inside(&root, &whole)).ok_or(GitError::NoRepository)?;
        let name = written(&inside);
        let ask = ["log", "--follow", LIKE, "--first-parent", "-m", "--name-status", "-z", "--format=%x01%H %cs", "--"];
        let ask = |name: &str| git(&root, &[ask.as_slice(), &[name]].concat());
        let log = match ask(&name)? {
            Ok(log) if !log.is_empty() => log,
            _ if git(&root, &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?.is_err() => {
                return Err(GitError::NoCommits);
            }
            // It may have a new name that is not committed yet.
            Ok(log) => match renamed(&root, "HEAD")?.get(&name) {
                Some(old) => ask(old)?.map_err(GitError::Other)?,
                None => log,
            },
            Err(why) => return Err(GitError::Other(why)),
        };
        Ok(History { root, log })
    }

    fn entries(&self) -> Entries<'_> {
        Entries { fields: self.log.split('\0'), ended: false }
    }
}

/// A commit of a file's history.
struct Entry<'l> {
    commit: &'l str,
    day: Date,
    /// What the file is called from then on.
    name: &'l str,
    /// Whether the commit takes the file away.
    gone: bool,
}

/// Commits as git lists them: `\x01<commit> <day>`, a change, and the file's name or its two, each with a NUL after it.
struct Entries<'l> {
    fields: std::str::Split<'l, char>,
    ended: bool,
}

impl<'l> Iterator for Entries<'l> {
    type Item = Entry<'l>;

    fn next(&mut self) -> Option<Entry<'l>> {
        if self.ended {
            return None;
        }
        let (commit, day) = self.fields.next()?.trim_start_matches('\n').strip_prefix('\x01')?.split_once(' ')?;
        let change = self.fields.next()?.trim_start_matches('\n');
        let mut name = self.fields.next()?;
        if change.starts_with(['R', 'C']) {
            name = self.fields.next()?;
        }
        // What came before is the history of the file that this one is a copy of.
        self.ended = change.starts_with('C');
        let day = day.parse::<Period>().ok()?.first();
        Some(Entry { commit, day, name, gone: change.starts_with('D') })
    }
}

/// A path as git writes it.
fn written(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A path from the root, links followed; nothing for what lies outside, or is not there.
fn really_inside(root: &Path, path: &Path) -> Option<PathBuf> {
    Some(path.canonicalize().ok()?.strip_prefix(root.canonicalize().ok()?).ok()?.to_path_buf())
}

/// The folder that the paths of a folder's repository begin from.
pub fn root(folder: &Path) -> Result<PathBuf, GitError> {
    match git(folder, &["rev-parse", "--show-toplevel"])? {
        Ok(root) => Ok(PathBuf::from(root.trim_end_matches(['\n', '\r']))),
        Err(why) if why.contains("not a git repository") => Err(GitError::NoRepository),
        Err(why) => Err(GitError::Other(why)),
    }
}

/// What files were called in a commit, by what git knows them as now.
fn renamed(root: &Path, commit: &str) -> Result<HashMap<String, String>, GitError> {
    // Against the index, since to look at the files themselves would run the filters that a repository sets.
    let diff = ["diff-index", "--cached", "--name-status", "-z", LIKE, "--diff-filter=R", commit, "--"];
    let renames = git(root, &diff)?.map_err(GitError::Other)?;
    let fields: Vec<&str> = renames.split('\0').collect();
    let pair = |fields: &[&str]| match fields {
        [_, old, new] => Some(((*new).to_owned(), (*old).to_owned())),
        _ => None,
    };
    Ok(fields.chunks_exact(3).filter_map(pair).collect())
}

impl Store {
    fn open(root: &Path) -> Result<Store, GitError> {
        let mut child = command(root, &["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (Some(ask), Some(answer)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(GitError::Other("cat-file".to_owned()));
        };
        Ok(Store { child, ask, answer: BufReader::new(answer) })
    }

    /// What a file holds, up to the most that is read of any.
    fn blob(&mut self, id: &str) -> io::Result<Vec<u8>> {
        writeln!(self.ask, "{id}")?;
        let mut head = String::new();
        self.answer.read_line(&mut head)?;
        // `<id> blob <size>`, or `<id> missing`.
        let size = head.split_whitespace().nth(2).and_then(|size| size.parse::<u64>().ok());
        let size = size.ok_or(io::ErrorKind::NotFound)?;
        let mut bytes = Vec::new();
        (&mut self.answer).take(size.min(file::MOST_BYTES + 1)).read_to_end(&mut bytes)?;
        let rest = size - bytes.len() as u64;
        io::copy(&mut (&mut self.answer).take(rest + 1), &mut io::sink())?;
        Ok(bytes)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // It only reads; there is nothing to lose and nobody to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("git");
    let there = absolute(folder);
    let folder = there.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    // A program that the repository names is not run, and nothing is fetched that is not there.
    command
        .args([
            "-c",
            "core.fsmonitor=false",
            "-c",
            "log.showSignature=false",
            "-c",
            "log.showRoot=true",
            "-c",
            "i18n.logOutputEncoding=UTF-8",
        ])
        .arg("-C")
        .arg(folder)
        .args(args)
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    // A question must not wait for a lock.
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").env("GIT_TERMINAL_PROMPT", "0");
    command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C").env("GIT_LITERAL_PATHSPECS", "1");
    // In a hook these name the repository as seen from its own folder.
    for name in
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_ICASE_PATHSPECS", "GIT_GLOB_PATHSPECS"]
    {
        command.env_remove(name);
    }
    command
}

/// What git prints, or what it complains of.
fn git(folder: &Path, args: &[&str]) -> Result<Result<String, String>, GitError> {
    let output = command(folder, args).stderr(Stdio::piped()).output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(text(&output.stderr).lines().next().unwrap_or("").to_owned())
    })
}
