//! Workbooks of the open format, from the XML of their sheets.

use super::packed::zip;

/// A workbook with these styles and tables.
pub(crate) fn ods(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    ods_of(content.as_bytes())
}

/// A workbook with this for its content.
pub(crate) fn ods_of(content: &[u8]) -> Vec<u8> {
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content),
    ])
}

/// A sheet of the name `Blad1` with these rows.
pub(crate) fn table(rows: &str) -> String {
    format!("<table:table table:name=\"Blad1\">{rows}</table:table>")
}
