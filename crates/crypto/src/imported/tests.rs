//! Hashes that other tools made, read and checked.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{HashProblem, Stored, custom_password_hash, password_hash};
use crate::HashCost;

/// A hash, the tool that made it, and the password: OpenSSL 3, Node.js 20's crypto, libxcrypt, passlib 1.7 and
/// Python's cryptography 50.
#[derive(Deserialize)]
struct Vector {
    name: String,
    tool: String,
    password: String,
    password_hash: Option<String>,
    custom_password_hash: Option<Value>,
}

fn vectors() -> Vec<Vector> {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("tests/vectors.json")).unwrap();
    assert!(vectors.len() > 70, "{}", vectors.len());
    vectors
}

impl Vector {
    fn store(&self) -> Result<String, HashProblem> {
        match (&self.password_hash, &self.custom_password_hash) {
            (Some(text), None) => password_hash(text),
            (None, Some(value)) => custom_password_hash(value),
            _ => panic!("{}: one of both", self.name),
        }
    }

    /// The same with the end of the hash gone: 20 characters, 15 bytes of base64.
    fn truncate(&mut self) {
        let text = match (&mut self.password_hash, &mut self.custom_password_hash) {
            (Some(text), _) => text,
            (_, Some(value)) => {
                let Value::String(text) = &mut value["hash"]["value"] else { panic!("{}", self.name) };
                text
            }
            _ => panic!("{}", self.name),
        };
        let end = if text.ends_with("\"]") { "\"]" } else { "" };
        text.truncate(text.len() - end.len() - 20);
        text.push_str(end);
    }
}

fn matches(stored: &str, password: &str) -> bool {
    Stored::read(stored).unwrap().matches(password).unwrap()
}

// S1.L48.1
#[test]
fn what_other_tools_hashed_is_known_by_its_password_alone() {
    for vector in vectors() {
        let (name, tool) = (&vector.name, &vector.tool);
        let stored = vector.store().unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        assert!(matches(&stored, &vector.password), "{name} by {tool}");
        assert!(!matches(&stored, &vector.password.replace('1', "2")), "{name} by {tool}");
        assert!(!matches(&stored, ""), "{name} by {tool}");
    }
}

#[test]
fn what_is_stored_is_one_line_that_is_read_as_itself() {
    for vector in vectors() {
        let stored = vector.store().unwrap();
        assert!(stored.starts_with('$') && stored.bytes().all(|byte| byte.is_ascii_graphic()), "{stored}");
        assert_eq!(password_hash(&stored).unwrap(), stored, "{}", vector.name);
    }
}

#[test]
fn a_truncated_hash_lets_nobody_in() {
    for mut vector in vectors() {
        vector.truncate();
        if let Ok(stored) = vector.store() {
            assert!(!matches(&stored, &vector.password), "{}: {stored}", vector.name);
        }
    }
}

#[test]
fn a_damaged_hash_is_never_a_panic() {
    for vector in vectors() {
        let stored = vector.store().unwrap();
        for end in 0..stored.len() {
            let _ = password_hash(&stored[..end]);
            let _ = password_hash(&format!("{}$$1{}", &stored[..end], &stored[end..]));
        }
    }
}

#[test]
fn only_our_own_kind_is_up_to_date() {
    let cost = HashCost { memory_kib: 256, iterations: 2, parallelism: 1 };
    for vector in vectors() {
        let stored = Stored::read(&vector.store().unwrap()).unwrap();
        // Made by others, and yet as ours.
        let is_ours = vector.name == "argon2id";
        assert_eq!(stored.is_outdated(cost), !is_ours, "{}", vector.name);
    }
}

#[test]
fn costs_are_bounded_when_they_come_in() {
    let salt_and_hash = "MDEyMzQ1Njc4OWFiY2RlZg$IGoVjcBTKAsUyLWAdd5Pj9Ihlxd8Rs5pQFgwLQMHZ2E";
    for costly in [
        "$2b$16$abcdefghijklmnopqrstuud/5IuQmqhVO0kfNEbHJM.fJkPiliBzC".to_owned(),
        "$argon2id$v=19$m=262145,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4".to_owned(),
        "$argon2id$v=19$m=65536,t=33,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4".to_owned(),
        format!("$pbkdf2-sha256$i=10000001,l=32${salt_and_hash}"),
        // Two blocks of 20 bytes for 32.
        format!("$pbkdf2-sha1$i=5000001,l=32${salt_and_hash}"),
        format!("$pbkdf2-sha256$99999999999${salt_and_hash}"),
        format!("$scrypt$ln=19,r=8,p=1${salt_and_hash}"),
        format!("$scrypt$ln=17,r=8,p=17${salt_and_hash}"),
        format!("$scrypt$ln=1,r=1,p=4294967295${salt_and_hash}"),
        format!("$scrypt$ln=63,r=4294967295,p=1${salt_and_hash}"),
        "$fbscrypt$v=1,n=20,r=8,p=1,ss=Bw==,sk=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$YWE$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            .to_owned(),
        format!("$6$rounds=10000001$salt${}", "a".repeat(86)),
        "$P$YabcdefghnvGL2Au3LLtBNRTPQJ4l41".to_owned(),
    ] {
        let problem = password_hash(&costly).unwrap_err();
        assert_eq!(problem.code, "MAXIMUM", "{costly}: {problem:?}");
    }
}

#[test]
fn texts_that_are_no_hash_are_refused_without_being_told_again() {
    let hash = "IGoVjcBTKAsUyLWAdd5Pj9Ihlxd8Rs5pQFgwLQMHZ2E";
    let long = "a".repeat(9000);
    for wrong in [
        "",
        "$",
        "$$$",
        "hunter2 is no hash",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "{CRYPT}abcdefghijk",
        "{SSHA}YWJj",
        "{}",
        "[]",
        "[\"sha256\", [\"salt\"], \"00\"]",
        "[\"sha256\", [\"@\", \"@\"], \"00\"]",
        "$2x$05$abcdefghijklmnopqrstuu",
        "$2b$03$abcdefghijklmnopqrstuud/5IuQmqhVO0kfNEbHJM.fJkPiliBzC",
        "$1$saltstri$YMyguxXMBpd2TEZ.vS/3q1",
        "$6$salt$short",
        "$digest-sha256$YWJj",
        "$digest-sha3$YWJj",
        "$pbkdf2-md5$i=1000,l=32$c2FsdA$IGoVjcBTKAsUyLWAdd5Pj9Ihlxd8Rs5pQFgwLQMHZ2E",
        "$pbkdf2-sha256$i=0,l=32$c2FsdA$IGoVjcBTKAsUyLWAdd5Pj9Ihlxd8Rs5pQFgwLQMHZ2E",
        "$scrypt$ln=0,r=8,p=1$c2FsdA$IGoVjcBTKAsU",
        "pbkdf2_sha256$1000$salt$YWJj",
        "pbkdf2_sha256$-1$salt$IGoVjcBTKAsUyLWAdd5Pj9Ihlxd8Rs5pQFgwLQMHZ2E",
        &long,
    ] {
        let problem = password_hash(wrong).unwrap_err();
        assert!(!problem.message.contains(hash) && !problem.message.contains("hunter2"), "{problem:?}");
        assert!(problem.path.is_empty(), "{problem:?}");
    }
}

#[test]
fn a_described_hash_is_refused_by_the_field_that_is_wrong() {
    let hash = json!({"value": "5f4dcc3b5aa765d61d8327deb882cf99", "encoding": "hex"});
    let md5 = |field: &str, value: Value| {
        let mut object = json!({"algorithm": "md5", "hash": hash});
        object[field] = value;
        object
    };
    let within = |field: &str, value: Value| {
        let mut inner = hash.clone();
        inner[field] = value;
        md5("hash", inner)
    };
    let hmac = |changed: Value| {
        let mut inner = json!({"value": hash["value"], "encoding": "hex", "digest": "md5", "key": {"value": "k"}});
        inner.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
        json!({"algorithm": "hmac", "hash": inner})
    };
    assert!(custom_password_hash(&md5("password", json!({}))).is_ok());
    assert!(custom_password_hash(&hmac(json!({}))).is_ok());
    let bcrypt = "$2b$06$abcdefghijklmnopqrstuud/5IuQmqhVO0kfNEbHJM.fJkPiliBzC";
    let scrypt = |field: &str, value: Value| {
        let mut object =
            json!({"algorithm": "scrypt", "hash": {"value": "00".repeat(32), "encoding": "hex"}, "keylen": 32});
        object[field] = value;
        object
    };
    assert!(custom_password_hash(&scrypt("cost", json!(1024))).is_ok());
    for (object, path, code) in [
        (json!("text"), "", "INVALID_TYPE"),
        (json!({}), "algorithm", "OBJECT_REQUIRED"),
        (json!({"algorithm": "md5"}), "hash", "OBJECT_REQUIRED"),
        (md5("algorithm", json!("crc32")), "algorithm", "ENUM_MISMATCH"),
        (md5("algorithm", json!(5)), "algorithm", "INVALID_TYPE"),
        (md5("pepper", json!("x")), "pepper", "NOT_PASSED"),
        (md5("keylen", json!(16)), "keylen", "NOT_PASSED"),
        (md5("hash", json!("5f4d")), "hash", "INVALID_TYPE"),
        (md5("salt", json!({})), "salt.value", "OBJECT_REQUIRED"),
        (md5("salt", json!({"value": "x", "position": "middle"})), "salt.position", "ENUM_MISMATCH"),
        (md5("salt", json!({"value": "x", "encoding": "hex"})), "salt.value", "FORMAT"),
        (md5("password", json!({"encoding": "utf7"})), "password.encoding", "ENUM_MISMATCH"),
        (within("encoding", json!("utf8")), "hash.encoding", "ENUM_MISMATCH"),
        (within("encoding", json!("base32")), "hash.encoding", "ENUM_MISMATCH"),
        (within("value", json!("5f4d")), "hash.value", "FORMAT"),
        (within("value", json!("a".repeat(2000))), "hash.value", "MAX_LENGTH"),
        (within("digest", json!("md5")), "hash.digest", "NOT_PASSED"),
        (within("key", json!({"value": "k"})), "hash.key", "NOT_PASSED"),
        (within("rounds", json!(5)), "hash.rounds", "NOT_PASSED"),
        (hmac(json!({"digest": "sha3"})), "hash.digest", "ENUM_MISMATCH"),
        (hmac(json!({"digest": "sha1"})), "hash.value", "FORMAT"),
        (hmac(json!({"key": {}})), "hash.key.value", "OBJECT_REQUIRED"),
        (hmac(json!({"key": {"value": "k", "encoding": "hex"}})), "hash.key.value", "FORMAT"),
        (json!({"algorithm": "hmac", "hash": hash}), "hash.digest", "OBJECT_REQUIRED"),
        (json!({"algorithm": "bcrypt", "hash": {"value": "$6$x", "encoding": "utf8"}}), "hash.value", "PATTERN"),
        (
            json!({"algorithm": "bcrypt", "hash": {"value": bcrypt, "encoding": "hex"}}),
            "hash.encoding",
            "ENUM_MISMATCH",
        ),
        (json!({"algorithm": "argon2", "hash": {"value": bcrypt, "encoding": "utf8"}}), "hash.value", "PATTERN"),
        (json!({"algorithm": "ldap", "hash": {"value": "{X}YQ"}}), "hash.value", "ENUM_MISMATCH"),
        (json!({"algorithm": "ldap", "hash": {"value": "{SHA}YQ"}, "salt": {"value": "x"}}), "salt", "NOT_PASSED"),
        (scrypt("keylen", json!(31)), "hash.value", "FORMAT"),
        (scrypt("keylen", json!(0)), "keylen", "MINIMUM"),
        (scrypt("keylen", json!("32")), "keylen", "INVALID_TYPE"),
        (scrypt("cost", json!(1000)), "cost", "FORMAT"),
        (scrypt("cost", json!(1 << 19)), "cost", "MAXIMUM"),
        (scrypt("blockSize", json!(1_u64 << 40)), "blockSize", "MAXIMUM"),
        (json!({"algorithm": "scrypt", "hash": hash}), "keylen", "OBJECT_REQUIRED"),
    ] {
        let problem = custom_password_hash(&object).unwrap_err();
        assert_eq!((problem.path.as_str(), problem.code), (path, code), "{object}: {problem:?}");
        assert!(!problem.message.contains("5f4d"), "{problem:?}");
    }
}
