//! Prefix searches as ranges of an ordered index.

/// The smallest text greater than every text that begins with `prefix`, so that the texts with this prefix are those
/// with `prefix <= key AND key < successor(prefix)`.
///
/// The order is that of code points, which is the order of UTF-8 bytes: SQLite's `BINARY` and PostgreSQL's
/// `COLLATE "C"`. `None` when no text is greater (the prefix is empty, or is nothing but U+10FFFF): the range has no
/// upper end then.
#[must_use]
pub fn successor(prefix: &str) -> Option<String> {
    let mut letters = prefix.chars();
    while let Some(last) = letters.next_back() {
        if let Some(next) = next_character(last) {
            let mut end = String::with_capacity(letters.as_str().len() + next.len_utf8());
            end.push_str(letters.as_str());
            end.push(next);
            return Some(end);
        }
    }
    None
}

/// The next Unicode scalar value; the range of `char` steps over the surrogates, which no text can hold.
fn next_character(character: char) -> Option<char> {
    (character..=char::MAX).nth(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::successor;

    #[test]
    fn the_last_character_is_incremented() {
        assert_eq!(successor("ab").as_deref(), Some("ac"));
        assert_eq!(successor("a\u{7F}").as_deref(), Some("a\u{80}"));
        assert_eq!(successor("李").as_deref(), Some("杏"));
        assert_eq!(successor("\0").as_deref(), Some("\u{1}"));
    }

    #[test]
    fn surrogates_are_stepped_over() {
        assert_eq!(successor("a\u{D7FF}").as_deref(), Some("a\u{E000}"));
    }

    #[test]
    fn the_greatest_character_is_dropped() {
        assert_eq!(successor("a\u{10FFFF}\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(successor("\u{10FFFF}"), None);
        assert_eq!(successor(""), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]

        #[test]
        fn the_range_holds_exactly_the_texts_with_the_prefix(
            prefix in "[ab\u{D7FF}\u{E000}\u{10FFFF}]{0,3}", text in "[abc\u{D7FF}\u{E000}\u{10FFFF}]{0,5}"
        ) {
            let below_end = successor(&prefix).is_none_or(|end| text < end);
            prop_assert_eq!(prefix <= text && below_end, text.starts_with(&prefix));
        }

        #[test]
        fn any_extension_is_below(prefix in any::<String>(), rest in any::<String>()) {
            let text = format!("{prefix}{rest}");
            prop_assert!(successor(&prefix).is_none_or(|end| text.as_bytes() < end.as_bytes()));
        }
    }
}
