//! Rules of changing a profile.

use serde_json::{Value, json};

use super::super::tests::somebody;
use super::super::{AddressChanges, DetailChanges, UserChanges};
use crate::change::Change;
use crate::metadata::Merge;
use crate::time::Timestamp;

fn set(text: &str) -> Change<String> {
    Change::Set(text.to_owned())
}

fn preferences(value: &Value) -> UserChanges {
    let preferences = Change::Set(value.as_object().cloned().unwrap_or_default());
    UserChanges { details: DetailChanges { preferences, ..DetailChanges::default() }, ..UserChanges::default() }
}

fn address(address: Change<AddressChanges>) -> UserChanges {
    UserChanges { details: DetailChanges { address, ..DetailChanges::default() }, ..UserChanges::default() }
}

// S4.L09.11
#[test]
fn every_bad_field_is_named_at_once() {
    let details = DetailChanges { locale: set("german"), zoneinfo: set("Mars/Base"), ..DetailChanges::default() };
    let changes = UserChanges { username: set("a b"), name: set("Ada"), details, ..UserChanges::default() };
    let refusal = somebody().apply(changes, Merge::FirstLevel, Timestamp(1)).expect_err("a refusal");
    assert_eq!(refusal.field.as_deref(), Some("username"));
    for field in ["username", "zoneinfo", "locale"] {
        assert!(refusal.message.contains(&format!("on property {field}.")), "{}", refusal.message);
    }
    assert!(!refusal.message.contains("property name"), "{}", refusal.message);
}

#[test]
fn an_address_is_changed_part_by_part() {
    let mut user = somebody();
    let zurich = AddressChanges { city: set("Zürich"), country: set("CH"), ..AddressChanges::default() };
    user.apply(address(Change::Set(zurich)), Merge::FirstLevel, Timestamp(1)).expect("a change");
    let moved = AddressChanges { city: set("Bern"), country: Change::Clear, ..AddressChanges::default() };
    let applied = user.apply(address(Change::Set(moved)), Merge::FirstLevel, Timestamp(1)).expect("a change");
    let noted: Vec<_> = applied.profile.into_iter().map(|change| (change.field, change.from, change.to)).collect();
    let expected = [
        ("address.country".to_owned(), Some(json!("CH")), None),
        ("address.city".to_owned(), Some(json!("Zürich")), Some(json!("Bern"))),
    ];
    assert_eq!(noted, expected);
    let nothing = user.apply(address(Change::Set(AddressChanges::default())), Merge::FirstLevel, Timestamp(1));
    assert!(nothing.expect("no change").is_empty());
    user.apply(address(Change::Clear), Merge::FirstLevel, Timestamp(1)).expect("a change");
    assert!(user.details.address.is_empty());
}

// S2.L16.5
#[test]
fn preferences_are_merged_as_metadata_is_and_have_a_largest_size() {
    let mut user = somebody();
    user.apply(preferences(&json!({"theme": "dark", "mails": {"news": true}})), Merge::FirstLevel, Timestamp(1))
        .expect("a change");
    user.apply(preferences(&json!({"theme": null, "mails": {"tips": 1}})), Merge::Deep, Timestamp(1))
        .expect("a change");
    assert_eq!(Value::Object(user.details.preferences.clone()), json!({"mails": {"news": true, "tips": 1}}));
    for (wrong, field) in [(json!({"a.b": 1}), "preferences.a.b"), (json!({"a": "x".repeat(16 * 1024)}), "preferences")]
    {
        let refusal = user.apply(preferences(&wrong), Merge::FirstLevel, Timestamp(1)).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some(field));
    }
}
