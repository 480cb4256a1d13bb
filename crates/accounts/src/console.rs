//! The console's own client: what people administer through.

use std::sync::Arc;

use anteroom_model::client::{Client, ClientGrant, SUBJECT_USER};
use anteroom_model::ids::new_prefixed_id;
use anteroom_model::scope::all_management;
use anteroom_model::{Actor, Clock, Context, Random, RequestOrigin, TenantId};
use anteroom_store::client_grant::{self, GrantFilter, NewGrant};
use anteroom_store::{BoxFuture, Connection, Db, Work, client, installation, resource_server, tenant};

use crate::Error;
use crate::clients::store_client;

/// Gives the context's tenant its console's client, with a grant for people of all scopes of the Management API: what
/// somebody may do there is what the platform role holds.
pub(crate) async fn insert(connection: &Connection<'_>, context: &Context) -> Result<(), Error> {
    let console = Client::console(&*context.random, context.now());
    let console = store_client(connection, context, &console).await?;
    let servers = resource_server::all(connection, context.tenant).await?;
    for server in servers.iter().filter(|server| server.is_system) {
        let grant = NewGrant {
            grant_id: &new_prefixed_id(&*context.random, "cgr"),
            client: console.key,
            resource_server: server.key,
            scopes: &all_management(),
            subject_type: SUBJECT_USER,
        };
        client_grant::insert(connection, context.tenant, &grant, context.now()).await?;
    }
    Ok(())
}

/// Gives every tenant of an earlier release a console's client, and every console the scopes that this release has. Of
/// several processes that start at once, one does.
///
/// # Errors
/// When the database cannot be asked or written.
pub async fn adopt(db: &Db, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Result<(), Error> {
    let origin = RequestOrigin { operation: "upgrade".to_owned(), ..RequestOrigin::default() };
    db.write(Adopt(Context { tenant: TenantId(0), actor: Actor::System, clock, random, origin })).await
}

struct Adopt(Context);

impl Work for Adopt {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            installation::lock(connection).await?;
            for tenant in tenant::all(connection).await? {
                match client::console_id(connection, tenant.id).await? {
                    Some(client_id) => widen(connection, tenant.id, client_id).await?,
                    None => {
                        insert(connection, &Context { tenant: tenant.id, ..self.0.clone() }).await?;
                        installation::bump_config_version(connection).await?;
                    }
                }
            }
            Ok(())
        })
    }
}

async fn widen(connection: &Connection<'_>, tenant: TenantId, client_id: String) -> Result<(), Error> {
    let (filter, all) = (GrantFilter { client_id: Some(client_id), ..GrantFilter::default() }, all_management());
    let grants = client_grant::all(connection, tenant, &filter).await?;
    let lacks = |grant: &&ClientGrant| grant.is_for_users() && all.first_beyond(&grant.scopes).is_some();
    for grant in grants.iter().filter(lacks) {
        client_grant::set_scopes(connection, tenant, &grant.grant_id, &all).await?;
    }
    Ok(())
}
