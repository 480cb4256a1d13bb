//! Who asked for a job: kept with it, for it is done later and by another process.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::context::{Context, RequestOrigin};
use crate::ids::{TenantId, UserKey};
use crate::random::Random;
use crate::role::PlatformRole;
use crate::scope::Scopes;
use crate::time::Clock;

/// What a job is to do, and for whom, as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request<T> {
    /// Who asked for it.
    pub asker: Asker,
    /// What it is to do.
    pub work: T,
}

/// Who asked for a job, with what it might do at that moment: the job does no more than that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    rank: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    scopes: String,
    /// A user's internal key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<i64>,
    /// The client that a user came through.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    client_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ip: Option<std::net::IpAddr>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user_agent: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    correlation_id: Option<String>,
    operation: String,
}

impl Asker {
    /// Whoever asks in this context.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let origin = context.origin.clone();
        let asker = Self {
            id: context.actor.id().to_owned(),
            rank: context.actor.rank().name().to_owned(),
            ip: origin.ip,
            user_agent: origin.user_agent,
            correlation_id: origin.correlation_id,
            operation: origin.operation,
            ..Self::default()
        };
        match context.actor.clone() {
            Actor::System => Self { kind: "system".to_owned(), ..asker },
            Actor::Visitor { client_id } => {
                Self { kind: "visitor".to_owned(), client_id: client_id.unwrap_or_default(), ..asker }
            }
            Actor::Client { name, scopes, .. } => {
                Self { kind: "client".to_owned(), name, scopes: scopes.as_str().to_owned(), ..asker }
            }
            Actor::User { key, name, scopes, client_id, .. } => Self {
                kind: "user".to_owned(),
                name,
                scopes: scopes.as_str().to_owned(),
                key: Some(key.0),
                client_id,
                ..asker
            },
        }
    }

    /// The context in which the job is done: that of its request, at another time. Nothing in it tells where the address is.
    #[must_use]
    pub fn context(&self, tenant: TenantId, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Context {
        let origin = RequestOrigin {
            ip: self.ip,
            user_agent: self.user_agent.clone(),
            correlation_id: self.correlation_id.clone(),
            operation: self.operation.clone(),
            ..RequestOrigin::default()
        };
        Context { tenant, actor: self.actor(), clock, random, origin }
    }

    /// What cannot be read holds no scope.
    fn actor(&self) -> Actor {
        let rank = PlatformRole::parse(&self.rank).unwrap_or(PlatformRole::User);
        let scopes = Scopes::stored(self.scopes.clone());
        match (self.kind.as_str(), self.key) {
            ("system", _) => Actor::System,
            ("client", _) => Actor::Client { client_id: self.id.clone(), name: self.name.clone(), rank, scopes },
            ("user", Some(key)) => Actor::User {
                key: UserKey(key),
                user_id: self.id.clone(),
                name: self.name.clone(),
                role: rank,
                scopes,
                client_id: self.client_id.clone(),
            },
            _ => Actor::Visitor { client_id: Some(self.client_id.clone()).filter(|id| !id.is_empty()) },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Asker;
    use crate::actor::Actor;
    use crate::context::{Context, RequestOrigin};
    use crate::ids::{TenantId, UserKey};
    use crate::role::PlatformRole;
    use crate::scope::Scopes;
    use crate::time::{Clock, Timestamp};

    struct Fixed;

    impl Clock for Fixed {
        fn now(&self) -> Timestamp {
            Timestamp(1)
        }
    }

    impl crate::random::Random for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(1);
        }
    }

    fn context(actor: Actor) -> Context {
        let origin = RequestOrigin { operation: "POST /jobs".to_owned(), ..RequestOrigin::default() };
        Context { tenant: TenantId(7), actor, clock: Arc::new(Fixed), random: Arc::new(Fixed), origin }
    }

    #[test]
    fn a_job_is_done_as_the_one_who_asked_for_it() {
        let user = Actor::User {
            key: UserKey(3),
            user_id: "auth0|3".to_owned(),
            name: "Ada".to_owned(),
            role: PlatformRole::Admin,
            scopes: Scopes::parse("read:users create:users"),
            client_id: "console".to_owned(),
        };
        let client = Actor::Client {
            client_id: "c".to_owned(),
            name: "Key".to_owned(),
            rank: PlatformRole::SuperAdmin,
            scopes: Scopes::parse("read:users"),
        };
        for actor in [user, client, Actor::System, Actor::Visitor { client_id: None }] {
            let asker = Asker::of(&context(actor.clone()));
            let text = serde_json::to_string(&asker).expect("a text");
            let read: Asker = serde_json::from_str(&text).expect("an asker");
            assert_eq!(read, asker);
            let again = read.context(TenantId(7), Arc::new(Fixed), Arc::new(Fixed));
            assert_eq!(format!("{:?}", again.actor), format!("{actor:?}"));
            assert_eq!(again.origin.operation, "POST /jobs");
        }
    }

    #[test]
    fn what_cannot_be_read_holds_nothing() {
        let odd = Asker { kind: "user".to_owned(), scopes: "create:users".to_owned(), ..Asker::default() };
        assert!(!odd.actor().holds("create:users"));
    }
}
