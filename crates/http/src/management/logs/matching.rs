//! Patterns held against a text at hand.

use anteroom_model::query::Pattern;

/// Whether the text is as the pattern says; ranges are by code points.
pub fn matches(pattern: &Pattern, text: &str) -> bool {
    match pattern {
        Pattern::Exact(whole) | Pattern::Phrase(whole) => text == whole,
        Pattern::Prefix(beginning) => text.starts_with(beginning.as_str()),
        Pattern::Suffix(end) => text.ends_with(end.as_str()),
        Pattern::Contains(part) => text.contains(part.as_str()),
        Pattern::Wildcard(pieces) => holds(pieces, text),
        Pattern::Range { from, to } => {
            let is_behind = from.as_ref().is_none_or(|bound| match bound.is_inclusive {
                true => text >= bound.text.as_str(),
                false => text > bound.text.as_str(),
            });
            let is_before = to.as_ref().is_none_or(|bound| match bound.is_inclusive {
                true => text <= bound.text.as_str(),
                false => text < bound.text.as_str(),
            });
            is_behind && is_before
        }
        Pattern::Any => !text.is_empty(),
    }
}

/// Whether the pieces stand in the text in this order, the first at its beginning and the last at its end.
fn holds(pieces: &[String], text: &str) -> bool {
    let [first, between @ .., last] = pieces else { return false };
    let Some(rest) = text.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str())) else {
        return false;
    };
    let found = between.iter().try_fold(rest, |rest, piece| Some(rest.split_once(piece.as_str())?.1));
    found.is_some()
}

#[cfg(test)]
mod tests {
    use super::matches;
    use anteroom_model::query::{Query, parse};

    #[test]
    fn patterns_are_held_against_texts() {
        let is = |query: &str, text: &str| match parse(&format!("f:{query}")) {
            Ok(Query::Term { pattern, .. }) => matches(&pattern, text),
            other => panic!("{query} is {other:?}"),
        };
        for (query, text) in [
            ("s", "s"),
            ("fs*", "fsa"),
            ("*login*", "success login"),
            ("*login", "success login"),
            ("succ*s*login", "success login"),
            ("[f TO g}", "fsa"),
            ("*", "s"),
        ] {
            assert!(is(query, text), "{query} {text}");
        }
        for (query, text) in [("s", "S"), ("fs*", "f"), ("aba*aba", "aba"), ("{f TO *]", "f"), ("a*login*b", "a b")] {
            assert!(!is(query, text), "{query} {text}");
        }
    }
}
