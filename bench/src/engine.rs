//! The whole run on one database.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::Value;
use tokio::task::JoinSet;

use crate::client::{Client, request};
use crate::crowd::Crowd;
use crate::database::Database;
use crate::machine;
use crate::measure::{Cost, Measured, Meters, each, measure};
use crate::operation::{Operation, Requests, token_body};
use crate::people::Person;
use crate::server::{Launch, Memory, Server, free_port};
use crate::sign_in::SigningIn;

/// Connections that load users at once.
pub const LOADERS: usize = 8;

/// Starts on an existing data folder; the median counts.
const STARTS: usize = 5;

/// How long a server that was just started is left alone before its memory is read.
const REST: Duration = Duration::from_secs(1);

/// Those of a server that signs with RSA, in order; what writes comes last.
const OPERATIONS: [Operation; 7] = [
    Operation::Live,
    Operation::TokenRs256,
    Operation::GetUser,
    Operation::ListPage,
    Operation::UsersByEmail,
    Operation::CreateUser,
    Operation::CreatePlainUser,
];

/// The length of the signature in a token: 64 bytes (RFC 7518 §3.4) in base64url.
const ES256_SIGNATURE: usize = 86;

/// A database and what to measure on it.
pub struct Engine<'a> {
    /// The server's binary.
    pub server: &'a Path,
    /// The data folder, which is not there yet.
    pub data: PathBuf,
    /// The database, which is empty.
    pub database: Database,
    /// People to be users.
    pub people: &'a [Person],
    /// How many of them are loaded before anything is measured.
    pub users: usize,
    /// How long each operation is measured.
    pub span: Duration,
}

/// What was measured on one database.
pub struct Figures {
    /// The database's name.
    pub database: &'static str,
    /// Until ready, on nothing: makes schema, keys, tenant, administrator.
    pub first_start: Duration,
    /// Loading the users, many at once.
    pub load: Load,
    /// Until ready, on an existing data folder, the quickest first.
    pub starts: Vec<Duration>,
    /// Memory a second after a start.
    pub idle: Memory,
    /// Memory after the operations.
    pub after: Memory,
    /// The operations.
    pub operations: Vec<Measured>,
    /// One RSA signature alone, measured beside the tokens.
    pub rsa_signature: Cost,
    /// People who sign in at the same time.
    pub crowd: Crowd,
}

/// What creating a user cost while [`LOADERS`] clients did it: they share commits.
#[derive(Clone, Copy)]
pub struct Load {
    /// Users a second.
    pub rate: f64,
    /// Processor time of the server's process for one, in microseconds.
    pub server: f64,
    /// Processor time of the database's processes, if it has its own.
    pub database: Option<f64>,
}

/// What the first start leaves to work with.
struct Loaded {
    load: Load,
    host: String,
    key: Value,
    token: String,
    users: Vec<(String, Option<String>)>,
}

impl Engine<'_> {
    /// Starts servers on it, loads users, measures, and stops them all.
    pub async fn run(&self) -> anyhow::Result<Figures> {
        ensure!(self.people.len() > self.users, "{} people are too few", self.people.len());
        let launch = Launch {
            binary: self.server,
            data: &self.data,
            database: &self.database,
            port: free_port()?,
            cheap_passwords: false,
        };
        let (server, first_start) = launch.start().await.context("the first start")?;
        let loaded = self.load(&server, launch.port).await.context("loading users")?;
        server.stop().await?;
        self.database.analyze()?;

        let (server, starts) = restart(&launch).await?;
        tokio::time::sleep(REST).await;
        let idle = server.memory()?;
        let mut operations = Vec::new();
        let signature_before = machine::rsa_signature()?;
        for operation in OPERATIONS {
            operations.push(self.measure(&server, launch.port, &loaded, operation).await?);
        }
        let after = server.memory()?;
        server.stop().await?;
        let signature_after = machine::rsa_signature()?;

        // Beside the other token in the report.
        operations.insert(2, self.measure_es256(&launch, &loaded).await?);
        let signing_in = SigningIn {
            launch: &launch,
            host: &loaded.host,
            authorization: authorization(&loaded.token),
            token_body: token_body(&loaded.key),
            span: self.span,
        };
        operations.extend(signing_in.alone().await.context("signing in, one at a time")?);
        let crowd = signing_in.together().await.context("signing in, many at once")?;
        Ok(Figures {
            database: self.database.name(),
            first_start,
            load: loaded.load,
            starts,
            idle,
            after,
            operations,
            rsa_signature: quieter(signature_before, signature_after),
            crowd,
        })
    }

    /// Measures tokens signed with ES256, on a server started for that.
    async fn measure_es256(&self, launch: &Launch<'_>, loaded: &Loaded) -> anyhow::Result<Measured> {
        self.database.sign_with_es256()?;
        let (server, _) = launch.start().await?;
        let token = access_token(&mut Client::connect(launch.port).await?, &loaded.host, &loaded.key).await?;
        let signature = token.rsplit('.').next().unwrap_or_default();
        ensure!(signature.len() == ES256_SIGNATURE, "the token is not signed with ES256");
        let measured = self.measure(&server, launch.port, loaded, Operation::TokenEs256).await?;
        server.stop().await?;
        Ok(measured)
    }

    async fn measure(
        &self,
        server: &Server,
        port: u16,
        loaded: &Loaded,
        operation: Operation,
    ) -> anyhow::Result<Measured> {
        let requests = Requests {
            host: &loaded.host,
            authorization: authorization(&loaded.token),
            users: &loaded.users,
            newcomers: &self.people[self.users..],
            token_body: token_body(&loaded.key),
        };
        let mut client = Client::connect(port).await?;
        let mut meters = self.meters(server);
        measure(&mut client, operation, requests.of(operation), self.span, &mut meters)
            .await
            .with_context(|| operation.name())
    }

    /// Creates the users over several connections, as an importing program would.
    async fn load(&self, server: &Server, port: u16) -> anyhow::Result<Loaded> {
        let key: Value = serde_json::from_slice(&fs::read(self.data.join("management-key.json"))?)?;
        let host = format!("localhost:{port}");
        let token = access_token(&mut Client::connect(port).await?, &host, &key).await?;
        let requests = Requests {
            host: &host,
            authorization: authorization(&token),
            users: &[],
            newcomers: &[],
            token_body: String::new(),
        };
        let (mut meters, began) = (self.meters(server), Instant::now());
        let before = meters.read()?;
        let mut loaders = JoinSet::new();
        for share in self.people[..self.users].chunks(self.users.div_ceil(LOADERS)) {
            let share = share.iter().map(|person| (requests.create(&person.body), person.email.clone())).collect();
            loaders.spawn(create_all(port, share));
        }
        let mut users = Vec::with_capacity(self.users);
        while let Some(created) = loaders.join_next().await {
            users.extend(created??);
        }
        let spent = meters.read()?.since(before);
        let load = Load {
            rate: 1e6 / each(began.elapsed(), users.len()),
            server: each(spent.server, users.len()),
            database: spent.database.map(|spent| each(spent, users.len())),
        };
        Ok(Loaded { load, host, key, token, users })
    }

    fn meters(&self, server: &Server) -> Meters {
        Meters::of(server, &self.database)
    }
}

/// Starts a server again and again; the last one stays. Tells how long that took, the quickest first.
async fn restart(launch: &Launch<'_>) -> anyhow::Result<(Server, Vec<Duration>)> {
    let (mut server, took) = launch.start().await?;
    let mut starts = vec![took];
    while starts.len() < STARTS {
        server.stop().await?;
        let (next, took) = launch.start().await?;
        starts.push(took);
        server = next;
    }
    starts.sort_unstable();
    Ok((server, starts))
}

/// Creates users, one after the other; answers their ids and e-mail addresses.
pub async fn create_all(
    port: u16,
    requests: Vec<(Vec<u8>, Option<String>)>,
) -> anyhow::Result<Vec<(String, Option<String>)>> {
    let mut client = Client::connect(port).await?;
    let mut created = Vec::with_capacity(requests.len());
    for (request, email) in requests {
        let user = client.send_for_json(&request, Operation::CreateUser.status()).await?;
        created.push((user["user_id"].as_str().context("no user_id")?.to_owned(), email));
    }
    Ok(created)
}

/// A token of the Management API for the client of this key file.
pub async fn access_token(client: &mut Client, host: &str, key: &Value) -> anyhow::Result<String> {
    let request = request("POST", "/oauth/token", host, "", &token_body(key));
    let answer = client.send_for_json(&request, 200).await.context("the token")?;
    Ok(answer["access_token"].as_str().context("no access_token")?.to_owned())
}

/// The header's line for this token.
pub fn authorization(token: &str) -> String {
    format!("authorization: Bearer {token}\r\n")
}

fn quieter(one: Cost, other: Cost) -> Cost {
    if one.quietest <= other.quietest { one } else { other }
}
