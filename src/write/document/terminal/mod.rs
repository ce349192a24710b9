//! Documents as text for a terminal, with or without colours: nothing is said
//! by colour alone.

mod table;
mod timeline;
mod wrap;

use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};
use rayon::prelude::*;

use super::text::{clean, unbroken, width};
use super::{Options, says_something};
use crate::document::{Block, Document, Item, Light, Line, Tone};
use wrap::{Flow, Piece};

/// Columns below which no layout is tried.
const NARROWEST: usize = 20;

/// Writes a document as text.
pub fn write(document: &Document, options: &Options, out: &mut dyn Write) -> Result<()> {
    let mut page = Page::new(options, out);
    page.paragraph(&Line::plain(document.title.as_str()), 0, Tone::Strong)?;
    if !document.subtitle.is_empty() {
        page.paragraph(&Line::plain(document.subtitle.as_str()), 0, Tone::Muted)?;
    }
    let blocks: Vec<&Block> = document.blocks.iter().filter(|block| says_something(block)).collect();
    let mut laid = if blocks.iter().map(|block| rows(block)).sum::<usize>() < MANY_ROWS {
        Vec::new().into_iter()
    } else {
        // Blocks differ much in size, so each is handed out alone.
        blocks.par_iter().with_max_len(1).map(|block| lay(block, options)).collect::<Vec<_>>().into_iter()
    };
    let mut before: Option<&Block> = None;
    for block in blocks {
        if !belongs_to(before, block) {
            page.end_line()?;
        }
        match laid.next() {
            Some(text) => page.out.write_all(&text?)?,
            None => page.block(block)?,
        }
        before = Some(block);
    }
    Ok(())
}

/// From so many rows on, blocks and tables are laid out by all processors.
const MANY_ROWS: usize = 2000;

fn rows(block: &Block) -> usize {
    match block {
        Block::Table(table) => table.rows.len(),
        Block::Timeline(timeline) => timeline.rows.len(),
        Block::List(items) => items.len(),
        _ => 1,
    }
}

/// A block by itself, as it is written.
fn lay(block: &Block, options: &Options) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    Page::new(options, &mut text).block(block)?;
    Ok(text)
}

/// Whether a block stands directly below the one before it.
fn belongs_to(before: Option<&Block>, block: &Block) -> bool {
    match (before, block) {
        (Some(Block::Heading { .. }), Block::Heading { .. }) => false,
        (Some(Block::Heading { level, .. }), _) => *level > 1,
        (Some(Block::Light(before)), Block::Light(_)) => before.reasons.is_empty(),
        _ => false,
    }
}

/// Where text is written to. Blanks are held back until something follows
/// them, so that no line ends in one.
struct Page<'a> {
    out: &'a mut dyn Write,
    width: usize,
    colour: bool,
    flow: Flow,
    blanks: usize,
}

impl<'a> Page<'a> {
    fn new(options: &Options, out: &'a mut dyn Write) -> Page<'a> {
        Page { out, width: options.width.max(NARROWEST), colour: options.colour, flow: Flow::default(), blanks: 0 }
    }

    fn block(&mut self, block: &Block) -> Result<()> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(line) => self.paragraph(line, 0, Tone::Plain),
            Block::Facts(facts) => self.facts(facts),
            Block::List(items) => self.list(items),
            Block::Table(table) => table::write(self, table),
            Block::Timeline(timeline) => timeline::write(self, timeline),
            Block::Light(light) => self.light(light),
            Block::Code(text) => self.code(text),
        }
    }

    /// Lines as they are typed, neither wrapped nor joined.
    fn code(&mut self, text: &str) -> Result<()> {
        for line in text.lines() {
            self.indent(4);
            self.put(&clean(line), Tone::Plain)?;
            self.end_line()?;
        }
        Ok(())
    }

    /// Text without control characters or line breaks.
    fn put(&mut self, text: &str, tone: Tone) -> Result<()> {
        let words = text.trim_end_matches(' ');
        if words.is_empty() {
            self.blanks += text.len();
            return Ok(());
        }
        self.put_blanks()?;
        let style = style(tone);
        if self.colour && tone != Tone::Plain {
            write!(self.out, "{style}{words}{style:#}")?;
        } else {
            self.out.write_all(words.as_bytes())?;
        }
        self.blanks = text.len() - words.len();
        Ok(())
    }

    fn put_blanks(&mut self) -> Result<()> {
        const BLANKS: &[u8] = &[b' '; 64];
        while self.blanks > 0 {
            let some = BLANKS.get(..self.blanks).unwrap_or(BLANKS);
            self.out.write_all(some)?;
            self.blanks -= some.len();
        }
        Ok(())
    }

    fn indent(&mut self, columns: usize) {
        self.blanks += columns;
    }

    fn end_line(&mut self) -> Result<()> {
        self.blanks = 0;
        self.out.write_all(b"\n")
    }

    /// A wrapped line, each of its lines indented. The first line goes on after
    /// what has been printed in that indent.
    fn paragraph(&mut self, line: &Line, indent: usize, plain: Tone) -> Result<()> {
        let mut flow = std::mem::take(&mut self.flow);
        flow.read(line, plain);
        let mut result = Ok(());
        let columns = self.width.saturating_sub(indent).max(1);
        flow.lay(columns, &mut |piece| {
            if result.is_ok() {
                result = match piece {
                    Piece::Text(text, tone) => self.put(text, tone),
                    Piece::Break => self.end_line().map(|()| self.indent(indent)),
                };
            }
        });
        self.flow = flow;
        result?;
        self.end_line()
    }

    fn heading(&mut self, level: u8, text: &str) -> Result<()> {
        self.paragraph(&Line::plain(text), 0, Tone::Strong)?;
        if level > 1 {
            return Ok(());
        }
        let length = width(&unbroken(text)).min(self.width);
        self.put(&"─".repeat(length), Tone::Muted)?;
        self.end_line()
    }

    fn facts(&mut self, facts: &[(String, Line)]) -> Result<()> {
        let longest = facts.iter().map(|(label, _)| width(&unbroken(label))).max().unwrap_or(0);
        let column = longest.min(self.width * 2 / 5);
        for (label, value) in facts {
            let taken = width(&unbroken(label));
            if taken > column {
                // A label too long for its column gets lines of its own.
                self.paragraph(&Line::plain(label.as_str()), 0, Tone::Strong)?;
                self.indent(column + 2);
            } else {
                self.put(&unbroken(label), Tone::Strong)?;
                self.indent(column + 2 - taken);
            }
            self.paragraph(value, column + 2, Tone::Plain)?;
        }
        Ok(())
    }

    fn list(&mut self, items: &[Item]) -> Result<()> {
        for item in items {
            // A sign of its own at the head of a line is bullet enough.
            let signed = item.text.0.first().is_some_and(|run| width(&run.text) == 2 && run.text.ends_with(' '));
            self.put(if signed { "" } else { "• " }, Tone::Plain)?;
            self.paragraph(&item.text, if signed { 0 } else { 2 }, Tone::Plain)?;
            for detail in &item.details {
                self.indent(4);
                self.paragraph(detail, 4, Tone::Plain)?;
            }
        }
        Ok(())
    }

    fn light(&mut self, light: &Light) -> Result<()> {
        let (sign, tone) = (light.colour.sign(), light.colour.tone());
        let line = Line::toned(format!("{}: ", light.name), Tone::Strong).then(format!("{sign} {}", light.word), tone);
        self.paragraph(&line, 0, Tone::Plain)?;
        for reason in &light.reasons {
            self.put("  • ", Tone::Plain)?;
            self.paragraph(&Line::plain(reason.as_str()), 4, Tone::Plain)?;
        }
        Ok(())
    }
}

/// How a tone looks. The sixteen colours follow the reader's own theme.
fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Muted => Style::new().dimmed(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Active => AnsiColor::Cyan.on_default(),
        Tone::Caution => AnsiColor::Yellow.on_default(),
        Tone::Bad => AnsiColor::Red.on_default().bold(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::{Cell, Column, Row, Table};
    use crate::write::document::samples;

    fn print(document: &Document, width: usize, colour: bool) -> String {
        let mut out = Vec::new();
        write(document, &Options { width, colour, dialect: None }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn table(table: Table, width: usize) -> String {
        let document = samples::document(vec![Block::Table(table)]);
        let text = print(&document, width, false);
        text.split_once("\n\n").unwrap().1.to_owned()
    }

    fn timeline(width: usize) -> String {
        let document = samples::document(vec![Block::Timeline(samples::timeline())]);
        print(&document, width, false).split_once("\n\n").unwrap().1.to_owned()
    }

    #[test]
    fn a_document() {
        insta::assert_snapshot!(print(&samples::everything(), 60, false), @r##"
        Implementeringsplan
        Tidsplan pr. 17. marts 2025 · Nyt fagsystem i Ældre og
        Sundhed

        Sagsnummer  2025-001234
        Periode     1. januar–31. december 2025
        Formål      Alle medarbejdere i hjemmeplejen dokumenterer i
                    det nye system, så borgerens forløb kan følges
                    på tværs af distrikter og myndighed.

        Tid: ● følger planen
        Økonomi: ○ ikke vurderet
        Opgaver: ▲ tæt på grænsen
          • 2 opgaver er forsinkede
          • 1 opgave er blokeret

        Kriterier: ■ mangler
          • Ingen kriterier har en måling

        Forsinkede opgaver
        ──────────────────

        Der er 3 opgaver, som skulle være afsluttet.

        Id  Opgave                                  Frist       Dage
        ────────────────────────────────────────────────────────────
        Afklaring                                   2025-03-01    12
        t1  Interessentanalyse med æøå og en ret    2025-02-01    44
            lang titel, som brydes
        t2  Budget 👩‍💻 中文字符                      2025-02-28    17
        ────────────────────────────────────────────────────────────
        Forberedelse af ibrugtagning
        t3  Medarbejderinddragelse�[31m i to        2025-03-10     7
            linjer

        Næste skridt
        • Aftal ny frist med styregruppen, og skriv den i planen, så
          alle kan se den ved næste møde
            Ansvarlig: Mette
        ! Gevinster uden ejer
        "##);
    }

    #[test]
    fn a_document_in_colours() {
        let text = print(&samples::everything(), 80, true).replace('\u{1b}', "^");
        insta::assert_snapshot!(text, @r##"
        ^[1mImplementeringsplan^[0m
        ^[2mTidsplan pr. 17. marts 2025 · Nyt fagsystem i Ældre og Sundhed^[0m

        ^[1mSagsnummer^[0m  2025-001234
        ^[1mPeriode^[0m     1. januar–31. december 2025
        ^[1mFormål^[0m      Alle medarbejdere i hjemmeplejen dokumenterer i det nye system, så
                    borgerens forløb kan følges på tværs af distrikter og myndighed.

        ^[1mTid:^[0m ^[32m● følger planen^[0m
        ^[1mØkonomi:^[0m ^[2m○ ikke vurderet^[0m
        ^[1mOpgaver:^[0m ^[33m▲ tæt på grænsen^[0m
          • 2 opgaver er forsinkede
          • 1 opgave er blokeret

        ^[1mKriterier:^[0m ^[1m^[31m■ mangler^[0m
          • Ingen kriterier har en måling

        ^[1mForsinkede opgaver^[0m
        ^[2m──────────────────^[0m

        Der er ^[1m^[31m3 opgaver^[0m, som skulle være afsluttet.

        ^[1mId^[0m  ^[1mOpgave^[0m                                                      ^[1mFrist^[0m       ^[1mDage^[0m
        ^[2m────────────────────────────────────────────────────────────────────────────────^[0m
        ^[1mAfklaring^[0m                                                       ^[1m2025-03-01^[0m    ^[1m12^[0m
        t1  Interessentanalyse med æøå og en ret lang titel, som        2025-02-01    ^[1m^[31m44^[0m
            brydes
        t2  Budget 👩‍💻 中文字符                                          2025-02-28    ^[1m^[31m17^[0m
        ^[2m────────────────────────────────────────────────────────────────────────────────^[0m
        ^[1mForberedelse af ibrugtagning^[0m
        t3  Medarbejderinddragelse�[31m i to linjer                     2025-03-10     ^[1m^[31m7^[0m

        ^[1mNæste skridt^[0m
        • Aftal ny frist med styregruppen, og skriv den i planen, så alle kan se den ved
          næste møde
            Ansvarlig: Mette
        ^[1m^[31m!^[0m Gevinster uden ejer
        "##);
    }

    #[test]
    fn a_matrix() {
        let mut matrix = samples::matrix();
        matrix.rows.truncate(2);
        insta::assert_snapshot!(table(matrix.clone(), 60), @r##"
        Område    │ Afklaring  │ Forbere-   │ Ibrugtag-  │ Foran-
                  │            │ delse      │ ning       │ kring
        ━━━━━━━━━━┿━━━━━━━━━━━━┿━━━━━━━━━━━━┿━━━━━━━━━━━━┿━━━━━━━━━━
        Ledelse   │ ✓ Styre-   │ · Under-   │ ◆ Beslut-  │
        og        │   gruppen  │   visning  │   ning om  │
        styring   │   er       │   (Søren)  │   ibrug-   │
                  │   nedsat   │ · Side-    │   tagning  │
                  │   og har   │   mands-   │   (Direk-  │
                  │   godkendt │   oplæring │   tionen)  │
                  │   kommis-  │   i        │            │
                  │   soriet   │   hjemme-  │            │
                  │   (Mette)  │   plejen   │            │
                  │ ! Gevins-  │   (Søren)  │            │
                  │   ter      │            │            │
                  │   beskre-  │            │            │
                  │   vet og   │            │            │
                  │   foran-   │            │            │
                  │   kret hos │            │            │
                  │   lederne  │            │            │
                  │   (Jens)   │            │            │
        ──────────┼────────────┼────────────┼────────────┼──────────
        Kompe-    │ mangler    │ › Super-   │ ✓ Interes- │ ✓ Styre-
        tence-    │            │   brugere  │   sentana- │   gruppen
        udvikling │            │   uddannes │   lyse     │   er
                  │            │   i alle   │   (Karen)  │   nedsat
                  │            │   distrik- │            │   og har
                  │            │   ter      │            │   god-
                  │            │   (Åse)    │            │   kendt
                  │            │            │            │   kommis-
                  │            │            │            │   soriet
                  │            │            │            │   (Mette)
                  │            │            │            │ ! Gevins-
                  │            │            │            │   ter
                  │            │            │            │   beskre-
                  │            │            │            │   vet og
                  │            │            │            │   foran-
                  │            │            │            │   kret
                  │            │            │            │   hos
                  │            │            │            │   lederne
                  │            │            │            │   (Jens)
        "##);
        insta::assert_snapshot!(table(matrix.clone(), 80), @r##"
        Område    │ Afklaring      │ Forberedelse   │ Ibrugtagning      │ Forankring
        ━━━━━━━━━━┿━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━
        Ledelse   │ ✓ Styregruppen │ · Undervisning │ ◆ Beslutning om   │
        og        │   er nedsat og │   (Søren)      │   ibrugtagning    │
        styring   │   har godkendt │ · Sidemands-   │   (Direktionen)   │
                  │   kommissoriet │   oplæring i   │                   │
                  │   (Mette)      │   hjemmeplejen │                   │
                  │ ! Gevinster    │   (Søren)      │                   │
                  │   beskrevet og │                │                   │
                  │   forankret    │                │                   │
                  │   hos lederne  │                │                   │
                  │   (Jens)       │                │                   │
        ──────────┼────────────────┼────────────────┼───────────────────┼───────────────
        Kompe-    │ mangler        │ › Superbrugere │ ✓ Interessentana- │ ✓ Styregruppen
        tence-    │                │   uddannes i   │   lyse (Karen)    │   er nedsat og
        udvikling │                │   alle         │                   │   har godkendt
                  │                │   distrikter   │                   │   kommissoriet
                  │                │   (Åse)        │                   │   (Mette)
                  │                │                │                   │ ! Gevinster
                  │                │                │                   │   beskrevet og
                  │                │                │                   │   forankret
                  │                │                │                   │   hos lederne
                  │                │                │                   │   (Jens)
        "##);
        insta::assert_snapshot!(table(matrix, 120), @r##"
        Område         │ Afklaring                  │ Forberedelse           │ Ibrugtagning          │ Forankring
        ━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━
        Ledelse og     │ ✓ Styregruppen er nedsat   │ · Undervisning (Søren) │ ◆ Beslutning om       │
        styring        │   og har godkendt          │ · Sidemandsoplæring i  │   ibrugtagning        │
                       │   kommissoriet (Mette)     │   hjemmeplejen (Søren) │   (Direktionen)       │
                       │ ! Gevinster beskrevet og   │                        │                       │
                       │   forankret hos lederne    │                        │                       │
                       │   (Jens)                   │                        │                       │
        ───────────────┼────────────────────────────┼────────────────────────┼───────────────────────┼──────────────────────────
        Kompetence-    │ mangler                    │ › Superbrugere         │ ✓ Interessentanalyse  │ ✓ Styregruppen er nedsat
        udvikling      │                            │   uddannes i alle      │   (Karen)             │   og har godkendt
                       │                            │   distrikter (Åse)     │                       │   kommissoriet (Mette)
                       │                            │                        │                       │ ! Gevinster beskrevet og
                       │                            │                        │                       │   forankret hos lederne
                       │                            │                        │                       │   (Jens)
        "##);
    }

    #[test]
    fn groups() {
        insta::assert_snapshot!(table(samples::groups(), 60), @r##"
        Id  Opgave                                  Frist       Dage
        ────────────────────────────────────────────────────────────
        Afklaring                                   2025-03-01    12
        t1  Interessentanalyse med æøå og en ret    2025-02-01    44
            lang titel, som brydes
        t2  Budget 👩‍💻 中文字符                      2025-02-28    17
        ────────────────────────────────────────────────────────────
        Forberedelse af ibrugtagning
        t3  Medarbejderinddragelse�[31m i to        2025-03-10     7
            linjer
        "##);
        let mut groups = samples::groups();
        groups.ruled = true;
        insta::assert_snapshot!(table(groups, 60), @r##"
        Id │ Opgave                              │ Frist      │ Dage
        ━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━┿━━━━━
        Afklaring                                │ 2025-03-01 │   12
        ───┼─────────────────────────────────────┼────────────┼─────
        t1 │ Interessentanalyse med æøå og en    │ 2025-02-01 │   44
           │ ret lang titel, som brydes          │            │
        ───┼─────────────────────────────────────┼────────────┼─────
        t2 │ Budget 👩‍💻 中文字符                  │ 2025-02-28 │   17
        ━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━┿━━━━━
        Forberedelse af ibrugtagning
        ───┼─────────────────────────────────────┼────────────┼─────
        t3 │ Medarbejderinddragelse�[31m i to    │ 2025-03-10 │    7
           │ linjer                              │            │
        "##);
    }

    #[test]
    fn tables_that_are_odd() {
        let mut odd = samples::groups();
        odd.rows.clear();
        insta::assert_snapshot!(table(odd.clone(), 60), @r##"
        Id  Opgave  Frist  Dage
        ───────────────────────
        "##);
        odd.columns = vec![Column::number("n")];
        odd.rows = vec![Row::Cells(vec!["1".into()]), Row::Cells(vec![]), Row::Cells(vec!["中".into(), "mere".into()])];
        insta::assert_snapshot!(table(odd, 60), @r##"
         n
        ────────
         1

        中  mere
        "##);
    }

    #[test]
    fn a_timeline() {
        insta::assert_snapshot!(timeline(60), @r##"
        2025                   jan  mar    maj   jul   sep   nov
        uge                    1    9     17   25    33    41   49
                                      ▼ i dag
        Afklaring              ┣━━━━━━━┫
          ✓ Interessentanaly…  ████   │
          ! Beskriv gevinste…   ▄▄▄▄!!│ 16 dage forsinket
          ! Kommissorium god…        ✗│ 14 dage forsinket
        Ibrugtagning                  │ ┣━━━━━━━━━━━━━━━━┫
          · Undervis superbr…         │ ░░░░░░░
          · En dag                    │             ░
          › Sidemandsoplæring     ═════════════════════════════════→
          ✓ Leverandør valgt      ◆   │
          ◇ Afslutning                │               31. december ◇

        ┣━┫ fase   ███ udført   ▄▄▄ i gang   ░░░ planlagt
        !!! forsinket   ══→ løbende   ◇ milepæl   ◆ milepæl nået
        ✗ milepæl overskredet   │ i dag
        "##);
        insta::assert_snapshot!(timeline(80), @r##"
        2025                          jan feb mar apr maj jun jul  aug sep okt nov dec
        uge                           1  5   9   13  17 21  25  29  33  37  41 45  49  1
                                                ▼ i dag
        Afklaring                     ┣━━━━━━━━━━┫
          ✓ Interessentanalyse        ██████    │
          ! Beskriv gevinster og fo…    ▄▄▄▄▄▄!!│ 16 dage forsinket
          ! Kommissorium godkendt             ✗ │ 14 dage forsinket
        Ibrugtagning                            │ ┣━━━━━━━━━━━━━━━━━━━━━━━┫
          · Undervis superbrugere               │  ░░░░░░░░░
          · En dag                              │                  ░
          › Sidemandsoplæring             ═════════════════════════════════════════════→
          ✓ Leverandør valgt              ◆     │
          ◇ Afslutning                          │                         31. december ◇

        ┣━┫ fase   ███ udført   ▄▄▄ i gang   ░░░ planlagt   !!! forsinket   ══→ løbende
        ◇ milepæl   ◆ milepæl nået   ✗ milepæl overskredet   │ i dag
        "##);
        insta::assert_snapshot!(timeline(120), @r##"
        2025                                        ╷jan  ╷feb  ╷mar  ╷apr  ╷maj   ╷jun  ╷jul   ╷aug  ╷sep  ╷okt   ╷nov  ╷dec
        uge                                         1    5     9     13   17    21    25    29    33    37   41    45    49    1
                                                                   ▼ i dag
        Afklaring                                   ┣━━━━━━━━━━━━━━━━┫      ·      ·     ·      ·     ·     ·      ·     ·
          ✓ Interessentanalyse                       ████████   ·  │  ·     ·      ·     ·      ·     ·     ·      ·     ·
          ! Beskriv gevinster og forankr dem hos…      ▄▄▄▄▄▄▄▄▄!!!│ 16 dage forsinket   ·      ·     ·     ·      ·     ·
          ! Kommissorium godkendt                         ·     ✗  │ 14 dage forsinket   ·      ·     ·     ·      ·     ·
        Ibrugtagning                                      ·     ·  │  ┣━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┫       ·     ·
          · Undervis superbrugere                         ·     ·  │   ░░░░░░░░░░░░░░░   ·      ·     ·     ·      ·     ·
          · En dag                                        ·     ·  │  ·     ·      ·     ·      ░     ·     ·      ·     ·
          › Sidemandsoplæring                             ═════════════════════════════════════════════════════════════════════→
          ✓ Leverandør valgt                              ◆     ·  │  ·     ·      ·     ·      ·     ·     ·      ·     ·
          ◇ Afslutning                                    ·     ·  │  ·     ·      ·     ·      ·     ·     ·     31. december ◇

        ┣━┫ fase   ███ udført   ▄▄▄ i gang   ░░░ planlagt   !!! forsinket   ══→ løbende   ◇ milepæl   ◆ milepæl nået
        ✗ milepæl overskredet   │ i dag
        "##);
    }

    #[test]
    fn a_timeline_fits_any_width() {
        let mut document = samples::document(vec![Block::Timeline(samples::timeline())]);
        if let Block::Timeline(timeline) = &mut document.blocks[0] {
            timeline.rows[2].label = "中文字符很长".repeat(5);
            timeline.rows[2].remark = "中文\u{1b}字符".into();
        }
        for columns in 60..=210 {
            for line in print(&document, columns, false).lines() {
                assert!(width(line) <= columns, "{columns}: {line:?}");
                assert!(!line.ends_with(' ') && !line.contains('\u{1b}'), "{columns}: {line:?}");
            }
        }
    }

    #[test]
    fn blocks_without_words_leave_no_gap() {
        let nothing = Table { caption: String::new(), columns: vec![], rows: vec![], row_headers: false, ruled: false };
        let blocks = vec![Block::Table(nothing), Block::List(vec![]), Block::Paragraph("slut".into())];
        let text = print(&samples::document(blocks), 80, false);
        assert!(text.ends_with("Sundhed\n\nslut\n"), "{text}");
    }

    #[test]
    fn no_escape_codes_without_colour() {
        let mut document = samples::everything();
        document.blocks.push(Block::Timeline(samples::timeline()));
        document.blocks.push(Block::Table(samples::matrix()));
        assert!(!print(&document, 80, false).contains('\u{1b}'));
        // Colours change nothing else.
        let codes = |text: String| -> String {
            let plain = |part: &str| part.split_once('m').map_or(String::new(), |(_, rest)| rest.to_owned());
            let mut parts = text.split('\u{1b}');
            let first = parts.next().unwrap_or_default().to_owned();
            first + &parts.map(plain).collect::<String>()
        };
        assert_eq!(codes(print(&document, 80, true)), print(&document, 80, false));
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zæøå]{0,30}( [A-ZÆØÅa-zæøå\u{AD}]{1,24}){0,8}",
            "\\PC{0,40}",
            "[中文字a é👩\u{200d}💻\u{301}\u{AD}-]{0,40}",
            any::<String>(),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn no_line_is_too_wide_and_no_text_lost(
            rows in prop::collection::vec(prop::collection::vec(prop::collection::vec(text(), 0..3), 1..6), 0..5),
            columns in 60_usize..130,
            ruled: bool,
        ) {
            let count = rows.iter().map(Vec::len).max().unwrap_or(0);
            let cell = |lines: &Vec<String>| Cell::lines(lines.iter().map(|line| Line::plain(line.as_str())).collect());
            let table = Table {
                caption: String::new(),
                columns: (0..count).map(|index| Column::text(format!("K{index}"))).collect(),
                rows: rows.iter().map(|cells| Row::Cells(cells.iter().map(cell).collect())).collect(),
                row_headers: true,
                ruled,
            };
            let document = samples::document(vec![Block::Table(table)]);
            let out = print(&document, columns, false);
            for line in out.lines() {
                prop_assert!(width(line) <= columns, "{} > {columns}: {line:?}", width(line));
                prop_assert!(!line.ends_with(' '), "{line:?}");
                prop_assert!(!line.chars().any(char::is_control));
            }
            // Alone in a table, a cell's characters are all there in order.
            for lines in rows.iter().flatten() {
                let table = Table {
                    caption: String::new(),
                    columns: vec![Column::text("")],
                    rows: vec![Row::Cells(vec![cell(lines)])],
                    row_headers: false,
                    ruled,
                };
                let out = print(&samples::document(vec![Block::Table(table)]), 20, false);
                let printed: String = out.lines().skip(3).filter(|line| !line.starts_with('─')).collect();
                let keep = |c: &char| !matches!(c, ' ' | '-' | '─' | '━');
                let printed: String = printed.chars().filter(keep).collect();
                let given: String = lines.iter().flat_map(|line| unbroken(line).chars().collect::<Vec<_>>()).filter(keep).collect();
                prop_assert!(printed.ends_with(&given), "{given:?} in {printed:?}");
            }
        }

        #[test]
        fn no_paragraph_is_too_wide(texts in prop::collection::vec(text(), 1..4), columns in 60_usize..100) {
            let blocks = texts.iter().flat_map(|text| {
                let line = Line::toned("! ", Tone::Bad).then(text.as_str(), Tone::Plain);
                [
                    Block::Paragraph(line.clone()),
                    Block::Facts(vec![(text.clone(), line.clone())]),
                    Block::List(vec![Item { text: line.clone(), details: vec![line] }]),
                    Block::Heading { level: 1, text: text.clone() },
                ]
            });
            let out = print(&samples::document(blocks.collect()), columns, true);
            let clear: String = out.split('\u{1b}').map(|part| match part.strip_prefix('[') {
                Some(code) => code.split_once('m').map_or("", |(_, rest)| rest),
                None => part,
            }).collect();
            for line in clear.lines() {
                prop_assert!(width(line) <= columns, "{line:?}");
                prop_assert!(!line.ends_with(' '), "{line:?}");
            }
        }
    }
}
