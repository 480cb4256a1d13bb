//! The people that generated queries are asked of: nobody has all fields, and few have the same.

use anteroom_model::text::fold;
use anteroom_model::{TenantId, UserKey};
use anteroom_store::sign_in_failure::FailureKind;
use anteroom_store::{BoxFuture, Connection, Error, Sql, Work};
use serde_json::{Value, json};

use super::naive::Person;
use crate::harness::{CONNECTION, Server};
use crate::management::access::blocks::lock;
use crate::management::users::tools::{sign_in, stored};

/// Given name, family name, full name.
const NAMES: [(&str, &str, &str); 24] = [
    ("小龙", "李", "李小龙"),
    ("伟", "李", "李伟"),
    ("太郎", "加藤", "加藤 太郎"),
    ("ガク", "ｶﾄｳ", "ｶﾄｳ ｶﾞｸ"),
    ("준호", "최", "최준호"),
    ("Jürgen", "Müller", "Jürgen Müller"),
    ("Anna", "Muller", "Anna Muller"),
    ("Siobhán", "O'Brien", "Siobhán O'Brien"),
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
    ("100%", "a_b", "100%_sure"),
    ("a%b", "axb", "a\\b a\\%b"),
    ("Robert'); DROP", "\"quoted\"", "Bobby \"Tables\" ''"),
    ("Ｆｕｌｌ", "Ｗｉｄｔｈ％", "Ｆｕｌｌ　Ｗｉｄｔｈ"),
    ("𠮷野", "家", "𠮷野家"),
    ("OR", "NOT", "AND (x) y:z *"),
];

/// The roles: id, name.
const ROLES: [(&str, &str); 2] = [("rol_AAAAbbbbCCCCdddd", "Éditeur"), ("rol_aaaaBBBBccccDDDD", "Reader & Writer")];

/// Makes them, two of each name, and gives all users of the tenant.
pub async fn directory(server: &Server) -> Vec<Person> {
    for number in 0..2 * NAMES.len() {
        let made = server.create(body(number)).await;
        server.clock.advance_seconds(700);
        if number % 5 == 1 {
            server.patch(&Server::path_of(&made), json!({"blocked": true})).await.expect(200);
        }
        if number % 7 == 2 {
            for _ in 0..=number % 3 {
                sign_in(server, &made, false).await;
            }
        }
    }
    let mut all_roles = Vec::new();
    for (number, user) in super::all(server).await.into_iter().enumerate() {
        let roles: Vec<_> = ROLES.into_iter().zip([3, 4]).filter(|(_, each)| number % each == 0).collect();
        let roles: Vec<_> = roles.into_iter().map(|((id, name), _)| (id.to_owned(), name.to_owned())).collect();
        let key = stored(server, &user).await.key;
        let given = Give { tenant: server.world.tenant, key, roles: roles.clone(), number };
        server.services.db.write(given).await.expect("roles");
        all_roles.push(roles);
    }
    let users = super::all(server).await;
    lock_every_sixth(server, &users, 2).await;
    // Locks end after a quarter of an hour.
    server.clock.advance_seconds(900);
    lock_every_sixth(server, &users, 5).await;
    let people = users.into_iter().zip(all_roles).enumerate();
    people.map(|(number, (user, roles))| Person { user, roles, is_locked: number % 6 == 5 }).collect()
}

async fn lock_every_sixth(server: &Server, users: &[Value], from: usize) {
    for user in users.iter().skip(from).step_by(6) {
        lock(server, FailureKind::Account, user["user_id"].as_str().expect("an id")).await;
    }
}

fn body(number: usize) -> Value {
    let (given, family, name) = NAMES[number % NAMES.len()];
    let mut body = json!({
        "connection": CONNECTION, "given_name": given, "family_name": family, "name": format!("{name}{}", number / NAMES.len()),
    });
    let mut set = |is_set: bool, field: &str, value: Value| {
        if is_set {
            body[field] = value;
        }
    };
    let domain = ["example.com", "Mail.Example.org", "beispiel.de"][number / 3 % 3];
    set(!number.is_multiple_of(3), "email", json!(format!("Person_{number}.x+y@{domain}")));
    set(!number.is_multiple_of(3) && number.is_multiple_of(2), "email_verified", json!(true));
    set(number.is_multiple_of(3), "username", json!(format!("user.name-{number}")));
    set(number.is_multiple_of(4), "phone_number", json!(format!("+49151{number:07}")));
    set(number.is_multiple_of(4), "external_id", json!(format!("HR-Ä%{number}")));
    set(number.is_multiple_of(5), "nickname", json!(given.to_lowercase()));
    set(number.is_multiple_of(6), "middle_name", json!(family));
    set(number.is_multiple_of(2), "locale", json!(["de-DE", "zh-CN", "pt-BR"][number % 3]));
    set(number % 3 == 1, "birthdate", json!(format!("19{:02}-0{}-11", 60 + number % 40, number % 9 + 1)));
    set(
        number % 4 == 1,
        "address",
        json!({"country": (["Österreich", "中国"][number % 2]), "locality": format!("Ort {number}")}),
    );
    set(
        number % 2 == 1,
        "user_metadata",
        json!({
            "city": (["Köln", "北京", "kolin"][number % 3]), "tags": ["a", format!("T{number}")], "zip": number * 100,
            "since": format!("202{}-1{}-05T10:00:00Z", number % 6, number % 3), "deep": {"er": [{"x": number}, {"x": "ten"}]},
        }),
    );
    set(
        number % 3 == 2,
        "app_metadata",
        json!({
            "plan": format!("Free_{}%", number % 4), "active": number.is_multiple_of(4), "level": f64::from(u32::try_from(number).expect("small")) / 4.0 - 3.0,
            "none": null, "note": "",
        }),
    );
    body
}

/// Gives somebody roles, which are made if need be, and makes him older: without that he would be made on the same day as
/// everybody.
struct Give {
    tenant: TenantId,
    key: UserKey,
    roles: Vec<(String, String)>,
    number: usize,
}

/// Makes the user as many days older as leave the order of the users, and changed and given a password a while later.
fn older(tenant: TenantId, key: UserKey, number: usize) -> Sql {
    const HOUR: i64 = 3_600_000_000;
    let number = i64::try_from(number).expect("a small number");
    let age = (100 - number) * 29 * HOUR;
    let sql = Sql::new("UPDATE users SET created_at = created_at - ").bind(age);
    let sql = sql.push(", updated_at = updated_at - ").bind(age - number % 3 * 24 * HOUR);
    let sql = if number % 5 < 3 { sql.push(", status_changed_at = status_changed_at - ").bind(age) } else { sql };
    let reset = (number % 6 == 1).then_some(age - HOUR);
    let sql = sql.push(", password_reset_at = created_at - ").bind(reset);
    sql.push(" WHERE tenant_id = ").bind(tenant).push(" AND key = ").bind(key)
}

impl Work for Give {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let tenant = self.tenant;
            connection.execute_one(older(tenant, self.key, self.number)).await?;
            for (id, name) in &self.roles {
                let columns = "tenant_id, role_id, name, name_key, description, is_default, created_at, updated_at";
                let sql =
                    Sql::new("INSERT INTO role (").push(columns).push(") VALUES (").bind(tenant).push(", ").bind(id);
                let sql = sql.push(", ").bind(name).push(", ").bind(fold(name)).push(", '', false, 0, 0)");
                connection.execute(sql.push(" ON CONFLICT DO NOTHING")).await?;
                let sql = Sql::new(
                    "INSERT INTO user_role (tenant_id, role_key, user_key, created_at) SELECT tenant_id, id, ",
                );
                let sql = sql.bind(self.key).push(", 0 FROM role WHERE tenant_id = ").bind(tenant);
                connection.execute_one(sql.push(" AND role_id = ").bind(id)).await?;
            }
            Ok(())
        })
    }
}
