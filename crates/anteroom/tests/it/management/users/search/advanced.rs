//! Searching by field, mode and joint, as Logto does.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, users_path};

const PEOPLE: [(&str, &str, &str); 6] = [
    ("anna.smith@house.example", "anna_s", "Anna Smith"),
    ("bob%1@example.org", "Bob1", "Bob Müller"),
    ("carol@house.example", "caroline", "Carol 100% Jones"),
    ("dave@example.net", "DaVe", "Dave o'Neil"),
    ("li@house.example", "xiaolong", "李小龍"),
    ("eve_1@house.example", "eve", "Eve"),
];

async fn directory(server: &Server) {
    for (number, (email, username, name)) in PEOPLE.into_iter().enumerate() {
        let phone = format!("+4915100000{number}");
        let body = json!({"connection": CONNECTION, "email": email, "username": username, "name": name, "phone_number": phone});
        server.create(body).await;
    }
}

/// Parameters and the usernames they find.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

/// The usernames found, by pages of one: the walk that a search needs is broken off and taken up again.
async fn found(server: &Server, parameters: &[(&str, &str)]) -> Vec<String> {
    let all = server.get(&users_path(&[parameters, &[("include_totals", "true")]].concat())).await.expect(200);
    let names = column(&all["users"], "username");
    assert_eq!(all["total"], names.len(), "{parameters:?}");
    let (mut single, mut next) = (Vec::new(), None::<String>);
    loop {
        let cursor = next.iter().map(|cursor| ("from", cursor.as_str()));
        let page: Vec<_> = parameters.iter().copied().chain([("take", "1")]).chain(cursor).collect();
        let page = server.get(&users_path(&page)).await.expect(200);
        single.extend(column(&page["users"], "username"));
        match page["next"].as_str() {
            Some(cursor) => next = Some(cursor.to_owned()),
            None => break,
        }
    }
    assert_eq!(single, names, "{parameters:?}");
    let second = server.get(&users_path(&[parameters, &[("page", "1"), ("per_page", "1")]].concat())).await.expect(200);
    assert_eq!(
        column(&second, "username"),
        names.iter().skip(1).take(1).cloned().collect::<Vec<_>>(),
        "{parameters:?}"
    );
    names
}

both_engines! {
    // S3.L42.1, S3.L44.1, S3.L10.1–5
    async fn users_are_searched_by_field_mode_and_joint(server: &Server) {
        directory(server).await;
        let id = server.get(&users_path(&[("search.username", "xiaolong")])).await.expect(200)[0]["user_id"].clone();
        let id = id.as_str().expect("an id");
        let cases: [Case<'_>; 20] = [
            (&[("search", "smith")], &["anna_s"]),
            (&[("search", "MULLER")], &["Bob1"]),
            (&[("search", "+4915100000")], &["anna_s", "Bob1", "caroline", "DaVe", "xiaolong", "eve"]),
            (&[("search", "小龍")], &["xiaolong"]),
            (&[("search.id", id)], &["xiaolong"]),
            (&[("search.primaryPhone", "000003")], &["DaVe"]),
            (&[("search.name", "anna"), ("search.username", "eve")], &["anna_s", "eve"]),
            (&[("search.name", "anna"), ("search.username", "eve"), ("joint", "and")], &[]),
            (&[("search.username", "bob1"), ("search.username", "dave"), ("mode", "exact")], &["Bob1", "DaVe"]),
            (&[("search.username", "dave"), ("mode", "exact"), ("isCaseSensitive", "true")], &[]),
            (&[("search.username", "DaVe"), ("mode", "exact"), ("isCaseSensitive", "true")], &["DaVe"]),
            (&[("search.username", "aV"), ("isCaseSensitive", "true")], &["DaVe"]),
            (&[("search.primaryEmail", "%@house.example"), ("mode", "like")], &["anna_s", "caroline", "xiaolong", "eve"]),
            (&[("search.primaryEmail", r"%\_1@%"), ("mode.primaryEmail", "like")], &["eve"]),
            (&[("search.username", "_ob_"), ("mode", "like")], &["Bob1"]),
            (&[("search.username", "(Bob|DaV)%"), ("mode", "similar_to"), ("isCaseSensitive", "1")], &["Bob1", "DaVe"]),
            (&[("search.username", "^[a-e].*[0-9]$"), ("mode", "posix")], &["Bob1"]),
            (&[("search.username", "^d"), ("mode", "posix"), ("isCaseSensitive", "yes")], &[]),
            (&[("search.username", "e"), ("q", "name:eve"), ("sort", "username:1")], &["eve"]),
            (&[("search.username", "e"), ("mode", "posix"), ("sort", "username:-1")], &["eve", "DaVe", "caroline"]),
        ];
        for (parameters, expected) in cases {
            assert_eq!(found(server, parameters).await, expected, "{parameters:?}");
        }
    }
}

both_engines! {
    // S4.L06.5
    async fn without_a_mode_signs_stand_for_themselves(server: &Server) {
        directory(server).await;
        let cases: [(&str, &[&str]); 6] =
            [("bob%1", &["Bob1"]), ("100% J", &["caroline"]), ("eve_1", &["eve"]), ("o'neil", &["DaVe"]), ("a%h", &[]), ("_", &["anna_s", "eve"])];
        for (text, expected) in cases {
            assert_eq!(found(server, &[("search", text)]).await, expected, "{text}");
        }
    }
}

both_engines! {
    // S3.L44.2
    async fn a_search_that_cannot_be_is_refused_by_name(server: &Server) {
        let cases: [(&[(&str, &str)], &str); 9] = [
            (&[("search.password", "x")], "search.password"),
            (&[("search.name.first", "x")], "search.name.first"),
            (&[("search.name", "("), ("mode", "posix")], "search.name"),
            (&[("search.name", "(a{99}){99}"), ("mode", "posix")], "search.name"),
            (&[("search.name", "a"), ("search.name", "b")], "search.name"),
            (&[("search", "a"), ("mode", "fuzzy")], "mode"),
            (&[("search", "a"), ("mode", "similar_to")], "search"),
            (&[("search", "")], "search"),
            (&[("searchable", "x")], "searchable"),
        ];
        for (parameters, field) in cases {
            let answer = server.get(&users_path(parameters)).await;
            assert_eq!(answer.refused(400, "invalid_query_string").as_deref(), Some(field), "{parameters:?}");
        }
    }
}

both_engines! {
    async fn a_cursor_belongs_to_its_search(server: &Server) {
        directory(server).await;
        let page = server.get(&users_path(&[("search", "^.*e"), ("mode", "posix"), ("take", "1")])).await.expect(200);
        let next = page["next"].as_str().expect("more").to_owned();
        let other = users_path(&[("search", "^.*a"), ("mode", "posix"), ("take", "1"), ("from", &next)]);
        assert_eq!(server.get(&other).await.refused(400, "invalid_paging").as_deref(), Some("from"));
    }
}
