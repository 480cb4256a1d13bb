//! A PostgreSQL cluster of the test run's own: started at first use, stopped and removed when the test process ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anteroom_store::DatabaseUrl;
use tokio::sync::{Mutex, OnceCell};

/// A running cluster that listens on a socket in its own folder only.
pub struct Cluster {
    folder: PathBuf,
    /// One CREATE DATABASE at a time: two copies of one template get in each other's way.
    creating: Mutex<()>,
}

static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();

/// The cluster.
pub async fn cluster() -> &'static Cluster {
    CLUSTER.get_or_init(async || tokio::task::spawn_blocking(Cluster::start).await.expect("a cluster")).await
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("anteroom-pg-").tempdir().expect("a folder").keep();
        let binaries = binaries();
        as_server_user(&["chown", "postgres", &folder.display().to_string()], true);
        let data = folder.join("data").display().to_string();
        let initdb = binaries.join("initdb").display().to_string();
        let words =
            ["-D", &data, "--no-sync", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", "--username=anteroom"];
        as_server_user(&[&[initdb.as_str()], words.as_slice()].concat(), false);
        let options = format!(
            "-k {} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB",
            folder.display()
        );
        let pg_ctl = binaries.join("pg_ctl").display().to_string();
        let log = folder.join("log").display().to_string();
        as_server_user(&[&pg_ctl, "-D", &data, "-w", "-l", &log, "-o", &options, "start"], false);
        stop_with_this_process(&folder, &data);
        Self { folder, creating: Mutex::new(()) }
    }

    /// Where a database of the cluster is.
    pub fn url(&self, name: &str) -> DatabaseUrl {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        DatabaseUrl::Postgres(format!("postgres://anteroom@{folder}/{name}"))
    }

    /// Makes a database, empty or as a copy.
    pub async fn create(&self, name: &str, template: Option<&str>) {
        let _turn = self.creating.lock().await;
        let words = match template {
            Some(template) => format!("TEMPLATE {template} STRATEGY file_copy"),
            None => String::new(),
        };
        self.run(&format!("CREATE DATABASE {name} {words}")).await;
    }

    /// Runs a statement in the cluster's first database.
    pub async fn run(&self, statement: &str) {
        let config = format!("host={} user=anteroom dbname=postgres", self.folder.display());
        let (client, connection) = tokio_postgres::connect(&config, tokio_postgres::NoTls).await.expect("a connection");
        let running = tokio::spawn(connection);
        client.batch_execute(statement).await.expect(statement);
        drop(client);
        running.await.expect("a connection").expect("a clean end");
    }
}

/// The folder of PostgreSQL's server binaries.
pub fn binaries() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<_> =
        versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").exists()).collect();
    found.sort();
    let on_path =
        std::env::var_os("PATH").and_then(|path| std::env::split_paths(&path).find(|bin| bin.join("initdb").exists()));
    found.pop().or(on_path).expect("PostgreSQL's server binaries: tools/setup.sh installs them")
}

/// PostgreSQL refuses to run as root: then its commands are run as the user postgres.
fn as_server_user(words: &[&str], only_for_root: bool) {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"));
    let mut command = match (is_root, only_for_root) {
        (true, false) => {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).args(words);
            command
        }
        (true, true) | (false, false) => {
            let mut command = Command::new(words[0]);
            command.args(&words[1..]);
            command
        }
        (false, true) => return,
    };
    let output = command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let output = output.and_then(std::process::Child::wait_with_output).expect("the command");
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Stops the cluster and removes its folder when this process has ended.
fn stop_with_this_process(folder: &Path, data: &str) {
    when_this_process_ends(&format!(
        "server=$(head -n 1 {data}/postmaster.pid); kill -QUIT $server; \
         while kill -0 $server 2>/dev/null; do sleep 0.2; done; rm -rf {}",
        folder.display()
    ));
}

/// Runs the command when this process has ended. Nothing of ours runs then, whichever way it ended: a small shell waits
/// for it.
pub fn when_this_process_ends(command: &str) {
    let script = format!("while kill -0 {} 2>/dev/null; do sleep 0.5; done; {command}", std::process::id());
    let waiting = Command::new("setsid")
        .args(["sh", "-c", &script])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    drop(waiting.expect("a shell"));
}
