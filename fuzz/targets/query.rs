//! The search language of `q`: what is understood can be written down again, and is understood alike.
#![no_main]

use anteroom_model::query::{MAXIMUM_DEPTH, MAXIMUM_LENGTH, MAXIMUM_TERMS, Pattern, Query, parse};
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
            match pattern {
                Pattern::Any => assert!(field.is_some()),
                Pattern::Prefix(text) | Pattern::Suffix(text) | Pattern::Contains(text) => assert!(!text.is_empty()),
                Pattern::Exact(text) | Pattern::Phrase(text) => assert!(field.is_some() || !text.is_empty()),
            }
        }
    }
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
        Pattern::Any => "*".to_owned(),
    }
}

fn escape(text: &str) -> String {
    text.chars().flat_map(|letter| ['\\', letter]).collect()
}
