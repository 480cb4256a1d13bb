//! `anteroom serve`

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anteroom_accounts::bootstrap::{self, Made, Tools};
use anteroom_accounts::configuration::OwnOrigins;
use anteroom_accounts::console;
use anteroom_http::{App, ConsoleFiles, Listener, RateLimit, Settings, TrustedProxies};
use anteroom_model::Origin;
use anteroom_model::client::CONSOLE_PATH;
use anyhow::Context;
use tokio::net::TcpListener;
use zeroize::Zeroizing;

use super::{delivery, environment, jobs, locations, maintenance, say, services};
use crate::certificates;
use crate::configuration::{Configuration, Secret};
use crate::output::{FirstStart, MANAGEMENT_KEY_FILE, ManagementKey, Start, start_lines};
use crate::shutdown::Shutdown;

/// The administrator's address when none was chosen.
const ADMINISTRATOR: &str = "admin@localhost.localdomain";

/// Serves until told to stop.
pub async fn run(configuration: &Configuration) -> anyhow::Result<()> {
    super::super::logging::start(&configuration.log);
    let mut shutdown = Shutdown::listen()?;
    let places = locations::open(configuration)?;
    let db = services::open_database(configuration).await?;
    let sealer = services::open_sealer(configuration, &db).await?;
    let tools = Tools {
        db: db.clone(),
        passwords: services::password_pool(&configuration.security)?,
        sealer: Arc::clone(&sealer),
        clock: environment::clock(),
        random: environment::random(),
        token_lifetime: i64::try_from(configuration.management.access_token_lifetime.as_secs())?,
    };
    let transport = delivery::transport(&configuration.mail)?;
    // The first start's secrets are told once: what can fail for other reasons is done before.
    let listeners = listen(configuration).await?;
    let own = own_origins(configuration, &listeners)?;
    let made = bootstrap::first_start(&tools, administrator(configuration)).await.context("the first start")?;
    console::adopt(&tools.db, environment::clock(), environment::random()).await.context("the console's client")?;
    let mut services = services::open(configuration, db, sealer, own.clone()).await?;
    services.locator = locations::locator(places.as_ref());
    let app = App::new(services, environment::clock(), environment::random(), settings(configuration))
        .map_err(|error| anyhow::anyhow!("the pages: {error}"))?;
    announce(configuration, &own, made.as_ref())?;
    let tidying = tokio::spawn(maintenance::run(app.clone()));
    let delivering = delivery::Worker::start(app.services().clone(), transport);
    let working = jobs::Worker::start(app.services().clone());
    let following = tokio::spawn(locations::follow(places));
    anteroom_http::serve(anteroom_http::router(app.clone()), listeners, async move {
        let signal = shutdown.requested().await;
        tracing::info!(signal, "stopping");
    })
    .await;
    tidying.abort();
    following.abort();
    working.stop().await;
    delivering.stop().await;
    app.services().traffic.flush().await;
    Ok(())
}

fn administrator(configuration: &Configuration) -> bootstrap::FirstAdministrator {
    let first = &configuration.first_administrator;
    bootstrap::FirstAdministrator {
        email: first.email.clone().unwrap_or_else(|| ADMINISTRATOR.to_owned()),
        password: first.password.as_ref().map(|password| Zeroizing::new(password.expose().to_owned())),
    }
}

fn settings(configuration: &Configuration) -> Settings {
    let server = &configuration.server;
    Settings {
        trusted_proxies: TrustedProxies(server.trusted_proxies.clone()),
        rate_limit: configuration
            .management
            .rate_limit
            .as_ref()
            .map(|limit| RateLimit { per_second: limit.per_second.get(), burst: limit.burst.get() }),
        body_limit: server.request_body_limit,
        upload_limit: server.import_file_limit,
        timeout: server.request_timeout,
        console: ConsoleFiles::choose(server.console_dir.clone()),
    }
}

async fn listen(configuration: &Configuration) -> anyhow::Result<Vec<Listener>> {
    let server = &configuration.server;
    let bind = |address: SocketAddr| async move {
        TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))
    };
    let mut listeners = Vec::new();
    if let Some(address) = server.tls_listen {
        let now = environment::clock().now();
        let tls = certificates::server_config(&server.data_dir, &[address.ip()], now, environment::random())
            .context("the local certificate")?;
        listeners.push(Listener { socket: bind(address).await?, tls: Some(Arc::new(tls)) });
    }
    listeners.push(Listener { socket: bind(server.listen).await?, tls: None });
    Ok(listeners)
}

/// The loopback origins that the listeners answer to, HTTPS first.
fn own_origins(configuration: &Configuration, listeners: &[Listener]) -> anyhow::Result<OwnOrigins> {
    let mut loopback = Vec::new();
    for listener in listeners {
        let address = listener.socket.local_addr()?;
        let hosts = match address {
            SocketAddr::V4(_) => ["localhost", "127.0.0.1"].as_slice(),
            SocketAddr::V6(own) if own.ip().is_unspecified() => ["localhost", "127.0.0.1", "[::1]"].as_slice(),
            SocketAddr::V6(_) => ["localhost", "[::1]"].as_slice(),
        };
        let secure = listener.tls.is_some();
        loopback.extend(hosts.iter().map(|host| Origin { secure, host: (*host).to_owned(), port: address.port() }));
    }
    let public = configuration.server.public_url.as_ref().map(|url| Origin::parse(url.as_str()));
    let public = public.transpose().map_err(|rule| anyhow::anyhow!("the public URL {rule}"))?;
    Ok(OwnOrigins { loopback, public })
}

/// Says where it serves and, after a first start, what nobody can be told again.
fn announce(configuration: &Configuration, own: &OwnOrigins, made: Option<&Made>) -> anyhow::Result<()> {
    let data = &configuration.server.data_dir;
    let primary = own.public.as_ref().or(own.loopback.first()).context("nothing is listened on")?;
    let by_name = own.loopback.iter().filter(|origin| origin.host == "localhost");
    let origins: Vec<_> = own.public.iter().chain(by_name).map(ToString::to_string).collect();
    let key_file = data.join(MANAGEMENT_KEY_FILE);
    let key = made.map(|made| key_at(primary, made.client_id.clone(), made.client_secret.to_string()));
    let is_password_chosen = configuration.first_administrator.password.is_some();
    let password = made.filter(|_| !is_password_chosen).map(|made| Secret::from(made.password.to_string()));
    let authority =
        configuration.server.tls_listen.map(|_| std::path::absolute(data.join(certificates::AUTHORITY_FILE)));
    let authority = authority.transpose()?;
    let first = made.zip(key.as_ref()).map(|(made, key)| FirstStart {
        email: &made.email,
        password: password.as_ref(),
        key,
        key_file: &key_file,
    });
    // A browser knows nothing yet of the local certificate authority: without a public URL the plain origin is shown.
    let plain = own.loopback.iter().find(|origin| !origin.secure && origin.host == "localhost");
    let console = format!("{}{CONSOLE_PATH}", own.public.as_ref().or(plain).unwrap_or(primary));
    say(&start_lines(&Start {
        version: env!("CARGO_PKG_VERSION"),
        origins: &origins,
        console: &console,
        authority: authority.as_deref(),
        first,
    }));
    match key.or_else(|| moved_key(&key_file, primary)) {
        Some(key) => key.write(&key_file).with_context(|| format!("cannot write {}", key_file.display())),
        None => Ok(()),
    }
}

/// The key of an earlier start, if the server was then reached at another origin than now.
fn moved_key(file: &Path, primary: &Origin) -> Option<ManagementKey> {
    let ManagementKey { audience, client_id, client_secret, .. } = ManagementKey::read(file)?;
    (audience != primary.management_audience()).then(|| key_at(primary, client_id, client_secret))
}

fn key_at(primary: &Origin, client_id: String, client_secret: String) -> ManagementKey {
    let (domain, issuer, audience) = (primary.authority(), primary.issuer(), primary.management_audience());
    ManagementKey { domain, issuer, audience, client_id, client_secret }
}
