//! People that tests make, and that the second tenant has already.

use serde_json::{Value, json};

/// The people: e-mail address, username, name.
pub const PEOPLE: [(&str, &str, &str); 8] = [
    ("li.xiaolong@example.com", "李小龙", "李小龙"),
    ("juergen.mueller@example.com", "jmueller", "Jürgen Müller"),
    ("sinead.obrien@example.com", "sinead", "Sinéad O'Brien"),
    ("maria.garcia@example.com", "mgarcia", "María García"),
    ("ivan.petrov@example.com", "ivan.petrov", "Иван Петров"),
    ("fatima@example.com", "fatima", "فاطمة الزهراء"),
    ("100%_sure@example.com", "percent_under", "100% \"sure\" \\ O_o"),
    ("suzuki.hanako@example.com", "hanako", "鈴木花子"),
];

/// The body that makes the person of this number.
pub fn person(number: usize) -> Value {
    let (email, username, name) = PEOPLE[number];
    json!({"connection": super::CONNECTION, "email": email, "username": username, "name": name})
}
