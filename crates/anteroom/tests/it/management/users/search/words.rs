//! Words without a field: parts of any id, identifier and name, in any case.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, search};

async fn names(server: &Server, query: &str) -> Vec<String> {
    column(&search(server, query).await.expect(200), "name")
}

both_engines! {
    // S3.L10.1–S3.L10.5, S4.L06.1–S4.L06.4, S2.L20.3
    async fn a_user_is_found_by_part_of_any_identifier_and_name(server: &Server) {
        server.create_people().await;
        let made = server.create(json!({
            "connection": CONNECTION, "email": "Anna.Schmidt@firma.example", "username": "Chefin77", "phone_number": "+491701234567",
            "external_id": "HR-4711-X", "name": "Dr. Anna-Lena Schmidt", "nickname": "Lenchen", "given_name": "Annalena",
            "family_name": "Schmidtke", "user_id": "Legacy-99",
        }))
        .await;
        let public_id = made["public_id"].as_str().expect("an id");
        let (middle, upper) = (&public_id[10..20], public_id.to_uppercase());
        for query in [
            // S3.L10.1, S4.L06.1
            "Chefin77", "chefin", "HEFIN", "fin77",
            // S3.L10.2, S4.L06.4
            public_id, middle, &upper, "auth0|Legacy-99", "legacy-99", "GACY", "hr-4711-x", "4711",
            // S3.L10.3, S4.L06.2
            "Dr. Anna-Lena Schmidt", "\"anna-lena schmidt\"", "LENA", "a-lena", "lenchen", "annalena", "schmidtke",
            // S3.L10.4
            "+491701234567", "491701234567", "1234567", "+49170",
            // S3.L10.5, S4.L06.3
            "anna.schmidt@firma.example", "ANNA.SCHMIDT@", "firma.example", "@firma",
        ] {
            assert_eq!(names(server, query).await, ["Dr. Anna-Lena Schmidt"], "{query}");
        }
        for query in ["schmitt", "annalenas", "4712", "firma.exampel", "lenchen1", "+49171"] {
            assert_eq!(names(server, query).await, [""; 0], "{query}");
        }
    }
}

both_engines! {
    // S4.L06.2
    async fn one_and_two_characters_of_chinese_japanese_and_korean_are_enough(server: &Server) {
        server.create_people().await;
        server.create(json!({"connection": CONNECTION, "username": "金正", "name": "김민준"})).await;
        for (query, found) in [
            ("李", "李小龙"), ("小", "李小龙"), ("龙", "李小龙"), ("小龙", "李小龙"), ("李小龙", "李小龙"), ("鈴", "鈴木花子"),
            ("木花", "鈴木花子"), ("花子", "鈴木花子"), ("김", "김민준"), ("민준", "김민준"), ("正", "김민준"), ("金正", "김민준"),
        ] {
            assert_eq!(names(server, query).await, [found], "{query}");
        }
        for query in ["小李", "龙小", "鈴花", "木子", "김준", "王"] {
            assert_eq!(names(server, query).await, [""; 0], "{query}");
        }
    }
}

both_engines! {
    // S4.L06.1, S4.L06.2
    async fn case_accents_and_width_do_not_count(server: &Server) {
        server.create_people().await;
        for (query, found) in [
            ("müller", "Jürgen Müller"), ("MÜLLER", "Jürgen Müller"), ("muller", "Jürgen Müller"), ("Ju\u{308}rgen", "Jürgen Müller"),
            ("ＭＵＬＬＥＲ", "Jürgen Müller"), ("üll", "Jürgen Müller"), ("SINEAD", "Sinéad O'Brien"), ("garcía", "María García"),
            ("GARCIA", "María García"), ("иван", "Иван Петров"), ("ПЕТРОВ", "Иван Петров"), ("етро", "Иван Петров"),
            ("فاطمة", "فاطمة الزهراء"), ("زهر", "فاطمة الزهراء"),
        ] {
            assert_eq!(names(server, query).await, [found], "{query}");
        }
    }
}

both_engines! {
    async fn short_latin_words_find_beginnings(server: &Server) {
        server.create_people().await;
        for (query, found) in [("ha", vec!["鈴木花子"]), ("jm", vec!["Jürgen Müller"]), ("J", vec!["Jürgen Müller"]), ("ür", vec![]), ("ob", vec![])] {
            assert_eq!(names(server, query).await, found, "{query}");
        }
    }
}

both_engines! {
    async fn words_at_beginnings_and_ends_are_found_by_wildcards(server: &Server) {
        server.create_people().await;
        for (query, found) in [
            ("jür*", vec!["Jürgen Müller"]), ("müll*", vec![]), ("*ller", vec!["Jürgen Müller"]), ("*jürgen", vec![]),
            ("*rgen mül*", vec![]), ("*ürg*", vec!["Jürgen Müller"]), ("李*", vec!["李小龙"]), ("*龙", vec!["李小龙"]), ("*李", vec![]),
            ("f*", vec!["فاطمة الزهراء"]), ("*小*", vec!["李小龙"]), ("*", vec!["root@example.com"; 9]),
        ] {
            let names = names(server, query).await;
            if query == "*" { assert_eq!(names.len(), found.len()) } else { assert_eq!(names, found, "{query}") }
        }
    }
}

both_engines! {
    // Every committed change is found by the next request.
    async fn a_change_is_found_at_once_and_the_old_form_is_not(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "old@example.com", "name": "Alter Name", "nickname": "nick"})).await;
        let path = Server::path_of(&made);
        server.patch(&path, json!({"email": "neu@example.org", "name": "Frische 李", "nickname": null})).await.expect(200);
        server.patch(&path, json!({"username": "kurz"})).await.expect(200);
        for query in ["neu@example.org", "frisch", "李", "kurz", "example.org"] {
            assert_eq!(names(server, query).await, ["Frische 李"], "{query}");
        }
        for query in ["alter", "nick", "old@example"] {
            assert_eq!(names(server, query).await, [""; 0], "{query}");
        }
    }
}
