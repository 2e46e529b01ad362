//! Last time against this time: three by three cells, the diagonal those who stayed; below them who is new,
//! beside them who is gone.

use super::{
    Mark, Point,
    label::{Anchor, Label},
    text::{Weight, width_px},
};

const CELL_HEIGHT_PX: f64 = 46.0;
const MAX_CELL_WIDTH_PX: f64 = 96.0;
/// Above the cells: the names of the columns.
const HEAD_PX: f64 = 22.0;
const GAP_PX: f64 = 2.0;
const NAME_GAP_PX: f64 = 12.0;
/// Around the cells of who is new or gone: they are not part of the square.
const APART_PX: f64 = 8.0;
/// From the middle of a cell to the baseline of its number.
const BASELINE_PX: f64 = 4.5;

/// How many customers went from where to where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatrixCounts {
    /// By class before (row) and after (column), in the order A, B, C.
    pub both: [[usize; 3]; 3],
    /// By class after, of those who were not there before.
    pub arrived: [usize; 3],
    /// By class before, of those who are not there any more.
    pub gone: [usize; 3],
}

/// The names of rows and columns, in the order A, B, C.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixLabels {
    /// At the left; the last is of who is new.
    pub rows: [String; 4],
    /// Above; the last is of who is gone.
    pub columns: [String; 4],
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// Row: the class before; `None` for who is new.
    pub before: Option<Mark>,
    /// Column: the class after; `None` for who is gone.
    pub after: Option<Mark>,
    /// Customers.
    pub n: usize,
    /// Upper left corner.
    pub at: Point,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Share of the fullest cell of its kind (stayed, moved, came or went), 0 to 1: how strongly to draw it.
    /// Those who stayed would make all who moved pale.
    pub strength: f64,
    /// Where the number stands, in the middle.
    pub number: Point,
}

/// The matrix, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixSpec {
    /// Width of the picture.
    pub width_px: f64,
    /// Height of the picture.
    pub height_px: f64,
    /// From above, left to right.
    pub cells: Vec<MatrixCell>,
    /// At the left.
    pub row_names: Vec<Label>,
    /// Above.
    pub column_names: Vec<Label>,
}

/// Lays out customers by where they were and where they are at this width.
#[must_use]
pub fn matrix_from(counts: &MatrixCounts, labels: &MatrixLabels, width_px: f64) -> MatrixSpec {
    let names = labels.rows.iter().map(|name| width_px_of(name));
    let left = names.fold(0.0, f64::max) + NAME_GAP_PX;
    let cell_width = ((width_px - left - APART_PX) / 4.0).clamp(0.0, MAX_CELL_WIDTH_PX);
    let apart = |at: usize| if at == 3 { APART_PX } else { 0.0 };
    let x_of = |column: usize| left + column as f64 * cell_width + apart(column);
    let y_of = |row: usize| HEAD_PX + row as f64 * CELL_HEIGHT_PX + apart(row);
    let fullest = |kind: Kind| {
        let of_kind =
            entries(counts).filter(move |(row, column, _)| kind_of(*row, *column) == kind);
        of_kind.map(|(_, _, n)| n).max().unwrap_or(0).max(1)
    };
    let most = [Kind::Stayed, Kind::Moved, Kind::CameOrWent].map(|kind| (kind, fullest(kind)));
    let cells = entries(counts).map(|(row, column, n)| {
        let kind = kind_of(row, column);
        let most = most.iter().find(|(of, _)| *of == kind);
        let at = Point::new(x_of(column), y_of(row));
        let width = (cell_width - GAP_PX).max(0.0);
        let height = CELL_HEIGHT_PX - GAP_PX;
        MatrixCell {
            before: Mark::ALL.get(row).copied(),
            after: Mark::ALL.get(column).copied(),
            n,
            at,
            width,
            height,
            strength: most.map_or(0.0, |(_, most)| n as f64 / *most as f64),
            number: Point::new(at.x + width / 2.0, at.y + height / 2.0 + BASELINE_PX),
        }
    });
    let row_names = labels.rows.iter().enumerate().map(|(row, name)| {
        let middle = y_of(row) + (CELL_HEIGHT_PX - GAP_PX) / 2.0;
        Label::new(name, 0.0, middle + BASELINE_PX, Anchor::Start)
    });
    let column_names = labels.columns.iter().enumerate().map(|(column, name)| {
        let middle = x_of(column) + (cell_width - GAP_PX) / 2.0;
        Label::new(name, middle, HEAD_PX - 8.0, Anchor::Middle)
    });
    MatrixSpec {
        width_px,
        height_px: y_of(3) + CELL_HEIGHT_PX,
        cells: cells.collect(),
        row_names: row_names.collect(),
        column_names: column_names.collect(),
    }
}

/// What a cell says of its customers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Stayed,
    Moved,
    CameOrWent,
}

fn kind_of(row: usize, column: usize) -> Kind {
    match (row, column) {
        (3, _) | (_, 3) => Kind::CameOrWent,
        (row, column) if row == column => Kind::Stayed,
        _ => Kind::Moved,
    }
}

/// Row, column and count of every cell, from above, left to right. Nobody is new and gone.
fn entries(counts: &MatrixCounts) -> impl Iterator<Item = (usize, usize, usize)> {
    let rows = counts.both.iter().zip(counts.gone).enumerate();
    let there = rows.flat_map(|(row, (both, gone))| {
        let cells = both.iter().copied().chain([gone]).enumerate();
        cells.map(move |(column, n)| (row, column, n))
    });
    let arrived = counts.arrived.into_iter().enumerate();
    there.chain(arrived.map(|(column, n)| (3, column, n)))
}

fn width_px_of(name: &str) -> f64 {
    width_px(name, Weight::Bold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_in_rows_and_movers_are_not_pale() {
        let labels = MatrixLabels {
            rows: ["was A", "was B", "was C", "nieuw"].map(str::to_owned),
            columns: ["A", "B", "C", "weg"].map(str::to_owned),
        };
        let counts = MatrixCounts {
            both: [[10, 2, 0], [4, 100, 1], [0, 0, 30]],
            arrived: [1, 8, 0],
            gone: [0, 2, 3],
        };
        let spec = matrix_from(&counts, &labels, 320.0);
        let n: Vec<usize> = spec.cells.iter().map(|cell| cell.n).collect();
        assert_eq!(n, [10, 2, 0, 0, 4, 100, 1, 2, 0, 0, 30, 3, 1, 8, 0]);
        let b_to_a = &spec.cells[4];
        assert_eq!(
            (b_to_a.before, b_to_a.after),
            (Some(Mark::B), Some(Mark::A))
        );
        let new_b = &spec.cells[13];
        assert_eq!((new_b.before, new_b.after), (None, Some(Mark::B)));
        for fullest in [b_to_a, new_b] {
            assert!((fullest.strength - 1.0).abs() < f64::EPSILON);
        }
        for cell in &spec.cells {
            assert!(cell.at.x + cell.width <= 320.0);
            assert!(cell.at.y + cell.height <= spec.height_px);
        }
    }

    #[test]
    fn nobody_is_drawn_as_empty_cells() {
        let spec = matrix_from(&MatrixCounts::default(), &MatrixLabels::default(), 0.0);
        assert_eq!(spec.cells.len(), 15);
        let is_empty = |cell: &MatrixCell| cell.strength.abs() < f64::EPSILON;
        assert!(spec.cells.iter().all(is_empty));
    }
}
