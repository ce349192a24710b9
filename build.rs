//! Lists the frameworks of `templates/` for the program to carry, and scans them.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

#[allow(dead_code, reason = "what is recorded here, the program reads")]
#[path = "src/read/recorded.rs"]
mod recorded;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=src/read/recorded.rs");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut paths =
        fs::read_dir(root.join("templates"))?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    let mut list = String::from("static BUILTINS: &[Builtin] = &[\n");
    for path in &paths {
        println!("cargo::rerun-if-changed={}", path.display());
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        let events = recorded::record(&fs::read_to_string(path)?);
        let events = events.map_err(|why| io::Error::other(format!("{}: {why}", path.display())))?;
        let scanned = out.join(format!("{id}.events"));
        fs::write(&scanned, events)?;
        writeln!(
            list,
            "    Builtin {{ id: {id:?}, text: include_str!({path:?}), events: include_bytes!({scanned:?}) }},"
        )
        .map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    fs::write(out.join("templates.rs"), list)
}
