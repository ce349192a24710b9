//! How memory is asked of the system.

/// How much memory is wanted at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// a few megabytes, as for a usual plan
    Little,
    /// tens of megabytes, as for a plan of thousands of tasks
    Much,
}

/// Tells the system how much memory is to come. In pages of two megabytes the report of 5,000
/// tasks takes a fifth less time, and twice the memory; a usual run would only wait for the
/// pages to be cleared.
pub fn expect(amount: Amount) {
    #[cfg(target_os = "linux")]
    {
        use rustix::thread::{disable_transparent_huge_pages, transparent_huge_pages_are_disabled};
        use std::sync::atomic::{AtomicBool, Ordering};

        /// Whether somebody else has turned them off.
        static OFF: AtomicBool = AtomicBool::new(false);
        if amount == Amount::Little {
            OFF.store(transparent_huge_pages_are_disabled().unwrap_or(false), Ordering::Relaxed);
        }
        if !OFF.load(Ordering::Relaxed) {
            // Where the system does not know of it, pages are small.
            let _ = disable_transparent_huge_pages(amount == Amount::Little);
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = amount;
}
