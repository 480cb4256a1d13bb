//! The search language of `q`: what is understood can be written down again, and is understood alike.
#![no_main]

use anteroom_model::query::{
    Bound, MAXIMUM_DEPTH, MAXIMUM_LENGTH, MAXIMUM_PIECES, MAXIMUM_TERMS, MINIMUM_LITERAL, Pattern, Query, parse,
    period, times, whole_numbers,
};
use anteroom_model::text::{fold, search_form};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    match parse(&text) {
        Ok(query) => {
            let mut terms = 0;
            check(&query, 0, &mut terms);
            assert!(terms <= MAXIMUM_TERMS);
            let written = write(&query);
            // Every letter has its own backslash here, so that it may be too long.
            if written.chars().count() <= MAXIMUM_LENGTH {
                assert_eq!(parse(&written).as_ref(), Ok(&query), "{text:?} written as {written:?}");
            }
        }
        Err(error) => {
            assert!(error.position <= text.chars().count(), "{error}");
            assert!(!error.message.is_empty() && !error.message.ends_with('.'), "{error}");
        }
    }
});

fn check(query: &Query, depth: usize, terms: &mut usize) {
    // Joining with AND inside OR needs no bracket, so that there are at most two levels for each.
    assert!(depth <= 2 * MAXIMUM_DEPTH + 2);
    match query {
        Query::Everything => {}
        Query::And(parts) | Query::Or(parts) => {
            assert!(parts.len() >= 2);
            for part in parts {
                check(part, depth + 1, terms);
            }
        }
        Query::Not(inner) => check(inner, depth + 1, terms),
        Query::Term { field, pattern } => {
            *terms += 1;
            assert!(field.as_ref().is_none_or(|name| !name.is_empty()));
            check_pattern(field.is_some(), pattern);
        }
    }
}

fn check_pattern(has_field: bool, pattern: &Pattern) {
    let is_long = |text: &String| search_form(text).chars().count() >= MINIMUM_LITERAL;
    match pattern {
        Pattern::Any => assert!(has_field),
        Pattern::Prefix(text) => assert!(!fold(text).is_empty()),
        Pattern::Suffix(text) | Pattern::Contains(text) => assert!(is_long(text)),
        Pattern::Exact(text) | Pattern::Phrase(text) => assert!(has_field || !fold(text).is_empty()),
        Pattern::Wildcard(pieces) => {
            let with_text = pieces.iter().filter(|piece| !piece.is_empty()).count();
            assert!((2..=MAXIMUM_PIECES).contains(&with_text));
            let middle = pieces.get(1..pieces.len() - 1).unwrap_or_default();
            assert!(middle.iter().all(|piece| !piece.is_empty()));
            assert!(pieces.iter().any(is_long) || !fold(&pieces[0]).is_empty());
        }
        Pattern::Range { from, to } => {
            assert!(has_field && (from.is_some() || to.is_some()));
            for bound in [from, to].into_iter().flatten() {
                assert!(bound.is_quoted || !bound.text.is_empty());
                assert!(bound.number().is_none_or(f64::is_finite));
                assert!(period(&bound.text).is_none_or(|(first, last)| first <= last));
            }
        }
    }
    // What they stand for is asked for by the compiler, whatever the pattern is.
    let is_value = matches!(pattern, Pattern::Exact(_) | Pattern::Phrase(_) | Pattern::Range { .. });
    assert!(is_value || (times(pattern).is_none() && whole_numbers(pattern).is_none()));
}

fn write(query: &Query) -> String {
    match query {
        Query::Everything => "*".to_owned(),
        Query::And(parts) => join(parts, " AND ", |part| matches!(part, Query::And(_) | Query::Or(_))),
        Query::Or(parts) => join(parts, " OR ", |part| matches!(part, Query::Or(_))),
        Query::Not(inner) if matches!(**inner, Query::And(_) | Query::Or(_)) => format!("NOT ({})", write(inner)),
        Query::Not(inner) => format!("NOT {}", write(inner)),
        Query::Term { field: None, pattern } => write_pattern(pattern),
        Query::Term { field: Some(name), pattern } => format!("{}:{}", escape(name), write_pattern(pattern)),
    }
}

fn join(parts: &[Query], word: &str, needs_brackets: fn(&Query) -> bool) -> String {
    let written = |part: &Query| if needs_brackets(part) { format!("({})", write(part)) } else { write(part) };
    parts.iter().map(written).collect::<Vec<_>>().join(word)
}

fn write_pattern(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Exact(text) => escape(text),
        Pattern::Phrase(text) => format!("\"{}\"", escape(text)),
        Pattern::Prefix(text) => format!("{}*", escape(text)),
        Pattern::Suffix(text) => format!("*{}", escape(text)),
        Pattern::Contains(text) => format!("*{}*", escape(text)),
        Pattern::Wildcard(pieces) => pieces.iter().map(|piece| escape(piece)).collect::<Vec<_>>().join("*"),
        Pattern::Range { from, to } => {
            let open = if from.as_ref().is_some_and(|bound| bound.is_inclusive) { '[' } else { '{' };
            let close = if to.as_ref().is_some_and(|bound| bound.is_inclusive) { ']' } else { '}' };
            format!("{open}{} TO {}{close}", write_bound(from.as_ref()), write_bound(to.as_ref()))
        }
        Pattern::Any => "*".to_owned(),
    }
}

fn write_bound(bound: Option<&Bound>) -> String {
    match bound {
        None => "*".to_owned(),
        Some(Bound { text, is_quoted: true, .. }) => format!("\"{}\"", escape(text)),
        Some(Bound { text, .. }) => escape(text),
    }
}

fn escape(text: &str) -> String {
    text.chars().flat_map(|letter| ['\\', letter]).collect()
}
