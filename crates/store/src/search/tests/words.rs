//! Terms without a field.

use anteroom_model::query::{Pattern, Query};
use anteroom_model::text::{fold, search_form};

use super::directory::Directory;
use super::naive::finds;
use crate::search::tenant_token;

async fn check(directory: &Directory, pattern: Pattern) -> usize {
    let query = Query::Term { field: None, pattern };
    let expected: Vec<_> = (0..directory.users.len()).filter(|&place| finds(&query, &directory.users[place])).collect();
    assert_eq!(directory.found(&query).await, expected, "{query:?}");
    expected.len()
}

/// The name as typed, in capitals, and all parts of up to four characters.
fn parts(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let windows = (1..=4).flat_map(|length| characters.windows(length)).map(|window| window.iter().collect());
    windows.chain([name.to_owned(), name.to_uppercase()]).filter(|part| !fold(part).is_empty()).collect()
}

#[tokio::test]
async fn any_part_of_a_name_in_any_script_is_found() {
    let directory = Directory::new().await;
    for name in directory.users.iter().filter_map(|user| user.profile.name.as_deref()) {
        for part in parts(name) {
            check(&directory, Pattern::Prefix(part.clone())).await;
            let found = check(&directory, Pattern::Exact(part.clone())).await;
            if search_form(&part).chars().count() >= 3 {
                // A sign that changes the letter before it can stand alone in a part, but not in the name.
                assert!(found > 0 || !fold(name).contains(&fold(&part)), "{part:?}");
                assert_eq!(check(&directory, Pattern::Contains(part.clone())).await, found, "{part:?}");
                check(&directory, Pattern::Suffix(part)).await;
            }
        }
    }
}

#[tokio::test]
async fn signs_are_literal() {
    let directory = Directory::new().await;
    assert_eq!(directory.names("\"100%\"").await, ["100%_sure"]);
    assert_eq!(directory.names("\"0%_s\"").await, ["100%_sure"]);
    assert_eq!(directory.names("a_b").await, ["100%_sure"]);
    assert_eq!(directory.names(r"a\\b").await, ["a\\b a\\%b"]);
    assert_eq!(directory.names(r"a\\%b").await, ["a\\b a\\%b"]);
    assert_eq!(directory.names("o'brien").await, ["Siobhán O'Brien"]);
    assert_eq!(directory.names(r#""by \"tab""#).await, ["Bobby \"Tables\" ''"]);
    assert_eq!(directory.names("\"'); DROP\"").await, ["Bobby \"Tables\" ''"]);
    assert_eq!(directory.names("\"%%%\"").await, [""; 0]);
    assert_eq!(directory.names("___").await, [""; 0]);
}

#[tokio::test]
async fn one_chinese_character_is_found_anywhere_and_one_letter_at_the_beginning() {
    let directory = Directory::new().await;
    assert_eq!(directory.names("小").await, ["李小龙", "王小", "王李小小"]);
    assert_eq!(directory.names("小小").await, ["王李小小"]);
    assert_eq!(directory.names("小李").await, [""; 0]);
    assert_eq!(directory.names("sm").await, ["Brian Smith"]);
    assert_eq!(directory.names("mi").await, [""; 0]);
    assert_eq!(directory.names("mit").await, ["Brian Smith"]);
}

/// The token stands in the same column, but is nobody's name.
#[tokio::test]
async fn the_tenants_token_finds_only_whose_name_it_is() {
    let directory = Directory::new().await;
    let token = tenant_token(directory.tenant);
    assert_eq!(directory.names(&token).await, ["ꀀꀀꀁ ꆈꌠ"]);
    assert_eq!(directory.names(&format!("*{token}*")).await, ["ꀀꀀꀁ ꆈꌠ"]);
    assert_eq!(directory.names(&format!("{token}*")).await, ["ꀀꀀꀁ ꆈꌠ"]);
    assert_eq!(directory.names(&format!("*{token}")).await, ["ꀀꀀꀁ ꆈꌠ"]);
}

/// Folding makes 18 characters of one at most, and SQLite takes no longer patterns than 50,000 bytes.
#[tokio::test]
async fn the_longest_query_is_answered() {
    let directory = Directory::new().await;
    for character in ["㌖", "\u{FDFA}", "%", "a", "李"] {
        let text = character.repeat(anteroom_model::query::MAXIMUM_LENGTH);
        for field in [None, Some("name".to_owned())] {
            for pattern in [Pattern::Exact(text.clone()), Pattern::Prefix(text.clone()), Pattern::Suffix(text.clone())]
            {
                let query = Query::Term { field: field.clone(), pattern };
                assert_eq!(directory.found(&query).await, [0; 0]);
                assert_eq!(directory.found(&Query::Not(Box::new(query))).await.len(), directory.users.len());
            }
        }
    }
}

#[tokio::test]
async fn the_most_terms_are_answered() {
    let directory = Directory::new().await;
    for word in ["j", "jürgen"] {
        let one = directory.names(word).await;
        assert!(!one.is_empty(), "{word}");
        let terms = vec![word; anteroom_model::query::MAXIMUM_TERMS];
        assert_eq!(directory.names(&terms.join(" OR ")).await, one);
        assert_eq!(directory.names(&terms.join(" AND ")).await, one);
    }
}
