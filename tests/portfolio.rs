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
    terminal::write(&document, &Options { width: 120, colour: false }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn initiatives(lang: Lang, by: InitiativesBy) -> String {
    shown(lang, |scene| document::initiatives::document(&view::initiatives(scene, by)))
}

#[test]
fn initiatives_by_department() {
    insta::assert_snapshot!(initiatives(Lang::Da, InitiativesBy::Department), @r#"
    Sundhed på tværs
    Indsatser · Portefølje · pr. 15. september 2026

    Forvaltning       ▁ Rød: ikke begyndt  ▄ Gul: begyndt nogle steder  █ Grøn: gennemført  Ikke vurderet  I alt  Valgt
    ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    Sundhed og Ældre                    0                            1                   0              0      1      1
    Børn og Skole                       1                            1                   1              0      3      2
    Uden forvaltning                    0                            0                   0              1      1      0
    ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    I alt                               1                            1                   1              1      4      2

    En indsats, som flere deler, står hos hver af dem, men tæller én gang i alt.

    Indsats                                     Grad    Kompleksitet  Valgt  Ansvarlig        Start
    ───────────────────────────────────────────────────────────────────────────────────────────────────
    Sundhed og Ældre (1)
    Medarbejdere taler med borgere om alkohol   ▄ gul   høj           ja     Anders Højgaard  10.8.2026
    ───────────────────────────────────────────────────────────────────────────────────────────────────
    Børn og Skole (3)
    Medarbejdere taler med borgere om alkohol   ▄ gul   høj           ja     Anders Højgaard  10.8.2026
    Alle børn i dagtilbud bevæger sig hver dag  █ grøn  lav
    Forældre aftaler skærmtid                   ▁ rød                 ja     uden ansvarlig
    ───────────────────────────────────────────────────────────────────────────────────────────────────
    Uden forvaltning (1)
    Legepladser har skygge
    "#);
}

#[test]
fn initiatives_by_degree() {
    insta::assert_snapshot!(initiatives(Lang::Nb, InitiativesBy::Degree), @r#"
    Sundhed på tværs
    Tiltak · Portefølje · per 15. september 2026

    Gjennomføringsgrad           I alt  Valgt
    ─────────────────────────────────────────
    ▁ Rød: ikke startet              1      1
    ▄ Gul: begyndt nogle steder      1      1
    █ Grønn: gjennomført             1      0
    Uten gjennomføringsgrad          1      0
    ─────────────────────────────────────────
    I alt                            4      2

    Tiltak                                      Grad     Kompleksitet  Valgt  Ansvarlig        Start
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Rød: ikke startet (1)
    Forældre aftaler skærmtid                   ▁ rød                  ja     uten ansvarlig
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Gul: begyndt nogle steder (1)
    Medarbejdere taler med borgere om alkohol   ▄ gul    høy           ja     Anders Højgaard  10.8.2026
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Grønn: gjennomført (1)
    Alle børn i dagtilbud bevæger sig hver dag  █ grønn  lav
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Uten gjennomføringsgrad (1)
    Legepladser har skygge
    "#);
}

#[test]
fn initiatives_by_topic() {
    insta::assert_snapshot!(initiatives(Lang::En, InitiativesBy::Topic), @r#"
    Sundhed på tværs
    Initiatives · Portefølje · as of 15 September 2026

    Topic             ▁ Red: not started  ▄ Gul: begyndt nogle steder  █ Green: in full use  Not assessed  All  Chosen
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    Alkohol                            0                            1                     0             0    1       1
    Fysisk aktivitet                   0                            0                     1             0    1       0
    Andre emner                        0                            0                     0             1    1       0
    Without topic                      1                            0                     0             0    1       1
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    All                                1                            1                     1             1    4       2

    Initiative                                  Degree    Complexity  Chosen  Owner            Start
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────
    Alkohol (1)
    Medarbejdere taler med borgere om alkohol   ▄ yellow  high        yes     Anders Højgaard  10 August 2026
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────
    Fysisk aktivitet (1)
    Alle børn i dagtilbud bevæger sig hver dag  █ green   low
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────
    Andre emner (1)
    Legepladser har skygge
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────
    Without topic (1)
    Forældre aftaler skærmtid                   ▁ red                 yes     no owner
    "#);
}

#[test]
fn capacity_weak_first() {
    let capacity = |scene: &Scene| document::capacity::document(&view::capacity(scene));
    insta::assert_snapshot!(shown(Lang::Da, capacity), @r#"
    Sundhed på tværs
    Kapacitet · Portefølje · pr. 15. september 2026

    Element    │ Vurdering     │ Dato      │ Note                          │ Handling                         │ Før
    ━━━━━━━━━━━┿━━━━━━━━━━━━━━━┿━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━
    Fokus      │ ▁ svag        │ 25.8.2026 │ Udvalget spørger ikke mere.   │ ingen opgave                     │ █ stærk
    ───────────┼───────────────┼───────────┼───────────────────────────────┼──────────────────────────────────┼────────
    Ressourcer │ ▁ svag        │ 25.8.2026 │ En halv stilling rækker ikke. │ Tag bemandingen op i direktionen │ ▁ svag
               │               │           │                               │ Mette Rønnow, 9.10.2026          │
               │               │           │                               │ ◐ i gang                         │
    ───────────┼───────────────┼───────────┼───────────────────────────────┼──────────────────────────────────┼────────
    Ledelse    │ ikke vurderet │           │                               │                                  │
    "#);
}
