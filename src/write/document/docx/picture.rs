//! A chart in the line of text, with its name for those who cannot see it.

use std::io::Result;

use super::chart::Chart;
use super::parts;
use super::xml::{Xml, legal};

/// A hundredth of a millimetre in the unit of drawings.
const EMU: i64 = 360;

/// Writes a paragraph that holds the picture.
pub fn write(xml: &mut Xml, chart: &Chart, index: usize, name: &str) -> Result<()> {
    let (id, file, name) = ((index + 1).to_string(), parts::picture_name(index), legal(name));
    let told = legal(&format!("{name}: {}", chart.told));
    let (width, height) = ((i64::from(chart.width) * EMU).to_string(), (i64::from(chart.height) * EMU).to_string());
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.value("w:pStyle", "Figure")?;
    xml.close("w:pPr")?;
    xml.open("w:r", &[])?;
    xml.open("w:drawing", &[])?;
    xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")])?;
    xml.empty("wp:extent", &size)?;
    xml.empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", &told), ("title", &name)])?;
    xml.open("a:graphic", &[])?;
    xml.open("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")])?;
    xml.open("pic:pic", &[])?;
    xml.open("pic:nvPicPr", &[])?;
    xml.empty("pic:cNvPr", &[("id", &id), ("name", &file), ("descr", &told)])?;
    xml.empty("pic:cNvPicPr", &[])?;
    xml.close("pic:nvPicPr")?;
    xml.open("pic:blipFill", &[])?;
    xml.empty("a:blip", &[("r:embed", &parts::picture_id(index))])?;
    xml.open("a:stretch", &[])?;
    xml.empty("a:fillRect", &[])?;
    xml.close("a:stretch")?;
    xml.close("pic:blipFill")?;
    xml.open("pic:spPr", &[])?;
    xml.open("a:xfrm", &[])?;
    xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
    xml.empty("a:ext", &size)?;
    xml.close("a:xfrm")?;
    xml.open("a:prstGeom", &[("prst", "rect")])?;
    xml.empty("a:avLst", &[])?;
    xml.close("a:prstGeom")?;
    xml.close("pic:spPr")?;
    for name in ["pic:pic", "a:graphicData", "a:graphic", "wp:inline", "w:drawing", "w:r", "w:p"] {
        xml.close(name)?;
    }
    Ok(())
}
