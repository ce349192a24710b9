//! Any bytes as a plan: read, joined with a framework, checked and reported.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plan::calendar::Date;
use plan::check::{self, Asked};
use plan::locale::Lang;
use plan::model::{Framework, Plan};
use plan::source::Source;
use plan::view::{self, Earlier, Scene, Version, VersionKind};
use plan::write::document::{self, terminal};
use plan::{document::Medium, document::report, read};

mod findings;

/// The frameworks that come with the program; a path would lead out of the text.
static FRAMEWORKS: LazyLock<Vec<Framework>> = LazyLock::new(|| {
    let builtins = read::builtins().iter();
    builtins.filter_map(|builtin| read::framework(builtin.id, Path::new("")).framework).collect()
});

fuzz_target!(|text: &str| {
    let source = Source::new("plan.toml", text);
    if let Some(finding) = read::empty_file(&source) {
        return findings::write(vec![finding], text);
    }
    let (plan, mut found) = read::plan(&source);
    let named =
        |framework: &&Framework| plan.template.as_ref().is_some_and(|template| template.value == framework.id());
    let Some(framework) = FRAMEWORKS.iter().find(named).or(FRAMEWORKS.first()) else { return };
    let Some(today) = Date::from_ymd(2025, 6, 15) else { return };
    found.extend(check::check(&plan, framework, today, Asked { overdue: true, ..Asked::default() }));
    findings::write(found, text);
    // The report has the matrix, the timeline, the forecast and what changed in it; before, there was nothing.
    let scene = Scene::new(&plan, framework, today, Lang::Nb);
    let since = view::usual_since(&scene);
    let nothing = Plan::default();
    let version = Version { kind: VersionKind::File, name: None, day: today };
    let earlier = Earlier { scene: Scene::new(&nothing, framework, today, Lang::Nb), version };
    let shown = report::document(&view::report(scene, since, Some(earlier)), Medium::Screen);
    let mut out = Vec::new();
    let options = document::Options { width: 80, colour: false, dialect: None };
    terminal::write(&shown, &options, &mut out).expect("a vector takes all");
    findings::assert_harmless(&out);
});
