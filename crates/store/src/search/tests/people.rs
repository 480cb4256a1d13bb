//! People in many scripts, and some whose names SQL could stumble over.

use anteroom_model::change::Change;
use anteroom_model::status::AccountState;
use anteroom_model::user::{NewUser, Source, UserChanges};
use anteroom_model::{PlatformRole, Status, Timestamp, User};
use serde_json::{Value, json};

use super::directory::NOW;

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
        "app": {
            "plan": "Free_100%", "active": number.is_multiple_of(4), "level": (number as f64) / 2.0 - 3.0, "note": "",
            "none": null, "empty": {}, "mixed": [number, format!("0{number}"), format!("2026-0{}-15", number % 9 + 1)],
        },
    });
    if number.is_multiple_of(2) {
        fields.user_metadata = bags["user"].as_object().cloned().map_or(Change::Keep, Change::Set);
    }
    if number.is_multiple_of(3) {
        fields.app_metadata = bags["app"].as_object().cloned().map_or(Change::Keep, Change::Set);
    }
}

/// What no request can say: status, times and sign-ins.
pub(super) fn age(number: usize, user: &mut User) {
    user.state = AccountState { status: Status::ALL[number % 5], before_suspension: None };
    user.source = Source::ALL[number % 4];
    user.created_at = days(number);
    user.updated_at = days(number + number % 3);
    user.status_changed_at = days(number + 2 * (number % 2));
    user.password.reset_at = number.is_multiple_of(6).then(|| days(number + 1));
    user.activity.logins_count = i64::from(number.is_multiple_of(7));
    user.activity.last_login = number.is_multiple_of(7).then(|| days(number + 1));
    user.activity.last_ip = (number.is_multiple_of(7)).then(|| ["10.0.0.1", "2001:db8::a"][number / 7 % 2].to_owned());
}

/// Until when the user is locked, or was: for some the time is over just now.
pub(super) fn locked_until(user: &User) -> Option<Timestamp> {
    let number = (user.created_at.seconds() - days(0).seconds()) / 86_400;
    [None, Some(1), Some(0), Some(-1), Some(900)][usize::try_from(number % 5).expect("a small number")]
        .map(|seconds| NOW.plus_seconds(seconds))
}

/// Noon of a day from 2025-12-20 on.
fn days(number: usize) -> Timestamp {
    Timestamp::from_seconds(1_766_232_000 + 86_400 * i64::try_from(number).expect("a small number"))
}

/// The roles there are: id, name.
pub(super) const ROLES: [(&str, &str); 3] =
    [("rol_abcDEF0123456789", "Éditeur"), ("rol_abcdef0123456789", "Reader & Writer"), ("rol_zzzzzz0000000000", "rol")];

/// The roles that a user has.
pub(super) fn roles(user: &User) -> Vec<(String, String)> {
    let number = (user.created_at.seconds() - days(0).seconds()) / 86_400;
    let has = [number % 2 == 0, number % 3 == 0, number == 5];
    let roles = ROLES.into_iter().zip(has).filter(|(_, has)| *has);
    roles.map(|((id, name), _)| (id.to_owned(), name.to_owned())).collect()
}

/// A value of metadata.
pub(super) struct Leaf {
    pub(super) text: String,
    pub(super) number: Option<f64>,
}

/// The leaves of a user's metadata at a path.
pub(super) fn leaves(user: &User, path: &str) -> Vec<Leaf> {
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

fn below(value: &Value) -> Vec<Leaf> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![Leaf { text: text.clone(), number: None }],
        Value::Array(items) => items.iter().flat_map(below).collect(),
        Value::Object(object) => object.values().flat_map(below).collect(),
        other => vec![Leaf { text: other.to_string(), number: other.as_f64() }],
    }
}
