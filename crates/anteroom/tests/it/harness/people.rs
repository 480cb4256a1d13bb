//! People that tests make, and that the second tenant has already.

use anteroom_model::authorization::Authorization;
use anteroom_model::flow::{Method, Proof};
use anteroom_model::session::{Device, Session};
use anteroom_model::{Scopes, Timestamp, User};
use serde_json::{Map, Value, json};

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

/// A session of a user that begins now.
pub fn session(session_id: &str, user: &User, now: Timestamp) -> Session {
    Session {
        key: 0,
        session_id: session_id.to_owned(),
        user: user.key,
        user_id: user.user_id.clone(),
        methods: vec![Proof { name: Method::Password, timestamp: now.0 }],
        created_at: now,
        authenticated_at: now,
        last_interacted_at: now,
        device: Device::default(),
        metadata: Map::new(),
    }
}

/// What was given in a session to a client, for the profile alone and without offline access.
pub fn authorization(authorization_id: &str, session: &Session, client_id: &str) -> Authorization {
    Authorization {
        key: 0,
        authorization_id: authorization_id.to_owned(),
        user: session.user,
        user_id: session.user_id.clone(),
        client_id: client_id.to_owned(),
        session_id: session.session_id.clone(),
        issuer: format!("http://{}/", super::HOST),
        audience: None,
        scopes: Scopes::parse("openid profile email"),
        methods: session.methods.clone(),
        offline: false,
        authenticated_at: session.authenticated_at,
        created_at: session.created_at,
        last_exchanged_at: Timestamp(0),
        device: Device::default(),
        metadata: Map::new(),
    }
}
