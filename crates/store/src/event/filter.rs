//! Which events are asked for, and how they are found.

use anteroom_model::query::{Pattern, Span};
use anteroom_model::{EventKind, TenantId};

use crate::db::Sql;
use crate::search::{Form, compare, within};

/// The most kinds whose events are each met along an index; more are met along time.
const MOST_KINDS: usize = 16;

/// A condition on events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventFilter {
    /// All of these hold; of none, every event is found.
    All(Vec<EventFilter>),
    /// One of these holds.
    Any(Vec<EventFilter>),
    /// This does not hold.
    Not(Box<EventFilter>),
    /// It is of one of these kinds.
    Kinds(Vec<EventKind>),
    /// It happened then, in microseconds since 1970.
    At(Span),
    /// A text of it matches.
    Text(EventText, Pattern),
}

/// The texts of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventText {
    /// Its id outside.
    LogId,
    /// The id of the user to whom it was done, or who did it.
    User,
    /// That user's name at that time.
    UserName,
    /// The client through which it was done.
    Client,
    /// The client's name now.
    ClientName,
    /// The connection's name.
    Connection,
    /// The address.
    Ip,
    /// The browser, as it calls itself.
    UserAgent,
    /// The caller's own id of the request, or the id of a change of many users at once.
    CorrelationId,
}

impl Default for EventFilter {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl EventFilter {
    /// Those that this user did or that were done to it.
    #[must_use]
    pub fn of_user(user_id: &str) -> Self {
        Self::Text(EventText::User, Pattern::Exact(user_id.to_owned()))
    }

    /// What must hold in any case.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All(parts) => parts.iter().flat_map(Self::parts).collect(),
            other => vec![other],
        }
    }

    /// Whether it asks for what is personal, which lies apart.
    fn is_personal(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::is_personal),
            Self::Not(part) => part.is_personal(),
            Self::Text(text, _) => {
                use EventText::{CorrelationId, Ip, UserAgent, UserName};
                matches!(text, UserName | Ip | UserAgent | CorrelationId)
            }
            Self::Kinds(_) | Self::At(_) => false,
        }
    }

    /// Adds the condition, in brackets where it needs them. It may be NULL, which is not true either.
    fn add(&self, sql: Sql, tenant: TenantId) -> Sql {
        match self {
            Self::All(parts) => joined(sql, tenant, parts, " AND ", "true"),
            Self::Any(parts) => joined(sql, tenant, parts, " OR ", "false"),
            Self::Not(part) => part.add(sql.push("("), tenant).push(") IS NOT TRUE"),
            Self::Kinds(kinds) if kinds.is_empty() => sql.push("false"),
            Self::Kinds(kinds) => {
                let names = Sql::padded(kinds.iter().map(|kind| kind.name()).collect());
                sql.push("e.kind IN (").bind_list(names).push(")")
            }
            Self::At(span) => within(sql, "e.at", *span),
            Self::Text(text, pattern) => text.add(sql, tenant, &Form::Stored.pattern(pattern)),
        }
    }
}

fn joined(mut sql: Sql, tenant: TenantId, parts: &[EventFilter], word: &str, of_none: &str) -> Sql {
    if parts.is_empty() {
        return sql.push(of_none);
    }
    for (index, part) in parts.iter().enumerate() {
        sql = part.add(sql.push(if index == 0 { "(" } else { word }), tenant);
    }
    sql.push(")")
}

impl EventText {
    fn add(self, sql: Sql, tenant: TenantId, pattern: &Pattern) -> Sql {
        let of_users = |sql: Sql, target: &str, actor: &str| {
            let sql = compare(sql.push("(e.target_kind = 'user' AND "), target, Form::Stored, pattern);
            compare(sql.push(" OR e.actor_kind = 'user' AND "), actor, Form::Stored, pattern).push(")")
        };
        match self {
            Self::LogId => compare(sql, "e.log_id", Form::Stored, pattern),
            Self::User => of_users(sql, "e.target_id", "e.actor_id"),
            Self::UserName => of_users(sql, "d.target_name", "d.actor_name"),
            Self::Client => compare(sql, "e.client_id", Form::Stored, pattern),
            Self::ClientName => {
                let sql =
                    sql.push("e.client_id IN (SELECT c.client_id FROM client c WHERE c.tenant_id = ").bind(tenant);
                compare(sql.push(" AND "), "c.name", Form::Stored, pattern).push(")")
            }
            Self::Connection => compare(sql, "e.connection", Form::Stored, pattern),
            Self::Ip => compare(sql, "d.ip", Form::Stored, pattern),
            Self::UserAgent => compare(sql, "d.user_agent", Form::Stored, pattern),
            Self::CorrelationId => compare(sql, "d.correlation_id", Form::Stored, pattern),
        }
    }
}

/// A way to meet events: each has an index in the order of time.
#[derive(Clone, Copy)]
enum Way<'a> {
    Everything,
    Kind(EventKind),
    Client(&'a str),
    Target(&'a str),
    /// What a user did, but to itself.
    Actor(&'a str),
}

impl Way<'_> {
    fn add(self, sql: Sql) -> Sql {
        match self {
            Self::Everything => sql,
            Self::Kind(kind) => sql.push(" AND e.kind = ").bind(kind.name()),
            Self::Client(id) => sql.push(" AND e.client_id = ").bind(id),
            Self::Target(id) => sql.push(" AND e.target_kind = 'user' AND e.target_id = ").bind(id),
            Self::Actor(id) => {
                let sql = sql.push(" AND e.actor_kind = 'user' AND e.actor_id = ").bind(id);
                sql.push(" AND (e.target_kind = 'user' AND e.target_id = ").bind(id).push(") IS NOT TRUE")
            }
        }
    }
}

/// The ways that together meet every event the filter finds, each once, and which of its parts they are.
fn ways<'a>(parts: &[&'a EventFilter]) -> (Vec<Way<'a>>, Option<usize>) {
    let exact = |wanted: EventText| {
        parts.iter().enumerate().find_map(|(place, part)| match part {
            EventFilter::Text(text, Pattern::Exact(id) | Pattern::Phrase(id)) if *text == wanted => {
                Some((id.as_str(), place))
            }
            _ => None,
        })
    };
    if let Some((id, place)) = exact(EventText::User) {
        return (vec![Way::Target(id), Way::Actor(id)], Some(place));
    }
    if let Some((id, place)) = exact(EventText::Client) {
        return (vec![Way::Client(id)], Some(place));
    }
    let kinds = parts.iter().enumerate().find_map(|(place, part)| match part {
        EventFilter::Kinds(kinds) if kinds.len() <= MOST_KINDS => Some((kinds, place)),
        _ => None,
    });
    match kinds {
        Some((kinds, place)) => (kinds.iter().copied().map(Way::Kind).collect(), Some(place)),
        None => (vec![Way::Everything], None),
    }
}

/// Statements for the times and numbers of the filter's events, one for each way to them, each event by one way; `with`
/// adds what follows their conditions.
pub(super) fn statements(tenant: TenantId, filter: &EventFilter, with: impl Fn(Sql) -> Sql) -> Vec<Sql> {
    let parts = filter.parts();
    let (ways, place) = ways(&parts);
    let of_way = |way: Way<'_>| {
        let mut sql = Sql::new("SELECT e.id AS id, e.at AS at FROM event e");
        if filter.is_personal() {
            sql = sql.push(" LEFT JOIN event_detail d ON d.event_id = e.id AND d.tenant_id = e.tenant_id");
        }
        sql = way.add(sql.push(" WHERE e.tenant_id = ").bind(tenant));
        for (index, part) in parts.iter().enumerate() {
            if Some(index) != place {
                sql = part.add(sql.push(" AND "), tenant);
            }
        }
        with(sql)
    };
    ways.into_iter().map(of_way).collect()
}

/// What these statements, of which there is at least one, find together.
pub(super) fn together(statements: &[Sql]) -> Sql {
    let mut all = Sql::default();
    for (index, statement) in statements.iter().enumerate() {
        let sql = all.push(if index == 0 { "SELECT p.id, p.at FROM (" } else { " UNION ALL SELECT p.id, p.at FROM (" });
        all = sql.append(statement).push(") p");
    }
    all
}
