//! `GET /api/v2/users` without a search: pages, order and cursors.

mod cursors;
mod filters;
mod locked;
mod many;
mod pages;
mod sort;

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server};
use crate::management::users::tools::users_path;

/// Makes this many users, of equal names by threes.
async fn fill(server: &Server, count: usize) {
    for number in 0..count {
        let body = json!({
            "connection": CONNECTION, "email": format!("user{number}@example.com"), "name": format!("Name {}", number / 3),
        });
        server.create(body).await;
    }
}

/// All users of a list, page by page.
async fn by_pages(server: &Server, per_page: usize, more: &[(&str, &str)]) -> Vec<Value> {
    let (mut users, size) = (Vec::new(), per_page.to_string());
    for page in 0.. {
        let page = page.to_string();
        let path = users_path(&[&[("per_page", size.as_str()), ("page", page.as_str())], more].concat());
        let rows = server.get(&path).await.expect(200).as_array().expect("users").clone();
        let is_last = rows.len() < per_page;
        users.extend(rows);
        if is_last {
            break;
        }
    }
    users
}

/// All users of a list, cursor by cursor.
async fn by_cursors(server: &Server, take: usize, more: &[(&str, &str)]) -> Vec<Value> {
    let (mut users, size) = (Vec::new(), take.to_string());
    let mut next: Option<String> = None;
    loop {
        let mut parameters = vec![("take", size.as_str())];
        parameters.extend(next.iter().map(|next| ("from", next.as_str())));
        parameters.extend(more);
        let page = server.get(&users_path(&parameters)).await.expect(200);
        users.extend(page["users"].as_array().expect("users").clone());
        match page["next"].as_str() {
            Some(cursor) => next = Some(cursor.to_owned()),
            None => return users,
        }
    }
}
