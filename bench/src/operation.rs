//! What is measured, and the requests that do it.

use serde_json::json;

use crate::client::{encode, request};
use crate::people::{self, Person};

/// An operation of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `GET /health/live`: nothing but HTTP, the floor under everything else.
    Live,
    /// `POST /oauth/token`, client_credentials, signed with RSA.
    TokenRs256,
    /// The same, signed on P-256.
    TokenEs256,
    /// `GET /api/v2/users/{id}`.
    GetUser,
    /// `GET /api/v2/users`, the first 50.
    ListPage,
    /// `GET /api/v2/users-by-email`.
    UsersByEmail,
    /// `POST /api/v2/users` without a password: people with phone number, all names and ten or so metadata values.
    CreateUser,
    /// The same with e-mail address and name alone.
    CreatePlainUser,
    /// A whole sign-in with the cheapest password hash: `GET /authorize`, the page, `POST /u/login`, `POST /oauth/token`.
    SignIn,
    /// `POST /oauth/token`, refresh_token, each with the token that the one before gave.
    Refresh,
    /// `GET /userinfo`.
    UserInfo,
    /// `POST /oauth/introspect` of an access token.
    Introspection,
}

impl Operation {
    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Live => "health/live",
            Self::TokenRs256 => "token RS256",
            Self::TokenEs256 => "token ES256",
            Self::GetUser => "get user",
            Self::ListPage => "list 50 users",
            Self::UsersByEmail => "users by e-mail",
            Self::CreateUser => "create user",
            Self::CreatePlainUser => "create plain user",
            Self::SignIn => "whole sign-in",
            Self::Refresh => "refresh",
            Self::UserInfo => "userinfo",
            Self::Introspection => "introspection",
        }
    }

    /// The status of its answers.
    pub fn status(self) -> u16 {
        if matches!(self, Self::CreateUser | Self::CreatePlainUser) { 201 } else { 200 }
    }

    /// Whether it only reads.
    pub fn is_read(self) -> bool {
        let of_users = matches!(self, Self::GetUser | Self::ListPage | Self::UsersByEmail);
        of_users || matches!(self, Self::UserInfo | Self::Introspection)
    }
}

/// What requests are made of.
pub struct Requests<'a> {
    /// The host that the server answers to.
    pub host: &'a str,
    /// The `authorization` header's line.
    pub authorization: String,
    /// The users that are there: ids and e-mail addresses.
    pub users: &'a [(String, Option<String>)],
    /// People who are not users yet.
    pub newcomers: &'a [Person],
    /// The body of a request for a token.
    pub token_body: String,
}

impl<'a> Requests<'a> {
    /// The requests of an operation, one after another. Reads go on for ever, over all users in turn. There are none of
    /// signing in: those are made of the answers before.
    pub fn of(&'a self, operation: Operation) -> Box<dyn Iterator<Item = Vec<u8>> + 'a> {
        match operation {
            Operation::Live => self.again("/health/live", ""),
            Operation::ListPage => self.again("/api/v2/users?page=0&per_page=50", &self.authorization),
            Operation::TokenRs256 | Operation::TokenEs256 => {
                let request = request("POST", "/oauth/token", self.host, "", &self.token_body);
                Box::new(std::iter::repeat(request))
            }
            Operation::GetUser => self.each(|(id, _)| Some(format!("/api/v2/users/{}", encode(id)))),
            Operation::UsersByEmail => {
                self.each(|(_, email)| Some(format!("/api/v2/users-by-email?email={}", encode(email.as_ref()?))))
            }
            Operation::CreateUser => Box::new(self.newcomers.iter().map(|person| self.create(&person.body))),
            Operation::SignIn | Operation::Refresh | Operation::UserInfo | Operation::Introspection => {
                Box::new(std::iter::empty())
            }
            Operation::CreatePlainUser => Box::new((0..).map(|number| self.create(&people::plain(number)))),
        }
    }

    /// The request that creates a user.
    pub fn create(&self, body: &str) -> Vec<u8> {
        request("POST", "/api/v2/users", self.host, &self.authorization, body)
    }

    fn again(&self, path: &str, headers: &str) -> Box<dyn Iterator<Item = Vec<u8>> + 'a> {
        Box::new(std::iter::repeat(request("GET", path, self.host, headers, "")))
    }

    fn each(
        &'a self,
        path: impl Fn(&(String, Option<String>)) -> Option<String> + 'a,
    ) -> Box<dyn Iterator<Item = Vec<u8>> + 'a> {
        let paths = self.users.iter().cycle().filter_map(path);
        Box::new(paths.map(|path| request("GET", &path, self.host, &self.authorization, "")))
    }
}

/// The body of a request for a token of the Management API, from the key file's JSON.
pub fn token_body(key: &serde_json::Value) -> String {
    json!({
        "grant_type": "client_credentials",
        "client_id": key["client_id"],
        "client_secret": key["client_secret"],
        "audience": key["audience"],
    })
    .to_string()
}
