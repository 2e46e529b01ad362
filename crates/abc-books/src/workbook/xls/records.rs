//! The records of a workbook stream (MS-XLS 2.1.4) and the texts in them (2.5.293 and on).

use super::bytes::{u16_at, u32_at};

pub(super) const BOF: u16 = 0x0809;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const BOOL_ERR: u16 = 0x0205;
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const EOF: u16 = 0x000A;
pub(super) const FILE_PASS: u16 = 0x002F;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const LABEL_SST: u16 = 0x00FD;
pub(super) const MUL_RK: u16 = 0x00BD;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const RK: u16 = 0x027E;
pub(super) const ROW: u16 = 0x0208;
pub(super) const RSTRING: u16 = 0x00D6;
pub(super) const SST: u16 = 0x00FC;
pub(super) const STRING: u16 = 0x0207;
pub(super) const XF: u16 = 0x00E0;

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) data: &'s [u8],
}

/// The records from a place in a stream on; ends where no whole record follows.
#[derive(Clone, Debug)]
pub(super) struct Records<'s> {
    stream: &'s [u8],
}

impl<'s> Records<'s> {
    /// `None`: the place lies outside the stream.
    pub(super) fn from(stream: &'s [u8], at: usize) -> Option<Self> {
        let stream = stream.get(at..)?;
        Some(Self { stream })
    }

    /// The data of a record that may go on in further records, and of these.
    pub(super) fn with_continued(&mut self, record: Record<'s>) -> Pieces<'s> {
        let mut pieces = vec![record.data];
        loop {
            let mut ahead = self.clone();
            match ahead.next() {
                Some(next) if next.kind == CONTINUE => {
                    pieces.push(next.data);
                    *self = ahead;
                }
                _ => return Pieces::new(pieces),
            }
        }
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let kind = u16_at(self.stream, 0)?;
        let n_bytes = usize::from(u16_at(self.stream, 2)?);
        let rest = self.stream.get(4..)?;
        let (data, after) = rest.split_at_checked(n_bytes)?;
        self.stream = after;
        Some(Record { kind, data })
    }
}

/// Bytes that lie in several records. A text that is cut says anew, where it goes on, how wide it is.
#[derive(Debug)]
pub(super) struct Pieces<'s> {
    all: Vec<&'s [u8]>,
    current: usize,
    at: usize,
}

impl<'s> Pieces<'s> {
    pub(super) fn new(pieces: Vec<&'s [u8]>) -> Self {
        Self {
            all: pieces,
            current: 0,
            at: 0,
        }
    }

    /// What is left of the current piece; of the next where nothing is.
    fn rest(&mut self) -> Option<&'s [u8]> {
        loop {
            let rest = self.all.get(self.current)?.get(self.at..)?;
            if !rest.is_empty() {
                return Some(rest);
            }
            self.current += 1;
            self.at = 0;
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        let (low, high) = (self.u16()?, self.u16()?);
        Some(u32::from(high) << 16 | u32::from(low))
    }

    fn skip(&mut self, mut n: usize) -> Option<()> {
        while n > 0 {
            let here = self.rest()?.len().min(n);
            self.at += here;
            n -= here;
        }
        Some(())
    }

    /// A text with what may belong to it: runs of layout, the reading of Japanese.
    pub(super) fn rich_text(&mut self) -> Option<String> {
        let n_chars = self.u16()?;
        let flags = self.byte()?;
        let n_runs = if flags & 0x08 == 0 { 0 } else { self.u16()? };
        let n_phonetic = if flags & 0x04 == 0 { 0 } else { self.u32()? };
        let text = self.characters(usize::from(n_chars), flags)?;
        self.skip(4 * usize::from(n_runs))?;
        self.skip(n_phonetic as usize)?;
        Some(text)
    }

    /// A text and nothing with it.
    pub(super) fn text(&mut self) -> Option<String> {
        let n_chars = self.u16()?;
        let flags = self.byte()?;
        self.characters(usize::from(n_chars), flags)
    }

    /// A text of at most 255 characters and nothing with it.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let n_chars = self.byte()?;
        let flags = self.byte()?;
        self.characters(usize::from(n_chars), flags)
    }

    fn characters(&mut self, n_chars: usize, flags: u8) -> Option<String> {
        let mut is_wide = flags & 1 == 1;
        let mut units: Vec<u16> = Vec::with_capacity(n_chars);
        while units.len() < n_chars {
            let is_cut = self.all.get(self.current)?.len() <= self.at;
            if is_cut && !units.is_empty() {
                self.rest()?;
                is_wide = self.byte()? & 1 == 1;
            }
            // Characters of one byte are the first 256 of Unicode.
            let rest = self.rest()?;
            let n_left = n_chars - units.len();
            if is_wide {
                let whole = rest.chunks_exact(2).take(n_left);
                let n_before = units.len();
                units.extend(whole.filter_map(|unit| u16_at(unit, 0)));
                let n_read = units.len() - n_before;
                if n_read == 0 {
                    return None;
                }
                self.at += 2 * n_read;
            } else {
                let here = rest.get(..n_left).unwrap_or(rest);
                units.extend(here.iter().map(|byte| u16::from(*byte)));
                self.at += here.len();
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

/// A number in the 30 bits that most take up (MS-XLS 2.5.217).
pub(super) fn rk(bytes: &[u8], at: usize) -> Option<f64> {
    let rk = u32_at(bytes, at)?;
    let number = if rk & 2 == 0 {
        f64::from_bits(u64::from(rk & !3) << 32)
    } else {
        f64::from(rk.cast_signed() >> 2)
    };
    Some(if rk & 1 == 1 { number / 100.0 } else { number })
}

/// How a workbook shows an error value.
pub(super) fn error_shown(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_30_bits() {
        let cases: [(u32, f64); 5] = [
            (0x3FF0_0000, 1.0),
            (0x3FF0_0001, 0.01),
            ((123 << 2) | 2, 123.0),
            ((12_345 << 2) | 3, 123.45),
            ((-5_i32 << 2 | 2).cast_unsigned(), -5.0),
        ];
        for (bits, expected) in cases {
            assert_eq!(rk(&bits.to_le_bytes(), 0), Some(expected));
        }
    }

    #[test]
    fn a_text_goes_on_in_the_next_record_in_another_width() {
        let first = [5, 0, 0, b'K', b'l'];
        let second = [1, b'a', 0, 0xAC, 0x20, b't', 0];
        let mut pieces = Pieces::new(vec![&first, &second]);
        assert_eq!(pieces.rich_text().as_deref(), Some("Kla€t"));
        // A text that promises more than there is.
        let mut cut = Pieces::new(vec![&[9, 0, 0, b'K']]);
        assert_eq!(cut.rich_text(), None);
    }
}
