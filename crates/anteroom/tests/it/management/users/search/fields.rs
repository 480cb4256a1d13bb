//! Terms with a field.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, search};

async fn directory(server: &Server) -> String {
    server.create_people().await;
    let made = server.create(json!({
        "connection": CONNECTION, "email": "Anna@Firma.Example", "email_verified": true, "username": "Chefin",
        "phone_number": "+491701234567", "phone_verified": true, "external_id": "HR-1", "name": "Anna Schmidt", "nickname": "Änni",
        "given_name": "Anna", "family_name": "Schmidt", "user_id": "Legacy-1", "platform_role": "admin",
    }))
    .await;
    made["public_id"].as_str().expect("an id").to_owned()
}

async fn names(server: &Server, query: &str) -> Vec<String> {
    column(&search(server, query).await.expect(200), "name")
}

both_engines! {
    // S2.L20.3, S3.L10.1–S3.L10.5, S4.L06.1–S4.L06.4
    async fn each_field_finds_its_whole_value_prefix_and_part(server: &Server) {
        let public_id = directory(server).await;
        let (start, part) = (format!("public_id:{}*", &public_id[..4]), format!("public_id:*{}*", &public_id[8..14].to_uppercase()));
        let whole = format!("public_id:{public_id}");
        for query in [
            "email:anna@firma.example", "email:\"ANNA@FIRMA.EXAMPLE\"", "email:anna@*", "email:*na@fir*", "email:*firma.example",
            "email.domain:firma.example", "email.domain:FIRMA*", "username:chefin", "username:CHEF*", "username:*hefi*",
            "phone_number:+491701234567", "phone_number:\"+491701234567\"", "phone_number:+49170*", "phone_number:*1234567",
            "external_id:HR-1", "external_id:HR*", "external_id:*", "name:\"Anna Schmidt\"", "name:anna\\ schmidt", "name:anna*",
            "name:*schmi*", "nickname:änni", "nickname:anni", "given_name:ANNA", "family_name:schmidt", "family_name:*midt",
            "user_id:auth0|Legacy-1", "user_id:\"auth0|Legacy-1\"", "user_id:auth0|Leg*", "user_id:*Legacy-1",
            "identities.user_id:Legacy-1", "platform_role:admin", "email_verified:true AND NOT platform_role:super_admin", "phone_verified:true",
            whole.as_str(), start.as_str(), part.as_str(),
        ] {
            let found = names(server, query).await;
            assert!(found.contains(&"Anna Schmidt".to_owned()), "{query}: {found:?}");
            let tolerated = if query.contains("verified") { 2 } else { 1 };
            assert!(found.len() <= tolerated, "{query}: {found:?}");
        }
    }
}

both_engines! {
    async fn a_whole_value_is_not_a_part(server: &Server) {
        directory(server).await;
        for query in [
            "email:anna", "email:firma.example", "username:chefi", "phone_number:491701234567", "name:Anna", "name:Schmidt", "name:\"Schmidt Anna\"",
            "external_id:hr-1", "user_id:auth0", "user_id:Legacy-1", "email.domain:anna", "email.domain:firma", "nickname:chefin", "username:anna*",
            "given_name:schmidt", "public_id:0", "identities.provider:github",
        ] {
            assert_eq!(names(server, query).await, [""; 0], "{query}");
        }
    }
}

both_engines! {
    async fn flags_sources_and_existence(server: &Server) {
        directory(server).await;
        for (query, count) in [
            ("email_verified:true", 2), ("email_verified:false", 8), ("phone_verified:false", 9), ("blocked:false", 10), ("blocked:true", 0),
            ("status:active", 10), ("status:pending_activation", 0), ("platform_role:super_admin", 1), ("platform_role:user", 8),
            ("username:*", 9), ("NOT username:*", 1), ("phone_number:*", 1), ("email:*", 10), ("logins_count:0", 10),
            ("identities.provider:auth0", 10), ("identities.connection:\"Username-Password-Authentication\"", 10), ("identities.connection:other", 0),
        ] {
            assert_eq!(names(server, query).await.len(), count, "{query}");
        }
    }
}

both_engines! {
    // S3.L10.2: as in the first tenant's own words, by either id.
    async fn every_user_is_found_by_each_id(server: &Server) {
        for user in server.create_people().await {
            for field in ["user_id", "public_id"] {
                let id = user[field].as_str().expect("an id");
                for query in [id.to_owned(), format!("{field}:\"{id}\"")] {
                    assert_eq!(search(server, &query).await.expect(200), json!([user]), "{query}");
                }
            }
        }
    }
}
