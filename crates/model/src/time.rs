//! Time: passed in, kept as microseconds, shown as RFC 3339 with milliseconds.

use std::fmt;

/// Where the current time comes from. It is passed in, so that every test can set it.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// A point in time: microseconds since 1970-01-01T00:00:00Z, as the database keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Microseconds in a second.
    pub const SECOND: i64 = 1_000_000;

    /// The start of the given second since 1970.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(Self::SECOND))
    }

    /// Whole seconds since 1970, rounded down (a JWT's NumericDate, RFC 7519 §2).
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(Self::SECOND)
    }

    /// The start of the next second. Access tokens count whole seconds (RFC 7519 §2), so what ends all tokens issued up
    /// to now refuses those from before that, and the next one is issued as of then.
    #[must_use]
    pub const fn next_second(self) -> Self {
        Self::from_seconds(self.seconds().saturating_add(1))
    }

    /// This time and `seconds` more; saturates at the ends of the range.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(Self::SECOND)))
    }
}

/// RFC 3339 in UTC with milliseconds, as on the wire: `2026-11-20T06:32:25.125Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(time) => write!(out, "{time:.3}"),
            Err(_) => out.write_str("9999-12-30T22:00:00.000Z"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn shows_milliseconds_always() {
        assert_eq!(Timestamp(1_700_000_000_000_000).to_string(), "2023-11-14T22:13:20.000Z");
        assert_eq!(Timestamp(1_700_000_000_123_999).to_string(), "2023-11-14T22:13:20.123Z");
    }

    #[test]
    fn seconds_round_down_before_1970_too() {
        assert_eq!(Timestamp(-1).seconds(), -1);
        assert_eq!(Timestamp::from_seconds(5).plus_seconds(2).seconds(), 7);
    }
}
