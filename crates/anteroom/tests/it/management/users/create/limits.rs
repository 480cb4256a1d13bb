//! The limits of each field: the longest that fits, and the first that does not.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

/// A text field with values that fit and values that do not.
type Limits = (&'static str, Vec<String>, Vec<String>);

fn texts() -> Vec<Limits> {
    let plain = |field, longest: usize| {
        let fits = vec!["x".to_owned(), "é".repeat(longest), "O'Brien \"%_\\ 李".to_owned()];
        (field, fits, vec![String::new(), "x".repeat(longest + 1), "a\nb".to_owned(), "a\u{7f}".to_owned()])
    };
    vec![
        plain("name", 300),
        plain("nickname", 300),
        plain("given_name", 150),
        plain("family_name", 150),
        plain("middle_name", 150),
        plain("preferred_username", 150),
        plain("external_id", 255),
        plain("gender", 50),
        plain("company", 300),
        plain("identity_number", 64),
        plain("unionid", 255),
        plain("openid", 255),
        urls("profile"),
        urls("website"),
        birthdates(),
        zones(),
        locales(),
        usernames(),
        addresses(),
        numbers(),
        urls("picture"),
    ]
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn usernames() -> Limits {
    let mut fits = owned(&["x", "李雷", "a@b", "J.O'Brien", "@^$.!`#+'~_-"]);
    fits.push("u".repeat(128));
    let mut exceeds = owned(&["", "a b", "a/b", "a%b", "a\"b", "a\\b", "a@b.cd", "+4912345"]);
    exceeds.push("u".repeat(129));
    ("username", fits, exceeds)
}

fn addresses() -> Limits {
    let domain = |length: usize| format!("{}.{}.{}.de", "d".repeat(63), "e".repeat(63), "f".repeat(length - 131));
    let fits = vec![
        "o'brien+x@example.com".to_owned(),
        "李雷@例子.中国".to_owned(),
        format!("{}@example.com", "l".repeat(64)),
        format!("{}@{}", "l".repeat(64), domain(189)),
    ];
    let mut exceeds =
        owned(&["", "a", "@b.de", "a@", "a@b", "a b@c.de", "a..b@c.de", ".a@b.de", "a@-b.de", "a@b..de", "a@b@c.de"]);
    exceeds.push(format!("{}@example.com", "l".repeat(65)));
    exceeds.push(format!("{}@{}", "l".repeat(64), domain(190)));
    ("email", fits, exceeds)
}

fn numbers() -> Limits {
    let fits = owned(&["+1", "+123456789012345"]);
    (
        "phone_number",
        fits,
        owned(&["", "+", "4912345", "+1234567890123456", "+49 123", "+49-123", "+٤٩١٢٣", "tel:+4912345"]),
    )
}

fn urls(field: &'static str) -> Limits {
    let url = |length: usize| format!("https://example.com/{}", "p".repeat(length - 20));
    let fits = vec!["http://example.com/a.png".to_owned(), url(2048)];
    let mut exceeds = owned(&[
        "",
        "a.png",
        "/a.png",
        "ftp://example.com/a.png",
        "javascript:alert(1)",
        "data:image/png;base64,AA==",
        "https://example.com/a\nb",
        "https://example.com/a b",
    ]);
    exceeds.push(url(2049));
    (field, fits, exceeds)
}

fn birthdates() -> Limits {
    let fits = owned(&["1815-12-10", "0000-02-29", "1815"]);
    ("birthdate", fits, owned(&["", "0000", "1815-12", "1815-02-29", "1815-13-01", "10.12.1815", "18151210"]))
}

fn zones() -> Limits {
    ("zoneinfo", owned(&["UTC", "Europe/Berlin"]), owned(&["", "CEST", "+02:00", "Europe/Atlantis", "Europe/Berlin\n"]))
}

fn locales() -> Limits {
    (
        "locale",
        owned(&["de", "de-CH", "zh-Hans-CN", "es-419"]),
        owned(&["", "d", "german", "de-", "de-CH-1996", "de CH"]),
    )
}

both_engines! {
    async fn each_field_takes_what_fits_and_refuses_the_rest_by_name(server: &Server) {
        let changed = server.create(json!({"connection": CONNECTION, "email": "changed@example.com", "username": "changed"})).await;
        let mut number = 0;
        for (field, fits, exceeds) in texts() {
            for value in fits {
                number += 1;
                let mut body = json!({"connection": CONNECTION, "email": format!("user{number}@example.com")});
                body[field] = json!(value);
                let made = server.create(body).await;
                assert_eq!(made[field], Value::from(value.clone()), "{field}");
                server.delete(&Server::path_of(&made)).await.expect(204);
                let sent = json!({field: value});
                assert_eq!(server.patch(&Server::path_of(&changed), sent).await.expect(200)[field], Value::from(value));
            }
            for value in exceeds {
                let mut body = json!({"connection": CONNECTION, "email": "refused@example.com"});
                body[field] = json!(value);
                let refusal = server.post("/api/v2/users", body).await.refused(400, "invalid_body");
                assert_eq!(refusal.as_deref(), Some(field), "{value}");
                let refusal = server.patch(&Server::path_of(&changed), json!({field: value})).await.refused(400, "invalid_body");
                assert_eq!(refusal.as_deref(), Some(field), "{value}");
            }
        }
        let found = server.get("/api/v2/users-by-email?email=refused@example.com").await.expect(200);
        assert_eq!(found, json!([]));
    }
}
