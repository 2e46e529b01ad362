//! Where fields and lines may end, found for a block of bytes at once: looking for each end by itself costs
//! more than the few bytes of a field.

/// Bytes of a block: one for each bit that tells.
const BLOCK: usize = 64;
/// Multiplied with eight bytes of 0 or 1, it brings their bits together in the highest byte.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// Delimiters and line ends in the block that was looked at last.
#[derive(Debug)]
pub(super) struct Marks {
    delimiter: u8,
    /// The block, as a part of the buffer; empty before the first, and after `forget`.
    start: usize,
    end: usize,
    /// A bit per byte from `start`, the lowest first.
    bits: u64,
}

impl Marks {
    /// Nothing is looked at yet.
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            start: 0,
            end: 0,
            bits: 0,
        }
    }

    /// Must be called whenever bytes of the buffer moved or were added.
    pub(super) fn forget(&mut self) {
        self.end = self.start;
    }

    /// The position of the next delimiter, CR or LF, from a position on.
    #[inline]
    pub(super) fn next(&mut self, buf: &[u8], mut from: usize) -> Option<usize> {
        loop {
            if from < self.start || from >= self.end {
                self.look(buf, from)?;
            }
            let ahead = self.bits >> (from - self.start);
            if ahead != 0 {
                return Some(from + ahead.trailing_zeros() as usize);
            }
            from = self.end;
        }
    }

    /// Looks at the block from a position on; `None` at the end of the buffer.
    fn look(&mut self, buf: &[u8], from: usize) -> Option<()> {
        let rest = buf.get(from..).filter(|rest| !rest.is_empty())?;
        (self.start, self.end) = (from, from + rest.len().min(BLOCK));
        self.bits = if let Some(block) = rest.first_chunk() {
            bits_of(block, self.delimiter)
        } else {
            let mut block = [0; BLOCK];
            for (to, byte) in block.iter_mut().zip(rest) {
                *to = *byte;
            }
            bits_of(&block, self.delimiter)
        };
        Some(())
    }
}

/// A bit for each byte that may end a field; without a branch, so that compilers make SIMD of it.
fn bits_of(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    let mut is_mark = [0; BLOCK];
    for (is_mark, &byte) in is_mark.iter_mut().zip(block) {
        *is_mark = u8::from(byte == delimiter) | u8::from(byte == b'\n') | u8::from(byte == b'\r');
    }
    let (eights, _) = is_mark.as_chunks::<8>();
    eights.iter().rev().fold(0, |bits, eight| {
        bits << 8 | (u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_what_a_search_byte_by_byte_finds(
            bytes in prop::collection::vec(prop::sample::select(b"ab;\n\r\0\xff".to_vec()), 0..300),
            steps in prop::collection::vec(0_usize..300, 1..20),
        ) {
            let mut marks = Marks::new(b';');
            let is_mark = |byte: &u8| b";\n\r".contains(byte);
            for from in steps {
                let rest = bytes.get(from..).unwrap_or_default();
                let expected = rest.iter().position(is_mark).map(|offset| from + offset);
                prop_assert_eq!(marks.next(&bytes, from), expected);
            }
        }
    }
}
