//! What a view says, as meaning without mark-up: headings, paragraphs, tables
//! with header cells, timelines and lights. Writers know these types and
//! nothing of plans.

pub mod agenda;
pub mod calendar;
pub mod capacity;
pub mod changes;
mod common;
pub mod criteria;
pub mod explain;
pub mod findings;
pub mod forecast;
pub mod initiatives;
pub mod matrix;
pub mod overdue;
pub mod portfolio;
pub mod report;
pub mod tasks;
pub mod templates;
pub mod timeline;
mod words;

use crate::calendar::Date;
use crate::locale::Lang;

/// A whole output, from title to last line.
#[derive(Debug, Clone)]
pub struct Document {
    pub lang: Lang,
    pub title: String,
    /// The line under the title: what it is, as of which day, of which plan.
    pub subtitle: String,
    pub blocks: Vec<Block>,
}

/// Where a document is read, so that it says what can be shown there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// a terminal: charts are drawn with letters
    Screen,
    /// text without pictures: charts are told as tables
    Text,
    /// a page on paper or in a browser: charts are drawn, and told for those who cannot see them
    Page,
    /// a workbook: all that can be sorted and counted, a table a sheet
    Workbook,
    /// a list of records: one table where that can be
    Records,
}

impl Medium {
    /// Whether what a chart shows is also told, as a table.
    pub fn tells(self) -> bool {
        self != Medium::Screen
    }

    /// Whether rows are sorted and counted where they are read: each holds all that is said of it.
    pub fn sorts(self) -> bool {
        matches!(self, Medium::Workbook | Medium::Records)
    }
}

/// One part of a document, in reading order.
#[derive(Debug, Clone)]
pub enum Block {
    /// A section heading; level 1 is directly below the document's title.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(Line),
    /// Label and value pairs: title, case number, period.
    Facts(Vec<(String, Line)>),
    List(Vec<Item>),
    Table(Table),
    Timeline(Timeline),
    Light(Light),
    /// Text shown as it is typed, such as a piece of a plan.
    Code(String),
}

/// A run of words in one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub tone: Tone,
}

/// Words on one line, or a paragraph to be wrapped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

/// What a run of words means. Writers may colour it; the words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Muted,
    /// done, on track
    Good,
    /// under way
    Active,
    /// near its limit, blocked
    Caution,
    /// late, missing
    Bad,
}

impl Line {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Line {
        Line::toned(text, Tone::Plain)
    }

    /// Words in one tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Line {
        Line(vec![Run { text: text.into(), tone }])
    }

    /// The line with more words after it.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>, tone: Tone) -> Line {
        self.0.push(Run { text: text.into(), tone });
        self
    }

    /// The line with another after it.
    #[must_use]
    pub fn append(mut self, line: Line) -> Line {
        self.0.extend(line.0);
        self
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Line {
        Line::plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Line {
        Line::plain(text)
    }
}

/// A list item, with details under it.
#[derive(Debug, Clone)]
pub struct Item {
    pub text: Line,
    pub details: Vec<Line>,
}

impl From<Line> for Item {
    fn from(text: Line) -> Item {
        Item { text, details: Vec::new() }
    }
}

/// A table with a header row; its first column may head each row.
#[derive(Debug, Clone)]
pub struct Table {
    /// What the table shows, for those who cannot see it.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether the first cell of each row is that row's header.
    pub row_headers: bool,
    /// Whether rows are set apart by a rule, as where cells hold several lines.
    pub ruled: bool,
}

impl Table {
    /// Whether it is a grid of words, each column as wide as the others.
    pub fn is_grid(&self) -> bool {
        self.ruled && self.columns.len() > 3 && self.columns.iter().all(|column| column.wraps)
    }

    /// Whether it needs a page's long side.
    pub fn is_wide(&self) -> bool {
        self.is_grid() || self.columns.len() >= 7
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub header: String,
    pub align: Align,
    /// Whether the column may be wrapped to make room; numbers and dates not.
    pub wraps: bool,
    /// The words that its cells choose from, where there are only those.
    pub choices: Vec<String>,
}

impl Column {
    /// A column of words, wrapped where room is short.
    pub fn text(header: impl Into<String>) -> Column {
        Column { header: header.into(), align: Align::Left, wraps: true, choices: Vec::new() }
    }

    /// A column kept on one line: dates, states.
    pub fn fixed(header: impl Into<String>) -> Column {
        Column { wraps: false, ..Column::text(header) }
    }

    /// A column of numbers.
    pub fn number(header: impl Into<String>) -> Column {
        Column { align: Align::Right, ..Column::fixed(header) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub enum Row {
    /// A heading over the rows that follow, with cells of its own.
    Group(Vec<Cell>),
    Cells(Vec<Cell>),
}

/// A cell: one line or several, one below the other.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    pub lines: Vec<Line>,
    /// What formats with typed cells hold in place of the words.
    pub value: Option<Value>,
    /// What the cell as a whole means, as in a heat map; the words say it too.
    pub tone: Tone,
}

impl Cell {
    /// Several lines, one below the other.
    pub fn lines(lines: Vec<Line>) -> Cell {
        Cell { lines, ..Cell::default() }
    }

    /// The cell as a value that can be sorted and counted.
    #[must_use]
    pub fn with(self, value: impl Into<Option<Value>>) -> Cell {
        Cell { value: value.into(), ..self }
    }

    /// The cell in a tone of its own.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

impl<T: Into<Line>> From<T> for Cell {
    fn from(line: T) -> Cell {
        Cell::lines(vec![line.into()])
    }
}

/// A cell's words as a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Date(Date),
    Number(f64),
}

/// A Gantt chart: rows with bars on an axis of days.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// What the chart shows, for those who cannot see it.
    pub caption: String,
    /// The first day drawn.
    pub first: Date,
    /// The last day drawn.
    pub last: Date,
    /// Scale lines from coarse to fine, each covering the whole axis.
    pub scales: Vec<Scale>,
    pub today: Date,
    /// The word beside the line that marks today.
    pub today_label: String,
    pub rows: Vec<TimelineRow>,
    /// What each mark means, in the order shown below the chart.
    pub legend: Vec<(Mark, String)>,
    /// The same facts in words, where they are told and not drawn.
    pub table: Option<Table>,
}

/// A line of labels over the axis: months, quarters, weeks.
#[derive(Debug, Clone)]
pub struct Scale {
    /// What the labels count, printed at the left: "uge".
    pub name: String,
    pub ticks: Vec<Tick>,
}

/// A stretch of the axis with a name.
#[derive(Debug, Clone)]
pub struct Tick {
    pub first: Date,
    pub last: Date,
    pub label: String,
}

/// A row of a timeline.
#[derive(Debug, Clone)]
pub struct TimelineRow {
    pub kind: RowKind,
    /// A sign of the row's state before the label, one column wide, or empty.
    pub sign: String,
    pub label: String,
    pub tone: Tone,
    pub bars: Vec<Bar>,
    /// A single day marked on the row.
    pub point: Option<(Date, Mark)>,
    /// What stands after the bars where there is room, such as "12 dage forsinket".
    pub remark: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A phase, over its tasks.
    Head,
    Task,
    /// One of several below a task's row, such as one unit's.
    Part,
    Milestone,
}

/// A stretch of days on a row.
#[derive(Debug, Clone, Copy)]
pub struct Bar {
    pub first: Date,
    pub last: Date,
    pub mark: Mark,
    /// Goes on after `last`, without an end.
    pub open: bool,
}

/// What a bar or a point means; each writer has one sign for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// a phase's whole span
    Phase,
    Planned,
    Active,
    Done,
    /// from the date it was due until today
    Late,
    Ongoing,
    Milestone,
    MilestoneDone,
    MilestoneLate,
    Today,
}

/// A traffic light, always with its word and the reasons that made it so.
#[derive(Debug, Clone)]
pub struct Light {
    pub name: String,
    pub colour: LightColour,
    /// The word for the colour: "følger planen".
    pub word: String,
    pub reasons: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LightColour {
    Green,
    Yellow,
    Red,
    /// nothing to judge by
    None,
}

impl LightColour {
    /// The tone that a light is shown in.
    pub const fn tone(self) -> Tone {
        match self {
            LightColour::Green => Tone::Good,
            LightColour::Yellow => Tone::Caution,
            LightColour::Red => Tone::Bad,
            LightColour::None => Tone::Muted,
        }
    }

    /// A sign for a light, of a shape of its own.
    pub const fn sign(self) -> char {
        match self {
            LightColour::Green => '●',
            LightColour::Yellow => '▲',
            LightColour::Red => '■',
            LightColour::None => '○',
        }
    }
}
