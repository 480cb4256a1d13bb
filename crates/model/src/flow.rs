//! Signing in as a stored flow: identify, prove, do what is still asked, and answer the application.

use serde::{Deserialize, Serialize};

use crate::ids::UserKey;
use crate::oauth::AuthorizationRequest;
use crate::time::Timestamp;

/// How long a person may take to sign in, in seconds.
pub const LIFETIME: i64 = 3600;

/// One attempt to sign in, from the application's request to its answer. It is bound to the browser it began in, is
/// used once, and says at every moment what comes next; several may run in one browser.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Its internal key.
    pub key: i64,
    /// The issuer: the origin at which it began.
    pub issuer: String,
    /// What the application asked for.
    pub request: AuthorizationRequest,
    /// How far it has come.
    pub progress: Progress,
    /// Counts its changes.
    pub version: i64,
    /// When it began.
    pub created_at: Timestamp,
    /// When it is over, done or not.
    pub expires_at: Timestamp,
}

/// How far a flow has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Who the person says to be, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// Who it is, once proven.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<i64>,
    /// How it was proven.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// The session that proves it, when one stood already: a new one is begun otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    /// What is still to be done after the proof, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// The id of the user that the application expects, if it says so: about nobody else does it get an answer (OpenID
    /// Connect Core §3.1.2.2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

/// How a person was recognised, and when: what a session and an ID token's `auth_time` and `amr` say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The method, as Auth0's sessions name it.
    pub name: Method,
    /// When, in microseconds since 1970.
    pub timestamp: i64,
}

/// A method of proof (Auth0's names; `amr` values of RFC 8176 where they are the same).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// The password.
    #[serde(rename = "pwd")]
    Password,
}

impl Method {
    /// The name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Password => "pwd",
        }
    }
}

/// What a person must do after the proof before the application gets its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Prove the e-mail address, by the link in a mail.
    VerifyEmail,
    /// Choose another password.
    ChangePassword,
    /// Agree to what the application asks for.
    Consent,
}

/// What comes next in a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Say who it is.
    Identify,
    /// Prove it by the password.
    Password,
    /// Do this.
    Task(Task),
    /// Answer the application.
    Finish,
}

impl Step {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identify => "identifier",
            Self::Password => "password",
            Self::Task(Task::VerifyEmail) => "verify_email",
            Self::Task(Task::ChangePassword) => "change_password",
            Self::Task(Task::Consent) => "consent",
            Self::Finish => "finish",
        }
    }
}

impl Progress {
    /// What comes next.
    #[must_use]
    pub fn step(&self) -> Step {
        match (&self.identifier, self.user, self.tasks.first()) {
            (_, Some(_), Some(task)) => Step::Task(*task),
            (_, Some(_), None) => Step::Finish,
            (Some(_), None, _) => Step::Password,
            (None, None, _) => Step::Identify,
        }
    }

    /// Who it is, once proven.
    #[must_use]
    pub fn user_key(&self) -> Option<UserKey> {
        self.user.map(UserKey)
    }

    /// Whether the application expects somebody else than this user.
    #[must_use]
    pub fn is_for_other_than(&self, user_id: &str) -> bool {
        self.expected.as_ref().is_some_and(|expected| expected != user_id)
    }

    /// Notes that the person was recognised as this user.
    pub fn prove(&mut self, user: UserKey, method: Method, now: Timestamp, tasks: Vec<Task>) {
        self.user = Some(user.0);
        self.proofs = vec![Proof { name: method, timestamp: now.0 }];
        self.session_id = None;
        self.tasks = tasks;
    }

    /// Notes that the person proved who it is once more, just now.
    pub fn prove_again(&mut self, now: Timestamp) {
        self.proofs.iter_mut().for_each(|proof| proof.timestamp = now.0);
    }

    /// Notes that a task is done.
    pub fn finish(&mut self, task: Task) {
        self.tasks.retain(|open| *open != task);
    }

    /// When the person last proved who it is.
    #[must_use]
    pub fn authenticated_at(&self) -> Option<Timestamp> {
        self.proofs.iter().map(|proof| Timestamp(proof.timestamp)).max()
    }
}

#[cfg(test)]
mod tests {
    use super::{Method, Progress, Step, Task};
    use crate::ids::UserKey;
    use crate::time::Timestamp;

    #[test]
    fn a_flow_asks_one_thing_after_the_other() {
        let mut progress = Progress::default();
        assert_eq!(progress.step(), Step::Identify);
        progress.identifier = Some("ada".to_owned());
        assert_eq!(progress.step(), Step::Password);
        progress.prove(UserKey(1), Method::Password, Timestamp(5), vec![Task::ChangePassword, Task::Consent]);
        assert_eq!(progress.step(), Step::Task(Task::ChangePassword));
        progress.finish(Task::ChangePassword);
        assert_eq!(progress.step(), Step::Task(Task::Consent));
        progress.finish(Task::Consent);
        assert_eq!((progress.step(), progress.authenticated_at()), (Step::Finish, Some(Timestamp(5))));
    }

    #[test]
    fn whoever_is_expected_is_the_only_one() {
        let mut progress = Progress::default();
        assert!(!progress.is_for_other_than("auth0|1"));
        progress.expected = Some("auth0|1".to_owned());
        assert!(!progress.is_for_other_than("auth0|1") && progress.is_for_other_than("auth0|2"));
    }

    #[test]
    fn progress_is_stored_under_names_that_stay() {
        let mut progress = Progress::default();
        progress.prove(UserKey(7), Method::Password, Timestamp(5), vec![Task::Consent]);
        let text = r#"{"user":7,"proofs":[{"name":"pwd","timestamp":5}],"tasks":["consent"]}"#;
        assert_eq!(serde_json::to_string(&progress).expect("JSON"), text);
        assert_eq!(serde_json::from_str::<Progress>(text).expect("progress"), progress);
    }
}
