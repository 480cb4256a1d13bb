//! People in many scripts, and some whose names SQL could stumble over.

use anteroom_model::change::Change;
use anteroom_model::status::AccountState;
use anteroom_model::user::{NewUser, UserChanges};
use anteroom_model::{PlatformRole, Status, User};
use serde_json::{Value, json};

/// Given name, family name, full name.
const NAMES: [(&str, &str, &str); 33] = [
    ("小龙", "李", "李小龙"),
    ("伟", "李", "李伟"),
    ("小", "王", "王小"),
    ("小小", "王李", "王李小小"),
    ("太郎", "加藤", "加藤 太郎"),
    ("がく", "かとう", "かとう がく"),
    ("ガク", "ｶﾄｳ", "ｶﾄｳ ｶﾞｸ"),
    ("준호", "최", "최준호"),
    ("Jürgen", "Müller", "Jürgen Müller"),
    ("Anna", "Muller", "Anna Muller"),
    ("Siobhán", "O'Brien", "Siobhán O'Brien"),
    ("Brian", "Smith", "Brian Smith"),
    ("Łukasz", "Żółć", "Łukasz Żółć"),
    ("Đặng", "Hương", "Đặng Thùy Hương"),
    ("Sigríður", "Straße", "Sigríður Straße"),
    ("İsmail", "Yıldız", "İSMAİL YILDIZ"),
    ("Пётр", "Чехов", "Пётр Дмитриевич Чехов"),
    ("Δημήτρης", "Οικονόμου", "Δημήτρης Οικονόμου"),
    ("فاطمة", "إبراهيم", "فاطمة إبراهيم"),
    ("שירה", "ביטון", "שירה ביטון"),
    ("अमित", "गुप्ता", "अमित गुप्ता"),
    ("สมชาย", "ใจดี", "สมชาย ใจดี"),
    ("Վահան", "Ղազարյան", "Վահան Ղազարյան"),
    ("ꀀꀀꀁ", "ꆈꌠ", "ꀀꀀꀁ ꆈꌠ"),
    ("100%", "a_b", "100%_sure"),
    ("a%b", "axb", "a\\b a\\%b"),
    ("Robert'); DROP TABLE users;--", "\"quoted\"", "Bobby \"Tables\" ''"),
    ("Ｆｕｌｌ", "Ｗｉｄｔｈ％", "Ｆｕｌｌ　Ｗｉｄｔｈ"),
    ("Jo", "Li", "Jo Li"),
    ("𠮷野", "家", "𠮷野家"),
    ("Zero\u{200B}Width", "Tail ", "  many   spaces  "),
    ("OR", "NOT", "AND (x) y:z *"),
    ("🙂", "\u{200B}", "🙂 smile"),
];

/// The requests that make the people: nobody has all fields.
pub(super) fn requests() -> Vec<NewUser> {
    NAMES.into_iter().enumerate().map(|(number, names)| request(number, names)).collect()
}

fn request(number: usize, (given, family, name): (&str, &str, &str)) -> NewUser {
    let mut fields = UserChanges {
        given_name: Change::Set(given.to_owned()),
        family_name: Change::Set(family.to_owned()),
        name: Change::Set(name.to_owned()),
        ..UserChanges::default()
    };
    if !number.is_multiple_of(3) {
        let domain = ["example.com", "Mail.Example.org", "例子.中国"][number / 3 % 3];
        fields.email = Change::Set(format!("Person_{number}.x+y@{domain}"));
        fields.email_verified = Some(number.is_multiple_of(2));
    }
    if number.is_multiple_of(3) {
        fields.username = Change::Set(format!("Näme_{number}"));
    }
    if number.is_multiple_of(4) {
        fields.phone_number = Change::Set(format!("+49151{number:07}"));
        fields.phone_verified = Some(number.is_multiple_of(8));
        fields.external_id = Change::Set(format!("HR-Ä%{number}"));
    }
    if number.is_multiple_of(5) {
        fields.nickname = Change::Set(given.to_lowercase());
    }
    metadata(number, &mut fields);
    NewUser { fields, platform_role: PlatformRole::ALL[number % 3], ..NewUser::default() }
}

fn metadata(number: usize, fields: &mut UserChanges) {
    let bags = json!({
        "user": {"city": (["Köln", "北京"][number % 2]), "address": {"zip": number}, "tags": ["a", format!("T{number}")]},
        "app": {"plan": "Free_100%", "active": number.is_multiple_of(4), "level": 1.5, "note": "", "none": null, "empty": {}},
    });
    if number.is_multiple_of(2) {
        fields.user_metadata = bags["user"].as_object().cloned().map_or(Change::Keep, Change::Set);
    }
    if number.is_multiple_of(3) {
        fields.app_metadata = bags["app"].as_object().cloned().map_or(Change::Keep, Change::Set);
    }
}

/// What no request can say: status and sign-ins.
pub(super) fn age(number: usize, user: &mut User) {
    user.state = AccountState { status: Status::ALL[number % 5], before_suspension: None };
    user.activity.logins_count = i64::from(number.is_multiple_of(7));
    user.activity.last_ip = (number.is_multiple_of(7)).then(|| ["10.0.0.1", "2001:db8::a"][number / 7 % 2].to_owned());
}

/// The leaves of a user's metadata at a path, as text.
pub(super) fn leaves(user: &User, path: &str) -> Vec<String> {
    let mut names = path.split('.');
    let bag = match names.next() {
        Some("user_metadata") => &user.user_metadata,
        _ => &user.app_metadata,
    };
    let mut value = &Value::Object(bag.clone());
    for name in names {
        let Some(inner) = value.get(name) else { return Vec::new() };
        value = inner;
    }
    below(value)
}

fn below(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(below).collect(),
        Value::Object(object) => object.values().flat_map(below).collect(),
        other => vec![other.to_string()],
    }
}
