//! A hash table from byte strings to small values that copies each string once into one arena.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

#[derive(Clone, Copy, Debug)]
struct Slot<V> {
    /// Kept, so that growth does not read the arena again.
    hash: u64,
    start: u32,
    len: u32,
    value: V,
}

/// Byte strings to values; look-ups borrow, growth never moves a string to an allocation of its own.
#[derive(Clone, Debug)]
pub(crate) struct ByteTable<V> {
    hasher: DefaultHashBuilder,
    arena: Vec<u8>,
    slots: HashTable<Slot<V>>,
}

impl<V: Copy> ByteTable<V> {
    /// An empty table.
    pub(crate) fn new() -> Self {
        Self {
            hasher: DefaultHashBuilder::default(),
            arena: Vec::new(),
            slots: HashTable::new(),
        }
    }

    /// The number of strings.
    pub(crate) fn len(&self) -> usize {
        self.slots.len()
    }

    /// The value of a string.
    pub(crate) fn get(&self, bytes: &[u8]) -> Option<V> {
        let hash = self.hasher.hash_one(bytes);
        self.slots
            .find(hash, |slot| {
                slot.hash == hash && is_equal(slice_of(&self.arena, slot), bytes)
            })
            .map(|slot| slot.value)
    }

    /// Adds a string that is not in the table; strings past 4 GiB in all are not kept.
    pub(crate) fn insert(&mut self, bytes: &[u8], value: V) {
        let (Ok(start), Ok(len)) = (u32::try_from(self.arena.len()), u32::try_from(bytes.len()))
        else {
            return;
        };
        self.arena.extend_from_slice(bytes);
        let hash = self.hasher.hash_one(bytes);
        let slot = Slot {
            hash,
            start,
            len,
            value,
        };
        self.slots.insert_unique(hash, slot, |slot| slot.hash);
    }
}

impl<V: Copy> Default for ByteTable<V> {
    fn default() -> Self {
        Self::new()
    }
}

fn slice_of<'a, V>(arena: &'a [u8], slot: &Slot<V>) -> &'a [u8] {
    let start = slot.start as usize;
    arena
        .get(start..start + slot.len as usize)
        .unwrap_or_default()
}

/// Equality eight bytes at a time: on wasm the comparison of slices goes byte by byte.
#[inline]
fn is_equal(a: &[u8], b: &[u8]) -> bool {
    let ((a_words, a_rest), (b_words, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let word = |bytes: &[u8; 8]| u64::from_ne_bytes(*bytes);
    a.len() == b.len()
        && a_words.iter().zip(b_words).all(|(a, b)| word(a) == word(b))
        && a_rest.iter().zip(b_rest).all(|(a, b)| a == b)
}
