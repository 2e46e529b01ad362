//! What is known of a cell besides its text.

/// Where the content of a cell comes from. A delimited file holds text only; a workbook knows more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CellKind {
    /// Written for people: a number in it is read by the notation of its column.
    #[default]
    Text,
    /// Written by a machine as `-1234.56`: nothing to guess.
    Number,
    /// `#N/A` and the like.
    Error,
    /// A formula whose value was not saved.
    NoValue,
}

/// The first cells of one row: their texts, and their kinds where they are not all text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SampledRow<'a> {
    pub(crate) cells: &'a [String],
    /// Shorter than `cells`, or empty, where the rest is text.
    pub(crate) kinds: &'a [CellKind],
}

impl<'a> SampledRow<'a> {
    /// The cell of a column without white space around it; empty where the row is shorter.
    pub(crate) fn cell(&self, index: usize) -> &'a str {
        self.cells.get(index).map_or("", |cell| cell.trim())
    }

    pub(crate) fn kind(&self, index: usize) -> CellKind {
        self.kinds.get(index).copied().unwrap_or_default()
    }
}
