//! Boxes.

/// A point, in tenths of a view box unit.
pub type Point = (i32, i32);

/// A box with its sides parallel to the axes, in tenths of a view box unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Smallest x.
    pub left: i32,
    /// Smallest y.
    pub top: i32,
    /// Largest x.
    pub right: i32,
    /// Largest y.
    pub bottom: i32,
}

impl Bounds {
    /// The box between two opposite corners.
    pub fn new(a: Point, b: Point) -> Self {
        Self {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            right: a.0.max(b.0),
            bottom: a.1.max(b.1),
        }
    }

    /// The box of this half width and half height around a point.
    pub fn around(center: Point, half_width: i32, half_height: i32) -> Self {
        Self::new(
            (center.0 - half_width, center.1 - half_height),
            (center.0 + half_width, center.1 + half_height),
        )
    }

    /// The smallest box around all points, if there is any.
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points
            .into_iter()
            .map(|point| Self::new(point, point))
            .reduce(Self::union)
    }

    /// The smallest box around both.
    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The box, moved.
    pub fn moved(self, (dx, dy): Point) -> Self {
        Self {
            left: self.left + dx,
            top: self.top + dy,
            right: self.right + dx,
            bottom: self.bottom + dy,
        }
    }

    /// The box grown by `by` on every side.
    pub fn grown(self, by: i32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `other` lies within, edges included.
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    /// The middle.
    pub fn center(self) -> Point {
        ((self.left + self.right) / 2, (self.top + self.bottom) / 2)
    }

    /// How far a point lies outside, squared; 0 within.
    pub fn distance_squared(self, (x, y): (f64, f64)) -> f64 {
        let outside = |at: f64, low: i32, high: i32| (f64::from(low) - at).max(at - f64::from(high)).max(0.0);
        let (dx, dy) = (
            outside(x, self.left, self.right),
            outside(y, self.top, self.bottom),
        );
        dx * dx + dy * dy
    }
}
