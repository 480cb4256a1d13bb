//! The same users come of every way to write them.

use anteroom_model::job::{ImportFormat, ImportRequest};
use serde_json::{Value, json};

use super::{array, by_email, import, request};
use crate::harness::{Server, both_engines};

fn entry(number: usize) -> Value {
    json!({
        "email": format!("Person{number}@Example.com"), "email_verified": true, "username": format!("person{number}"),
        "phone_number": format!("+4930{number:05}"), "phone_verified": true, "external_id": format!("ext {number}"),
        "given_name": "李", "family_name": format!("雷{number}"), "name": format!("李 雷{number}"), "nickname": "lei",
        "picture": "https://example.com/a.png", "locale": "zh-CN", "address": {"city": "上海"}, "blocked": number == 1,
        "created_at": "2020-02-03T04:05:06.007Z",
        "user_metadata": {"shoes": 42.5, "tags": ["a", "b"]}, "app_metadata": {"plan": "team"},
    })
}

const TABLE: &str = "E-Mail;emailVerified;username;Phone;phone_verified;id;firstName;lastName;Full name;nickname;avatar;\
                     locale;Town;Active;created_at;Shoes;Tags;app_metadata\n\
                     Person2@Example.com;TRUE;person2;'+493000002;1;ext 2;李;雷2;李 雷2;lei;https://example.com/a.png;zh-CN;\
                     上海;yes;2020-02-03T04:05:06.007Z;42.5;\"[\"\"a\"\",\"\"b\"\"]\";\"{\"\"plan\"\":\"\"team\"\"}\"\n";

/// The user without what no two have the same.
async fn shown(server: &Server, number: usize) -> String {
    let mut user = by_email(server, &format!("person{number}@example.com")).await;
    let object = user.as_object_mut().expect("a user");
    for name in ["user_id", "public_id", "arn", "identities", "blocked", "status", "status_changed_at"] {
        object.shift_remove(name);
    }
    user.to_string()
        .replace(&format!("person{number}"), "personN")
        .replace(&format!("雷{number}"), "雷N")
        .replace(&format!("+4930{number:05}"), "+49")
        .replace(&format!("ext {number}"), "ext N")
}

both_engines! {
    // S1.L48.1
    async fn an_array_lines_and_a_table_make_the_same_users(server: &Server) {
        let before = server.get("/api/v2/users?include_totals=true").await.expect(200)["total"].as_i64();
        let made = import(server, request(server, ImportFormat::Json), array(&[entry(0)])).await;
        assert_eq!(made.counts(), [1, 0, 0, 1], "{:?}", made.codes());
        let lines = format!("{}\n\n", entry(1));
        assert_eq!(import(server, request(server, ImportFormat::Ndjson), lines).await.counts(), [1, 0, 0, 1]);
        let columns = [("Town", "address.city"), ("Active", "!blocked"), ("Shoes", "user_metadata.shoes:number"),
            ("Tags", "user_metadata.tags:json")];
        let mapping = columns.iter().map(|(column, field)| ((*column).to_owned(), (*field).to_owned())).collect();
        let table = ImportRequest { mapping, ..request(server, ImportFormat::Csv) };
        let made = import(server, table, TABLE).await;
        assert_eq!(made.counts(), [1, 0, 0, 1], "{:?}", made.codes());

        let first = shown(server, 0).await;
        assert_eq!(first, shown(server, 1).await);
        assert_eq!(first, shown(server, 2).await);
        assert!(first.contains("2020-02-03T04:05:06.007Z") && first.contains("上海"), "{first}");
        let user = by_email(server, "person1@example.com").await;
        assert_eq!((&user["blocked"], &user["source"]), (&json!(true), &json!("import")));
        // Found as every other user is, by name, metadata and attribute.
        assert_eq!(server.found("雷2").await, ["李 雷2"]);
        assert_eq!(server.found("user_metadata.tags:b AND external_id:\"ext 1\"").await, ["李 雷1"]);
        let after = server.get("/api/v2/users?include_totals=true").await.expect(200)["total"].as_i64();
        assert_eq!(after, before.map(|before| before + 3));
    }
}

both_engines! {
    async fn an_export_of_auth0_comes_in_again_with_its_ids(server: &Server) {
        let exported = "{\"user_id\":\"auth0|5f7c8ec7c33c6c004bbafe82\",\"email\":\"a@example.com\",\"email_verified\":true,\
            \"identities\":[{\"connection\":\"c\"}],\"created_at\":\"2020-01-01T00:00:00.000Z\",\"logins_count\":3,\"last_ip\":\"::1\"}\n\
            {\"user_id\":12345,\"username\":\"b\"}";
        let made = import(server, request(server, ImportFormat::Json), exported).await;
        assert_eq!(made.counts(), [2, 0, 0, 2], "{:?}", made.codes());
        assert_eq!(by_email(server, "a@example.com").await["user_id"], "auth0|5f7c8ec7c33c6c004bbafe82");
        server.get("/api/v2/users/auth0%7C12345").await.expect(200);
    }
}

both_engines! {
    async fn a_file_that_breaks_off_keeps_what_came_before(server: &Server) {
        let file = "[{\"email\":\"a@example.com\"},{\"email\":";
        let told = import(server, request(server, ImportFormat::Json), file).await;
        assert_eq!(told.outcome.status.name(), "failed");
        let why = told.outcome.result["status_details"].as_str().expect("a reason").to_owned();
        assert!(why.contains("after 1 entries"), "{why}");
        assert_eq!(told.counts(), [1, 0, 0, 1]);
        by_email(server, "a@example.com").await;
    }
}
