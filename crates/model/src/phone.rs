//! Phone numbers, as ITU-T E.164 writes them.

/// Country codes of two digits; `1` and `7` have one, all others three (ITU-T E.164, list of assigned codes).
const TWO_DIGITS: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
];

/// Checks a number: `+` and 1 to 15 digits.
///
/// # Errors
/// What is wrong with it, for people.
pub fn validate(text: &str) -> Result<(), &'static str> {
    let digits = text.strip_prefix('+').unwrap_or_default();
    if (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err("must be + and 1 to 15 digits")
    }
}

/// The country code of a number, with its `+`.
#[must_use]
pub fn country_code(number: &str) -> Option<String> {
    let digits = number.strip_prefix('+')?;
    let length = match digits.get(..1)? {
        "1" | "7" => 1,
        _ if digits.get(..2).is_some_and(|code| TWO_DIGITS.contains(&code)) => 2,
        _ => 3,
    };
    digits.get(..length).map(|code| format!("+{code}"))
}

#[cfg(test)]
mod tests {
    use super::{country_code, validate};

    #[test]
    fn numbers_are_a_plus_and_digits() {
        assert_eq!(validate("+8613912345678"), Ok(()));
        for text in ["", "+", "8613912345678", "+1234567890123456", "+49 123", "+٤٩"] {
            assert!(validate(text).is_err(), "{text}");
        }
    }

    #[test]
    fn country_codes_have_one_to_three_digits() {
        for (number, code) in
            [("+12025550100", "+1"), ("+79001234567", "+7"), ("+8613912345678", "+86"), ("+3531234567", "+353")]
        {
            assert_eq!(country_code(number).as_deref(), Some(code));
        }
        assert_eq!(country_code("+35"), None);
    }
}
