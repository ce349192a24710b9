//! Workbooks as other programs read them: openpyxl and LibreOffice. Both are installed by .ci/run.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use support::{DAY, EXAMPLE, Folder, VIEWS};

const READ: &str = "
import json, sys, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def cell(c):
    v = c.value
    return {'date': v.date().isoformat()} if isinstance(v, datetime.datetime) else v
def sheet(s):
    tables = [{'name': t.name, 'ref': t.ref, 'filter': t.autoFilter is not None} for t in s.tables.values()]
    lists = [{'at': str(v.sqref), 'of': v.formula1} for v in s.data_validations.dataValidation]
    return {'title': s.title, 'frozen': s.freeze_panes, 'tables': tables, 'lists': lists,
      'printed': s.print_area, 'rows': [[cell(c) for c in row] for row in s.iter_rows()],
      'types': [[c.data_type for c in row] for row in s.iter_rows()],
      'fills': [[c.fill.fgColor.rgb if c.fill.fill_type else None for c in row] for row in s.iter_rows()]}
print(json.dumps([sheet(s) for s in book.worksheets]))
";

fn python(path: &Path) -> Vec<Value> {
    serde_json::from_value(support::python(READ, path, "openpyxl")).unwrap()
}

/// A file as LibreOffice reads it: each sheet's rows.
fn libreoffice(folder: &Folder, name: &str) -> String {
    let home = format!("-env:UserInstallation=file://{}", folder.path("home").display());
    let form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1";
    let output = Command::new("soffice")
        .current_dir(folder.path(""))
        .args([&home, "--headless", "--convert-to", form, name])
        .output()
        .unwrap_or_else(|error| panic!("soffice: {error}; install libreoffice-calc"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let stem = name.split('.').next().unwrap();
    let mut files = folder.names().into_iter().filter(|file| file.starts_with(stem) && file.ends_with(".csv"));
    let file = files.next_back().expect("LibreOffice wrote nothing; install libreoffice-calc");
    folder.read(&file)
}

/// A column of a sheet below its head.
fn column<'s>(sheet: &'s Value, part: &str, head: &str) -> Vec<&'s Value> {
    let heads = sheet["rows"][0].as_array().unwrap();
    let at = heads.iter().position(|one| one == head).unwrap_or_else(|| panic!("{head}: {heads:?}"));
    sheet[part].as_array().unwrap().iter().skip(1).map(|row| &row[at]).collect()
}

#[test]
#[ignore = "needs openpyxl; .ci/run installs and runs it"]
fn tasks_are_a_table_with_dates_filters_and_choices() {
    let folder = Folder::with_example();
    folder.plan(&["tasks", EXAMPLE, "-o", "o.xlsx"]).lang("da").stdout();
    let sheets = python(&folder.path("o.xlsx"));
    let titles: Vec<&str> = sheets.iter().map(|sheet| sheet["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Opgaver", "Matrix", "Milepæle"]);
    let tasks = &sheets[0];
    assert_eq!(tasks["frozen"], "B2");
    assert_eq!(json!([tasks["tables"][0]["ref"], tasks["tables"][0]["filter"]]), json!(["A1:R35", true]));
    let choices = tasks["lists"][0]["of"].as_str().unwrap();
    assert_eq!(choices, "\"ikke begyndt,i gang,blokeret,løbende,udført,udgået\"");
    let data = folder.plan(&["tasks", EXAMPLE]).lang("da").json();
    let planned = data["tasks"].as_array().unwrap();
    let ids: Vec<&Value> = planned.iter().map(|task| &task["id"]).collect();
    assert_eq!(column(tasks, "rows", "Id"), ids);
    // A day is a day; the last day of a period stands for it.
    for (task, cell) in planned.iter().zip(column(tasks, "rows", "Frist")) {
        match task["due"].as_str() {
            Some(due) if due.len() == 10 => assert_eq!(cell["date"], due),
            Some(_) => assert!(cell["date"].is_string(), "{task}"),
            None => assert!(cell.is_null(), "{task}"),
        }
    }
    // Lateness has a word, a number to sort by and a colour.
    let late = column(tasks, "rows", "Forsinket");
    let days = column(tasks, "rows", "Dage forsinket");
    let fills = column(tasks, "fills", "Forsinket");
    let is_late = |task: &Value| task["late"]["days"].as_i64();
    for (at, task) in planned.iter().enumerate() {
        assert_eq!(days[at].as_i64(), is_late(task), "{task}");
        assert_eq!(late[at].is_string() && fills[at].is_string(), is_late(task).is_some(), "{task}");
    }
    assert!(tasks["printed"].as_str().is_some_and(|area| area.contains("$A$1")), "{}", tasks["printed"]);
}

#[test]
#[ignore = "needs openpyxl; .ci/run installs and runs it"]
fn a_framework_with_more_has_a_sheet_for_each() {
    let ffb = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ffb.plan.toml");
    let folder = Folder::new();
    folder.plan(&["tasks", ffb.to_str().unwrap(), "-o", "o.xlsx"]).lang("da").stdout();
    let sheets = python(&folder.path("o.xlsx"));
    let titles: Vec<&str> = sheets.iter().map(|sheet| sheet["title"].as_str().unwrap()).collect();
    for wanted in ["Opgaver", "Matrix", "Milepæle", "Risici", "Kriterier"] {
        assert!(titles.contains(&wanted), "{titles:?}");
    }
}

#[test]
#[ignore = "needs openpyxl and LibreOffice; .ci/run installs and runs it"]
fn nothing_in_a_plan_is_a_formula() {
    let evil = ["=1+1", "=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\\tx", "👩‍💻 æøå", "\\u202E vendt"];
    let mut plan = "template = \"samboe\"\ntitle = \"=cmd|' /C calc'!A0\"\nlanguage = \"da\"\n".to_owned();
    for (at, title) in evil.iter().enumerate() {
        let title = title.replace('"', "\\\"");
        plan += &format!("[tasks.t{at}]\ntitle = \"{title}\"\nnote = \"{title}\"\ndue = 2025-06-20\n");
    }
    let folder = Folder::new().file("x.plan.toml", plan);
    let nothing = "template = \"samboe\"\ntitle = \"P\"\nlanguage = \"da\"\n";
    let folder = folder.file("tom.toml", nothing);
    let views: [&[&str]; 7] =
        [&["tasks"], &["overdue"], &["timeline"], &["report"], &["portfolio"], &["forecast"], &["diff", "tom.toml"]];
    for view in views {
        folder.plan(&[view, &["x.plan.toml", "-o", "x.xlsx"]].concat()).lang("da").stdout();
        for sheet in python(&folder.path("x.xlsx")) {
            for row in sheet["types"].as_array().unwrap() {
                assert!(row.as_array().unwrap().iter().all(|kind| kind != "f"), "{view:?}: {row}");
            }
        }
    }
    folder.plan(&["tasks", "x.plan.toml", "-o", "x.xlsx"]).lang("da").stdout();
    let read = libreoffice(&folder, "x.xlsx");
    assert!(read.lines().any(|line| line.starts_with("=1+1;")), "{read}");
}

#[test]
#[ignore = "needs openpyxl; .ci/run installs and runs it"]
fn every_view_is_a_workbook() {
    let folder = Folder::new().file("tom.toml", "template = \"samboe\"\ntitle = \"P\"\n");
    let other = folder.path("tom.toml");
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap() {
        let path = entry.unwrap().path();
        let Some(example) = path.to_str().filter(|path| path.ends_with(".plan.toml")) else { continue };
        for args in VIEWS.iter().copied().chain([&["diff", other.to_str().unwrap()][..]]) {
            let args = [args, &[example, "-o", "o.xlsx"]].concat();
            folder.plan_today(&args).args(&["--as-of", DAY, "--lang", "da"]).stdout();
            let sheets = python(&folder.path("o.xlsx"));
            assert!(!sheets.is_empty() && sheets[0]["rows"].as_array().unwrap().iter().any(|row| !row[0].is_null()));
            for sheet in &sheets {
                // A table that filters has no rows that are headings of others.
                for table in sheet["tables"].as_array().unwrap() {
                    assert_eq!(table["filter"], true, "{args:?}");
                }
            }
        }
    }
}

#[test]
#[ignore = "needs LibreOffice; .ci/run installs and runs it"]
fn libreoffice_reads_the_same_tasks() {
    let folder = Folder::with_example();
    folder.plan(&["tasks", EXAMPLE, "-o", "o.xlsx"]).lang("da").stdout();
    let read = libreoffice(&folder, "o.xlsx");
    let data = folder.plan(&["tasks", EXAMPLE]).lang("da").json();
    for task in data["tasks"].as_array().unwrap() {
        let id = task["id"].as_str().unwrap();
        assert!(read.lines().any(|line| line.ends_with(&format!(";{id}"))), "{id}: {read}");
    }
}
