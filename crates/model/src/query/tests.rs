mod properties;

use super::{Bound, MAXIMUM_DEPTH, MAXIMUM_LENGTH, MAXIMUM_TERMS, ParseError, Pattern, Query, parse};

fn bare(pattern: Pattern) -> Query {
    Query::Term { field: None, pattern }
}

fn exact(text: &str) -> Query {
    bare(Pattern::Exact(text.into()))
}

fn phrase(text: &str) -> Query {
    bare(Pattern::Phrase(text.into()))
}

fn of(field: &str, pattern: Pattern) -> Query {
    Query::Term { field: Some(field.into()), pattern }
}

fn is(field: &str, value: &str) -> Query {
    of(field, Pattern::Exact(value.into()))
}

fn not(query: Query) -> Query {
    Query::Not(Box::new(query))
}

#[track_caller]
fn parses(query: &str, tree: Query) {
    assert_eq!(parse(query), Ok(tree), "{query}");
}

#[track_caller]
fn refused(query: &str, position: usize, message: &str) {
    match parse(query) {
        Ok(tree) => panic!("{query} is {tree:?}"),
        Err(error) => {
            assert!(error.message.contains(message), "{query}: {error}");
            assert_eq!(error.position, position, "{query}: {error}");
        }
    }
}

#[test]
fn values_of_fields() {
    parses("email:ada@example.com", is("email", "ada@example.com"));
    parses("  name:\"Ada Lovelace\" ", of("name", Pattern::Phrase("Ada Lovelace".into())));
    parses("name: ada", is("name", "ada"));
    parses("user_metadata.addresses.cities:\"\"", of("user_metadata.addresses.cities", Pattern::Phrase(String::new())));
    parses(r"user_metadata.a\ b\:c:1", is("user_metadata.a b:c", "1"));
    parses("created_at:2026-01-01T10:00:00Z", is("created_at", "2026-01-01T10:00:00Z"));
    parses("last_ip:::1", is("last_ip", "::1"));
    parses("phone_number:+4930123", is("phone_number", "+4930123"));
}

#[test]
fn wildcards() {
    parses("name:j*", of("name", Pattern::Prefix("j".into())));
    parses("name:*ann*", of("name", Pattern::Contains("ann".into())));
    parses("name:*usa", of("name", Pattern::Suffix("usa".into())));
    parses("name:*", of("name", Pattern::Any));
    parses("name:**", of("name", Pattern::Any));
    parses("name:**ann**", of("name", Pattern::Contains("ann".into())));
    parses("j*", bare(Pattern::Prefix("j".into())));
    parses("*ann*", bare(Pattern::Contains("ann".into())));
    parses("*", Query::Everything);
    parses("name:\"a*\"", of("name", Pattern::Phrase("a*".into())));
}

#[test]
fn parts_of_words_need_three_letters_unless_they_are_cjk() {
    parses("name:*ann", of("name", Pattern::Suffix("ann".into())));
    parses("name:*李*", of("name", Pattern::Contains("李".into())));
    parses("name:*民", of("name", Pattern::Suffix("民".into())));
    parses("*ﬃ*", bare(Pattern::Contains("ﬃ".into())));
    refused("name:*sa", 5, "at least 3");
    refused("a AND *sa*", 6, "at least 3");
    refused("*a\u{301}e\u{301}*", 0, "at least 3");
    refused("*да*", 0, "at least 3");
}

#[test]
fn nothing_is_everyone() {
    parses("", Query::Everything);
    parses(" \u{3000}\n", Query::Everything);
}

#[test]
fn words_without_field() {
    parses("ada", exact("ada"));
    parses("\"ada lovelace\"", phrase("ada lovelace"));
    parses("O'Brien", exact("O'Brien"));
    parses("100%_a", exact("100%_a"));
    parses("5\"", exact("5\""));
    parses("-x", exact("-x"));
    parses("+4930", exact("+4930"));
    parses("auth0|5f7c8ec7c33c6c004bbafe82", exact("auth0|5f7c8ec7c33c6c004bbafe82"));
    parses("李", exact("李"));
    parses("and or not", Query::And(vec![exact("and"), exact("or"), exact("not")]));
}

#[test]
fn escapes() {
    parses(r"name:John\ Doe", is("name", "John Doe"));
    parses(r"\*", exact("*"));
    parses(r"a\*b\?\\", exact(r"a*b?\"));
    parses(r"name:a\**", of("name", Pattern::Prefix("a*".into())));
    parses(r#""say \"hi\" \\""#, phrase(r#"say "hi" \"#));
    parses(r#"\"a\""#, exact("\"a\""));
    parses(r"https\://a", exact("https://a"));
    parses(r"\(a\)", exact("(a)"));
    parses(r"\[a \{b", Query::And(vec![exact("[a"), exact("{b")]));
    parses(r"\AND", exact("AND"));
    parses("\"AND\"", phrase("AND"));
}

#[test]
fn operators() {
    parses("a b", Query::And(vec![exact("a"), exact("b")]));
    parses("a AND b", Query::And(vec![exact("a"), exact("b")]));
    parses("a AND b c", Query::And(vec![exact("a"), exact("b"), exact("c")]));
    parses(
        "a OR b AND c OR d e",
        Query::Or(vec![exact("a"), Query::And(vec![exact("b"), exact("c")]), Query::And(vec![exact("d"), exact("e")])]),
    );
    parses("NOT a b", Query::And(vec![not(exact("a")), exact("b")]));
    parses("a NOT NOT b", Query::And(vec![exact("a"), not(not(exact("b")))]));
    parses("blocked:true AND NOT *", Query::And(vec![is("blocked", "true"), not(Query::Everything)]));
    parses("state:OR", is("state", "OR"));
    parses("ANDREA ORLA NOTA", Query::And(vec![exact("ANDREA"), exact("ORLA"), exact("NOTA")]));
}

#[test]
fn groups() {
    parses("(a)", exact("a"));
    parses("(a OR b) c", Query::And(vec![Query::Or(vec![exact("a"), exact("b")]), exact("c")]));
    parses("a(b)", Query::And(vec![exact("a"), exact("b")]));
    parses("NOT(a b)", not(Query::And(vec![exact("a"), exact("b")])));
    parses(
        "name:(ada OR \"b c\" OR NOT (d* AND *))",
        Query::Or(vec![
            is("name", "ada"),
            of("name", Pattern::Phrase("b c".into())),
            not(Query::And(vec![of("name", Pattern::Prefix("d".into())), of("name", Pattern::Any)])),
        ]),
    );
    parses("last_ip:(::1 OR 10.0.0.1)", Query::Or(vec![is("last_ip", "::1"), is("last_ip", "10.0.0.1")]));
    parses("a:(b) c:d", Query::And(vec![is("a", "b"), is("c", "d")]));
    parses("(a:b c)", Query::And(vec![is("a", "b"), exact("c")]));
}

#[test]
fn stars_inside_a_word() {
    let wildcard = |pieces: &[&str]| Pattern::Wildcard(pieces.iter().map(|piece| (*piece).to_owned()).collect());
    parses("name:j*n", of("name", wildcard(&["j", "n"])));
    parses("name:a*b**c", of("name", wildcard(&["a", "b", "c"])));
    parses("a*b*", bare(wildcard(&["a", "b", ""])));
    parses("*ann*a", bare(wildcard(&["", "ann", "a"])));
    parses("*a*ann*", bare(wildcard(&["", "a", "ann", ""])));
    parses(r"name:a\**b\ c", of("name", wildcard(&["a*", "b c"])));
    parses("*李*a", bare(wildcard(&["", "李", "a"])));
    parses("name:\u{301}*ann", of("name", wildcard(&["\u{301}", "ann"])));
    parses("a*b*c*d*e*f*g*h", bare(wildcard(&["a", "b", "c", "d", "e", "f", "g", "h"])));
    refused("x a*b*c*d*e*f*g*h*i", 2, "at most 8 texts");
    refused("name:*an*a", 5, "at least 3");
    refused("*a*b*c*", 0, "at least 3");
    refused("name:\u{301}*an", 5, "nothing that can be searched");
    refused("name:j?hn", 6, "`?`");
    refused("name:李? x", 6, "`?`");
}

fn bound(text: &str, is_inclusive: bool) -> Option<Bound> {
    Some(Bound { text: text.into(), is_inclusive, is_quoted: false })
}

#[test]
fn ranges() {
    let range = |field: &str, from, to| of(field, Pattern::Range { from, to });
    parses("logins_count:[1 TO 5]", range("logins_count", bound("1", true), bound("5", true)));
    parses("logins_count:{* TO 10}", range("logins_count", None, bound("10", false)));
    parses("logins_count: [ 10  TO\t100 } ", range("logins_count", bound("10", true), bound("100", false)));
    parses("name:{a TO *]", range("name", bound("a", false), None));
    parses("a:[* TO *]", of("a", Pattern::Any));
    parses("a:{* TO *}", of("a", Pattern::Any));
    parses("ip:[::1 TO ::ff]", range("ip", bound("::1", true), bound("::ff", true)));
    parses(r"a:[\* TO \]\ \}]", range("a", bound("*", true), bound("] }", true)));
    parses("a:[TO TO TO]", range("a", bound("TO", true), bound("TO", true)));
    let quoted = |text: &str| Some(Bound { text: text.into(), is_inclusive: true, is_quoted: true });
    parses(r#"a:["b ]" TO "*"]"#, range("a", quoted("b ]"), quoted("*")));
    parses(r#"a:["" TO b]"#, range("a", quoted(""), bound("b", true)));
    parses(
        "a:(b OR \"c d\" OR [1 TO 2])",
        Query::Or(vec![
            is("a", "b"),
            of("a", Pattern::Phrase("c d".into())),
            range("a", bound("1", true), bound("2", true)),
        ]),
    );
    parses("NOT a:[1 TO 2] b", Query::And(vec![not(range("a", bound("1", true), bound("2", true))), exact("b")]));
}

#[test]
fn broken_ranges_are_refused_with_their_position() {
    refused("a [b TO c]", 2, "needs a field");
    refused("{b TO c}", 0, "needs a field");
    refused("(a OR [b TO c])", 6, "needs a field");
    for query in [
        "a:[",
        "a:[b",
        "a:[b TO",
        "a:[b TO c",
        "a:[b to c]",
        "a:[b c]",
        "a:[b c TO d]",
        "a:[b TO c d]",
        "a:[TO c]",
        "a:[b TO ]",
        "a:[ TO c]",
        "a:[b TOc]",
        "a:[b TO (c)",
        "a:[]",
        "a:{b TO \"c\"d}",
    ] {
        refused(query, 2, "a range is written");
    }
    refused("a:[b* TO c]", 4, "no wildcard");
    refused("a:[* TO *c]", 8, "no wildcard");
    refused("a:[b TO c?]", 9, "no wildcard");
    refused("a:[b TO \"c]", 8, "never closed");
    refused("a:[b TO c]d", 10, "can follow a range");
    refused("a:[b TO c\\", 9, "backslash");
    refused("a:[b\0 TO c]", 4, "U+0000");
}

#[test]
fn existence() {
    parses("_exists_:email", of("email", Pattern::Any));
    parses("NOT _exists_:user_metadata.a", not(of("user_metadata.a", Pattern::Any)));
    parses("_exists_: \"a b\" c", Query::And(vec![of("a b", Pattern::Any), exact("c")]));
    parses(r"\_exists_:a", is("_exists_", "a"));
    parses("_exists:a", is("_exists", "a"));
    for (query, position) in [
        ("_exists_:", 9),
        ("a _exists_:*", 11),
        ("_exists_:a*", 9),
        ("_exists_:(a OR b)", 9),
        ("_exists_:[a TO b]", 9),
        ("_exists_:\"\"", 9),
        ("_exists_: AND a", 10),
    ] {
        refused(query, position, "follow `_exists_:`");
    }
}

#[test]
fn faults_are_refused_with_their_position() {
    refused("(a", 0, "never closed");
    refused("a)", 1, "closes nothing");
    refused("()", 1, "before this bracket");
    refused("name:()", 6, "before this bracket");
    refused("name:\"ada", 5, "never closed");
    refused("\"a\"b", 3, "closing quote");
    refused("\"a\"*", 3, "closing quote");
    refused("AND a", 0, "before `AND`");
    refused("a AND OR b", 6, "before `OR`");
    refused("a AND", 5, "ends where a term");
    refused("a OR ", 5, "ends where a term");
    refused("NOT", 3, "ends where a term");
    refused("name:", 5, "follow `name:`");
    refused("李:AND x:", 8, "follow `x:`");
    refused("name: AND b", 6, "follow `name:`");
    refused("a (name:)", 8, "follow `name:`");
    refused(":a", 0, "field's name");
    refused("*:*", 0, "no wildcard");
    refused("na*:x", 0, "no wildcard");
    refused("a\\", 1, "backslash");
    refused("\"a\\", 2, "backslash");
}

#[test]
fn terms_with_nothing_to_search_are_refused() {
    refused("a \"\"", 2, "nothing that can be searched");
    refused("\\ ", 0, "nothing that can be searched");
    refused("\u{200B}", 0, "nothing that can be searched");
    refused("name:\u{301}*", 5, "nothing that can be searched");
    parses("name:\\ ", is("name", " "));
}

#[test]
fn u_0000_is_refused() {
    refused("a\0", 1, "U+0000");
    refused("\"\0\"", 1, "U+0000");
    refused("\\\0", 1, "U+0000");
    refused("a* \0:", 3, "U+0000");
}

#[test]
fn length_is_limited_in_characters() {
    parses(&"李".repeat(MAXIMUM_LENGTH), exact(&"李".repeat(MAXIMUM_LENGTH)));
    refused(&"a".repeat(MAXIMUM_LENGTH + 1), MAXIMUM_LENGTH, "at most 1024 characters");
    refused(&"(".repeat(10_000), MAXIMUM_LENGTH, "at most 1024 characters");
    refused(&"NOT ".repeat(10_000), MAXIMUM_LENGTH, "at most 1024 characters");
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    parses(&nested(MAXIMUM_DEPTH), exact("a"));
    refused(&nested(MAXIMUM_DEPTH + 1), MAXIMUM_DEPTH, "at most 16 deep");
    refused(&"(".repeat(MAXIMUM_LENGTH), MAXIMUM_DEPTH, "at most 16 deep");
    refused(&"NOT ".repeat(MAXIMUM_LENGTH / 4), 4 * MAXIMUM_DEPTH, "at most 16 deep");
    refused(&"NOT(".repeat(MAXIMUM_LENGTH / 4), 4 * MAXIMUM_DEPTH / 2, "at most 16 deep");
}

#[test]
fn siblings_do_not_add_to_the_depth() {
    assert!(parse(&"(a) NOT b ".repeat(20)).is_ok());
}

#[test]
fn terms_are_limited() {
    assert!(parse(&"a ".repeat(MAXIMUM_TERMS)).is_ok());
    refused(&"a ".repeat(MAXIMUM_TERMS + 1), 2 * MAXIMUM_TERMS, "at most 64 terms");
    refused(&"* ".repeat(MAXIMUM_TERMS + 1), 2 * MAXIMUM_TERMS, "at most 64 terms");
}

#[test]
fn the_error_says_where() {
    let error = ParseError { position: 3, message: "no".into() };
    assert_eq!(error.to_string(), "no (position 3)");
}
