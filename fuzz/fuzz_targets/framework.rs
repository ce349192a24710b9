//! Any bytes as a framework: read and checked, and a new plan made of it.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plan::calendar::Date;
use plan::check::{self, Asked};
use plan::finding::{Finding, reading};
use plan::locale::Lang;
use plan::model::Plan;
use plan::source::Source;
use plan::view::{self, Wishes};
use plan::write::{document, starter};
use plan::{document::templates, read};

mod findings;

/// A plan that knows nothing of the framework.
static STRANGER: LazyLock<Plan> = LazyLock::new(|| {
    let text = include_str!("../../examples/samboe.plan.toml");
    read::plan(&Source::new("plan.toml", text)).0
});

fuzz_target!(|text: &str| {
    let loaded = read::framework_of(&[Source::new("framework.yaml", text)]);
    let mut found = loaded.findings;
    let is_read = found.is_empty();
    let Some(framework) = loaded.framework else { return findings::write(found, text) };
    found.extend(check::framework(&framework));
    findings::write(found, text);
    let Some(today) = Date::from_ymd(2025, 6, 15) else { return };
    check::check(&STRANGER, &framework, today, Asked::default());
    if !is_read {
        return;
    }
    let mut out = Vec::new();
    let options = document::Options { width: 80, colour: false, dialect: None };
    document::terminal::write(&templates::one(&framework, Lang::Da), &options, &mut out).expect("a vector takes all");
    findings::assert_harmless(&out);
    let wishes = Wishes {
        template: "./framework.yaml".to_owned(),
        title: "Plan".to_owned(),
        lang: Lang::Da,
        start: today,
        units: Vec::new(),
        roles: Default::default(),
        people: Default::default(),
    };
    let written = starter::write(&view::starter(&framework, wishes));
    let (plan, mut found) = read::plan(&Source::new("plan.toml", written.as_str()));
    let unreadable = |finding: &&Finding| finding.rule == reading::SYNTAX || finding.rule == reading::DUPLICATE_KEY;
    assert!(found.iter().find(unreadable).is_none(), "{found:?}\n{written}");
    found.extend(check::check(&plan, &framework, today, Asked::default()));
    findings::write(found, &written);
});
