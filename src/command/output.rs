//! Where bytes leave the program: standard output, a file written whole or not
//! at all, and messages on standard error.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::Serialize;

use super::format::{self, Written};
use super::{Settings, Stop, kept, stop};
use crate::cli::{Check, CsvDialect, FindingFormat, Output};
use crate::document::{self, Document, Medium};
use crate::finding::reading;
use crate::locale::{Lang, Message, msg};
use crate::read::{self, discover, file};
use crate::view::Checked;
use crate::write::{self, document::Dialect, document::Options};

/// Writes a view: its data, or the document made of it for the format's medium.
pub fn view<T: Serialize>(
    args: &Output,
    settings: &Settings,
    data: &T,
    document: impl FnOnce(Medium) -> Document,
) -> Result<()> {
    let form = format::form(args)?;
    let colour = args.file().is_none() && settings.colour(&io::stdout());
    let dialect = args.csv_dialect.map(|dialect| match dialect {
        CsvDialect::Excel => Dialect::Excel,
        CsvDialect::Rfc4180 => Dialect::Rfc4180,
    });
    if form.binary && args.file().is_none() && io::stdout().is_terminal() {
        return stop(msg!(
            "formatet er ikke tekst; skriv det til en fil med -o",
            "formatet er ikke tekst; skriv det til en fil med -o",
            "the format is no text; write it to a file with -o",
        ));
    }
    let options = Options { width: settings.width(), colour, dialect };
    let write = |out: &mut dyn Write| -> Result<()> {
        match form.written {
            Written::Data => write::json(data, out)?,
            Written::Calendar => {
                return stop(msg!(
                    "kun `plan calendar` kan skrives som .ics",
                    "bare `plan calendar` kan skrives som .ics",
                    "only `plan calendar` can be written as .ics",
                ));
            }
            Written::Document(medium, write) => write(&kept(document(medium)), &options, out)?,
            Written::Chart(write) => {
                let document = kept(document(Medium::Page));
                format::has_chart(&document)?;
                write(&document, &options, out)?;
            }
        }
        Ok(())
    };
    to(args.file(), write)
}

/// The file that findings are written to, if they are.
fn findings_file(args: &Check) -> Option<&PathBuf> {
    args.output.as_ref().filter(|path| path.as_os_str() != "-")
}

/// Writes what a check found.
pub fn findings(args: &Check, checked: &Checked, settings: &Settings) -> Result<()> {
    let file = findings_file(args);
    let chosen = finding_format(args)?;
    let colour = file.is_none() && settings.colour(&io::stdout());
    let terminal = Options { width: settings.width(), colour, dialect: None };
    let options = write::findings::Options { width: terminal.width, colour, summary: !settings.quiet };
    let write = |out: &mut dyn Write| -> Result<()> {
        use write::findings::{full, github, gitlab, json, junit, sarif, short};
        if args.statistics && !matches!(chosen, FindingFormat::Full | FindingFormat::Short | FindingFormat::Markdown) {
            return stop(msg!(
                "--statistics skrives som full, short eller markdown",
                "--statistics skrives som full, short eller markdown",
                "--statistics is written as full, short or markdown",
            ));
        }
        let statistics = || document::findings::statistics(checked);
        match chosen {
            FindingFormat::Full | FindingFormat::Short if args.statistics => {
                write::document::terminal::write(&statistics(), &terminal, out)?;
            }
            FindingFormat::Markdown if args.statistics => write::document::markdown::write(&statistics(), out)?,
            FindingFormat::Full => full::write(checked, &options, out)?,
            FindingFormat::Short => short::write(checked, out)?,
            FindingFormat::Json => json::write(checked, out)?,
            FindingFormat::Github => github::write(checked, out)?,
            FindingFormat::Gitlab => gitlab::write(checked, out)?,
            FindingFormat::Sarif => sarif::write(checked, out)?,
            FindingFormat::Junit => junit::write(checked, out)?,
            FindingFormat::Markdown => {
                write::document::markdown::write(&document::findings::summary(checked), out)?;
            }
        }
        Ok(())
    };
    to(file, write)
}

/// Writes to a file, or to standard output where none is named.
pub fn to(path: Option<&PathBuf>, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let Some(path) = path else { return stdout(write) };
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    file(path, &bytes)
}

/// The format asked for, else that of the file's ending.
pub fn finding_format(args: &Check) -> Result<FindingFormat> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(path) = findings_file(args) else { return Ok(FindingFormat::Full) };
    match format::ending(path).as_deref() {
        Some("json") => Ok(FindingFormat::Json),
        Some("sarif") => Ok(FindingFormat::Sarif),
        Some("xml") => Ok(FindingFormat::Junit),
        Some("md" | "markdown") => Ok(FindingFormat::Markdown),
        Some("txt") => Ok(FindingFormat::Full),
        _ => format::unknown_ending(path, ".json, .sarif, .xml, .md, .txt"),
    }
}

/// Writes to standard output through a buffer.
pub fn stdout(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    write(&mut out)?;
    out.flush()?;
    Ok(())
}

/// Writes a file whole, or leaves what was there: to a new file beside it, then
/// renamed. A link is followed, and the file's permissions stay.
pub fn file(path: &Path, bytes: &[u8]) -> Result<()> {
    if discover::is_plan(path) || holds_plan(path) {
        let name = path.display();
        return stop(msg!(
            "`{name}` er en plan eller hedder som en; skriv til et andet navn",
            "`{name}` er en plan eller heter som en; skriv til et annet navn",
            "`{name}` is a plan or is called like one; write to another name",
        ));
    }
    write_over(path, bytes)
}

/// Whether what is at a path, or what a link there leads to, is a plan: it may be the one that is shown.
fn holds_plan(path: &Path) -> bool {
    let Ok(target) = followed(path) else { return false };
    let is_plan = || {
        let Ok(source) = file::read_regular(&target, "") else { return false };
        let (plan, findings) = read::plan(&source);
        let is_toml = !findings.iter().any(|finding| finding.rule == reading::SYNTAX);
        is_toml && (plan.template.is_some() || !plan.tasks.is_empty())
    };
    discover::is_plan(&target) || (target.is_file() && is_plan())
}

/// Writes a file whole, or leaves what was there, whatever it is called.
pub fn write_over(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = followed(path).and_then(|target| {
        if target.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        // A device such as /dev/stdout has nothing to keep and cannot be renamed over.
        if target.exists() && !target.is_file() {
            return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
        }
        beside(&target, bytes)?.persist(&target).map_err(|error| error.error)?;
        Ok(())
    });
    written.map_err(|error| unwritten(path, &error))
}

/// Where a path leads through links, also where nothing is there yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    const MOST_LINKS: usize = 40;
    let mut target = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        // What is there and no file, such as the pipe behind /dev/stdout, has no path to follow to.
        if fs::metadata(&target).is_ok_and(|about| !about.is_file()) {
            return Ok(target);
        }
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many links"))
}

/// Writes a new file whole, or says that there is one already.
pub fn new_file(path: &Path, bytes: &[u8]) -> Result<bool> {
    match beside(path, bytes).and_then(|new| new.persist_noclobber(path).map_err(|error| error.error)) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(unwritten(path, &error)),
    }
}

/// Makes a folder and those above it, where they are not there.
pub fn folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| unwritten(path, &error))
}

/// The bytes in a nameless file in the target's folder, safely on disk.
fn beside(target: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let old = fs::metadata(target).map(|about| about.permissions()).ok();
    if old.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plan-");
    usual_permissions(&mut builder);
    let mut new = builder.tempfile_in(folder)?;
    if let Some(old) = old {
        // After creating, since what a new file is created with is masked.
        new.as_file().set_permissions(old)?;
    }
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    Ok(new)
}

fn unwritten(path: &Path, error: &io::Error) -> anyhow::Error {
    let (name, why) = (path.display(), reason(error));
    let message = Message {
        da: format!("`{name}` kan ikke skrives: {}", why.da),
        nb: format!("`{name}` kan ikke skrives: {}", why.nb),
        en: format!("`{name}` cannot be written: {}", why.en),
    };
    Stop { message, lang: None }.into()
}

/// A new file is readable as any other; temporary files are private by default.
#[cfg(unix)]
fn usual_permissions(builder: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn usual_permissions(_: &mut tempfile::Builder) {}

/// The operating system's reason in words.
fn reason(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => msg!("mappen findes ikke", "mappen finnes ikke", "the folder does not exist"),
        io::ErrorKind::PermissionDenied => {
            msg!(
                "du har ikke lov til at skrive her",
                "du har ikke lov til å skrive her",
                "you are not allowed to write here"
            )
        }
        io::ErrorKind::StorageFull => msg!("disken er fuld", "disken er full", "the disk is full"),
        io::ErrorKind::IsADirectory => msg!("det er en mappe", "det er en mappe", "it is a folder"),
        _ => msg!("{error}", "{error}", "{error}"),
    }
}

/// Says on standard error why a command could not do its work.
pub fn complain(error: &anyhow::Error, lang: Lang) {
    let stop = error.downcast_ref::<Stop>();
    let lang = stop.and_then(|stop| stop.lang).unwrap_or(lang);
    let text = match stop {
        Some(stop) => stop.message.get(lang).clone(),
        None => match error.downcast_ref::<io::Error>() {
            Some(error) => {
                let output = crate::locale::words!("uddata", "utdata", "standard output").of(lang);
                format!("{output}: {}", reason(error).get(lang))
            }
            None => format!("{error:#}"),
        },
    };
    warn(&text, lang);
}

/// A line on standard error that does not end the command.
pub fn warn(text: &str, lang: Lang) {
    let word = crate::locale::words!("fejl", "feil", "error").of(lang);
    let text = write::document::unbroken(text);
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "plan: {word}: {text}");
}

/// A remark on standard error.
pub fn remark(text: &str) {
    let text = write::document::unbroken(text);
    let _ = writeln!(io::stderr().lock(), "plan: {text}");
}
