use serde_json::{Value, json};

use super::{Asked, Connection, ConnectionChanges, SignUpRules};
use crate::change::Change;
use crate::user::IdentifierKind;

fn connection(options: Value) -> Connection {
    let Value::Object(options) = options else { unreachable!("options are objects") };
    Connection {
        key: 1,
        connection_id: "con_1".to_owned(),
        name: "people".to_owned(),
        display_name: None,
        strategy: "auth0".to_owned(),
        options,
        enabled: true,
    }
}

// S4.L24.1 S4.L24.2
#[test]
fn people_sign_in_by_every_identifier_that_is_not_switched_off() {
    let all = [IdentifierKind::Email, IdentifierKind::Username, IdentifierKind::Phone];
    let plain = connection(json!({}));
    assert!(all.iter().all(|kind| plain.signs_in_by(*kind)));
    let without_email = connection(json!({"attributes": {"email": {"identifier": {"active": false}}}}));
    assert_eq!(all.map(|kind| without_email.signs_in_by(kind)), [false, true, true]);
    let disabled = Connection { enabled: false, ..plain };
    assert!(!all.iter().any(|kind| disabled.signs_in_by(*kind)));
}

// S4.L24.3
#[test]
fn nobody_signs_up_until_it_is_switched_on() {
    assert_eq!(connection(json!({})).sign_up(), None);
    assert_eq!(connection(json!({"disable_signup": true})).sign_up(), None);
    let on = connection(json!({"disable_signup": false}));
    let rules = SignUpRules { email: Asked::Required, username: Asked::Off, phone: Asked::Off };
    assert_eq!(on.sign_up(), Some(rules));
    assert_eq!(Connection { enabled: false, ..on }.sign_up(), None);
}

#[test]
fn sign_up_asks_for_what_the_options_say() {
    let rules = |options: Value| connection(options).sign_up().expect("sign-up");
    assert_eq!(rules(json!({"disable_signup": false, "requires_username": true})).username, Asked::Required);
    let asked = rules(json!({"disable_signup": false, "attributes": {
        "email": {"signup": {"status": "optional"}},
        "username": {"profile_required": true},
        "phone_number": {"signup": {"status": "required"}},
    }}));
    assert_eq!(asked, SignUpRules { email: Asked::Optional, username: Asked::Required, phone: Asked::Required });
}

// S0.L30.1
#[test]
fn a_password_needs_eight_characters_or_more() {
    let length = |options: Value| connection(options).password_policy().min_length;
    assert_eq!(length(json!({})), 8);
    assert_eq!(length(json!({"password_complexity_options": {"min_length": 15}})), 15);
    assert_eq!(length(json!({"password_complexity_options": {"min_length": 1}})), 8);
    assert_eq!(length(json!({"password_complexity_options": {"min_length": 129}})), 8);
}

// ASVS v5.0.0-6.1.2 ASVS v5.0.0-6.2.11
#[test]
fn own_words_count_while_they_are_switched_on() {
    let policy = |enable: bool| {
        let dictionary = json!({"enable": enable, "dictionary": ["anteroom"]});
        connection(json!({"password_dictionary": dictionary})).password_policy()
    };
    assert!(policy(true).check("anteroom", &[]).is_err());
    assert!(policy(true).check("4nter00m", &[]).is_err());
    assert!(policy(true).check("AnteroomAnteroom", &[]).is_err());
    assert!(policy(true).check("Anteroom2026", &[]).is_err());
    assert!(policy(true).check("correct horse battery staple", &[]).is_ok());
    assert!(policy(false).words.is_empty());
}

#[test]
fn failures_are_counted_and_passwords_may_be_asked_for_unless_switched_off() {
    let plain = connection(json!({}));
    assert!(plain.counts_failures() && plain.self_service_password_change());
    let off = json!({"brute_force_protection": false, "disable_self_service_change_password": true});
    let off = connection(off);
    assert!(!off.counts_failures() && !off.self_service_password_change());
}

#[test]
fn somebody_can_always_sign_in_and_whoever_signs_up_can() {
    let refused = |options: Value| {
        let Value::Object(options) = options else { unreachable!("options are objects") };
        let changes = ConnectionChanges { options: Change::Set(options), ..ConnectionChanges::default() };
        changes.apply(connection(json!({}))).err().map(|refusal| refusal.to_string())
    };
    let off = json!({"identifier": {"active": false}});
    let none = json!({"email": off, "username": off, "phone_number": off});
    assert!(refused(json!({"attributes": none})).expect("a refusal").contains("one identifier active"));
    assert_eq!(refused(json!({"attributes": {"email": off, "username": off}})), None);
    let nothing_asked = json!({"disable_signup": false, "attributes": {"email": {"signup": {"status": "optional"}}}});
    assert!(refused(nothing_asked).expect("a refusal").contains("sign up"));
    let useless = json!({"disable_signup": false, "attributes": {"email": off}});
    assert!(refused(useless).expect("a refusal").contains("sign up"));
    let by_name = json!({"disable_signup": false, "requires_username": true, "attributes": {"email": off}});
    assert_eq!(refused(by_name), None);
    let crossed = json!({"validation": {"username": {"min": 5, "max": 4}}});
    assert!(refused(crossed).expect("a refusal").contains("options.validation.username.min"));
}

#[test]
fn that_sign_up_is_off_is_always_shown() {
    assert_eq!(connection(json!({})).shown_options()["disable_signup"], true);
    assert_eq!(connection(json!({"disable_signup": false})).shown_options()["disable_signup"], false);
}

#[test]
fn a_username_has_the_length_asked_for() {
    assert_eq!(connection(json!({})).username_length(), (1, 128));
    let narrow = connection(json!({"validation": {"username": {"min": 3, "max": 5}}}));
    for (username, is_taken) in [("ab", false), ("abc", true), ("李雷韓梅梅", true), ("abcdef", false)] {
        assert_eq!(narrow.check_username(username).is_ok(), is_taken, "{username}");
    }
}
