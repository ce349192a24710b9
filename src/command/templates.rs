//! `plan templates`.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;

use super::workspace::Workspace;
use super::{Settings, output, stop};
use crate::cli::Templates;
use crate::document;
use crate::locale::{Message, msg};
use crate::model::Framework;
use crate::read;
use crate::read::tree::Tree;
use crate::view::{self, Versioned};

pub fn run(args: &Templates, settings: &Settings) -> Result<ExitCode> {
    let lang = settings.lang();
    match &args.template {
        None => {
            let workspace = Workspace::new(Tree::Disk, settings.config);
            let own = workspace.own_frameworks(Path::new(""));
            for finding in own.iter().flat_map(|loaded| &loaded.findings) {
                let (at, source) = (finding.primary.at.position(), finding.primary.at.source.name());
                output::warn(&format!("{source}:{}:{}: {}", at.line, at.column, finding.message.get(lang)), lang);
            }
            let own = own.iter().filter_map(|loaded| loaded.framework.as_deref());
            let lines: Vec<_> = all().iter().chain(own).map(|framework| view::template_line(framework, lang)).collect();
            let data = Versioned { schema: "plan.templates/1", data: &List { templates: &lines } };
            output::view(&args.output, settings, &data, |_| document::templates::list(&lines, lang))?;
        }
        Some(name) if args.yaml => {
            let Some(builtin) = read::builtins().iter().find(|builtin| builtin.id == name) else {
                load(name, settings)?;
                return stop(msg!(
                    "--yaml viser kun de indbyggede; {name} er allerede en fil",
                    "--yaml viser bare de innebygde; {name} er allerede en fil",
                    "--yaml prints only the built-in ones; {name} is a file already",
                ));
            };
            output::stdout(|out| Ok(out.write_all(builtin.text.as_bytes())?))?;
        }
        Some(name) => {
            let framework = load(name, settings)?;
            let view = view::framework(&framework, lang);
            let data = Versioned { schema: "plan.template/1", data: &view };
            output::view(&args.output, settings, &data, |_| document::templates::one(&framework, lang))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

#[derive(Debug, serde::Serialize)]
struct List<'l> {
    templates: &'l [view::TemplateLine],
}

/// Every built-in framework.
pub fn all() -> Vec<Framework> {
    read::builtins().iter().filter_map(|builtin| read::framework(builtin.id, Path::new("")).framework).collect()
}

/// The framework of a name, or why there is none.
pub fn load(name: &str, settings: &Settings) -> Result<Arc<Framework>> {
    let workspace = Workspace::new(Tree::Disk, settings.config);
    let loaded = workspace.framework(name, Path::new(""));
    if let Some(missing) = &loaded.missing {
        let why = missing.message();
        let own = workspace.own_ids(Path::new(""));
        let known =
            read::builtins().iter().map(|builtin| builtin.id.to_owned()).chain(own).collect::<Vec<_>>().join(", ");
        return stop(Message {
            da: format!("{}; der er: {known}", why.da),
            nb: format!("{}; det finnes: {known}", why.nb),
            en: format!("{}; there are: {known}", why.en),
        });
    }
    match (&loaded.framework, loaded.findings.first()) {
        (Some(framework), None) => Ok(Arc::clone(framework)),
        (_, Some(finding)) => {
            let (at, source) = (finding.primary.at.position(), finding.primary.at.source.name());
            let said = |lang| format!("{source}:{}:{}: {}", at.line, at.column, finding.message.get(lang));
            stop(Message::each(said))
        }
        (None, None) => stop(msg!("tom fil", "tom fil", "empty file")),
    }
}
