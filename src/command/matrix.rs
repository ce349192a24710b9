//! `plan matrix`.

use std::process::ExitCode;

use anyhow::Result;

use super::{Settings, open, output};
use crate::cli::{Columns, Matrix, Rows};
use crate::document;
use crate::view::{self, ColumnsBy, RowsBy, Scene, Versioned};

pub fn run(args: &Matrix, settings: &Settings) -> Result<ExitCode> {
    let (plan, framework, lang) = open::for_view(args.file.as_deref(), &args.output, settings)?;
    let rows = match args.rows {
        Rows::Dimension => RowsBy::Dimension,
        Rows::Role => RowsBy::Role,
        Rows::Owner => RowsBy::Owner,
        Rows::Unit => RowsBy::Unit,
    };
    let columns = match args.columns {
        Columns::Phase => ColumnsBy::Phase,
        Columns::Month => ColumnsBy::Month,
        Columns::Quarter => ColumnsBy::Quarter,
    };
    let matrix = view::matrix(&Scene::new(&plan, &framework, settings.today, lang), rows, columns);
    let data = Versioned { schema: "plan.matrix/1", data: &matrix };
    output::view(&args.output, settings, &data, |_| document::matrix::document(&matrix))?;
    Ok(ExitCode::SUCCESS)
}
