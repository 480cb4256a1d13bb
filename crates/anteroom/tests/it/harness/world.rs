//! What every test finds: made once for each engine, then copied.

use std::path::PathBuf;
use std::sync::Arc;

use anteroom_accounts::Services;
use anteroom_accounts::bootstrap::{FirstAdministrator, Tools, first_start};
use anteroom_accounts::configuration::{ConfigurationCache, OwnOrigins};
use anteroom_accounts::mail::MailSettings;
use anteroom_accounts::tenants::create_tenant;
use anteroom_accounts::traffic::Traffic;
use anteroom_accounts::users::{CreateUser, create_user};
use anteroom_crypto::{HashCost, MasterKey, PasswordPool, Sealer};
use anteroom_model::user::{NewUser, UserChanges};
use anteroom_model::{Actor, Change, Context, Origin, Random, RequestOrigin, TenantId};
use anteroom_store::{DatabaseUrl, Db};
use tokio::sync::OnceCell;

use super::engine::{Database, Engine, new_name};
use super::{SeededRandom, TestClock, people, postgres};

/// The host of the default tenant.
pub const HOST: &str = "localhost:8480";
/// The host of the second tenant.
pub const OTHER_HOST: &str = "other.test";

/// What was made at the beginning.
#[derive(Clone)]
pub struct World {
    /// The machine client with all scopes and the rank of super administrator.
    pub client_id: String,
    /// Its secret.
    pub client_secret: String,
    /// The default tenant.
    pub tenant: TenantId,
    /// The second one.
    pub other: TenantId,
    template: Template,
}

#[derive(Clone)]
enum Template {
    File(PathBuf),
    Database(String),
}

static SQLITE: OnceCell<World> = OnceCell::const_new();
static POSTGRES: OnceCell<World> = OnceCell::const_new();

impl World {
    /// The world on this engine.
    pub async fn on(engine: Engine) -> &'static Self {
        match engine {
            Engine::Sqlite => SQLITE.get_or_init(Self::in_file).await,
            Engine::Postgres => POSTGRES.get_or_init(Self::in_database).await,
        }
    }

    /// A copy of the world's database.
    pub async fn database(&self) -> Database {
        match &self.template {
            Template::File(file) => Database::copy_of_file(file),
            Template::Database(name) => Database::copy_of_database(name).await,
        }
    }

    async fn in_file() -> Self {
        let folder = tempfile::Builder::new().prefix("anteroom-world-").tempdir().expect("a folder").keep();
        postgres::when_this_process_ends(&format!("rm -rf {}", folder.display()));
        let file = folder.join("anteroom.db");
        let (copied, world) = (folder.join("world.db"), Template::File(folder.join("world.db")));
        let mut made = make(&DatabaseUrl::Sqlite(file.clone()), world).await;
        // The writer thread still has the file open: a whole copy is made by SQLite itself.
        let connection = rusqlite::Connection::open(&file).expect("the file");
        connection.execute("VACUUM INTO ?1", [copied.display().to_string()]).expect("a copy");
        made.template = Template::File(copied);
        made
    }

    async fn in_database() -> Self {
        let name = new_name("world");
        let cluster = postgres::cluster().await;
        cluster.create(&name, None).await;
        let made = make(&cluster.url(&name), Template::Database(name.clone())).await;
        // A template must have no connections, and the pool's end when they are told to.
        cluster.run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")).await;
        made
    }
}

async fn make(url: &DatabaseUrl, template: Template) -> World {
    let clock = Arc::new(TestClock::default());
    let random: Arc<dyn Random> = Arc::new(SeededRandom::new("world"));
    let db = Db::open(url, 4).expect("a database");
    db.migrate().await.expect("a schema");
    let passwords = passwords();
    let tools = Tools {
        db: db.clone(),
        passwords: Arc::clone(&passwords),
        sealer: sealer(),
        clock: Arc::<TestClock>::clone(&clock),
        random: Arc::clone(&random),
        token_lifetime: 86_400,
    };
    let administrator = FirstAdministrator { email: "root@example.com".to_owned(), password: None };
    let made = first_start(&tools, administrator).await.expect("a first start").expect("an empty database");
    let services = services(db, OwnOrigins::default()).await;
    let context = Context {
        tenant: TenantId(0),
        actor: Actor::System,
        clock,
        random,
        origin: RequestOrigin { operation: "world".to_owned(), ..RequestOrigin::default() },
    };
    let origin = Origin::parse("http://other.test").expect("an origin");
    let other = create_tenant(&services, &context, "other".to_owned(), vec![origin]).await.expect("a tenant");
    fill(&services, &Context { tenant: other.id, ..context }).await;
    World {
        client_id: made.client_id,
        client_secret: made.client_secret.to_string(),
        tenant: made.tenant.id,
        other: other.id,
        template,
    }
}

/// The second tenant has all the people and twenty more.
async fn fill(services: &Services, context: &Context) {
    let configuration = services.configuration.fresh().await.expect("a configuration");
    let tenant = configuration.tenant(context.tenant).expect("the tenant");
    let known = people::PEOPLE
        .iter()
        .map(|(email, username, name)| (email.to_string(), username.to_string(), name.to_string()));
    let more =
        (0..20).map(|number| (format!("more{number}@example.com"), format!("more{number}"), format!("More {number}")));
    for (email, username, name) in known.chain(more) {
        let fields = UserChanges {
            email: Change::Set(email),
            username: Change::Set(username),
            name: Change::Set(name),
            ..UserChanges::default()
        };
        let request = CreateUser {
            connection: super::CONNECTION.to_owned(),
            user: NewUser { fields, ..NewUser::default() },
            verify_email: Some(false),
            ..CreateUser::default()
        };
        create_user(services, tenant, context, request).await.expect("a user");
    }
}

/// Services on a database of the world, with hashes that cost next to nothing.
pub async fn services(db: Db, own: OwnOrigins) -> Services {
    let sealer = sealer();
    let cache = ConfigurationCache::load(db.clone(), Arc::clone(&sealer), own).await.expect("a configuration");
    Services {
        traffic: Traffic::start(db.clone()),
        jobs: Arc::default(),
        locator: anteroom_model::Locator::default(),
        db,
        passwords: passwords(),
        sealer,
        configuration: Arc::new(cache),
        mail: MailSettings::default(),
    }
}

fn passwords() -> Arc<PasswordPool> {
    let cost = HashCost { memory_kib: 8, iterations: 1, ..HashCost::default() };
    Arc::new(PasswordPool::new(cost, std::num::NonZeroUsize::MIN).expect("a pool"))
}

/// What opens the world's secrets.
pub fn sealer() -> Arc<Sealer> {
    Arc::new(Sealer::new(&MasterKey::generate(&SeededRandom::new("master key"))).expect("a sealer"))
}
