use proptest::prelude::*;

use super::{AdvancedSearch, Searched, parse};
use crate::query::{Pattern, Query};
use crate::text::fold;

fn search(parameters: &[(&str, &str)]) -> AdvancedSearch {
    parse(parameters.iter().copied()).expect("a search").expect("there is one")
}

fn finds(parameters: &[(&str, &str)], user: &Searched<'_>) -> bool {
    search(parameters).matches(user)
}

fn refused(parameters: &[(&str, &str)]) -> String {
    parse(parameters.iter().copied()).expect_err("is refused").field.expect("names the parameter")
}

const JANE: Searched<'_> = Searched {
    user_id: "auth0|65f0",
    public_id: "0123456789abcdef0123456789abcdef",
    email: "jane.doe_1@example.com",
    phone_number: "+4915112345678",
    username: "JaneDoe",
    name: "Jane Müller",
};

// S3.L44.1
#[test]
fn without_a_mode_text_is_a_part_of_any_field() {
    for text in ["jane", "MULLER", "müller", "doe_1@", "+4915", "65f0", "cdef01"] {
        assert!(finds(&[("search", text)], &JANE), "{text}");
    }
    assert!(!finds(&[("search", "john")], &JANE));
}

// S4.L06.5
#[test]
fn without_a_mode_wildcards_are_characters() {
    assert!(!finds(&[("search", "jane%doe")], &JANE));
    assert!(!finds(&[("search", "e.doe_2")], &JANE));
    assert!(finds(&[("search", "doe_1")], &JANE));
    assert!(!finds(&[("search", "jane?doe")], &JANE));
}

#[test]
fn like_takes_wildcards_and_the_whole_value() {
    let like = |pattern| finds(&[("search.username", pattern), ("mode", "like")], &JANE);
    assert!(like("jane%") && like("%doe") && like("janed_e") && like("%"));
    assert!(!like("jane") && !like("jane_oe_"));
    let escaped = |pattern| finds(&[("search.primaryEmail", pattern), ("mode.primaryEmail", "like")], &JANE);
    assert!(escaped(r"%doe\_1@%") && !escaped(r"%doe\%1@%") && !escaped(r"jane\_doe%"));
}

#[test]
fn similar_to_knows_alternatives_sets_and_counts_and_minds_case() {
    let similar =
        |pattern| finds(&[("search.username", pattern), ("mode", "similar_to"), ("isCaseSensitive", "true")], &JANE);
    assert!(similar("(Jane|John)%") && similar("J[a-c]n_{4}") && similar("[^a-z]ane(Do)?e"));
    assert!(!similar("jane%") && !similar("J.neDoe") && !similar("Jane"));
    assert_eq!(refused(&[("search", "a%"), ("mode", "similar_to")]), "search");
}

#[test]
fn regular_expressions_match_anywhere() {
    let posix = |pattern, sensitive| {
        finds(&[("search.username", pattern), ("mode", "posix"), ("isCaseSensitive", sensitive)], &JANE)
    };
    assert!(posix("^jane", "0") && !posix("^jane", "1") && posix("e[[:upper:]]o", "yes") && posix("doe$", "no"));
}

#[test]
fn exact_takes_several_values_and_others_one() {
    let several = [("search.username", "john"), ("search.username", "janedoe"), ("mode", "exact")];
    assert!(finds(&several, &JANE));
    assert!(!finds(&[("search.username", "jane"), ("mode", "exact")], &JANE));
    let sensitive = [("search.username", "janedoe"), ("mode", "exact"), ("isCaseSensitive", "1")];
    assert!(!finds(&sensitive, &JANE));
    assert_eq!(refused(&[("search.username", "a"), ("search.username", "b")]), "search.username");
}

#[test]
fn a_field_has_the_general_mode_unless_it_has_its_own() {
    let own = [("search.username", "jane"), ("search.name", "jane%"), ("mode", "exact"), ("mode.name", "like")];
    assert!(finds(&own, &JANE));
    let and = [own.as_slice(), &[("joint", "and")]].concat();
    assert!(!finds(&and, &JANE));
    let both = [("search.username", "jane"), ("search.name", "müll"), ("jointMode", "and")];
    assert!(finds(&both, &JANE));
}

// S3.L44.2
#[test]
fn what_cannot_be_searched_is_refused_by_name() {
    assert_eq!(refused(&[("search.password", "x")]), "search.password");
    assert_eq!(refused(&[("search.name.first", "x")]), "search.name.first");
    assert_eq!(refused(&[("search", "x"), ("mode.avatar", "exact")]), "mode.avatar");
    assert_eq!(refused(&[("search", "x"), ("mode", "fuzzy")]), "mode");
    assert_eq!(refused(&[("search", "x"), ("joint", "xor")]), "joint");
    assert_eq!(refused(&[("search", "x"), ("isCaseSensitive", "perhaps")]), "isCaseSensitive");
    for twice in [("mode", "exact"), ("mode.name", "exact"), ("joint", "or"), ("isCaseSensitive", "true")] {
        assert_eq!(refused(&[("search", "x"), twice, twice]), twice.0);
    }
    assert_eq!(refused(&[("search", "")]), "search");
    assert_eq!(refused(&[("search", &"x".repeat(257))]), "search");
    assert_eq!(refused(&[("mode", "exact")]), "mode");
    for broken in ["(", "a{9999999}", "(a{99}){99}", r"(a)\1", "[", &"(".repeat(200)] {
        assert_eq!(refused(&[("search.name", broken), ("mode", "posix")]), "search.name", "{broken}");
    }
    assert_eq!(refused(&[("search", r"a\"), ("mode", "like")]), "search");
    assert!(parse([("searchable", "x"), ("q", "y")]).expect("passed over").is_none());
}

#[test]
fn the_query_is_exact_where_it_can_be() {
    let part = search(&[("search.name", "jane")]);
    assert!(part.is_query());
    let field = Some("name".to_owned());
    assert_eq!(part.query(), Query::Term { field: field.clone(), pattern: Pattern::Contains("jane".to_owned()) });
    let like = search(&[("search.name", "%ja_ane%l"), ("mode", "like")]);
    assert!(!like.is_query());
    assert_eq!(like.query(), Query::Term { field, pattern: Pattern::Contains("ane".to_owned()) });
}

/// What the compiled query does, for a user who has nothing but a name.
fn naively(query: &Query, name: &str) -> bool {
    match query {
        Query::Or(parts) => parts.iter().any(|part| naively(part, name)),
        Query::And(parts) => parts.iter().all(|part| naively(part, name)),
        Query::Term { field: Some(field), pattern } if field == "name" => match pattern {
            Pattern::Phrase(text) => fold(text) == fold(name),
            Pattern::Contains(text) => fold(name).contains(&fold(text)),
            Pattern::Any => !name.is_empty(),
            other => panic!("{other:?} is never asked for"),
        },
        other => panic!("{other:?} is never asked for"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn the_query_leaves_nobody_out(
        pattern in "[abAB李か\u{3099}\u{301}\u{1100}\u{1161}ü%_]{1,8}",
        name in "[abAB李か\u{3099}\u{301}\u{1100}\u{1161}ü]{1,10}",
        mode in prop::sample::select(vec!["", "exact", "like"]),
        sensitive in prop::sample::select(vec!["true", "false"]),
    ) {
        let mut parameters = vec![("search.name", pattern.as_str()), ("isCaseSensitive", sensitive)];
        if !mode.is_empty() {
            parameters.push(("mode", mode));
        }
        let search = search(&parameters);
        let found = search.matches(&Searched { name: &name, ..Searched::default() });
        prop_assert!(!found || naively(&search.query(), &name));
        if search.is_query() {
            prop_assert_eq!(found, naively(&search.query(), &name));
        }
    }
}
