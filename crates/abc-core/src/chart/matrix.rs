//! Last time against this time: three by three cells, the diagonal those who stayed.

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
/// From the middle of a cell to the baseline of its number.
const BASELINE_PX: f64 = 4.5;

/// The names of rows and columns, in the order A, B, C.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixLabels {
    /// At the left.
    pub rows: [String; 3],
    /// Above.
    pub columns: [String; 3],
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// Row: the class before.
    pub before: Mark,
    /// Column: the class after.
    pub after: Mark,
    /// Customers.
    pub n: usize,
    /// Upper left corner.
    pub at: Point,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Share of the fullest cell of its kind (stayed or moved), 0 to 1: how strongly to draw it. Those who
    /// stayed would make all who moved pale.
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

/// Lays out customers by class before (row) and after (column) at this width.
#[must_use]
pub fn matrix_from(counts: &[[usize; 3]; 3], labels: &MatrixLabels, width_px: f64) -> MatrixSpec {
    let names = labels.rows.iter().map(|name| width_px_of(name));
    let left = names.fold(0.0, f64::max) + NAME_GAP_PX;
    let cell_width = ((width_px - left) / 3.0).clamp(0.0, MAX_CELL_WIDTH_PX);
    let x_of = |column: usize| left + column as f64 * cell_width;
    let y_of = |row: usize| HEAD_PX + row as f64 * CELL_HEIGHT_PX;
    let each = || {
        let rows = counts.iter().zip(Mark::ALL).enumerate();
        rows.flat_map(|(row, (of_row, before))| {
            let cells = of_row.iter().zip(Mark::ALL).enumerate();
            cells.map(move |(column, (n, after))| ((row, column), (before, after), *n))
        })
    };
    let fullest = |is_same: bool| {
        let of_kind = each().filter(move |((row, column), _, _)| (row == column) == is_same);
        of_kind.map(|(_, _, n)| n).max().unwrap_or(0).max(1)
    };
    let (most_stayed, most_moved) = (fullest(true), fullest(false));
    let cells = each()
        .map(|((row, column), (before, after), n)| {
            let most = if row == column {
                most_stayed
            } else {
                most_moved
            };
            let at = Point::new(x_of(column), y_of(row));
            MatrixCell {
                before,
                after,
                n,
                at,
                width: (cell_width - GAP_PX).max(0.0),
                height: CELL_HEIGHT_PX - GAP_PX,
                strength: n as f64 / most as f64,
                number: Point::new(
                    at.x + (cell_width - GAP_PX) / 2.0,
                    at.y + (CELL_HEIGHT_PX - GAP_PX) / 2.0 + BASELINE_PX,
                ),
            }
        })
        .collect();
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
        height_px: y_of(3),
        cells,
        row_names: row_names.collect(),
        column_names: column_names.collect(),
    }
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
            rows: ["was A", "was B", "was C"].map(str::to_owned),
            columns: ["A", "B", "C"].map(str::to_owned),
        };
        let counts = [[10, 2, 0], [4, 100, 1], [0, 0, 30]];
        let spec = matrix_from(&counts, &labels, 320.0);
        let n: Vec<usize> = spec.cells.iter().map(|cell| cell.n).collect();
        assert_eq!(n, [10, 2, 0, 4, 100, 1, 0, 0, 30]);
        let b_to_a = &spec.cells[3];
        assert_eq!((b_to_a.before, b_to_a.after), (Mark::B, Mark::A));
        assert!((b_to_a.strength - 1.0).abs() < f64::EPSILON);
        for cell in &spec.cells {
            assert!(cell.at.x + cell.width <= 320.0);
            assert!(cell.at.y + cell.height <= spec.height_px);
        }
    }

    #[test]
    fn nobody_is_drawn_as_empty_cells() {
        let spec = matrix_from(&[[0; 3]; 3], &MatrixLabels::default(), 0.0);
        assert_eq!(spec.cells.len(), 9);
        assert!(
            spec.cells
                .iter()
                .all(|cell| cell.strength.abs() < f64::EPSILON)
        );
    }
}
