use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Content, ImportedUser, Item, Mapping, Place, Reader, hidden};
use crate::job::ImportFormat as Format;

/// All entries of a file that comes in pieces of this length.
fn read(format: Format, mapping: &Mapping, file: &[u8], piece: usize) -> Result<Vec<(Item, Place)>, String> {
    go_on(Reader::new(format, mapping.clone()), file, piece)
}

fn go_on(mut reader: Reader, rest: &[u8], piece: usize) -> Result<Vec<(Item, Place)>, String> {
    let mut found = Vec::new();
    for part in rest.chunks(piece).map(Some).chain([None]) {
        match part {
            Some(part) => reader.push(part),
            None => reader.end(),
        }
        while let Some(item) = reader.next_item().map_err(|error| error.to_string())? {
            found.push((item, reader.place()));
        }
    }
    Ok(found)
}

fn shown(items: &[(Item, Place)]) -> Vec<Value> {
    let shown = |item: &Item| match &item.content {
        Content::Object(object) => Value::Object(object.clone()),
        Content::Broken(_, error) => Value::from(error.code.clone()),
    };
    items.iter().map(|(item, _)| shown(item)).collect()
}

fn objects(format: Format, file: &str) -> Vec<Value> {
    shown(&read(format, &Mapping::default(), file.as_bytes(), 7).expect("a file"))
}

fn refused(format: Format, file: &str) -> String {
    read(format, &Mapping::default(), file.as_bytes(), 5).expect_err("is refused")
}

#[test]
fn the_three_formats_say_the_same() {
    let expected = [json!({"email": "a@b.cd", "name": "A,\"\n[{"}), json!({"email": "李@例子.中国"})];
    let array = " [ {\"email\": \"a@b.cd\", \"name\": \"A,\\\"\\n[{\"}\n, {\"email\":\"李@例子.中国\"} ] \n";
    assert_eq!(objects(Format::Json, array), expected);
    assert_eq!(objects(Format::Json, &format!("\u{feff}{array}")), expected);
    let lines = "{\"email\": \"a@b.cd\", \"name\": \"A,\\\"\\n[{\"}\r\n\n{\"email\":\"李@例子.中国\"}";
    assert_eq!(objects(Format::Ndjson, lines), expected);
    // What Auth0 calls JSON in its exports.
    assert_eq!(objects(Format::Json, lines), expected);
    for table in [
        "email,name\r\na@b.cd,\"A,\"\"\n[{\"\r\n\r\n李@例子.中国,\r\n",
        "E-mail;Full name\na@b.cd;\"A,\"\"\n[{\"\n李@例子.中国",
    ] {
        assert_eq!(objects(Format::Csv, table), expected);
    }
}

#[test]
fn an_empty_file_of_each_kind_has_no_entries() {
    assert!(objects(Format::Json, " [ ] ").is_empty());
    assert!(objects(Format::Ndjson, "\n \n").is_empty());
    assert!(objects(Format::Csv, "email,name\n").is_empty());
    assert!(refused(Format::Json, "").contains("ends before"));
    assert!(refused(Format::Csv, "").contains("empty"));
}

#[test]
fn where_nothing_tells_what_follows_the_file_is_refused() {
    for file in ["[{}", "[{},]", "[{} {}]", "[{}]x", "x", "[{\"a\":1]", "[{\"a\":\"]", "[}]"] {
        assert!(read(Format::Json, &Mapping::default(), file.as_bytes(), 3).is_err(), "{file}");
    }
    let told = refused(Format::Json, "[{\"email\":\"a@b.cd\"}, {\"email\"]");
    assert!(told.contains("after 1 entries"), "{told}");
    assert!(refused(Format::Csv, "email,shoe\n").contains("shoe"));
    assert!(refused(Format::Csv, "email,mail\n").contains("Two columns are email"));
}

#[test]
fn where_the_next_entry_is_known_only_the_broken_one_is_wrong() {
    assert_eq!(
        objects(Format::Ndjson, "{\n{}\n[1]\n\"x\""),
        [json!("FORMAT"), json!({}), json!("OBJECT_REQUIRED"), json!("OBJECT_REQUIRED")]
    );
    assert_eq!(objects(Format::Json, "[1,{},[{}]]"), [json!("OBJECT_REQUIRED"), json!({}), json!("OBJECT_REQUIRED")]);
    let table = "email,email_verified\na@b.cd,perhaps\nb@b.cd,yes\nc@b.cd,no,more\n\"d@b.cd";
    let b = json!({"email": "b@b.cd", "email_verified": true});
    assert_eq!(objects(Format::Csv, table), [json!("INVALID_TYPE"), b, json!("FORMAT"), json!("FORMAT")]);
    let nested = format!("[{}1{},{{}}]", "[".repeat(100), "]".repeat(100));
    assert_eq!(objects(Format::Json, &nested), [json!("FORMAT"), json!({})]);
}

#[test]
fn an_entry_that_is_too_large_is_passed_over() {
    let large = format!("{{\"name\":\"{}\"}}", "x".repeat(super::ENTRY_MAX));
    let expected = [json!("PROFILE_SIZE_EXCEEDED"), json!({"email": "a@b.cd"})];
    for piece in [1000, usize::MAX] {
        let all =
            |format, file: String| shown(&read(format, &Mapping::default(), file.as_bytes(), piece).expect("a file"));
        assert_eq!(all(Format::Json, format!("[{large},{{\"email\":\"a@b.cd\"}}]")), expected);
        assert_eq!(all(Format::Ndjson, format!("{large}\n{{\"email\":\"a@b.cd\"}}")), expected);
        let table = format!("email,name\nx,{}\na@b.cd\n", "x".repeat(super::ENTRY_MAX));
        assert_eq!(all(Format::Csv, table), expected);
    }
}

#[test]
fn columns_go_where_the_mapping_says() {
    let pairs =
        [("Mail", "email"), ("Shoes", "user_metadata.shoes.size:number"), ("Active", "!blocked"), ("Notes", "")];
    let mapping = Mapping(pairs.iter().map(|(column, path)| ((*column).to_owned(), (*path).to_owned())).collect());
    assert_eq!(mapping.check(), Ok(()));
    let file = "Mail,Shoes,Active,Notes,Phone,app_metadata\na@b.cd,42.5,true,x,'+4912345,\"{\"\"plan\"\": 1}\"\n";
    let found = shown(&read(Format::Csv, &mapping, file.as_bytes(), 4).expect("a table"));
    let expected = json!({
        "email": "a@b.cd", "user_metadata": {"shoes": {"size": 42.5}}, "blocked": false, "phone_number": "+4912345",
        "app_metadata": {"plan": 1},
    });
    assert_eq!(found, [expected]);
    for path in ["shoes", "email.x", "user_metadata..x", "user_metadata.x:date"] {
        assert!(Mapping([("a".to_owned(), path.to_owned())].into()).check().is_err(), "{path}");
    }
}

#[test]
fn spaces_around_names_of_columns_mean_nothing() {
    for (named, file) in [("Mail", " Mail ,Phone \n"), (" Mail ", "Mail, Phone\n"), (" Mail", "Mail ,Phone\n")] {
        let mapping = Mapping([(named.to_owned(), "email".to_owned())].into());
        let rows = format!("{file}a@b.cd,+4912345\n");
        let found = shown(&read(Format::Csv, &mapping, rows.as_bytes(), 4).expect("a table"));
        assert_eq!(found, [json!({"email": "a@b.cd", "phone_number": "+4912345"})]);
    }
}

#[test]
fn everything_wrong_with_an_entry_is_told_and_no_hash_is_shown() {
    let entry = json!({
        "email": 1, "blocked": "yes", "shoes": 42, "password": "x", "user_metadata": {"a": ["\u{0}"]}, "created_at": "now",
        "password_hash": "$2b$secret", "custom_password_hash": {}, "mfa_factors": [{"totp": {"secret": "A"}}],
        "logins_count": 5, "nickname": null,
    });
    let entry = entry.as_object().expect("an object");
    let errors = ImportedUser::understand(entry).expect_err("is wrong");
    let told: Vec<_> = errors.iter().map(|error| (error.code.as_str(), error.path.as_str())).collect();
    let expected = [
        ("INVALID_TYPE", "email"),
        ("INVALID_TYPE", "blocked"),
        ("NOT_PASSED", "shoes"),
        ("NOT_PASSED", "password"),
        ("PATTERN", "user_metadata.a"),
        ("FORMAT", "created_at"),
        ("MFA_FACTORS_FAILED", "mfa_factors"),
        ("NOT_PASSED", "custom_password_hash"),
    ];
    assert_eq!(told, expected);
    let shown = Value::Object(hidden(entry)).to_string();
    assert!(!shown.contains("secret") && shown.contains("shoes"), "{shown}");
}

proptest! {
    /// However a file is cut into pieces, and wherever reading begins anew, the same entries come.
    #[test]
    fn reading_goes_on_from_any_place(
        texts in prop::collection::vec("[a-c\"',;\\[\\]{}\n\r ]{0,12}", 1..8),
        piece in 1_usize..20,
        stop in 0_usize..8,
    ) {
        let entries: Vec<_> = texts.iter().map(|text| json!({"name": text})).collect();
        let lines: Vec<_> = entries.iter().map(Value::to_string).collect();
        let quoted: Vec<_> = texts.iter().map(|text| format!("\"{}\"", text.replace('"', "\"\""))).collect();
        let files = [
            (Format::Json, format!("[{}]", lines.join(" , "))),
            (Format::Ndjson, lines.join("\n")),
            (Format::Csv, format!("name\r\n{}\r\n", quoted.join("\r\n"))),
        ];
        for (format, file) in files {
            let all = read(format, &Mapping::default(), file.as_bytes(), piece).expect("a file");
            let expected: Vec<_> = match format {
                // An empty cell says nothing.
                Format::Csv => entries.iter().map(|entry| if entry["name"] == "" { json!({}) } else { entry.clone() }).collect(),
                _ => entries.clone(),
            };
            let plain = |name: &Value| name["name"].as_str().is_none_or(|name| !name.starts_with('\''));
            if expected.iter().all(plain) {
                prop_assert_eq!(shown(&all), expected);
            }
            if let Some((_, place)) = all.get(stop) {
                let written = serde_json::to_string(place).expect("JSON");
                let place: Place = serde_json::from_str(&written).expect("a place");
                let rest = &file.as_bytes()[usize::try_from(place.offset).expect("small")..];
                let later = go_on(Reader::at(place, Mapping::default()), rest, piece).expect("the rest");
                prop_assert_eq!(&later[..], &all[stop + 1..]);
            }
        }
    }
}
