//! Whole processes: how long each takes, and how much memory.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4 as _;

/// About so long is spent on the calls that are held against each other.
const BUDGET: Duration = Duration::from_secs(3);

/// A program with its arguments.
#[derive(Debug, Clone)]
pub struct Call {
    pub program: PathBuf,
    pub args: Vec<OsString>,
    pub variables: Vec<(&'static str, OsString)>,
}

impl Call {
    pub fn new<A: Into<OsString>>(program: impl Into<PathBuf>, args: impl IntoIterator<Item = A>) -> Call {
        Call { program: program.into(), args: args.into_iter().map(Into::into).collect(), variables: Vec::new() }
    }

    /// The call with one more argument.
    pub fn with(mut self, arg: impl Into<OsString>) -> Call {
        self.args.push(arg.into());
        self
    }

    fn once(&self) -> (Duration, u64) {
        let mut command = Command::new(&self.program);
        command.args(&self.args).envs(self.variables.iter().cloned());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let began = Instant::now();
        let ended = command.spawn().expect("a program that starts").wait4().unwrap();
        let took = began.elapsed();
        // 1 says that something was found.
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{self:?}: {}", ended.status);
        (took, ended.rusage.maxrss)
    }
}

/// What a call costs.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// The median.
    pub milliseconds: f64,
    /// The peak, at most.
    pub mebibytes: f64,
}

/// Runs calls in turn, A B A B, so that a change in the machine's speed falls on
/// all of them; the first round is a warm-up.
pub fn measure<const N: usize>(calls: &[&Call; N]) -> [Cost; N] {
    let round = || calls.map(Call::once);
    let began = Instant::now();
    round();
    let rounds = (BUDGET.as_secs_f64() / began.elapsed().as_secs_f64()).clamp(5.0, 101.0) as usize;
    let rounds: Vec<[(Duration, u64); N]> = (0..rounds).map(|_| round()).collect();
    std::array::from_fn(|at| {
        let mut times: Vec<Duration> = rounds.iter().map(|round| round[at].0).collect();
        times.sort_unstable();
        let most = rounds.iter().map(|round| round[at].1).max().unwrap_or(0);
        Cost { milliseconds: times[times.len() / 2].as_secs_f64() * 1e3, mebibytes: most as f64 / f64::from(1 << 20) }
    })
}
