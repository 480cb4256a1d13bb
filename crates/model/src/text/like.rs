//! Literal text inside SQL's LIKE patterns.

/// The text with `\`, `%` and `_` escaped by a backslash, for `LIKE … ESCAPE '\'` (requirement S4.L06.5).
///
/// Escape after folding, never before: folding turns the full-width `％` into `%`.
#[must_use]
pub fn escape_like(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '%' | '_') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escape_like;

    /// LIKE as both databases define it, case-sensitive, with the backslash as escape character.
    fn like(text: &[char], pattern: &[char]) -> bool {
        match pattern {
            [] => text.is_empty(),
            ['%', rest @ ..] => (0..=text.len()).any(|skipped| like(&text[skipped..], rest)),
            ['_', rest @ ..] => !text.is_empty() && like(&text[1..], rest),
            ['\\', literal, rest @ ..] | [literal, rest @ ..] => {
                text.first() == Some(literal) && like(&text[1..], rest)
            }
        }
    }

    #[test]
    fn only_the_three_signs_are_escaped() {
        assert_eq!(escape_like(r"100%_a\b 'O''B' 李"), r"100\%\_a\\b 'O''B' 李");
        assert_eq!(escape_like(""), "");
    }

    proptest! {
        #[test]
        fn an_escaped_text_is_like_itself_alone(text in r"[a%_\\]{0,6}", other in r"[a%_\\]{0,6}") {
            let pattern: Vec<_> = escape_like(&text).chars().collect();
            let other_letters: Vec<_> = other.chars().collect();
            let letters: Vec<_> = text.chars().collect();
            prop_assert!(like(&letters, &pattern));
            prop_assert_eq!(like(&other_letters, &pattern), other == text);
        }
    }
}
