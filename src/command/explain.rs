//! `plan explain`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, output, stop, templates};
use crate::check;
use crate::cli::Explain;
use crate::document;
use crate::locale::msg;
use crate::model;
use crate::view::{self, Versioned};

pub fn run(args: &Explain, settings: &Settings) -> Result<ExitCode> {
    let lang = settings.lang();
    let Some(name) = &args.rule else {
        let lines: Vec<_> = check::ALL.iter().map(|rule| view::rule_line(rule, lang)).collect();
        let data = Versioned { schema: "plan.rules/1", data: &List { rules: &lines } };
        output::view(&args.output, settings, &data, |_| document::explain::list(&lines, lang))?;
        return Ok(ExitCode::SUCCESS);
    };
    let frameworks = templates::all();
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

#[derive(Debug, serde::Serialize)]
struct List<'l> {
    rules: &'l [view::RuleLine],
}
