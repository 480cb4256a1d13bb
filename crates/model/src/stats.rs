//! What is counted of each day, in UTC.

use crate::event::EventKind;
use crate::refusal::Refusal;
use crate::{Timestamp, codes};

/// Microseconds of a day.
const LENGTH: i64 = 86_400 * Timestamp::SECOND;

/// Days that are told when nobody says which, and for which somebody who signed in counts as active.
pub const MONTH: i64 = 30;

/// The most days that are told at once: a leap year.
pub const MOST: i64 = 366;

macro_rules! measures {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What is counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Measure {
            $($(#[$doc])* $variant,)*
        }

        impl Measure {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the database.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

measures! {
    /// Sign-ins with a proof, not those by the session of an earlier one.
    SignIns = "logins",
    /// People who signed up.
    SignUps = "signups",
    /// Sign-ins that were refused.
    Failures = "failures",
    /// Users whom somebody else made, by hand or by import.
    Created = "created",
    /// Users who were deleted.
    Deleted = "deleted",
    /// Users who signed in, each once.
    Active = "active_users",
    /// Of those, the ones who did so again on a later day.
    Returned = "returned",
}

impl Measure {
    /// The measure of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|measure| measure.name() == name)
    }

    /// What an event of this kind adds to by being recorded. A sign-in is counted where the user's own sign-ins are.
    #[must_use]
    pub const fn of(kind: EventKind) -> Option<Self> {
        match kind {
            EventKind::SignedUp => Some(Self::SignUps),
            EventKind::SignInRefused | EventKind::SignInWrongPassword | EventKind::SignInUnknownUser => {
                Some(Self::Failures)
            }
            EventKind::UserCreated => Some(Self::Created),
            EventKind::UserDeleted => Some(Self::Deleted),
            _ => None,
        }
    }
}

/// A day in UTC: its number, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// The day of this moment.
    #[must_use]
    pub const fn of(at: Timestamp) -> Self {
        Self(at.0.div_euclid(LENGTH))
    }

    /// Its first moment.
    #[must_use]
    pub const fn begins(self) -> Timestamp {
        Timestamp(self.0.saturating_mul(LENGTH))
    }

    /// The day so many days earlier.
    #[must_use]
    pub const fn before(self, days: i64) -> Self {
        Self(self.0.saturating_sub(days))
    }

    /// The day that eight digits say: `20260131`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
        let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
        let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        let begins = date.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
        Some(Self::of(Timestamp(begins.as_microsecond())))
    }
}

/// The first and the last day asked for, each as eight digits: the last [`MONTH`] days where nothing is said.
///
/// # Errors
/// `invalid_query_string` naming the one that is no day, that comes before the first, or is too many days after it.
pub fn days(from: Option<&str>, to: Option<&str>, today: Day) -> Result<(Day, Day), Refusal> {
    let last = to.map_or(Ok(today), |text| Day::parse(text).ok_or_else(|| no_day("to")))?;
    let first = from.map_or(Ok(last.before(MONTH - 1)), |text| Day::parse(text).ok_or_else(|| no_day("from")))?;
    if last < first {
        return Err(refused("to", "must not be before from"));
    }
    if last.0 - first.0 >= MOST {
        return Err(refused("from", &format!("must not be more than {MOST} days before the end of to")));
    }
    Ok((first, last))
}

fn no_day(field: &str) -> Refusal {
    refused(field, "must be a day such as 20260131")
}

fn refused(field: &str, rule: &str) -> Refusal {
    Refusal::new(&codes::INVALID_QUERY, format!("Query validation error: '{rule}' on property {field}.")).field(field)
}

#[cfg(test)]
mod tests {
    use super::{Day, days};
    use crate::Timestamp;

    #[test]
    fn days_are_eight_digits() {
        let day = Day::parse("20260131").expect("a day");
        assert_eq!(day.begins().to_string(), "2026-01-31T00:00:00.000Z");
        assert_eq!(Day::of(Timestamp(day.begins().0 + 86_399_999_999)), day);
        assert_eq!(Day::of(Timestamp(day.begins().0 - 1)), day.before(1));
        for text in ["", "2026-01-31", "20260230", "2026013", "202601311", "20261301", "２０260131", "+2026013"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_month_is_told_unless_asked_otherwise() {
        let (today, day) = (Day(20_000), |text: &str| Day::parse(text).expect("a day"));
        assert_eq!(days(None, None, today), Ok((Day(19_971), today)));
        assert_eq!(days(Some("20260101"), Some("20260101"), today), Ok((day("20260101"), day("20260101"))));
        assert_eq!(days(None, Some("20260130"), today), Ok((day("20260101"), day("20260130"))));
        assert!(days(Some("20240101"), Some("20241231"), today).is_ok(), "a leap year");
        let field = |from, to| days(from, to, today).expect_err("is refused").field.expect("a field");
        assert_eq!(field(Some("20240101"), Some("20250101")), "from");
        assert_eq!(field(Some("20260102"), Some("20260101")), "to");
        assert_eq!(field(Some("yesterday"), None), "from");
        assert_eq!(field(None, Some("tomorrow")), "to");
    }
}
