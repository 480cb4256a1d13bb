//! `[server]`: where the server listens and what it takes in.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use url::Url;

use super::key::{Key, Section};
use super::parse;
use super::problem::Problem;
use super::settings::Settings;

/// Where everything is kept.
pub const DATA_DIR: Key = Key::text(
    "data_dir",
    "ANTEROOM_DATA_DIR",
    "./data",
    "The folder for keys, certificates and the SQLite database. Made at the first start.",
)
.option("--data-dir");

/// The plain HTTP listener.
pub const LISTEN: Key =
    Key::text("listen", "ANTEROOM_LISTEN", "127.0.0.1:8480", "The address and port for plain HTTP.").option("--listen");

/// The HTTPS listener.
pub const TLS_LISTEN: Key = Key::text(
    "tls_listen",
    "ANTEROOM_TLS_LISTEN",
    "127.0.0.1:8443",
    "The address and port for HTTPS with the local certificate authority; empty switches it off.",
)
.option("--tls-listen");

/// The primary origin of the default tenant.
pub const PUBLIC_URL: Key = Key::text(
    "public_url",
    "ANTEROOM_PUBLIC_URL",
    "",
    "The origin users reach the default tenant at, such as `https://accounts.example.org`: its primary origin and \
     issuer. https, or http on a loopback host.",
)
.option("--public-url");

/// Where the console's files are read.
pub const CONSOLE_DIR: Key = Key::text(
    "console_dir",
    "ANTEROOM_CONSOLE_DIR",
    "",
    "For work on the console: a folder such as `npm run build` makes in `web/dist`, read at each request instead of \
     the console in the binary.",
)
.option("--console-dir");

const TRUSTED_PROXIES: Key = Key::list(
    "trusted_proxies",
    "ANTEROOM_TRUSTED_PROXIES",
    "The networks of the proxies in front, such as `10.0.0.0/8`. Scheme, host and client address are taken from the \
     forwarded headers of these alone.",
);

/// What tells where addresses are.
pub const GEOIP_DATABASE: Key = Key::text(
    "geoip_database",
    "ANTEROOM_GEOIP_DATABASE",
    "",
    "A City or Country file in MaxMind's format, such as `GeoLite2-City.mmdb`, that tells where addresses are: the log \
     then says it of each event. It is held in memory, and read anew when it is replaced. Empty tells nothing.",
)
.option("--geoip-database");

const REQUEST_BODY_LIMIT: Key = Key::number(
    "request_body_limit",
    "ANTEROOM_REQUEST_BODY_LIMIT",
    "1048576",
    "The largest request body in bytes, 1024 to 104857600. Larger ones are answered with 413.",
);

const IMPORT_FILE_LIMIT: Key = Key::number(
    "import_file_limit",
    "ANTEROOM_IMPORT_FILE_LIMIT",
    "0",
    "The largest file of users in bytes that `POST /api/v2/jobs/users-imports` takes, up to 1099511627776; 0 is any.",
);

const REQUEST_TIMEOUT_SECONDS: Key = Key::number(
    "request_timeout_seconds",
    "ANTEROOM_REQUEST_TIMEOUT_SECONDS",
    "30",
    "How long one request may take, 1 to 3600 seconds.",
);

pub(super) const SECTION: Section = Section {
    name: "server",
    in_file: true,
    meaning: "Where the server listens and what it takes in. Paths are relative to the folder it is started in.",
    keys: &[
        DATA_DIR,
        LISTEN,
        TLS_LISTEN,
        PUBLIC_URL,
        CONSOLE_DIR,
        TRUSTED_PROXIES,
        GEOIP_DATABASE,
        REQUEST_BODY_LIMIT,
        IMPORT_FILE_LIMIT,
        REQUEST_TIMEOUT_SECONDS,
    ],
};

/// The settings of `[server]`.
#[derive(Clone, Debug)]
pub struct Server {
    /// The folder for keys, certificates and the SQLite database.
    pub data_dir: PathBuf,
    /// Where plain HTTP is served.
    pub listen: SocketAddr,
    /// Where HTTPS is served; `None` is nowhere.
    pub tls_listen: Option<SocketAddr>,
    /// The default tenant's primary origin: scheme, host and port alone; https, or http on a loopback host. As a text
    /// it ends with a slash, as an issuer does.
    pub public_url: Option<Url>,
    /// Where the console's files are read; `None` is the binary.
    pub console_dir: Option<PathBuf>,
    /// The networks whose forwarded headers are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The file that tells where addresses are; `None` tells nothing.
    pub geoip_database: Option<PathBuf>,
    /// The largest request body in bytes.
    pub request_body_limit: usize,
    /// The largest file of users to import in bytes; `None` is any.
    pub import_file_limit: Option<usize>,
    /// How long one request may take.
    pub request_timeout: Duration,
}

impl Server {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        Ok(Self {
            data_dir: settings.read(&DATA_DIR, parse::path)?,
            listen: settings.read(&LISTEN, parse::address)?,
            tls_listen: settings.read_optional(&TLS_LISTEN, parse::address)?,
            public_url: settings.read_optional(&PUBLIC_URL, parse::origin)?,
            console_dir: settings.read_optional(&CONSOLE_DIR, parse::path)?,
            trusted_proxies: settings.read(&TRUSTED_PROXIES, parse::networks)?,
            geoip_database: settings.read_optional(&GEOIP_DATABASE, parse::path)?,
            request_body_limit: settings.read(&REQUEST_BODY_LIMIT, parse::number(1024..=104_857_600))?,
            import_file_limit: settings
                .read(&IMPORT_FILE_LIMIT, parse::number(0..=1_099_511_627_776))
                .map(|limit| Some(limit).filter(|limit| *limit > 0))?,
            request_timeout: settings
                .read(&REQUEST_TIMEOUT_SECONDS, parse::number(1..=3600))
                .map(Duration::from_secs)?,
        })
    }
}
