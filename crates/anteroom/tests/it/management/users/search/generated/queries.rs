//! Queries of the whole grammar, made by chance from what is there.

use super::naive::{Person, leaves, values};

/// Numbers that follow from a seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// The numbers of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).expect("a number")).expect("a small number")
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

const TEXTS: [&str; 26] = [
    "email",
    "email.domain",
    "username",
    "phone_number",
    "name",
    "nickname",
    "given_name",
    "family_name",
    "public_id",
    "user_id",
    "external_id",
    "last_ip",
    "identities.connection",
    "identities.provider",
    "identities.user_id",
    "roles",
    "middle_name",
    "locale",
    "birthdate",
    "address.country",
    "user_metadata.city",
    "user_metadata.tags",
    "user_metadata.since",
    "user_metadata.deep.er.x",
    "app_metadata.plan",
    "app_metadata.active",
];

const TIMES: [&str; 5] = ["created_at", "updated_at", "last_login", "status_changed_at", "last_password_reset"];

const CHOICES: [(&str, &[&str]); 7] = [
    ("email_verified", &["true", "false"]),
    ("phone_verified", &["true", "false"]),
    ("blocked", &["true", "FALSE"]),
    ("locked", &["true", "True", "false"]),
    ("status", &["active", "suspended", "archived"]),
    ("platform_role", &["user", "super_admin"]),
    ("source", &["admin", "import"]),
];

/// Fields whose values are numbers.
const NUMBERS: [&str; 3] = ["logins_count", "user_metadata.zip", "app_metadata.level"];

/// A query.
pub fn query(chance: &mut Chance, people: &[Person]) -> String {
    disjunction(chance, people, 2)
}

fn disjunction(chance: &mut Chance, people: &[Person], depth: usize) -> String {
    if depth == 0 {
        return term(chance, people);
    }
    let part = |chance: &mut Chance| disjunction(chance, people, depth - 1);
    match chance.below(9) {
        0 => format!("{} AND {}", operand(chance, people, depth), operand(chance, people, depth)),
        1 => format!("{} {}", operand(chance, people, depth), operand(chance, people, depth)),
        2 => format!("{} OR {}", part(chance), part(chance)),
        3 => format!("NOT {}", operand(chance, people, depth)),
        4 => format!("{} OR {} AND NOT {}", part(chance), term(chance, people), term(chance, people)),
        _ => term(chance, people),
    }
}

fn operand(chance: &mut Chance, people: &[Person], depth: usize) -> String {
    format!("({})", disjunction(chance, people, depth - 1))
}

fn term(chance: &mut Chance, people: &[Person]) -> String {
    match chance.below(14) {
        0..=3 => {
            let field = chance.one(&TEXTS[..11]);
            let value = value_of(chance, people, field);
            match chance.below(3) {
                0 => quoted(&part(chance, &value)),
                1 => word(&part(chance, &value)),
                _ => pattern(chance, &value),
            }
        }
        4..=8 => {
            let field = chance.one(&TEXTS);
            format!("{field}:{}", text_value(chance, people, field))
        }
        9 => {
            let field = chance.one(&TEXTS);
            let (one, other) = (text_value(chance, people, field), text_value(chance, people, field));
            format!("{field}:({one} OR NOT {other} OR {})", quoted(&value_of(chance, people, field)))
        }
        10 => {
            let field = chance.one(&TIMES);
            let (one, other) = (time(chance, people, field), time(chance, people, field));
            if chance.below(3) == 0 {
                format!("{field}:{one}")
            } else {
                format!("{field}:{}", range(chance, &one, &other))
            }
        }
        11 => {
            let (field, values) = chance.one(&CHOICES);
            format!("{field}:{}", chance.one(values))
        }
        12 => {
            let field = chance.one(&NUMBERS);
            let (one, other) = (number(chance, people, field), number(chance, people, field));
            if chance.below(3) == 0 {
                format!("{field}:{one}")
            } else {
                format!("{field}:{}", range(chance, &one, &other))
            }
        }
        _ => {
            let groups = [
                &TEXTS[..],
                &TIMES,
                &NUMBERS,
                &["address", "user_metadata.deep", "app_metadata.none", "blocked", "locked"],
            ];
            let field = chance.one(&groups.concat());
            chance.one(&[format!("_exists_:{field}"), format!("{field}:*"), format!("{field}:[* TO *]")])
        }
    }
}

/// What may stand behind a text field's colon.
fn text_value(chance: &mut Chance, people: &[Person], field: &str) -> String {
    let value = value_of(chance, people, field);
    let cased = if chance.below(4) == 0 { value.to_uppercase() } else { value.clone() };
    match chance.below(7) {
        0 => quoted(&cased),
        1 => word(&cased),
        2 if field != "email.domain" => {
            let (one, other) = (part(chance, &value), value_of(chance, people, field));
            range(chance, &quoted(&one), &quoted(&other))
        }
        _ => pattern(chance, &cased),
    }
}

/// A value of somebody's, or a strange one.
fn value_of(chance: &mut Chance, people: &[Person], field: &str) -> String {
    if chance.below(20) == 0 {
        return chance.one(&["%", "_", "\\", "'", "nobody", "2026", "a"]).to_owned();
    }
    let all: Vec<String> = people.iter().flat_map(|person| values(person, field)).collect();
    chance.one(&all)
}

/// A part of the text, seldom empty.
fn part(chance: &mut Chance, text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let from = chance.below(letters.len().max(1));
    letters.into_iter().skip(from).take(chance.below(6) + 1).collect()
}

/// The text with stars in place of some of it.
fn pattern(chance: &mut Chance, text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut places: Vec<usize> = (0..4).map(|_| chance.below(letters.len() + 1)).collect();
    places.sort_unstable();
    let piece = |from: usize, to: usize| word(&letters[from..to].iter().collect::<String>());
    match chance.below(5) {
        0 => format!("{}*", piece(0, places[1])),
        1 => format!("*{}", piece(places[1], letters.len())),
        2 => format!("*{}*", piece(places[0], places[3])),
        3 => format!("{}*{}", piece(0, places[1]), piece(places[2], letters.len())),
        _ => format!("{}*{}*{}", piece(0, places[0]), piece(places[1], places[2]), piece(places[3], letters.len())),
    }
}

fn range(chance: &mut Chance, one: &str, other: &str) -> String {
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    let from = if chance.below(5) == 0 { "*" } else { one };
    let to = if chance.below(5) == 0 { "*" } else { other };
    format!("{}{from} TO {to}{}", chance.one(&['[', '{']), chance.one(&[']', '}']))
}

/// A time of somebody's, as long as one likes to write it.
fn time(chance: &mut Chance, people: &[Person], field: &str) -> String {
    let all: Vec<String> = people.iter().flat_map(|person| values(person, field)).collect();
    let time = if all.is_empty() { "2026-01-02T03:04:05.678Z".to_owned() } else { chance.one(&all) };
    let length = chance.one(&[4, 7, 10, 16, 19, 23, 24]);
    time[..length].to_owned()
}

fn number(chance: &mut Chance, people: &[Person], field: &str) -> String {
    let all: Vec<String> =
        people.iter().flat_map(|person| leaves(person, field)).map(|leaf| leaf.to_string()).collect();
    chance.one(&all)
}

/// The text with a backslash before everything that could mean something else.
fn word(text: &str) -> String {
    text.chars().flat_map(|letter| ['\\', letter]).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
