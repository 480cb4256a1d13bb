//! The leaves of free JSON and the texts of a profile that have no column of their own, indexed for search.

use anteroom_model::metadata::Bag;
use anteroom_model::text::fold;
use anteroom_model::{TenantId, User};
use serde_json::Value;

use crate::db::{Connection, Error, Sql};

/// Leaves of free JSON kept of one user, and the longest of them in characters; what is beyond is stored but not found by
/// value.
const LEAVES: usize = 100;
const LONGEST: usize = 256;

#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub path: String,
    pub text_key: String,
    pub number: Option<f64>,
}

/// Stores the leaves of a new user.
pub(super) async fn insert(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let leaves = leaves(user);
    if leaves.is_empty() {
        return Ok(());
    }
    let mut sql = Sql::new("INSERT INTO user_attribute (tenant_id, path, text_key, number, user_key) VALUES ");
    // Arrays may hold a value twice, so a leaf that is there already is no conflict; those that pad are not either.
    for (index, leaf) in Sql::padded(leaves).into_iter().enumerate() {
        sql = sql
            .push(if index == 0 { "(" } else { ", (" })
            .bind(tenant)
            .push(", ")
            .bind(leaf.path)
            .push(", ")
            .bind(leaf.text_key)
            .push(", ")
            .bind(leaf.number)
            .push(", ")
            .bind(user.key)
            .push(")");
    }
    connection.execute(sql.push(" ON CONFLICT DO NOTHING")).await?;
    Ok(())
}

/// Stores the user's leaves in place of those it had.
pub(super) async fn replace(connection: &Connection<'_>, tenant: TenantId, user: &User) -> Result<(), Error> {
    let sql = Sql::new("DELETE FROM user_attribute WHERE tenant_id = ").bind(tenant);
    connection.execute(sql.push(" AND user_key = ").bind(user.key)).await?;
    insert(connection, tenant, user).await
}

pub(super) fn leaves(user: &User) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for (bag, object) in [
        (Bag::User, &user.user_metadata),
        (Bag::App, &user.app_metadata),
        (Bag::Preferences, &user.details.preferences),
    ] {
        for (name, value) in object {
            collect(&format!("{}.{name}", bag.name()), value, &mut leaves);
        }
    }
    let texts = user.detail_texts().filter(|(_, text)| is_short(text));
    leaves.extend(texts.map(|(path, text)| leaf(path, text, None)));
    leaves
}

/// Arrays are transparent: their items stand at the array's own path.
fn collect(path: &str, value: &Value, leaves: &mut Vec<Leaf>) {
    if leaves.len() >= LEAVES {
        return;
    }
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (name, inner) in object {
                collect(&format!("{path}.{name}"), inner, leaves);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(path, item, leaves)),
        Value::Bool(flag) => leaves.push(leaf(path, &flag.to_string(), None)),
        Value::Number(number) => leaves.push(leaf(path, &number.to_string(), number.as_f64())),
        Value::String(text) if is_short(text) => leaves.push(leaf(path, text, None)),
        Value::String(_) => {}
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST
}

fn leaf(path: &str, text: &str, number: Option<f64>) -> Leaf {
    Leaf { path: path.to_owned(), text_key: fold(text), number }
}
