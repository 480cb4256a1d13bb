//! What FTS5 is asked to find candidates by.

use anteroom_model::TenantId;

use super::tenant_token;

/// How many trigrams of one term are asked for: more make the answer hardly smaller, but the question slower.
const MOST: usize = 8;

/// The characters of a trigram.
pub(super) const LENGTH: usize = 3;

/// The trigrams of these texts, joined by AND as FTS5 writes it; `None` when they have none.
///
/// Without positions in the index (`detail=none`) a phrase is one trigram, so it is an AND of single ones; rows found
/// may hold them in another order and must be checked.
pub(super) fn all_of<T: AsRef<str>>(forms: &[T]) -> Option<String> {
    let trigrams: Vec<String> = forms.iter().flat_map(|form| of(form.as_ref())).collect();
    let taken: Vec<String> =
        spread(trigrams.len()).filter_map(|place| trigrams.get(place)).map(|trigram| quoted(trigram)).collect();
    (!taken.is_empty()).then(|| taken.join(" AND "))
}

/// The FTS5 expression for the tenant's rows that hold what `trigrams` says.
pub(super) fn of_tenant(tenant: TenantId, trigrams: &str) -> String {
    format!("{} AND ({trigrams})", quoted(&tenant_token(tenant)))
}

/// Whether the form is one trigram, so that the index alone says which rows hold it: neither the tenant's token nor a
/// line break can be a part of it.
pub(super) fn is_one(tenant: TenantId, form: &str) -> bool {
    form.chars().count() == LENGTH && form != tenant_token(tenant)
}

fn of(form: &str) -> Vec<String> {
    let characters: Vec<char> = form.chars().collect();
    characters.windows(LENGTH).map(|trigram| trigram.iter().collect()).collect()
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

    use super::{MOST, all_of, is_one, of_tenant, spread};

    #[test]
    fn an_expression_is_the_tenant_and_all_trigrams_of_a_short_text() {
        let trigrams = all_of(&["a\"b%"]).expect("two trigrams");
        assert_eq!(trigrams, "\"a\"\"b\" AND \"\"\"b%\"");
        assert_eq!(of_tenant(TenantId(0), &trigrams), format!("\"\u{A000}\u{A000}\u{A000}\" AND ({trigrams})"));
        assert_eq!(all_of(&["abc", "de", "fgh"]).as_deref(), Some("\"abc\" AND \"fgh\""));
        assert_eq!(all_of(&["ab", "", "cd"]), None);
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

    #[test]
    fn a_token_is_not_found_by_the_index_alone() {
        assert!(is_one(TenantId(0), "abc") && is_one(TenantId(0), "李李李"));
        assert!(!is_one(TenantId(0), "abcd") && !is_one(TenantId(0), "\u{A000}\u{A000}\u{A000}"));
    }
}
