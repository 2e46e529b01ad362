//! Workbooks of Excel 2007 and later, from the XML of their parts.

use super::packed::zip;

/// The parts of a workbook; the rest of it is always the same.
#[derive(Clone, Default)]
pub(crate) struct Xlsx {
    /// The attributes of `workbookPr`.
    pub(crate) properties: String,
    /// Name, further attributes (`state="hidden"`) and the rows of each sheet.
    pub(crate) sheets: Vec<(String, String, String)>,
    /// The `si` elements.
    pub(crate) strings: String,
    /// The `numFmt` elements, and the number format of each style.
    pub(crate) formats: String,
    pub(crate) styles: Vec<u32>,
}

impl Xlsx {
    /// A workbook of one sheet with these rows.
    pub(crate) fn of_rows(rows: &str) -> Self {
        Self {
            sheets: vec![("Blad1".to_owned(), String::new(), rows.to_owned())],
            ..Self::default()
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let parts = self.parts();
        let files: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()))
            .collect();
        zip(&files)
    }

    /// Names and texts of the parts.
    pub(crate) fn parts(&self) -> Vec<(String, String)> {
        const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let (mut sheets, mut links) = (String::new(), String::new());
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
            (
                "_rels/.rels".to_owned(),
                format!(
                    "<Relationships><Relationship Id='a' Type='{KIND}/officeDocument' \
                     Target='xl/workbook.xml'/></Relationships>"
                ),
            ),
        ];
        for (number, (name, attributes, rows)) in (1..).zip(&self.sheets) {
            sheets.push_str(&format!(
                "<sheet name='{name}' {attributes} r:id='s{number}'/>"
            ));
            links.push_str(&format!(
                "<Relationship Id='s{number}' Type='{KIND}/worksheet' \
                 Target='worksheets/sheet{number}.xml'/>"
            ));
            parts.push((
                format!("xl/worksheets/sheet{number}.xml"),
                format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
            ));
        }
        for (kind, target) in [("sharedStrings", "strings.xml"), ("styles", "styles.xml")] {
            links.push_str(&format!(
                "<Relationship Id='{kind}' Type='{KIND}/{kind}' Target='{target}'/>"
            ));
        }
        let styles: String = self
            .styles
            .iter()
            .map(|id| format!("<xf numFmtId='{id}'/>"))
            .collect();
        parts.extend([
            (
                "xl/workbook.xml".to_owned(),
                format!(
                    "<workbook xmlns:r='r'><workbookPr {}/><sheets>{sheets}</sheets></workbook>",
                    self.properties
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels".to_owned(),
                format!("<Relationships>{links}</Relationships>"),
            ),
            (
                "xl/strings.xml".to_owned(),
                format!("<sst>{}</sst>", self.strings),
            ),
            (
                "xl/styles.xml".to_owned(),
                format!(
                    "<styleSheet><numFmts>{}</numFmts><cellStyleXfs><xf numFmtId='14'/>\
                     </cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
                    self.formats
                ),
            ),
        ]);
        parts
    }
}
