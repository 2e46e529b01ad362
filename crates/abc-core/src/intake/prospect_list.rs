//! A list of prospects as typed or pasted: one name a line, or a table with headers.
//!
//! The text is what is kept, so that the user can go on editing what was typed; it is small, and read
//! again in a moment. Nothing is guessed about values: a column counts when its header is that of a trait.

use std::collections::HashMap;

use csv::ReaderBuilder;

use crate::customers::names::key_into;
use crate::customers::{Customer, TraitColumn, TraitKind};

/// Separators that a pasted table may have, the surest sign first.
const DELIMITERS: [u8; 3] = *b"\t;,";

/// Headers of the column with names; without one of these it is the first column.
const NAME_HEADERS: [&str; 17] = [
    "onderneming",
    "firma",
    "relatie",
    "account",
    "wie",
    "naam",
    "name",
    "bedrijf",
    "bedrijfsnaam",
    "company",
    "company name",
    "klant",
    "klantnaam",
    "customer",
    "organisatie",
    "organisation",
    "prospect",
];

/// Headers of what is told of firms most often: a first line with none of these is a firm.
const TRAIT_HEADERS: [&str; 24] = [
    "branche",
    "sector",
    "industry",
    "regio",
    "region",
    "provincie",
    "plaats",
    "city",
    "land",
    "country",
    "medewerkers",
    "aantal medewerkers",
    "employees",
    "fte",
    "omvang",
    "grootte",
    "size",
    "type",
    "soort",
    "segment",
    "rechtsvorm",
    "website",
    "herkomst",
    "source",
];

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProspectList {
    /// In the order of the text.
    pub prospects: Vec<Customer>,
    /// Every column but that of the names.
    pub columns: Vec<TraitColumn>,
    /// Lines with values but without a name, or that are no text of a table.
    pub n_unnamed: usize,
}

impl ProspectList {
    /// Reads a list. The first line is a header when it has a tab or semicolon, or
    /// names the column of names.
    pub fn from_text(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().find(|line| !line.trim().is_empty());
        let delimiter = first.and_then(|line| {
            let is_in = |delimiter: &u8| line.as_bytes().contains(delimiter);
            let found = DELIMITERS.into_iter().find(is_in);
            // A name may have a comma in it ("Jansen, De Vries"): that alone makes no header.
            found.filter(|found| *found != b',' || line.split(',').any(is_name_header))
        });
        match (delimiter, first) {
            (Some(delimiter), _) => Self::from_table(text, delimiter),
            (None, Some(first)) => Self::from_lines(text, is_name_header(first)),
            (None, None) => Self::default(),
        }
    }

    fn from_lines(text: &str, has_header: bool) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let named = lines.skip(usize::from(has_header)).map(|name| Customer {
            name: name.to_owned(),
            ..Customer::default()
        });
        Self {
            prospects: named.collect(),
            ..Self::default()
        }
    }

    fn from_table(text: &str, delimiter: u8) -> Self {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut headers = reader.headers().cloned().unwrap_or_default();
        let is_header = |cell: &str| is_name_header(cell) || is_among(cell, &TRAIT_HEADERS);
        let first = (!headers.iter().any(is_header)).then(|| headers.clone());
        if first.is_some() {
            // Without a header the first line is a prospect, and the traits have no names.
            headers = headers.iter().map(|_| "").collect();
        }
        let name_at = headers.iter().position(is_name_header).unwrap_or(0);
        let is_trait = |(at, _): &(usize, &str)| *at != name_at;
        let mut list = Self {
            columns: headers
                .iter()
                .enumerate()
                .filter(is_trait)
                .map(|(_, header)| TraitColumn {
                    name: header.to_owned(),
                    kind: TraitKind::Category,
                    values: Vec::new(),
                })
                .collect(),
            ..Self::default()
        };
        let mut known: Vec<HashMap<String, u32>> = vec![HashMap::new(); list.columns.len()];
        for record in first.map(Ok).into_iter().chain(reader.records()) {
            let Ok(record) = record else {
                list.n_unnamed += 1;
                continue;
            };
            let name = record.get(name_at).unwrap_or_default();
            if name.is_empty() {
                list.n_unnamed += usize::from(record.iter().any(|field| !field.is_empty()));
                continue;
            }
            let values = record.iter().enumerate().filter(is_trait);
            let columns = list.columns.iter_mut().zip(&mut known);
            let traits = columns.zip(values).map(|((column, known), (_, value))| {
                if value.is_empty() {
                    return 0;
                }
                *known.entry(value.to_owned()).or_insert_with(|| {
                    column.values.push(value.to_owned());
                    u32::try_from(column.values.len()).unwrap_or(0)
                })
            });
            list.prospects.push(Customer {
                traits: traits.collect(),
                name: name.to_owned(),
                ..Customer::default()
            });
        }
        list
    }
}

fn is_name_header(header: &str) -> bool {
    is_among(header, &NAME_HEADERS)
}

fn is_among(header: &str, any: &[&str]) -> bool {
    let mut written = String::new();
    key_into(header, &mut written);
    any.contains(&written.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let list = ProspectList::from_text(text);
        let names = list.prospects.iter().map(|p| p.name.clone()).collect();
        let values = list.prospects.iter().map(|prospect| {
            let coded = prospect.traits.iter().zip(&list.columns);
            let written = coded.map(|(code, column)| match code {
                0 => format!("{}?", column.name),
                code => format!("{}={}", column.name, column.values[*code as usize - 1]),
            });
            written.collect()
        });
        (names, values.collect())
    }

    #[test]
    fn names_and_tables_are_read() {
        for (text, names, values) in [
            ("", vec![], vec![]),
            (" \n\n", vec![], vec![]),
            (
                "Jansen\n\n Pietersen \r\n",
                vec!["Jansen", "Pietersen"],
                vec![vec![], vec![]],
            ),
            (
                "Jansen, De Vries\nPietersen",
                vec!["Jansen, De Vries", "Pietersen"],
                vec![vec![], vec![]],
            ),
            ("Naam\nJansen", vec!["Jansen"], vec![vec![]]),
            (
                "Jansen\tVolendam\nPietersen\tEdam\n",
                vec!["Jansen", "Pietersen"],
                vec![vec!["=Volendam"], vec!["=Edam"]],
            ),
            (
                "Branche;Bedrijf;Regio\nBakker;Jansen;Zuid\nSlager;Pietersen\n",
                vec!["Jansen", "Pietersen"],
                vec![vec!["Branche=Bakker", "Regio=Zuid"], vec!["Branche=Slager"]],
            ),
            (
                "Wie\tBranche\n\"Jansen, zn\"\tBakker\nPietersen\t\n",
                vec!["Jansen, zn", "Pietersen"],
                vec![vec!["Branche=Bakker"], vec!["Branche?"]],
            ),
        ] {
            let (found_names, found_values) = read(text);
            assert_eq!(found_names, names, "{text:?}");
            assert_eq!(found_values, values, "{text:?}");
        }
    }

    #[test]
    fn a_line_without_a_name_is_counted() {
        let list = ProspectList::from_text("Naam,Branche\n,Bakker\n,\nJansen,Bakker\n");
        assert_eq!((list.prospects.len(), list.n_unnamed), (1, 1));
    }
}
