//! The hallway: one verb a file, each glue between the rooms.

mod calendar;
mod capacity;
mod check;
mod completions;
mod criteria;
mod diff;
mod earlier;
mod examine;
mod explain;
mod forecast;
mod format;
mod init;
mod initiatives;
mod matrix;
mod open;
mod output;
mod overdue;
mod portfolio;
mod progress;
mod prompt;
mod report;
mod schema;
mod since;
mod snapshot;
mod tasks;
mod templates;
mod timeline;
mod workspace;

use std::io::{self, IsTerminal};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use anyhow::Result;
use rayon::ThreadPoolBuilder;

use crate::calendar::{Date, Period, PeriodError};
use crate::cli::{Cli, ColorArg, Command, Global, LangArg};
use crate::locale::{self, Lang, Message, msg, words};

/// Why a command could not do its work; not a finding about a plan.
#[derive(Debug)]
struct Stop {
    message: Message,
    /// The language of what the command is about, where that is known by then.
    lang: Option<Lang>,
}

impl std::fmt::Display for Stop {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message.en)
    }
}

impl std::error::Error for Stop {}

/// Ends a command with a message.
fn stop<T>(message: Message) -> Result<T> {
    Err(Stop { message, lang: None }.into())
}

/// Ends a command with a message in the language of the plan that it is about.
fn stop_in<T>(lang: Option<Lang>, message: Message) -> Result<T> {
    Err(Stop { message, lang }.into())
}

/// What every command knows of its surroundings.
#[derive(Debug, Clone)]
struct Settings {
    /// The language asked for, if one was.
    lang: Option<Lang>,
    /// The language of the locale, where neither the user nor the plan says.
    locale: Lang,
    today: Date,
    color: ColorArg,
    width: Option<usize>,
    /// Whether repositories may have settings.
    config: bool,
    /// Whether to say no more than must be.
    quiet: bool,
}

impl Settings {
    /// The language to speak when there is no plan to say.
    fn lang(&self) -> Lang {
        self.lang.unwrap_or(self.locale)
    }

    /// Whether to colour what goes to a stream.
    fn colour(&self, stream: &impl IsTerminal) -> bool {
        match self.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
                stream.is_terminal() && !refused && !dumb
            }
        }
    }

    /// How many columns to write for.
    fn width(&self) -> usize {
        const UNKNOWN: usize = 100;
        self.width
            .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
            .unwrap_or(UNKNOWN)
            .max(40)
    }
}

/// Does what the command line asks and gives the exit code: 0 clean, 1 findings, 2 could not run.
pub fn run(cli: Cli) -> ExitCode {
    let locale = locale_language();
    let lang = cli.global.lang.map(|lang| match lang {
        LangArg::Da => Lang::Da,
        LangArg::Nb => Lang::Nb,
        LangArg::En => Lang::En,
    });
    let outcome = settings(&cli.global, lang, locale).and_then(|settings| match cli.command {
        Command::Init(args) => init::run(&args, &settings),
        Command::Check(args) => check::run(&args, &settings),
        Command::Matrix(args) => matrix::run(&args, &settings),
        Command::Timeline(args) => timeline::run(&args, &settings),
        Command::Tasks(args) => tasks::run(&args, &settings),
        Command::Forecast(args) => forecast::run(&args, &settings),
        Command::Criteria(args) => criteria::run(&args, &settings),
        Command::Overdue(args) => overdue::run(&args, &settings),
        Command::Portfolio(args) => portfolio::run(&args, &settings),
        Command::Initiatives(args) => initiatives::run(&args, &settings),
        Command::Capacity(args) => capacity::run(&args, &settings),
        Command::Report(args) => report::run(&args, &settings),
        Command::Diff(args) => diff::run(&args, &settings),
        Command::Snapshot(args) => snapshot::run(&args, &settings),
        Command::Calendar(args) => calendar::run(&args, &settings),
        Command::Templates(args) => templates::run(&args, &settings),
        Command::Schema(args) => schema::run(&args, &settings),
        Command::Explain(args) => explain::run(&args, &settings),
        Command::Completions(args) => completions::completions(&args),
        Command::Man => completions::man(),
    });
    match outcome {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error, lang.unwrap_or(locale));
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}

fn settings(global: &Global, lang: Option<Lang>, locale: Lang) -> Result<Settings> {
    Ok(Settings {
        lang,
        locale,
        today: today(global.as_of.as_deref())?,
        color: global.color,
        width: global.width.map(usize::from),
        config: !global.no_config,
        quiet: false,
    })
}

/// `--as-of`, else `PLAN_AS_OF`, else `SOURCE_DATE_EPOCH`, else the local date.
fn today(asked: Option<&str>) -> Result<Date> {
    if let Some(text) = asked {
        return day(text, "--as-of");
    }
    if let Ok(text) = std::env::var("PLAN_AS_OF") {
        return day(&text, "PLAN_AS_OF");
    }
    if let Ok(text) = std::env::var("SOURCE_DATE_EPOCH") {
        return match text.trim().parse().ok().and_then(Date::from_unix_seconds) {
            Some(day) => Ok(day),
            None => stop(msg!(
                "SOURCE_DATE_EPOCH er `{text}`, ikke et antal sekunder siden 1970",
                "SOURCE_DATE_EPOCH er `{text}`, ikke et antall sekunder siden 1970",
                "SOURCE_DATE_EPOCH is `{text}`, not a number of seconds since 1970",
            )),
        };
    }
    Ok(Date::today())
}

/// A single day from the command line or the environment, also as people write
/// it (`3.3.2025`) where that can mean but one day.
fn day(text: &str, from: &str) -> Result<Date> {
    let mut read = text.trim().parse::<Period>();
    if let Err(PeriodError::LooksLike { suggestion }) = &read {
        read = suggestion.parse();
    }
    let why = match read {
        Ok(period) if period.first() == period.last() => return Ok(period.first()),
        Ok(_) => msg!("`{text}` er ikke én dag", "`{text}` er ikke én dag", "`{text}` is not one day"),
        Err(PeriodError::NotAPeriod) => {
            msg!("`{text}` er ikke en dag", "`{text}` er ikke en dag", "`{text}` is not a day")
        }
        Err(error) => locale::period_error(&error),
    };
    stop(Message::each(|lang| {
        let (why, write) = (why.get(lang), words!("skriv en dag som", "skriv en dag som", "write a day like").of(lang));
        format!("{from}: {why}; {write} 2025-06-15")
    }))
}

/// What is not taken apart again: the process ends soon, and to give back each of its words
/// would take time that nobody gains by.
fn kept<T>(value: T) -> ManuallyDrop<T> {
    ManuallyDrop::new(value)
}

/// Does work on all processors; where the system gives no threads, this one does it all.
fn on_all_processors<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let threads = ThreadPoolBuilder::new;
    match threads().build().or_else(|_| threads().num_threads(1).use_current_thread().build()) {
        Ok(pool) => pool.install(work),
        // This thread is one of a pool already.
        Err(_) => work(),
    }
}

fn locale_language() -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    said.and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::En)
}
