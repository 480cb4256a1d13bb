//! Dates as they are written in queries.

use jiff::civil::{Date, date};

use crate::time::Timestamp;

const DAY: i64 = 86_400;

/// The first and the last microsecond of what a written date stands for, in UTC unless it tells its offset: of the year
/// in `2026`, the month in `2026-11`, the day in `2026-11-20`, and of the minute, second or part of a second in
/// `2026-11-20T06:32:25.125Z` (RFC 3339 without what one leaves out). `None` for anything else, and for days and times
/// that there are not.
#[must_use]
pub fn period(text: &str) -> Option<(Timestamp, Timestamp)> {
    let Some((day, time)) = text.split_once(['T', 't']) else {
        let (first, last) = days(text)?;
        return Some(stretch(seconds(first), (seconds(last) + DAY - seconds(first)) * Timestamp::SECOND, 0));
    };
    let (first, last) = days(day)?;
    if day.len() < "YYYY-MM-DD".len() || first != last {
        return None;
    }
    let (clock, offset) = split_offset(time)?;
    let (since_midnight, microseconds, length) = time_of_day(clock)?;
    Some(stretch(seconds(first) + since_midnight - offset, length, microseconds))
}

fn stretch(start: i64, length: i64, microseconds: i64) -> (Timestamp, Timestamp) {
    let first = start * Timestamp::SECOND + microseconds;
    (Timestamp(first), Timestamp(first + length - 1))
}

/// Seconds from 1970 to the beginning of the day.
fn seconds(day: Date) -> i64 {
    day.duration_since(date(1970, 1, 1)).as_secs()
}

/// The first and the last day of a year, a month or a day.
fn days(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let year = i16::try_from(digits(parts.next()?, 4)?).ok()?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let part = |text: &str| i8::try_from(digits(text, 2)?).ok();
    match (month, day) {
        (None, _) => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        (Some(month), None) => {
            let first = Date::new(year, part(month)?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        (Some(month), Some(day)) => {
            let day = Date::new(year, part(month)?, part(day)?).ok()?;
            Some((day, day))
        }
    }
}

/// The time without its offset, and the offset in seconds.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let Some(place) = text.find(['+', '-']) else { return Some((text, 0)) };
    let (clock, offset) = text.split_at(place);
    let (sign, offset) = (if offset.starts_with('-') { -1 } else { 1 }, offset.get(1..)?);
    let (hours, minutes) = match offset.split_once(':') {
        Some((hours, minutes)) => (digits(hours, 2)?, digits(minutes, 2)?),
        None if offset.len() == 4 => (digits(offset.get(..2)?, 2)?, digits(offset.get(2..)?, 2)?),
        None => (digits(offset, 2)?, 0),
    };
    (hours < 24 && minutes < 60).then_some((clock, sign * (hours * 3600 + minutes * 60)))
}

/// Seconds since midnight, microseconds beyond, and how many microseconds the time stands for.
fn time_of_day(text: &str) -> Option<(i64, i64, i64)> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut parts = whole.split(':');
    let (hours, minutes) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let seconds = parts.next().map(|text| digits(text, 2));
    if parts.next().is_some() || hours > 23 || minutes > 59 {
        return None;
    }
    let since_midnight = hours * 3600 + minutes * 60;
    match (seconds, fraction) {
        (None, None) => Some((since_midnight, 0, 60 * Timestamp::SECOND)),
        (None, Some(_)) => None,
        (Some(seconds), fraction) => {
            let seconds = seconds.filter(|&seconds| seconds < 60)?;
            let (microseconds, length) = fraction.map_or(Some((0, Timestamp::SECOND)), part_of_second)?;
            Some((since_midnight + seconds, microseconds, length))
        }
    }
}

/// Up to nine digits behind the point, of which the first six count.
fn part_of_second(text: &str) -> Option<(i64, i64)> {
    if text.len() > 9 {
        return None;
    }
    digits(text, text.len())?;
    let counted = text.get(..text.len().min(6))?;
    let length = (counted.len()..6).fold(1, |length, _| length * 10);
    Some((digits(counted, counted.len())? * length, length))
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    let is_number = text.len() == count && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::period;
    use crate::time::Timestamp;

    #[track_caller]
    fn is(text: &str, first: &str, last: &str) {
        let (start, end) = period(text).expect(text);
        assert_eq!((start.to_string().as_str(), end.to_string().as_str()), (first, last), "{text}");
        assert_eq!(Timestamp(start.0 - 1).seconds(), start.seconds() - i64::from(start.0 % 1_000_000 == 0), "{text}");
    }

    #[test]
    fn a_date_stands_for_all_of_it() {
        is("2026", "2026-01-01T00:00:00.000Z", "2026-12-31T23:59:59.999Z");
        is("2025-12", "2025-12-01T00:00:00.000Z", "2025-12-31T23:59:59.999Z");
        is("2024-02", "2024-02-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z");
        is("2024-02-29", "2024-02-29T00:00:00.000Z", "2024-02-29T23:59:59.999Z");
        is("1969-12-31", "1969-12-31T00:00:00.000Z", "1969-12-31T23:59:59.999Z");
        is("2026-11-20T06:32Z", "2026-11-20T06:32:00.000Z", "2026-11-20T06:32:59.999Z");
        is("2026-11-20T06:32:25", "2026-11-20T06:32:25.000Z", "2026-11-20T06:32:25.999Z");
        is("2026-11-20t06:32:25.125z", "2026-11-20T06:32:25.125Z", "2026-11-20T06:32:25.125Z");
        is("2026-11-20T06:32:25+01:00", "2026-11-20T05:32:25.000Z", "2026-11-20T05:32:25.999Z");
        is("2026-11-20T06:32:25.5-0830", "2026-11-20T15:02:25.500Z", "2026-11-20T15:02:25.599Z");
        is("2026-11-20T06:32:25.123456789+02", "2026-11-20T04:32:25.123Z", "2026-11-20T04:32:25.123Z");
        assert_eq!(period("9999").map(|(_, last)| last.0), Some(253_402_300_799_999_999));
        assert_eq!(period("1970-01-01T00:00:00.000001Z"), Some((Timestamp(1), Timestamp(1))));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "26",
            "20266",
            "2026-",
            "2026-1",
            "2026-13",
            "2026-00",
            "2026-02-29",
            "2026-11-31",
            "2026-11-20-1",
            "-2026",
            "+2026",
            "2026-11-20T",
            "2026-11-20T6:32",
            "2026-11-20T24:00",
            "2026-11-20T06:60",
            "2026-11-20T06:32:60Z",
            "2026-11-20T06",
            "2026-11-20T06:32.5",
            "2026-11-20T06:32:25.",
            "2026-11-20T06:32:25.1234567890",
            "2026-11T06:32",
            "2026-11-20T06:32:25ZZ",
            "2026-11-20T06:32:25+24:00",
            "2026-11-20T06:32:25+1",
            "2026-11-20T06:32:25+01:00:00",
            "2026-11-20 06:32",
            "yesterday",
            "２０２６",
            "2026T06:32",
            "2026-11-20T06:32:25+日本",
        ] {
            assert_eq!(period(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_time_as_shown_is_found_again(microseconds in 0_i64..4_000_000_000_000_000) {
            let (first, last) = period(&Timestamp(microseconds).to_string()).expect("a time");
            prop_assert!(first.0 <= microseconds && microseconds <= last.0 && last.0 - first.0 == 999);
        }

        #[test]
        fn any_text_is_a_date_or_not(text in r"[0-9T:.Z+\-é]{0,32}") {
            if let Some((first, last)) = period(&text) {
                prop_assert!(first <= last);
            }
        }
    }
}
