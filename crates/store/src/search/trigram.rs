//! What FTS5 is asked to find candidates by.

use super::tenant_token;
use anteroom_model::TenantId;

/// How many trigrams of one text are asked for: more make the answer hardly smaller, but the question slower.
const MOST: usize = 8;

/// The characters of a trigram.
const LENGTH: usize = 3;

/// An FTS5 expression for the tenant's rows that hold the text's trigrams, or `None` when it has none.
///
/// Without positions in the index (`detail=none`) a phrase is one trigram, so it is an AND of single ones; rows found
/// may hold them in another order and must be checked.
pub(super) fn expression(tenant: TenantId, form: &str) -> Option<String> {
    let characters: Vec<char> = form.chars().collect();
    let trigrams: Vec<&[char]> = characters.windows(LENGTH).collect();
    if trigrams.is_empty() {
        return None;
    }
    let mut expression = quoted(&tenant_token(tenant));
    for index in spread(trigrams.len()) {
        let trigram: String = trigrams.get(index)?.iter().collect();
        expression.push_str(" AND ");
        expression.push_str(&quoted(&trigram));
    }
    Some(expression)
}

/// At most [`MOST`] of `count` places: the first, the last, and others evenly between.
fn spread(count: usize) -> impl Iterator<Item = usize> {
    let taken = count.min(MOST);
    (0..taken).map(move |place| place * (count - 1) / (taken - 1).max(1))
}

/// An FTS5 string.
fn quoted(trigram: &str) -> String {
    format!("\"{}\"", trigram.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use anteroom_model::TenantId;

    use super::{MOST, expression, spread};

    #[test]
    fn an_expression_is_the_tenant_and_all_trigrams_of_a_short_text() {
        assert_eq!(
            expression(TenantId(0), "a\"b%").as_deref(),
            Some("\"\u{A000}\u{A000}\u{A000}\" AND \"a\"\"b\" AND \"\"\"b%\"")
        );
        assert_eq!(expression(TenantId(0), "ab"), None);
        assert_eq!(expression(TenantId(0), ""), None);
    }

    #[test]
    fn a_long_text_is_asked_for_by_trigrams_from_its_whole_length() {
        for count in 1..200 {
            let places: Vec<_> = spread(count).collect();
            assert_eq!(places.len(), count.min(MOST));
            assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
            assert_eq!((places[0], places[places.len() - 1]), (0, count - 1));
        }
    }
}
