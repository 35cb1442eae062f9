//! Where the labels of a map stand: what is tied lies close, and nothing lies over anything else.
//!
//! Takes the sizes of labels and the ties between them; gives their centres, in whole pixels from the top left, and the size
//! of the whole. The spring model of Fruchterman and Reingold ("Graph Drawing by Force-directed Placement", 1991) from a
//! fixed start, then labels that overlap are pushed apart. Only sums, products and roots are used, so that every machine draws
//! the same. Must not know what the labels say.

/// How far apart two labels would like to be.
const DISTANCE: f64 = 50.0;

/// Labels are wide, so a step sideways counts for less than one up or down.
const WIDE: f64 = 1.5;

/// How much all labels are drawn to the middle, push each other away, and are held together by ties; found by looking at maps of
/// ten to sixty topics.
const MIDDLE: f64 = 0.6;
const PUSH: f64 = 0.6;
const PULL: f64 = 0.15;

/// How often all labels move.
const STEPS: u32 = 300;

/// How often overlaps are looked for.
const SWEEPS: usize = 400;

/// The free room around a label.
const GAP: f64 = 10.0;

/// The room around the whole.
const MARGIN: f64 = 14.0;

/// The golden angle, as the point of the unit circle that it leads to: turned by it again and again, no two labels begin in
/// line.
const TURN: (f64, f64) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8);

/// The size of a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What holds two labels together, by their positions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub(super) from: usize,
    pub(super) to: usize,
    /// From 0 to 1.
    pub(super) strength: f64,
}

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drawing {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The centre of each label.
    pub(super) centres: Vec<(i32, i32)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Point {
    x: f64,
    y: f64,
}

/// Places labels. The first ones begin in the middle, so the weightiest should stand first.
pub(super) fn arrange(labels: &[Label], ties: &[Tie]) -> Drawing {
    let mut points = start(labels.len());
    for step in 0..STEPS {
        let reach = DISTANCE * 1.5 * f64::from(STEPS - step) / f64::from(STEPS);
        let forces = forces(&points, ties);
        for (point, force) in points.iter_mut().zip(forces) {
            let length = (force.x * force.x + force.y * force.y).sqrt().max(1e-9);
            let way = length.min(reach) / length;
            point.x += force.x * way;
            point.y += force.y * way;
        }
    }
    for point in &mut points {
        point.x *= WIDE;
    }
    part(&mut points, labels);
    frame(&points, labels)
}

fn start(count: usize) -> Vec<Point> {
    let mut turned = (1.0, 0.0);
    let mut radius = 0.0_f64;
    let point = |_| {
        turned = (turned.0 * TURN.0 - turned.1 * TURN.1, turned.0 * TURN.1 + turned.1 * TURN.0);
        radius += 1.0;
        let far = DISTANCE * 0.6 * radius.sqrt();
        Point { x: turned.0 * far, y: turned.1 * far }
    };
    (0..count).map(point).collect()
}

/// What pulls and pushes each label: all push each other, ties pull, and the middle pulls a little.
fn forces(points: &[Point], ties: &[Tie]) -> Vec<Point> {
    let mut forces: Vec<Point> = points
        .iter()
        .map(|own| {
            let mut force = Point { x: -own.x * MIDDLE, y: -own.y * MIDDLE };
            for other in points {
                let (dx, dy) = (own.x - other.x, own.y - other.y);
                let square = dx * dx + dy * dy;
                if square > 1e-9 {
                    let push = DISTANCE * DISTANCE / square;
                    force.x += dx * push * PUSH;
                    force.y += dy * push * PUSH;
                }
            }
            force
        })
        .collect();
    for tie in ties {
        let (Some(from), Some(to)) = (points.get(tie.from), points.get(tie.to)) else { continue };
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let pull = (dx * dx + dy * dy).sqrt() / DISTANCE * tie.strength * PULL;
        if let Some(force) = forces.get_mut(tie.from) {
            force.x += dx * pull;
            force.y += dy * pull;
        }
        if let Some(force) = forces.get_mut(tie.to) {
            force.x -= dx * pull;
            force.y -= dy * pull;
        }
    }
    forces
}

/// Pushes apart labels that overlap, the shorter way.
fn part(points: &mut [Point], labels: &[Label]) {
    for _ in 0..SWEEPS {
        let mut moved = false;
        for first in 0..points.len() {
            let (before, rest) = points.split_at_mut(first + 1);
            let (Some(own), Some(label)) = (before.last_mut(), labels.get(first)) else { continue };
            for (other, size) in rest.iter_mut().zip(labels.iter().skip(first + 1)) {
                let over_x = f64::midpoint(label.width, size.width) + GAP - (own.x - other.x).abs();
                let over_y = f64::midpoint(label.height, size.height) + GAP - (own.y - other.y).abs();
                if over_x <= 0.0 || over_y <= 0.0 {
                    continue;
                }
                moved = true;
                if over_y <= over_x {
                    let way = if own.y < other.y { -over_y } else { over_y } / 2.0;
                    own.y += way;
                    other.y -= way;
                } else {
                    let way = if own.x < other.x { -over_x } else { over_x } / 2.0;
                    own.x += way;
                    other.x -= way;
                }
            }
        }
        if !moved {
            return;
        }
    }
}

fn frame(points: &[Point], labels: &[Label]) -> Drawing {
    let boxes = || points.iter().zip(labels);
    let least = |start: f64, value: f64| start.min(value);
    let left = boxes().map(|(point, label)| point.x - label.width / 2.0).fold(f64::INFINITY, least) - MARGIN;
    let top = boxes().map(|(point, label)| point.y - label.height / 2.0).fold(f64::INFINITY, least) - MARGIN;
    let right = boxes().map(|(point, label)| point.x + label.width / 2.0).fold(f64::NEG_INFINITY, f64::max) + MARGIN;
    let bottom = boxes().map(|(point, label)| point.y + label.height / 2.0).fold(f64::NEG_INFINITY, f64::max) + MARGIN;
    Drawing {
        width: whole(right - left),
        height: whole(bottom - top),
        centres: points.iter().map(|point| (whole(point.x - left), whole(point.y - top))).collect(),
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "a float becomes the nearest whole number that fits")]
pub(super) fn whole(value: f64) -> i32 {
    value.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(count: usize) -> Vec<Label> {
        (0..count).map(|number| Label { width: 60.0 + f64::from(u32::try_from(number * 37 % 90).unwrap()), height: 26.0 }).collect()
    }

    #[test]
    fn no_label_lies_over_another_and_all_lie_inside() {
        for count in [0, 1, 2, 5, 80] {
            let labels = labels(count);
            let ties: Vec<_> = (1..count).map(|to| Tie { from: to / 3, to, strength: 0.5 }).collect();
            let drawing = arrange(&labels, &ties);
            let boxes: Vec<_> = drawing.centres.iter().zip(&labels).collect();
            for (position, ((x, y), label)) in boxes.iter().enumerate() {
                assert!(*x > 0 && *y > 0 && *x < drawing.width && *y < drawing.height, "{drawing:?}");
                for ((other_x, other_y), size) in boxes.iter().skip(position + 1) {
                    let apart_x = f64::from((x - other_x).abs()) - f64::midpoint(label.width, size.width);
                    let apart_y = f64::from((y - other_y).abs()) - f64::midpoint(label.height, size.height);
                    assert!(apart_x > 1.0 || apart_y > 1.0, "{count}: ({x}, {y}) lies over ({other_x}, {other_y})");
                }
            }
        }
    }

    #[test]
    fn what_is_tied_lies_closer_than_what_is_not() {
        let ties = [Tie { from: 0, to: 1, strength: 1.0 }, Tie { from: 2, to: 3, strength: 1.0 }];
        let drawing = arrange(&labels(4), &ties);
        let square = |a: usize, b: usize| {
            let ((ax, ay), (bx, by)) = (drawing.centres[a], drawing.centres[b]);
            (ax - bx).pow(2) + (ay - by).pow(2)
        };
        assert!(square(0, 1) < square(0, 2) && square(0, 1) < square(1, 3) && square(2, 3) < square(1, 2), "{drawing:?}");
    }
}
