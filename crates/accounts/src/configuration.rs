//! Tenants, origins, connections, resource servers, settings and keys, cached until their number changes.
//!
//! Users, clients' secrets and grants are never cached.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use anteroom_crypto::{Jwk, Place, Sealer, SigningAlgorithm, SigningKey, Verifier};
use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::oauth::USERINFO;
use anteroom_model::resource_server::ResourceServer;
use anteroom_model::settings::{TenantSettings, web_origins};
use anteroom_model::tenant::DEFAULT_TENANT;
use anteroom_model::{Origin, Tenant, TenantId, User};
use anteroom_store::signing_key::StoredKey;
use anteroom_store::{
    Connection, Db, client, connection, installation, resource_server, signing_key, tenant, tenant_settings,
};
use arc_swap::ArcSwap;

use crate::Error;

/// What is known of one tenant.
pub struct TenantConfiguration {
    /// The tenant.
    pub tenant: Tenant,
    /// Its origins, loopback ones among them; each is an issuer.
    pub origins: Vec<Origin>,
    /// The origin that links and identifiers begin with.
    pub primary: Option<Origin>,
    /// Its connections, the default one first.
    pub connections: Vec<UserConnection>,
    /// Its resource servers.
    pub resource_servers: Vec<ResourceServer>,
    /// Its signing keys.
    pub keys: Keyring,
    /// The id of its console's client; none in a tenant that an earlier release made beside this one.
    pub console: Option<String>,
    /// What it decides for everybody in it.
    pub settings: TenantSettings,
    /// The origins from which browsers may call, as they write them: those that its clients name.
    pub web_origins: HashSet<String>,
}

/// A tenant's signing keys.
pub struct Keyring {
    current: Vec<SigningKey>,
    /// The public keys, current, next and previous.
    pub public: Vec<Jwk>,
    /// Checks signatures by any of them.
    pub verifier: Verifier,
}

impl Keyring {
    /// The key that signs with this algorithm now.
    #[must_use]
    pub fn signing(&self, algorithm: SigningAlgorithm) -> Option<&SigningKey> {
        self.current.iter().find(|key| key.algorithm() == algorithm)
    }
}

impl TenantConfiguration {
    /// The connection of this name.
    #[must_use]
    pub fn connection(&self, name: &str) -> Option<&UserConnection> {
        self.connections.iter().find(|connection| connection.name == name)
    }

    /// The connection that people sign in to with a password.
    #[must_use]
    pub fn database(&self) -> Option<&UserConnection> {
        self.connections.iter().find(|connection| connection.strategy == "auth0" && connection.enabled)
    }

    /// The connection of a user's primary identity.
    #[must_use]
    pub fn connection_of(&self, user: &User) -> Option<&UserConnection> {
        self.connections.iter().find(|connection| connection.key == user.connection)
    }

    /// The resource server that an audience names: the Management API by any of the tenant's origins, with or without
    /// the last slash; others by their identifier.
    #[must_use]
    pub fn resource_server(&self, audience: &str) -> Option<&ResourceServer> {
        let is_management = self.is_management_audience(audience);
        self.resource_servers
            .iter()
            .find(|server| if server.is_system { is_management } else { server.identifier == audience })
    }

    /// The resource server of this id, else the one that an audience of this name names.
    #[must_use]
    pub fn find_resource_server(&self, id_or_identifier: &str) -> Option<&ResourceServer> {
        let by_id = self.resource_servers.iter().find(|server| server.resource_server_id == id_or_identifier);
        by_id.or_else(|| self.resource_server(id_or_identifier))
    }

    /// Whether the audience is the Management API at one of the tenant's origins.
    #[must_use]
    pub fn is_management_audience(&self, audience: &str) -> bool {
        let Some(origin) = audience.strip_suffix('/').unwrap_or(audience).strip_suffix("/api/v2") else { return false };
        self.origins.iter().any(|known| known.to_string() == origin)
    }

    /// Whether the audience is the profile at one of the tenant's issuers.
    #[must_use]
    pub fn is_userinfo_audience(&self, audience: &str) -> bool {
        audience.strip_suffix(USERINFO).is_some_and(|issuer| self.is_issuer(issuer))
    }

    /// Whether the issuer is one of the tenant's origins.
    #[must_use]
    pub fn is_issuer(&self, issuer: &str) -> bool {
        self.origins.iter().any(|origin| origin.issuer() == issuer)
    }

    /// A resource server's identifier as clients see it.
    #[must_use]
    pub fn identifier_of(&self, server: &ResourceServer) -> String {
        match &self.primary {
            Some(primary) if server.is_system => primary.management_audience(),
            _ => server.identifier.clone(),
        }
    }
}

/// All of it, at one moment.
pub struct Configuration {
    version: i64,
    tenants: HashMap<TenantId, Arc<TenantConfiguration>>,
    by_origin: HashMap<Origin, TenantId>,
}

impl Configuration {
    /// The tenant that has this origin.
    #[must_use]
    pub fn by_origin(&self, origin: &Origin) -> Option<&Arc<TenantConfiguration>> {
        self.by_origin.get(origin).and_then(|tenant| self.tenants.get(tenant))
    }

    /// The tenant.
    #[must_use]
    pub fn tenant(&self, tenant: TenantId) -> Option<&Arc<TenantConfiguration>> {
        self.tenants.get(&tenant)
    }

    /// All tenants, in no order.
    pub fn tenants(&self) -> impl Iterator<Item = &Arc<TenantConfiguration>> {
        self.tenants.values()
    }

    /// Its number, see [`installation::config_version`].
    #[must_use]
    pub fn version(&self) -> i64 {
        self.version
    }
}

/// The cached configuration, read again when its number in the database has changed.
pub struct ConfigurationCache {
    db: Db,
    sealer: Arc<Sealer>,
    /// What the listeners answer to on loopback, and the public URL: theirs alone, not stored.
    own: OwnOrigins,
    current: ArcSwap<Configuration>,
}

/// Origins that follow from how this process was started; they belong to the default tenant.
#[derive(Clone, Debug, Default)]
pub struct OwnOrigins {
    /// Loopback origins of the listeners, the preferred one first.
    pub loopback: Vec<Origin>,
    /// The public URL's origin.
    pub public: Option<Origin>,
}

impl ConfigurationCache {
    /// A cache, filled.
    ///
    /// # Errors
    /// When the database cannot be asked or a key cannot be opened with this master key.
    pub async fn load(db: Db, sealer: Arc<Sealer>, own: OwnOrigins) -> Result<Self, Error> {
        let configuration = read(&db, &sealer, &own).await?;
        Ok(Self { db, sealer, own, current: ArcSwap::from_pointee(configuration) })
    }

    /// The configuration as last read.
    #[must_use]
    pub fn current(&self) -> Arc<Configuration> {
        self.current.load_full()
    }

    /// The configuration of at least this number.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub async fn at_least(&self, version: i64) -> Result<Arc<Configuration>, Error> {
        let current = self.current();
        if current.version >= version {
            return Ok(current);
        }
        let configuration = Arc::new(read(&self.db, &self.sealer, &self.own).await?);
        self.current.store(Arc::clone(&configuration));
        Ok(configuration)
    }

    /// The configuration as the database has it now.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub async fn fresh(&self) -> Result<Arc<Configuration>, Error> {
        let version = installation::config_version(&self.db.session().await?.connection()).await?;
        self.at_least(version).await
    }
}

async fn read(db: &Db, sealer: &Sealer, own: &OwnOrigins) -> Result<Configuration, Error> {
    let session = db.session().await?;
    let connection = session.connection();
    let version = installation::config_version(&connection).await?;
    let origins = tenant::all_origins(&connection).await?;
    let keys = signing_key::all(&connection).await?;
    let mut configuration = Configuration { version, tenants: HashMap::new(), by_origin: HashMap::new() };
    for tenant in tenant::all(&connection).await? {
        let mut known: Vec<_> = origins.iter().filter(|stored| stored.tenant == tenant.id).collect();
        known.sort_by_key(|stored| !stored.is_primary);
        let mut of_tenant: Vec<_> = known.into_iter().map(|stored| stored.origin.clone()).collect();
        if tenant.name == DEFAULT_TENANT {
            of_tenant.splice(0..0, own.public.clone());
            of_tenant.extend(own.loopback.iter().cloned());
        }
        let id = tenant.id;
        let known = read_tenant(&connection, sealer, tenant, of_tenant, &keys).await?;
        configuration.by_origin.extend(known.origins.iter().map(|origin| (origin.clone(), id)));
        configuration.tenants.insert(id, Arc::new(known));
    }
    Ok(configuration)
}

async fn read_tenant(
    connection: &Connection<'_>,
    sealer: &Sealer,
    tenant: Tenant,
    origins: Vec<Origin>,
    keys: &[StoredKey],
) -> Result<TenantConfiguration, Error> {
    let id = tenant.id;
    let stored: Vec<_> = keys.iter().filter(|key| key.tenant == id).collect();
    Ok(TenantConfiguration {
        tenant,
        primary: origins.first().cloned(),
        origins,
        connections: connection::all(connection, id).await?,
        resource_servers: resource_server::all(connection, id).await?,
        keys: keyring(sealer, &stored)?,
        console: client::console_id(connection, id).await?,
        settings: tenant_settings::of(connection, id).await?,
        web_origins: tenant_settings::of_clients(connection, id).await?.iter().flat_map(web_origins).collect(),
    })
}

fn keyring(sealer: &Sealer, stored: &[&StoredKey]) -> Result<Keyring, Error> {
    let mut current = Vec::new();
    let mut public: Vec<Jwk> = Vec::new();
    for key in stored {
        let jwk =
            serde_json::from_str(&key.public_jwk).map_err(|error| anteroom_store::Error::Corrupt(error.to_string()))?;
        public.push(jwk);
        if key.state == "current" {
            let pkcs8 = sealer.open(&key_place(key.tenant, &key.kid), &key.sealed_private)?;
            let algorithm: SigningAlgorithm = key.algorithm.parse()?;
            current.push(SigningKey::from_pkcs8(algorithm, &pkcs8)?);
        }
    }
    let verifier = Verifier::new(&public)?;
    Ok(Keyring { current, public, verifier })
}

/// Where a sealed signing key stands.
pub(crate) fn key_place(tenant: TenantId, kid: &str) -> Place<'_> {
    Place { tenant: tenant.0, table: "signing_key", column: "sealed_private", row: kid }
}
