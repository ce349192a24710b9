//! `plan explain`.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;

use super::workspace::Workspace;
use super::{Settings, output, stop, templates};
use crate::check;
use crate::cli::Explain;
use crate::document;
use crate::locale::msg;
use crate::model::{self, Framework};
use crate::read::tree::Tree;
use crate::view::{self, Versioned};

pub fn run(args: &Explain, settings: &Settings) -> Result<ExitCode> {
    let lang = settings.lang();
    let Some(name) = &args.rule else {
        let lines: Vec<_> = check::ALL.iter().map(|rule| view::rule_line(rule, lang)).collect();
        let data = Versioned { schema: "plan.rules/1", data: &List { rules: &lines } };
        output::view(&args.output, settings, &data, |_| document::explain::list(&lines, lang))?;
        return Ok(ExitCode::SUCCESS);
    };
    let frameworks = known(settings);
    let stated = frameworks.iter().flat_map(|framework| &framework.rules).find(|(id, _)| id.eq_ignore_ascii_case(name));
    let of_stated = stated.and_then(|(_, stated)| check::rule(stated.checks.first()?));
    let Some(rule) = check::rule(name).or(of_stated) else {
        let known = check::ALL.iter().map(|rule| rule.id);
        let meant = model::suggest(name, known).map(|meant| format!(" (`{meant}`?)")).unwrap_or_default();
        return stop(msg!(
            "der er ingen regel `{name}`{meant}; `plan explain` viser dem alle",
            "det finnes ingen regel `{name}`{meant}; `plan explain` viser alle",
            "there is no rule `{name}`{meant}; `plan explain` lists them all",
        ));
    };
    let only = stated.map(|(id, _)| id.as_str());
    let view = view::rule_view(rule, &frameworks, only, lang);
    let data = Versioned { schema: "plan.rule/1", data: &view };
    output::view(&args.output, settings, &data, |_| document::explain::one(&view, lang))?;
    Ok(ExitCode::SUCCESS)
}

/// The built-in frameworks, and those of the repository that this is run in.
fn known(settings: &Settings) -> Vec<Arc<Framework>> {
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let own = workspace.own_frameworks(Path::new(""));
    let own = own.iter().filter_map(|loaded| loaded.framework.clone());
    templates::all().into_iter().map(Arc::new).chain(own).collect()
}

#[derive(Debug, serde::Serialize)]
struct List<'l> {
    rules: &'l [view::RuleLine],
}
