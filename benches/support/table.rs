//! The figures, a line a case.

use super::cases::{Case, Limit};
use super::process::Cost;

pub fn head() {
    println!("| case | ms | peak MiB | beside | ms | ratio | at most | |");
    println!("|---|---:|---:|---|---:|---:|---:|---|");
}

pub fn line(case: &Case, ours: Cost, beside: Cost) {
    let ratio = ours.milliseconds / beside.milliseconds;
    let in_time = match case.limit {
        Limit::Ratio(most) => ratio <= most,
        Limit::Milliseconds(most) => ours.milliseconds - beside.milliseconds <= most,
        Limit::None => true,
    };
    let in_room = case.mebibytes.is_none_or(|most| ours.mebibytes <= most);
    let limit = match case.limit {
        Limit::Ratio(most) => format!("{most} x"),
        Limit::Milliseconds(most) => format!("+ {most} ms"),
        Limit::None => String::new(),
    };
    let room = case.mebibytes.map(|most| format!("{most} MiB"));
    let limits: Vec<String> = [limit].into_iter().chain(room).filter(|limit| !limit.is_empty()).collect();
    println!(
        "| {} | {:.2} | {:.1} | {} | {:.2} | {ratio:.2} | {} | {} |",
        case.name(),
        ours.milliseconds,
        ours.mebibytes,
        case.beside_name,
        beside.milliseconds,
        limits.join(", "),
        if in_time && in_room { "" } else { "over" },
    );
}
