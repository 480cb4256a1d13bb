//! Codes to type where a password was forgotten, instead of following the link of the mail.

use crate::random::Random;

/// How long a code can be typed, in seconds: what is sent another way holds ten minutes at most (ASVS 6.5.5).
pub const LIFETIME: i64 = 600;

/// How many tries a code has; when they are used up, it ends together with its link.
pub const MOST_TRIES: i64 = 5;

/// How many wrong codes of one account are taken a day, whoever types them. Mails have a link alone from then on: a
/// million guesses, a few at a time, are not for those who have years.
pub const MOST_WRONG_A_DAY: i64 = 10;

/// How many digits a code has: 20 bits of chance (ASVS 6.5.4).
pub const DIGITS: usize = 6;

const COUNT: u32 = 1_000_000;

/// The largest multiple of [`COUNT`] in 32 bits: numbers above it are dropped, so that no code is likelier.
const FAIR_BELOW: u32 = u32::MAX - u32::MAX % COUNT;

/// A new code (ASVS 6.5.3).
#[must_use]
pub fn new_code(random: &dyn Random) -> String {
    let mut bytes = [0; 4];
    loop {
        random.fill(&mut bytes);
        let number = u32::from_le_bytes(bytes);
        if number < FAIR_BELOW {
            return format!("{:06}", number % COUNT);
        }
    }
}

/// The code that somebody typed: its digits, which may be full-width ones, without what stands between them. Nothing if it
/// cannot be a code.
#[must_use]
pub fn typed(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(DIGITS);
    for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
        let digit = match letter {
            '0'..='9' => letter,
            '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0'))?,
            _ => return None,
        };
        digits.push(digit);
    }
    (digits.len() == DIGITS).then_some(digits)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::{FAIR_BELOW, new_code, typed};
    use crate::random::Random;

    /// One number after the other.
    struct Counting(AtomicU32);

    impl Random for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_le_bytes());
        }
    }

    // ASVS v5.0.0-6.5.4
    #[test]
    fn every_code_has_six_digits_and_none_is_likelier() {
        assert_eq!(new_code(&Counting(7.into())), "000007");
        assert_eq!(new_code(&Counting(2_999_999.into())), "999999");
        assert_eq!(FAIR_BELOW % 1_000_000, 0);
        // Those that would favour the first codes are dropped: the generator goes on to 0.
        assert_eq!(new_code(&Counting(FAIR_BELOW.into())), "000000");
        assert_eq!(new_code(&Counting((FAIR_BELOW - 1).into())), "999999");
    }

    #[test]
    fn a_code_is_understood_however_it_is_typed() {
        for text in ["012345", " 012 345 ", "012-345", "０１２３４５", "0 1 2 3 4 5"] {
            assert_eq!(typed(text).as_deref(), Some("012345"), "{text}");
        }
        for text in ["", "01234", "0123456", "01234x", "٠١٢٣٤٥", "012345012345"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
