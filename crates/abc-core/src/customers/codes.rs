//! Customers by their number, as it is written.

use super::table::ByteTable;

/// Numbers from here on are looked up: a position costs memory whether it is taken or not.
const N_POSITIONS: u32 = 1 << 18;
/// Digits of the numbers that are found by position.
const MAX_DIGITS: usize = 6;
/// A position that no customer has.
const FREE: u32 = u32::MAX;

/// Numbers of customers to their index. Nearly all firms count their customers, and a position is found
/// without searching; what is no small whole number is looked up.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    /// By how many digits it is written in, since 7 and 007 are two; then by value.
    by_number: [Vec<u32>; MAX_DIGITS + 1],
    others: ByteTable<u32>,
}

impl Codes {
    /// The customer with a number.
    pub(crate) fn get(&self, code: &[u8]) -> Option<u32> {
        let Some(position) = position(code) else {
            return self.others.get(code);
        };
        let numbers = self.by_number.get(code.len())?;
        numbers
            .get(position)
            .copied()
            .filter(|index| *index != FREE)
    }

    /// Adds a number that no customer has.
    pub(crate) fn insert(&mut self, code: &[u8], index: u32) {
        let Some(position) = position(code) else {
            return self.others.insert(code, index);
        };
        if let Some(numbers) = self.by_number.get_mut(code.len()) {
            if position >= numbers.len() {
                numbers.resize(position + 1, FREE);
            }
            if let Some(place) = numbers.get_mut(position) {
                *place = index;
            }
        }
    }
}

/// The value of a small whole number; `None` for anything else.
#[inline]
fn position(code: &[u8]) -> Option<usize> {
    if code.is_empty() || code.len() > MAX_DIGITS || !code.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = code
        .iter()
        .fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    (value < N_POSITIONS).then_some(value as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_as_they_are_written() {
        let codes = [
            "7", "07", "007", "0", "10001", "262143", "262144", "999999", "1000000", "D7", "7a",
            "é",
        ];
        let mut customers = Codes::default();
        for (index, code) in (0..).zip(codes) {
            assert_eq!(customers.get(code.as_bytes()), None, "{code}");
            customers.insert(code.as_bytes(), index);
        }
        for (index, code) in (0..).zip(codes) {
            assert_eq!(customers.get(code.as_bytes()), Some(index), "{code}");
        }
        for code in ["", "8", "00", "0007", "10000", "D8"] {
            assert_eq!(customers.get(code.as_bytes()), None, "{code}");
        }
    }
}
