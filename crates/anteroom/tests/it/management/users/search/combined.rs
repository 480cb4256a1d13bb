//! Terms together.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, search};

async fn assert_finds(server: &Server, cases: &[(&str, &[&str])]) {
    for (query, found) in cases {
        assert_eq!(column(&search(server, query).await.expect(200), "name"), *found, "{query}");
    }
}

async fn directory(server: &Server) {
    for (name, given, family, verified) in [
        ("Anna Schmidt", "Anna", "Schmidt", true),
        ("Anna Meier", "Anna", "Meier", false),
        ("Bernd Schmidt", "Bernd", "Schmidt", false),
        ("Schmidt Anna GmbH", "Firma", "GmbH", true),
    ] {
        let username = name.replace(' ', ".");
        server.create(json!({
            "connection": CONNECTION, "username": username, "name": name, "given_name": given, "family_name": family,
            "email": format!("{username}@example.com"), "email_verified": verified, "nickname": "n",
        }))
        .await;
    }
}

both_engines! {
    async fn words_and_terms_are_joined_by_and(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("anna schmidt", &["Anna Schmidt", "Schmidt Anna GmbH"]),
            ("schmidt AND anna", &["Anna Schmidt", "Schmidt Anna GmbH"]),
            ("given_name:anna AND family_name:schmidt", &["Anna Schmidt"]),
            ("given_name:anna family_name:schmidt", &["Anna Schmidt"]),
            ("schmidt email_verified:true", &["Anna Schmidt", "Schmidt Anna GmbH"]),
            ("schmidt AND email_verified:true AND NOT gmbh", &["Anna Schmidt"]),
            ("anna bernd", &[]),
        ])
        .await;
    }
}

both_engines! {
    async fn a_phrase_keeps_its_words_together(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("\"anna schmidt\"", &["Anna Schmidt"]),
            ("\"Schmidt Anna\"", &["Schmidt Anna GmbH"]),
            ("\"a schm\"", &["Anna Schmidt"]),
            ("name:\"anna schmidt\"", &["Anna Schmidt"]),
            ("name:\"schmidt anna\"", &[]),
        ])
        .await;
    }
}

both_engines! {
    async fn either_neither_and_groups(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("bernd OR meier", &["Anna Meier", "Bernd Schmidt"]),
            ("(bernd OR meier) schmidt", &["Bernd Schmidt"]),
            ("given_name:(bernd OR firma)", &["Bernd Schmidt", "Schmidt Anna GmbH"]),
            ("bernd OR anna AND meier", &["Anna Meier", "Bernd Schmidt"]),
            ("schmidt NOT anna", &["Bernd Schmidt"]),
            ("NOT (schmidt OR root)", &["Anna Meier"]),
        ])
        .await;
    }
}
