//! Documents for the writers' tests.

use crate::calendar::Date;
use crate::document::{
    Bar, Block, Cell, Column, Document, Item, Light, LightColour, Line, Mark, Row, RowKind, Scale, Table, Tick,
    Timeline, TimelineRow, Tone,
};
use crate::locale::Lang;

pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        lang: Lang::Da,
        title: "Implementeringsplan".into(),
        subtitle: "Tidsplan pr. 17. marts 2025 · Nyt fagsystem i Ældre og Sundhed".into(),
        blocks,
    }
}

fn task(sign: &str, tone: Tone, text: &str, who: &str) -> Line {
    Line::toned(format!("{sign} "), tone).then(text, Tone::Plain).then(format!(" ({who})"), Tone::Muted)
}

/// Eight domains by four phases.
pub fn matrix() -> Table {
    let areas = [
        "Ledelse og styring",
        "Kompe\u{AD}tence\u{AD}udvikling",
        "Arbejds\u{AD}gange",
        "It og data",
        "Kommu\u{AD}nikation og med\u{AD}arbejder\u{AD}inddragelse",
        "Økonomi",
        "Borgere og pårørende",
        "Evaluering",
    ];
    let rows = areas.iter().enumerate().map(|(index, area)| {
        let mut cells = vec![Cell::from(*area)];
        for phase in 0..4 {
            let lines = match (index * 5 + phase * 3) % 7 {
                0 => vec![
                    task("✓", Tone::Good, "Styregruppen er nedsat og har godkendt kommissoriet", "Mette"),
                    task("!", Tone::Bad, "Gevinster beskrevet og forankret hos lederne", "Jens"),
                ],
                1 => vec![task("›", Tone::Active, "Superbrugere uddannes i alle distrikter", "Åse")],
                2 => vec![],
                3 => vec![
                    task("·", Tone::Plain, "Undervisning", "Søren"),
                    task("·", Tone::Plain, "Side\u{AD}mands\u{AD}oplæring i hjemme\u{AD}plejen", "Søren"),
                ],
                4 => vec![task("✓", Tone::Good, "Interessentanalyse", "Karen")],
                5 => vec![Line::toned("mangler", Tone::Bad)],
                _ => vec![task("◆", Tone::Caution, "Beslutning om ibrugtagning", "Direktionen")],
            };
            cells.push(Cell::lines(lines));
        }
        Row::Cells(cells)
    });
    Table {
        caption: "Opgaver efter område og fase".into(),
        columns: ["Område", "Afklaring", "Forberedelse", "Ibrugtagning", "Forankring"].map(Column::text).into(),
        rows: rows.collect(),
        row_headers: true,
        ruled: true,
    }
}

/// A list of tasks in groups.
pub fn groups() -> Table {
    let task = |id: &str, text: &str, due: &str, late: &str| {
        Row::Cells(vec![id.into(), text.into(), due.into(), Cell::from(Line::toned(late, Tone::Bad))])
    };
    Table {
        caption: "Forsinkede opgaver".into(),
        columns: vec![Column::fixed("Id"), Column::text("Opgave"), Column::fixed("Frist"), Column::number("Dage")],
        rows: vec![
            Row::Group(vec!["Afklaring".into(), Cell::default(), "2025-03-01".into(), "12".into()]),
            task("t1", "Interessent\u{AD}analyse med æøå og en ret lang titel, som brydes", "2025-02-01", "44"),
            task("t2", "Budget 👩\u{200d}💻 中文字符", "2025-02-28", "17"),
            Row::Group(vec!["Forberedelse af ibrugtagning".into()]),
            task("t3", "Medarbejderinddragelse\u{1b}[31m i\nto linjer", "2025-03-10", "7"),
        ],
        row_headers: false,
        ruled: false,
    }
}

fn day(month: u32, day: u32) -> Date {
    Date::from_ymd(2025, month, day).unwrap()
}

fn bar(first: Date, last: Date, mark: Mark) -> Bar {
    Bar { first, last, mark, open: false }
}

/// A year with every mark.
pub fn timeline() -> Timeline {
    let names = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let months: Vec<Tick> = (1..=12)
        .zip(names)
        .map(|(month, label)| Tick {
            first: day(month, 1),
            last: if month == 12 { day(12, 31) } else { day(month + 1, 1).add_days(-1) },
            label: label.into(),
        })
        .collect();
    let weeks = (0..53)
        .map(|week| {
            let monday = Date::from_ymd(2024, 12, 30).unwrap().add_days(week * 7);
            Tick { first: monday, last: monday.add_days(6), label: (week % 52 + 1).to_string() }
        })
        .collect();
    let row = |kind, sign: &str, label: &str, tone, bars: Vec<Bar>, point, remark: &str| TimelineRow {
        kind,
        sign: sign.into(),
        label: label.into(),
        tone,
        bars,
        point,
        remark: remark.into(),
    };
    let today = day(3, 17);
    let ongoing = Bar { open: true, ..bar(day(2, 1), day(12, 31), Mark::Ongoing) };
    let rows = vec![
        row(RowKind::Head, "", "Afklaring", Tone::Plain, vec![bar(day(1, 1), day(3, 31), Mark::Phase)], None, ""),
        row(
            RowKind::Task,
            "✓",
            "Interessent\u{AD}analyse",
            Tone::Good,
            vec![bar(day(1, 6), day(2, 14), Mark::Done)],
            None,
            "",
        ),
        row(
            RowKind::Task,
            "!",
            "Beskriv gevinster og forankr dem hos alle ledere i distrikterne",
            Tone::Bad,
            vec![bar(day(1, 20), day(2, 28), Mark::Active), bar(day(3, 1), today, Mark::Late)],
            None,
            "16 dage forsinket",
        ),
        row(
            RowKind::Milestone,
            "!",
            "Kommissorium godkendt",
            Tone::Bad,
            vec![],
            Some((day(3, 3), Mark::MilestoneLate)),
            "14 dage forsinket",
        ),
        row(RowKind::Head, "", "Ibrugtagning", Tone::Plain, vec![bar(day(4, 1), day(9, 30), Mark::Phase)], None, ""),
        row(
            RowKind::Task,
            "·",
            "Undervis superbrugere",
            Tone::Plain,
            vec![bar(day(4, 7), day(6, 13), Mark::Planned)],
            None,
            "",
        ),
        row(RowKind::Task, "·", "En dag", Tone::Plain, vec![bar(day(8, 1), day(8, 1), Mark::Planned)], None, ""),
        row(RowKind::Task, "›", "Sidemandsoplæring", Tone::Active, vec![ongoing], None, ""),
        row(
            RowKind::Milestone,
            "✓",
            "Leverandør valgt",
            Tone::Good,
            vec![],
            Some((day(2, 3), Mark::MilestoneDone)),
            "",
        ),
        row(
            RowKind::Milestone,
            "◇",
            "Afslutning",
            Tone::Plain,
            vec![],
            Some((day(12, 31), Mark::Milestone)),
            "31. december",
        ),
    ];
    let legend = [
        (Mark::Phase, "fase"),
        (Mark::Done, "udført"),
        (Mark::Active, "i gang"),
        (Mark::Planned, "planlagt"),
        (Mark::Late, "forsinket"),
        (Mark::Ongoing, "løbende"),
        (Mark::Milestone, "milepæl"),
        (Mark::MilestoneDone, "milepæl nået"),
        (Mark::MilestoneLate, "milepæl overskredet"),
        (Mark::Today, "i dag"),
    ];
    Timeline {
        caption: "Tidsplan".into(),
        first: day(1, 1),
        last: day(12, 31),
        scales: vec![Scale { name: "2025".into(), ticks: months }, Scale { name: "uge".into(), ticks: weeks }],
        today,
        today_label: "i dag".into(),
        rows,
        legend: legend.map(|(mark, words)| (mark, words.to_owned())).into(),
        table: Some(Table {
            caption: "Tidsplan".into(),
            columns: vec![Column::text("Opgave"), Column::fixed("Fra"), Column::fixed("Til")],
            rows: vec![Row::Cells(vec!["Undervis superbrugere".into(), "7. april".into(), "13. juni".into()])],
            row_headers: true,
            ruled: false,
        }),
    }
}

/// One block of each kind but the timeline.
pub fn everything() -> Document {
    let light = |name: &str, colour, word: &str, reasons: &[&str]| {
        Block::Light(Light {
            name: name.into(),
            colour,
            word: word.into(),
            reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
        })
    };
    document(vec![
        Block::Facts(vec![
            ("Sagsnummer".into(), "2025-001234".into()),
            ("Periode".into(), "1. januar–31. december 2025".into()),
            (
                "Formål".into(),
                "Alle medarbejdere i hjemmeplejen dokumenterer i det nye system, så borgerens forløb kan følges på \
                 tværs af distrikter og myndighed."
                    .into(),
            ),
        ]),
        light("Tid", LightColour::Green, "følger planen", &[]),
        light("Økonomi", LightColour::None, "ikke vurderet", &[]),
        light("Opgaver", LightColour::Yellow, "tæt på grænsen", &["2 opgaver er forsinkede", "1 opgave er blokeret"]),
        light("Kriterier", LightColour::Red, "mangler", &["Ingen kriterier har en måling"]),
        Block::Heading { level: 1, text: "Forsinkede opgaver".into() },
        Block::Paragraph(
            Line::plain("Der er ").then("3 opgaver", Tone::Bad).then(", som skulle være afsluttet.", Tone::Plain),
        ),
        Block::Table(groups()),
        Block::Heading { level: 2, text: "Næste skridt".into() },
        Block::List(vec![
            Item {
                text: "Aftal ny frist med styregruppen, og skriv den i planen, så alle kan se den ved næste møde"
                    .into(),
                details: vec!["Ansvarlig: Mette".into()],
            },
            Line::toned("! ", Tone::Bad).then("Gevinster uden ejer", Tone::Plain).into(),
        ]),
    ])
}
