//! A bar on the terminal while work takes long.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Settings;
use crate::locale;

/// How long work may take before anything is shown of it.
const PATIENCE: Duration = Duration::from_millis(500);
const BETWEEN: Duration = Duration::from_millis(100);

/// Does some work, and shows how much of it is done where it takes long and a
/// person looks on.
pub fn shown<T>(settings: &Settings, all: usize, done: &AtomicUsize, work: impl FnOnce() -> T) -> T {
    if settings.quiet || !io::stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        let (finished, waiting) = mpsc::channel::<()>();
        let lang = settings.lang();
        // Without a thread to spare there is no bar.
        let bar = thread::Builder::new().spawn_scoped(scope, move || {
            if waiting.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::stderr());
            let shape = format!("{} {{wide_bar}} {{pos}}/{{len}}", locale::CHECKING.of(lang));
            if let Ok(style) = ProgressStyle::with_template(&shape) {
                bar.set_style(style);
            }
            while waiting.recv_timeout(BETWEEN) == Err(RecvTimeoutError::Timeout) {
                bar.set_position(done.load(Ordering::Relaxed) as u64);
                bar.tick();
            }
            bar.finish_and_clear();
        });
        drop(bar);
        let result = work();
        // The other end may be gone already.
        let _ = finished.send(());
        result
    })
}
