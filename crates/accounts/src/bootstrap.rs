//! The first start: what an empty database is given.

use std::sync::Arc;

use anteroom_crypto::token::new_secret;
use anteroom_crypto::{PasswordPool, Sealer};
use anteroom_model::client::{CLIENT_CREDENTIALS, Client, ClientAuthentication, ClientSettings};
use anteroom_model::connection::DEFAULT_NAME;
use anteroom_model::ids::{new_client_id, new_prefixed_id};
use anteroom_model::scope::all_management;
use anteroom_model::tenant::DEFAULT_TENANT;
use anteroom_model::user::{NewUser, UserChanges};
use anteroom_model::{
    Change, Clock, Context, EventKind, PlatformRole, Random, RequestOrigin, Tenant, TenantId, Timestamp, User,
};
use anteroom_store::client_grant::NewGrant;
use anteroom_store::{
    BoxFuture, Connection, Db, Work, client_grant, connection, installation, resource_server, tenant, user,
};
use zeroize::Zeroizing;

use crate::clients::store_client;
use crate::tenants::{Beginning, begin_tenant};
use crate::{Error, Record};

/// Who is to be the first super administrator.
pub struct FirstAdministrator {
    /// The e-mail address.
    pub email: String,
    /// The password; a random one if absent.
    pub password: Option<Zeroizing<String>>,
}

/// What the first start made, told once.
pub struct Made {
    /// The tenant.
    pub tenant: Tenant,
    /// The administrator's e-mail address.
    pub email: String,
    /// The administrator's password.
    pub password: Zeroizing<String>,
    /// The machine client that holds all scopes of the Management API.
    pub client_id: String,
    /// Its secret.
    pub client_secret: Zeroizing<String>,
}

/// What the first start works with.
pub struct Tools {
    /// The database, migrated.
    pub db: Db,
    /// Hashes the administrator's password.
    pub passwords: Arc<PasswordPool>,
    /// Seals keys and secrets.
    pub sealer: Arc<Sealer>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random generator.
    pub random: Arc<dyn Random>,
    /// How long tokens for the Management API hold, in seconds.
    pub token_lifetime: i64,
}

struct FirstStart {
    context: Context,
    beginning: Beginning,
    user: NewUser,
    hash: String,
    strength: i64,
    client: Client,
}

/// Makes the default tenant, its super administrator and its machine client, if there is no tenant yet. Of several
/// processes that start at once, one does.
///
/// # Errors
/// `invalid_body` or `invalid_password` when the administrator's address or password is refused.
pub async fn first_start(tools: &Tools, administrator: FirstAdministrator) -> Result<Option<Made>, Error> {
    if !tenant::all(&tools.db.session().await?.connection()).await?.is_empty() {
        return Ok(None);
    }
    let context = Context {
        tenant: TenantId(0),
        actor: anteroom_model::Actor::System,
        clock: Arc::clone(&tools.clock),
        random: Arc::clone(&tools.random),
        origin: RequestOrigin { operation: "first start".to_owned(), ..RequestOrigin::default() },
    };
    let password = administrator.password.unwrap_or_else(|| crate::users::random_password(&*tools.random));
    let strength = anteroom_model::password::PasswordPolicy::default().check(&password, &[&administrator.email])?;
    let hash = tools.passwords.hash(&*tools.random, password.clone()).await?;
    let secret = Zeroizing::new(new_secret(&*tools.random));
    let beginning =
        Beginning::prepare(Arc::clone(&tools.sealer), DEFAULT_TENANT.to_owned(), Vec::new(), tools.token_lifetime)
            .await?;
    let client = management_client(&context);
    let client_id = client.client_id.clone();
    let start = FirstStart { user: administrator_of(&administrator.email), context, beginning, hash, strength, client };
    let Some(tenant) =
        tools.db.write(Start { start, sealer: Arc::clone(&tools.sealer), secret: secret.clone() }).await?
    else {
        return Ok(None);
    };
    Ok(Some(Made { tenant, email: administrator.email, password, client_id, client_secret: secret }))
}

fn administrator_of(email: &str) -> NewUser {
    let fields =
        UserChanges { email: Change::Set(email.to_owned()), email_verified: Some(true), ..UserChanges::default() };
    NewUser { fields, platform_role: PlatformRole::SuperAdmin, ..NewUser::default() }
}

fn management_client(context: &Context) -> Client {
    Client {
        key: 0,
        client_id: new_client_id(&*context.random),
        name: "Management key".to_owned(),
        app_type: "non_interactive".to_owned(),
        grant_types: vec![CLIENT_CREDENTIALS.to_owned()],
        authentication: ClientAuthentication::SecretPost,
        rank: PlatformRole::SuperAdmin,
        settings: ClientSettings::default(),
        sealed_secret: None,
        valid_after: Timestamp(0),
        created_at: context.now(),
        updated_at: context.now(),
    }
}

struct Start {
    start: FirstStart,
    sealer: Arc<Sealer>,
    secret: Zeroizing<String>,
}

impl Work for Start {
    type Output = Option<Tenant>;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Option<Tenant>, Error>> {
        Box::pin(async move {
            installation::lock(connection).await?;
            if !tenant::all(connection).await?.is_empty() {
                return Ok(None);
            }
            let start = &self.start;
            let made = begin_tenant(connection, &start.context, &start.beginning).await?;
            let context = Context { tenant: made.id, ..start.context.clone() };
            insert_administrator(connection, &context, start).await?;
            self.insert_client(connection, &context).await?;
            Ok(Some(made))
        })
    }
}

impl Start {
    async fn insert_client(&self, connection: &Connection<'_>, context: &Context) -> Result<(), Error> {
        let mut client = self.start.client.clone();
        let place = crate::clients::secret_place(context.tenant, &client.client_id);
        client.sealed_secret = Some(self.sealer.seal(&*context.random, &place, self.secret.as_bytes())?);
        let client = store_client(connection, context, &client).await?;
        let servers = resource_server::all(connection, context.tenant).await?;
        for server in servers.iter().filter(|server| server.is_system) {
            let grant = NewGrant {
                grant_id: &new_prefixed_id(&*context.random, "cgr"),
                client: client.key,
                resource_server: server.key,
                scopes: &all_management(),
                subject_type: "client",
            };
            client_grant::insert(connection, context.tenant, &grant, context.now()).await?;
        }
        Ok(())
    }
}

async fn insert_administrator(
    connection: &Connection<'_>,
    context: &Context,
    start: &FirstStart,
) -> Result<User, Error> {
    let connections = connection::all(connection, context.tenant).await?;
    let database = connections.iter().find(|candidate| candidate.name == DEFAULT_NAME);
    let database = database.ok_or(anteroom_store::Error::AffectedRows(0))?;
    let mut user = start.user.clone().build(database, &*context.random, context.now())?;
    user.password.set_at = Some(context.now());
    user.password.strength = Some(start.strength);
    user::insert(connection, context.tenant, &mut user).await?;
    user::set_password(connection, context.tenant, user.key, &start.hash).await?;
    Record::new(context, EventKind::UserCreated).user(&user).write(connection).await?;
    Ok(user)
}
