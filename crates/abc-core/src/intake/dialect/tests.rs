use super::{dialect_of, separator_hint};

/// (delimiter, line of the header, fields of a row)
fn dialect(text: &str) -> (char, Option<u64>, usize) {
    let dialect = dialect_of(text.as_bytes(), true, None, None);
    let header = dialect.header.map(|index| dialect.records[index].line);
    (char::from(dialect.delimiter), header, dialect.n_columns)
}

#[test]
fn delimiter_and_header_are_told_from_the_first_rows() {
    let cases = [
        ("Klant;Omzet\nA;1,50\nB;2,50\n", (';', Some(1), 2)),
        ("Klant,Omzet\nA,1.50\nB,2.50\n", (',', Some(1), 2)),
        ("Klant\tOmzet\nA; x\t1,50\nB; y\t2,50\n", ('\t', Some(1), 2)),
        ("Klant|Omzet\nA|1,50\n", ('|', Some(1), 2)),
        ("\"A; B\",\"1;2\",3\n\"C; D\",\"4;5\",6\n", (',', None, 3)),
        (
            "Omzetlijst 2025\n\nKlant;Plaats;Omzet\nA;Leek;1,50\n",
            (';', Some(3), 3),
        ),
        (
            "Lijst;van;alles\nKlant;Plaats;Omzet\nA;Leek;1,50\n",
            (';', Some(2), 3),
        ),
        ("A;Leek;1,50\nB;Breda;2,50\n", (';', None, 3)),
        ("sep=,\nKlant,Omzet\nA,1\n", (',', Some(2), 2)),
        ("Wie;Hoeveel\nA;1,50\nB;2,50\n", (';', Some(1), 2)),
        ("Klant;2024;2025\nA;1,50;2,50\n", (';', Some(1), 3)),
    ];
    for (text, expected) in cases {
        assert_eq!(dialect(text), expected, "{text:?}");
    }
}

#[test]
fn excels_hint_is_read() {
    let cases: [(&[u8], Option<u8>); 6] = [
        (b"sep=;", Some(b';')),
        (b"SEP=,\r", Some(b',')),
        (b"\"sep=|\"", Some(b'|')),
        (b"sep=\t", Some(b'\t')),
        (b"sep=", None),
        (b"september;1", None),
    ];
    for (line, expected) in cases {
        assert_eq!(
            separator_hint(line),
            expected,
            "{}",
            String::from_utf8_lossy(line)
        );
    }
}
