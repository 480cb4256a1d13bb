use proptest::prelude::*;

use super::{not, of};
use crate::query::{MAXIMUM_LENGTH, Pattern, Query, parse};

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
        Pattern::Any => "*".into(),
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
    let term = prop_oneof![
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
        query in r#"((AND|OR|NOT|TO|_exists_|ab|李|[a\x00:*?\\"(){}\[\] ]) ?){0,40}"#
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
