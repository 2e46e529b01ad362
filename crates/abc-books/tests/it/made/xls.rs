//! Workbooks of Excel 97 to 2003, from their records (MS-XLS), in a compound file (MS-CFB).

/// A record.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = kind.to_le_bytes().to_vec();
    record.extend(
        u16::try_from(data.len())
            .expect("a short record")
            .to_le_bytes(),
    );
    record.extend_from_slice(data);
    record
}

/// The cells of a place begin with row and column, each from 0, and a style.
pub(crate) fn at(row: u16, column: u16, style: u16) -> Vec<u8> {
    let numbers = [row, column, style].into_iter();
    numbers.flat_map(u16::to_le_bytes).collect()
}

/// A text in one byte per character, with a length of two bytes.
pub(crate) fn text(text: &str) -> Vec<u8> {
    let mut data = u16::try_from(text.chars().count())
        .expect("a short text")
        .to_le_bytes()
        .to_vec();
    let is_wide = text.chars().any(|c| u32::from(c) > 0xff);
    data.push(u8::from(is_wide));
    if is_wide {
        data.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    } else {
        data.extend(text.chars().map(|c| c as u8));
    }
    data
}

/// The table of shared texts in one record.
pub(crate) fn shared(texts: &[&str]) -> Vec<u8> {
    let n = u32::try_from(texts.len()).expect("few texts").to_le_bytes();
    let mut data = [n, n].concat();
    data.extend(texts.iter().flat_map(|shared| text(shared)));
    record(0x00fc, &data)
}

/// What a workbook is made of.
#[derive(Clone, Default)]
pub(crate) struct Xls {
    /// Records before the list of sheets: formats, styles, the date system.
    pub(crate) globals: Vec<u8>,
    /// Name, state (0 shown, 1 hidden) and records of each sheet.
    pub(crate) sheets: Vec<(String, u8, Vec<u8>)>,
    /// The table of shared texts, and what continues it.
    pub(crate) strings: Vec<u8>,
}

impl Xls {
    /// A workbook of one sheet with these records.
    pub(crate) fn of_sheet(records: Vec<u8>) -> Self {
        Self {
            sheets: vec![("Blad1".to_owned(), 0, records)],
            ..Self::default()
        }
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        compound("Workbook", &self.stream())
    }

    fn stream(&self) -> Vec<u8> {
        const EOF: u16 = 0x000a;
        let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
        let bound = |start: usize, name: &str, state: u8| {
            let mut data = u32::try_from(start)
                .expect("a small file")
                .to_le_bytes()
                .to_vec();
            data.extend([state, 0, name.len() as u8, 0]);
            data.extend(name.as_bytes());
            record(0x0085, &data)
        };
        let names = self
            .sheets
            .iter()
            .map(|(name, _, _)| bound(0, name, 0).len());
        let n_globals = begin(5).len()
            + self.globals.len()
            + names.sum::<usize>()
            + self.strings.len()
            + record(EOF, &[]).len();
        let mut stream = begin(5);
        stream.extend_from_slice(&self.globals);
        let mut start = n_globals;
        let mut sheets = Vec::new();
        for (name, state, records) in &self.sheets {
            stream.extend(bound(start, name, *state));
            let sheet = [begin(0x10), records.clone(), record(EOF, &[])].concat();
            start += sheet.len();
            sheets.extend(sheet);
        }
        stream.extend_from_slice(&self.strings);
        stream.extend(record(EOF, &[]));
        assert_eq!(stream.len(), n_globals);
        stream.extend(sheets);
        stream
    }
}

const SECTOR: usize = 512;
const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A compound file with one file in it.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    // Smaller files would lie elsewhere.
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(SECTOR), 0);
    let n_stream = stream.len() / SECTOR;
    let n_tables = (1..=109)
        .find(|n| n * SECTOR / 4 > n_stream + n)
        .expect("enough");
    // The tables, the listing, the file.
    let mut next: Vec<u32> = vec![0xffff_fffd; n_tables];
    next.push(END);
    let first = n_tables as u32 + 1;
    next.extend((1..n_stream as u32).map(|n| first + n));
    next.push(END);
    next.resize(n_tables * SECTOR / 4, FREE);

    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.extend([0; 16]);
    for number in [0x3e_u16, 3, 0xfffe, 9, 6] {
        file.extend(number.to_le_bytes());
    }
    file.extend([0; 10]);
    for number in [n_tables as u32, n_tables as u32, 0, 4_096, END, 0, END, 0] {
        file.extend(number.to_le_bytes());
    }
    file.extend((0..n_tables as u32).flat_map(u32::to_le_bytes));
    file.resize(SECTOR, 0xff);
    file.extend(next.into_iter().flat_map(u32::to_le_bytes));
    file.extend(listed("Root Entry", 5, END, 0));
    file.extend(listed(name, 2, first, stream.len()));
    file.resize((n_tables + 2) * SECTOR, 0);
    file.extend(stream);
    file
}

fn listed(name: &str, kind: u8, start: u32, n_bytes: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([FREE, FREE, FREE].into_iter().flat_map(u32::to_le_bytes));
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend((n_bytes as u64).to_le_bytes());
    entry
}
