//! Text out: CSV that a Dutch Excel opens in columns, with formulas neutralised (security.md 3.3).
//!
//! Labels come from the caller; nothing here is a word that a user reads.

/// Excel takes the file for UTF-8 only with this in front.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A cell on its way out.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A figure as the caller's language writes it; never quoted, never neutralised.
    Number(String),
    /// Words; always quoted, with `'` in front where a spreadsheet would compute them.
    Text(String),
}

/// CSV with `;`, a byte order mark and CRLF.
pub fn csv_text(header: &[&str], rows: impl IntoIterator<Item = Vec<Cell>>) -> String {
    csv_head(header) + &csv_rows(rows)
}

/// The byte order mark and the first line, for a text that is made in pieces.
pub fn csv_head(header: &[&str]) -> String {
    let names = header.iter().map(|name| Cell::Text((*name).to_owned()));
    let mut head = csv_rows([names.collect()]);
    head.insert(0, BYTE_ORDER_MARK);
    head
}

/// Lines that follow [`csv_head`].
pub fn csv_rows(rows: impl IntoIterator<Item = Vec<Cell>>) -> String {
    let mut out = String::new();
    for row in rows {
        for (idx, cell) in row.iter().enumerate() {
            if idx > 0 {
                out.push(';');
            }
            match cell {
                Cell::Number(text) => out.push_str(text),
                Cell::Text(text) => quote_into(&neutral(text), &mut out),
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// One field between quotes, with those inside it doubled.
fn quote_into(text: &str, out: &mut String) {
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// `'` before a text that a spreadsheet would take for a formula; reading takes it off again.
fn neutral(text: &str) -> String {
    let first = text.trim_start_matches(' ').chars().next();
    let is_formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests;
