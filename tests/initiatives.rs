//! `plan initiatives` and `plan capacity` on a small plan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use plan::calendar::Period;
use plan::document::{self, Document};
use plan::locale::Lang;
use plan::view::{self, InitiativesBy, Scene};
use plan::write::document::{Options, terminal};
use plan::{check, read};

fn shown(lang: Lang, make: impl FnOnce(&Scene) -> Document) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/portfolio.plan.toml");
    let (plan, findings) = read::plan(&read::file::read(&path, "portfolio.plan.toml").unwrap());
    let framework = read::framework("./portfolio.yaml", path.parent().unwrap()).framework.unwrap();
    let today = "2026-09-15".parse::<Period>().unwrap().first();
    assert!(findings.is_empty(), "{findings:?}");
    assert!(check::framework(&framework).is_empty());
    let plan = plan.as_of(today);
    let document = make(&Scene::new(&plan, &framework, today, lang));
    let mut out = Vec::new();
    terminal::write(&document, &Options { width: 120, colour: false, dialect: None }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn initiatives(lang: Lang, by: InitiativesBy) -> String {
    shown(lang, |scene| document::initiatives::document(&view::initiatives(scene, by)))
}

#[test]
fn initiatives_by_department() {
    insta::assert_snapshot!(initiatives(Lang::Da, InitiativesBy::Department));
}

#[test]
fn initiatives_by_degree() {
    insta::assert_snapshot!(initiatives(Lang::Nb, InitiativesBy::Degree));
}

#[test]
fn initiatives_by_topic() {
    insta::assert_snapshot!(initiatives(Lang::En, InitiativesBy::Topic));
}

#[test]
fn capacity_weak_first() {
    let capacity = |scene: &Scene| document::capacity::document(&view::capacity(scene));
    insta::assert_snapshot!(shown(Lang::Da, capacity));
}
