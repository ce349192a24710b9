//! Pages as a browser shows them, and as axe, the Nu HTML checker and mermaid read them:
//! tests/browser/look.mjs says what is looked for. It needs Chromium, Java, poppler-utils
//! and `npm ci` in tests/browser, as .ci/run does it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;
use std::process::Command;

use support::Folder;

const HOSTILE: &str = "template = \"handleplan\"\ntitle = \"<script>alert(1)</script> & \\\"citat\\\"\"\n\
    [tasks.a]\ntitle = \"=1+1 <b>fed</b> \\u202E vendt 👩‍💻\"\nstart = 2025-06-01\ndue = 2025-06-20\n\
    [tasks.b]\ntitle = \"LANGT\"\ndue = 2025-06-10\n";

#[test]
#[ignore = "needs Chromium, Java and npm packages; .ci/run installs them"]
fn pages_are_accessible_valid_and_printable() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folder = Folder::new().file("hostile.plan.toml", HOSTILE.replace("LANGT", &"meget".repeat(600)));
    let mut names = vec!["hostile"];
    for name in ["samboe", "ffb", "bti", "forebyggelse", "ledersamarbejde"] {
        let text = std::fs::read(root.join(format!("examples/{name}.plan.toml"))).unwrap();
        folder = folder.file(&format!("{name}.plan.toml"), text);
        names.push(name);
    }
    for name in names {
        let plan = format!("{name}.plan.toml");
        for view in [
            "report",
            "matrix",
            "timeline",
            "overdue",
            "tasks",
            "criteria",
            "initiatives",
            "capacity",
            "calendar",
            "forecast",
            "portfolio",
        ] {
            folder.plan(&[view, &plan, "-o", &format!("{name}-{view}.html")]).stdout();
        }
        // Against the hostile plan, nearly everything has changed.
        folder.plan(&["diff", "hostile.plan.toml", &plan, "-o", &format!("{name}-diff.html")]).stdout();
        for ending in ["svg", "mmd"] {
            folder.plan(&["timeline", &plan, "-o", &format!("{name}.{ending}")]).stdout();
        }
    }
    let look = Command::new("node").arg(root.join("tests/browser/look.mjs")).arg(folder.path("")).output();
    let look = look.expect("node is not installed");
    let said = format!("{}{}", String::from_utf8_lossy(&look.stdout), String::from_utf8_lossy(&look.stderr));
    assert!(look.status.success(), "is `npm ci` done in tests/browser?\n{said}");
    assert!(said.contains("72 pages"), "{said}");
}
