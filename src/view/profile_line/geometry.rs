//! The geometry of the tracks, in whole numbers: formatting floats would add 5 kB to the wasm.
//!
//! A track is as wide as the axis, 0 to 10,000, and as high as [`ROW`]. The picture is stretched to its place.

use crate::assessment::{Fraction, Pole};

/// The B2B end of a track.
const END: i32 = 10_000;
/// The middle of a track.
pub(super) const MIDDLE: i32 = END / 2;
/// The height of a track.
const ROW: i32 = 200;

/// A node of the line.
pub(super) type Point = (i32, i32);

/// The tracks, one below the other.
#[derive(Clone, Copy)]
pub(super) struct Tracks {
    pub(super) count: usize,
}

impl Tracks {
    fn bottom(self) -> i32 {
        ROW * i32::try_from(self.count).unwrap_or_default()
    }

    /// The visible area.
    pub(super) fn view_box(self) -> String {
        format!("0 0 {END} {}", self.bottom())
    }

    /// The vertical middle of a track.
    fn middle(row: usize) -> i32 {
        ROW * i32::try_from(row).unwrap_or_default() + ROW / 2
    }

    /// The vertical middle of a track, as a share of the height of the picture.
    pub(super) fn height(self, row: usize) -> String {
        super::marks::percent_of(END * Tracks::middle(row) / self.bottom().max(1))
    }

    /// The node of a score on a track.
    pub(super) fn point(self, row: usize, score: Fraction) -> Point {
        (score.to_place(), Tracks::middle(row))
    }

    /// A track.
    pub(super) fn track(self, row: usize) -> String {
        format!("M0 {}H{END}", Tracks::middle(row))
    }

    /// A track's full height.
    pub(super) fn band(self, row: usize) -> String {
        let middle = Tracks::middle(row);
        format!("M0 {}H{END}V{}H0Z", middle - ROW / 2, middle + ROW / 2)
    }

    /// Where a line from the point on the axis begins, above the tracks.
    pub(super) fn above(self) -> i32 {
        -ROW / 3
    }

    /// A vertical line from a height down to the bottom.
    pub(super) fn upright(self, x: i32, from: i32) -> String {
        format!("M{x} {from}V{}", self.bottom())
    }
}

/// The part of the line that is on one side of the middle; `None` is the part exactly in the middle.
///
/// It has one piece for each pair of nodes, empty if the pair is not on this side, so that the browser can animate
/// it when a node moves to the other side.
pub(super) fn line(nodes: &[Point], side: Option<Pole>) -> String {
    pieces(nodes, side).map(|[(x1, y1), (x2, y2)]| format!("M{x1} {y1}L{x2} {y2}")).collect()
}

/// The areas between the line and the middle on one side.
pub(super) fn areas(nodes: &[Point], side: Option<Pole>) -> String {
    pieces(nodes, side)
        .map(|[(x1, y1), (x2, y2)]| format!("M{MIDDLE} {y1}H{x1}L{x2} {y2}H{MIDDLE}Z"))
        .collect()
}

fn pieces(nodes: &[Point], side: Option<Pole>) -> impl Iterator<Item = [Point; 2]> {
    nodes.windows(2).map(move |pair| clipped(pair[0], pair[1], side))
}

/// The part of a segment on one side of the middle, or an empty piece at its first node.
fn clipped(from: Point, to: Point, side: Option<Pole>) -> [Point; 2] {
    let offset = |point: Point| match side {
        Some(Pole::B2b) => point.0 - MIDDLE,
        _ => MIDDLE - point.0,
    };
    let (first, second) = (offset(from), offset(to));
    let crossing = || {
        let y = from.1 + (to.1 - from.1) * first.abs() / (first.abs() + second.abs()).max(1);
        (MIDDLE, y)
    };
    match (side, first.signum(), second.signum()) {
        (None, 0, 0) => [from, to],
        (Some(_), 1, 0 | 1) | (Some(_), 0, 1) => [from, to],
        (Some(_), 1, -1) => [from, crossing()],
        (Some(_), -1, 1) => [crossing(), to],
        _ => [(MIDDLE, from.1); 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NODES: [Point; 4] = [(7_500, 100), (2_500, 300), (5_000, 500), (5_000, 700)];

    #[test]
    fn the_line_is_cut_where_it_crosses_the_middle() {
        assert_eq!(line(&NODES, Some(Pole::B2b)), "M7500 100L5000 200M5000 300L5000 300M5000 500L5000 500");
        assert_eq!(line(&NODES, Some(Pole::B2c)), "M5000 200L2500 300M2500 300L5000 500M5000 500L5000 500");
        assert_eq!(line(&NODES, None), "M5000 100L5000 100M5000 300L5000 300M5000 500L5000 700");
    }

    #[test]
    fn areas_reach_from_the_line_to_the_middle() {
        assert_eq!(areas(&NODES[..2], Some(Pole::B2b)), "M5000 100H7500L5000 200H5000Z");
        assert_eq!(areas(&NODES[..2], Some(Pole::B2c)), "M5000 200H5000L2500 300H5000Z");
    }

    #[test]
    fn nodes_are_in_the_middle_of_their_tracks() {
        let tracks = Tracks { count: 6 };
        assert_eq!(tracks.view_box(), "0 0 10000 1200");
        assert_eq!(tracks.point(1, Fraction::new(1, 2)), (7_500, 300));
        assert_eq!(tracks.height(0), "8.33%");
    }
}
