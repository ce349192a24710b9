//! `plan check`: every finding of every plan, and an exit code.

use std::io;
use std::process::ExitCode;

use anyhow::Result;

use super::open::{self, Opened};
use super::{Settings, output};
use crate::check::{self, Asked};
use crate::cli::{Check, FailOn, FindingFormat};
use crate::finding::{Finding, Severity};
use crate::locale::Lang;
use crate::write::findings::{self, Checked, full, json, short};

pub fn run(args: &Check, settings: &Settings) -> Result<ExitCode> {
    let found = open::paths(&args.paths)?;
    let asked = Asked { overdue: args.overdue };
    let mut all: Vec<(Lang, Finding)> = Vec::new();
    let mut unread: Vec<String> = found.unread.iter().map(|path| path.display().to_string()).collect();
    let mut plans = 0;
    let mut lang = settings.lang.unwrap_or(settings.locale);
    open::complain_of_unread(&found.unread, lang);
    for path in &found.plans {
        match open::open(path) {
            Ok(opened) => {
                lang = opened.lang(settings);
                plans += 1;
                all.extend(findings_of(opened, settings, asked).into_iter().map(|finding| (lang, finding)));
            }
            Err(message) => {
                unread.push(path.display().to_string());
                output::warn(message.get(lang), lang);
            }
        }
    }
    if plans > 1 {
        lang = settings.lang();
    }
    let checked = Checked { findings: all, plans, unread, lang, today: settings.today };
    let least = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
    };
    let failed = checked.findings.iter().any(|(_, finding)| finding.severity >= least);
    let options = findings::Options { width: settings.width(), colour: settings.colour(&io::stdout()) };
    let written = output::stdout(|out| {
        match args.format {
            FindingFormat::Full => full::write(&checked, &options, out)?,
            FindingFormat::Short => short::write(&checked, out)?,
            FindingFormat::Json => json::write(&checked, out)?,
        }
        Ok(())
    });
    // Whoever reads may stop early; what was found stays found.
    if let Err(error) = written
        && !super::is_closed_pipe(&error)
    {
        return Err(error);
    }
    Ok(match (!checked.unread.is_empty(), failed) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    })
}

fn findings_of(opened: Opened, settings: &Settings, asked: Asked) -> Vec<Finding> {
    let Opened { plan, framework, mut findings } = opened;
    if let Some(framework) = &framework {
        findings.extend(check::check(&plan, framework, settings.today, asked));
    }
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    findings
}
