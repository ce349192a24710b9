//! `plan snapshot`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::workspace::Workspace;
use super::{Settings, open, output, stop};
use crate::cli::Snapshot;
use crate::locale::msg;
use crate::read::snapshot;
use crate::read::tree::Tree;

pub fn run(args: &Snapshot, settings: &Settings) -> Result<ExitCode> {
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let found = open::paths(&args.paths, &workspace)?;
    let mut code = ExitCode::SUCCESS;
    // Where each goes is settled before the first is written: a new `.plan` would draw the others to it.
    let copies: Vec<_> = found.plans.iter().map(|path| (path, snapshot::path(path, settings.today))).collect();
    for (path, copy) in copies {
        if let Err(error) = keep(path, &copy, args.force, &workspace, settings) {
            output::complain(&error, settings.lang());
            code = ExitCode::from(2);
        }
    }
    Ok(code)
}

/// Copies a plan to where the next report looks for it.
fn keep(path: &Path, copy: &Path, force: bool, workspace: &Workspace, settings: &Settings) -> Result<()> {
    if path.as_os_str() == "-" {
        return stop(msg!(
            "plan snapshot: skriv, hvilken fil der skal gemmes",
            "plan snapshot: skriv hvilken fil som skal lagres",
            "plan snapshot: name the file that is to be kept",
        ));
    }
    let opened = match open::open(path, workspace) {
        Ok(opened) => opened,
        Err(failure) => return stop(failure.message(&path.display().to_string())),
    };
    let lang = opened.lang(settings);
    open::note_mistakes(path, &opened, lang);
    let (name, there) = (path.display(), copy.display());
    // As it is, to the last byte.
    let bytes = fs::read(path)?;
    let folder = copy.parent().unwrap_or(Path::new(""));
    let is_link = |path: &Path| path.symlink_metadata().is_ok_and(|about| about.is_symlink());
    if let Some(link) =
        copy.ancestors().take_while(|path| !path.ends_with(".plan")).chain([folder]).find(|path| is_link(path))
    {
        let link = link.display();
        return stop(msg!(
            "{link} er et link; kopier af planer gemmes kun i mappen selv",
            "{link} er en lenke; kopier av planer lagres bare i mappen selv",
            "{link} is a link; copies of plans are kept only in the folder itself",
        ));
    }
    output::folder(folder)?;
    let kept = || fs::read(copy).is_ok_and(|there| there == bytes);
    let is_new = match kept() {
        true => false,
        false if force => output::write_over(copy, &bytes).map(|()| true)?,
        false => output::new_file(copy, &bytes)?,
    };
    if is_new {
        // Who may not read the plan may not read its copy.
        if let Ok(about) = fs::metadata(path) {
            fs::set_permissions(copy, about.permissions())?;
        }
        let text = msg!("{name} er gemt som {there}", "{name} er lagret som {there}", "{name} is kept as {there}");
        output::remark(text.get(lang));
        return Ok(());
    }
    if !kept() {
        let message = msg!(
            "{there} findes allerede, og planen er ændret siden; brug --force for at gemme den, som den er nu",
            "{there} finnes allerede, og planen er endret siden; bruk --force for å lagre den slik den er nå",
            "{there} exists already, and the plan has changed since; use --force to keep it as it is now",
        );
        return stop(message);
    }
    let text = msg!(
        "{name} er allerede gemt som {there}",
        "{name} er allerede lagret som {there}",
        "{name} is kept already as {there}",
    );
    output::remark(text.get(lang));
    Ok(())
}
