use proptest::prelude::*;

use super::{not, of};
use crate::query::{Bound, MAXIMUM_LENGTH, Pattern, Query, parse};

/// A literal text with everything escaped that could be escaped.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|character| ['\\', character]).collect()
}

fn written_pattern(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Exact(text) => escaped(text),
        Pattern::Phrase(text) => format!("\"{}\"", escaped(text)),
        Pattern::Prefix(text) => format!("{}*", escaped(text)),
        Pattern::Suffix(text) => format!("*{}", escaped(text)),
        Pattern::Contains(text) => format!("*{}*", escaped(text)),
        Pattern::Wildcard(pieces) => pieces.iter().map(|piece| escaped(piece)).collect::<Vec<_>>().join("*"),
        Pattern::Range { from, to } => {
            let open = if from.as_ref().is_some_and(|bound| bound.is_inclusive) { '[' } else { '{' };
            let close = if to.as_ref().is_some_and(|bound| bound.is_inclusive) { ']' } else { '}' };
            format!("{open}{} TO {}{close}", written_bound(from.as_ref()), written_bound(to.as_ref()))
        }
        Pattern::Any => "*".into(),
    }
}

fn written_bound(bound: Option<&Bound>) -> String {
    match bound {
        None => "*".into(),
        Some(Bound { text, is_quoted: true, .. }) => format!("\"{}\"", escaped(text)),
        Some(Bound { text, .. }) => escaped(text),
    }
}

/// The query that parses to this tree.
fn written(tree: &Query) -> String {
    let joined = |parts: &[Query], by: &str| {
        parts.iter().map(|part| format!("({})", written(part))).collect::<Vec<_>>().join(by)
    };
    match tree {
        Query::Everything => "*".into(),
        Query::And(parts) => joined(parts, " AND "),
        Query::Or(parts) => joined(parts, " OR "),
        Query::Not(negated) => format!("NOT ({})", written(negated)),
        Query::Term { field: None, pattern } => written_pattern(pattern),
        Query::Term { field: Some(field), pattern } => format!("{}:{}", escaped(field), written_pattern(pattern)),
    }
}

fn any_tree() -> impl Strategy<Value = Query> {
    let text = r#"[a-c]{3}[a-cN李()*?:"\\ \[%_]{0,3}"#;
    let pattern = prop_oneof![
        text.prop_map(Pattern::Exact),
        text.prop_map(Pattern::Phrase),
        text.prop_map(Pattern::Prefix),
        text.prop_map(Pattern::Suffix),
        text.prop_map(Pattern::Contains),
    ];
    let pattern = prop_oneof![
        5 => pattern,
        1 => (proptest::option::of(text), proptest::collection::vec(text, 1..4), proptest::option::of(text)).prop_map(
            |(first, middle, last)| {
                let pieces = std::iter::once(first.unwrap_or_default()).chain(middle);
                pieces.chain([last.unwrap_or_default()]).collect()
            }
        ).prop_filter_map("two with text", |pieces: Vec<String>| {
            (pieces.iter().filter(|piece| !piece.is_empty()).count() > 1).then_some(Pattern::Wildcard(pieces))
        }),
    ];
    let bound = || {
        (text, any::<bool>(), any::<bool>()).prop_map(|(text, is_inclusive, is_quoted)| Bound {
            text,
            is_inclusive,
            is_quoted,
        })
    };
    let range =
        (text, proptest::option::of(bound()), bound(), any::<bool>()).prop_map(|(field, one, other, is_from)| {
            let (from, to) = if is_from { (Some(other), one) } else { (one, Some(other)) };
            Query::Term { field: Some(field), pattern: Pattern::Range { from, to } }
        });
    let term = prop_oneof![
        2 => range,
        8 => (proptest::option::of(text), pattern).prop_map(|(field, pattern)| Query::Term { field, pattern }),
        1 => text.prop_map(|field| Query::Term { field: Some(field), pattern: Pattern::Any }),
        1 => Just(Query::Everything),
    ];
    term.prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Query::And),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Query::Or),
            inner.prop_map(not),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn a_written_tree_parses_to_itself(tree in any_tree()) {
        let query = written(&tree);
        prop_assume!(query.chars().count() <= MAXIMUM_LENGTH);
        prop_assert_eq!(parse(&query), Ok(tree));
    }

    #[test]
    fn any_text_is_parsed_or_refused_at_a_position_inside(query in any::<String>()) {
        if let Err(error) = parse(&query) {
            prop_assert!(error.position <= query.chars().count());
        }
    }

    #[test]
    fn any_syntax_is_parsed_or_refused_at_a_position_inside(
        query in r#"((AND|OR|NOT|TO|_exists_:|ab|b:\[|:\{| TO |李|[a\x00:*?\\"(){}\[\] ]) ?){0,40}"#
    ) {
        if let Err(error) = parse(&query) {
            prop_assert!(error.position <= query.chars().count());
        }
    }

    /// Typed as it is, any text in quotes is found literally once its quotes and backslashes are escaped.
    #[test]
    fn any_phrase_is_literal(text in "[^\0]{1,40}") {
        let query = format!("name:\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        prop_assert_eq!(parse(&query), Ok(of("name", Pattern::Phrase(text))));
    }
}
