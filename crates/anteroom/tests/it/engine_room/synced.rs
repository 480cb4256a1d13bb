//! SQLite: nothing is acknowledged before it is on disk. The server runs on files of which a power cut would keep only
//! what was synced (`unsynced.c`), is killed, and begins again on what was kept.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anteroom_store::DatabaseUrl;

use super::durability::{assert_served, body, kill_while_creating};
use super::process::Process;
use super::whole;

const CREATES: usize = 200;
const ENOUGH: usize = 100;

/// A data folder, and what a power cut would leave of its database.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    fn new() -> Self {
        let disk = Self { folder: tempfile::tempdir().expect("a folder") };
        for folder in [disk.data(), disk.kept()] {
            std::fs::create_dir(folder).expect("a folder");
        }
        disk
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn kept(&self) -> PathBuf {
        self.folder.path().join("kept")
    }

    fn database(&self) -> PathBuf {
        self.data().join("anteroom.db")
    }

    fn url(&self) -> String {
        format!("sqlite:{}", self.database().display())
    }

    /// A server whose unsynced writes would be lost.
    async fn start(&self) -> Process {
        let library = compile(self.folder.path());
        let environment = [("LD_PRELOAD", path(&library)), ("UNSYNCED_COPIES", path(&self.kept()))];
        let environment: Vec<_> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let process = Process::start(&self.data(), &self.url(), &environment).await;
        for name in ["anteroom.db", "anteroom.db-wal"] {
            assert!(self.kept().join(name).exists(), "{name} is not watched");
        }
        process
    }

    /// Puts in place of the database what was synced.
    fn cut_power(&self) {
        for name in ["anteroom.db", "anteroom.db-wal", "anteroom.db-shm"] {
            let (file, kept) = (self.data().join(name), self.kept().join(name));
            let _ = std::fs::remove_file(&file);
            if kept.exists() {
                std::fs::copy(kept, file).expect("a copy");
            }
        }
    }
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

/// The library; a C compiler is among what tools/setup.sh installs.
fn compile(folder: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/engine_room/unsynced.c");
    let library = folder.join("unsynced.so");
    let output = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-pthread", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .output()
        .expect("a C compiler: tools/setup.sh installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    library
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_acknowledged_before_it_is_synced() {
    let disk = Disk::new();
    let mut process = disk.start().await;
    let acknowledged = kill_while_creating(&mut process, 0, CREATES, ENOUGH).await;
    disk.cut_power();
    let users = whole::check(&DatabaseUrl::Sqlite(disk.database())).await;
    let missing: Vec<_> = acknowledged.difference(&users).collect();
    assert!(missing.is_empty(), "{} of {} acknowledged users were not on disk", missing.len(), acknowledged.len());
    let process = Process::start(&disk.data(), &disk.url(), &[]).await;
    assert_served(&process, 0, &acknowledged, users.len()).await;
}

/// The test above would notice: where syncs do nothing, what was acknowledged since is gone, and what was before is not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_not_synced_is_lost_with_the_power() {
    let disk = Disk::new();
    let mut process = disk.start().await;
    let mut client = process.connect().await;
    let mut made = Vec::new();
    for number in 0..20 {
        if number == 10 {
            std::fs::write(disk.kept().join("lie"), "").expect("a file");
        }
        let (status, user) = client.send("POST", "/api/v2/users", Some(&body(0, number))).await.expect("an answer");
        assert_eq!(status, 201, "{user}");
        made.push(user["user_id"].as_str().expect("an id").to_owned());
    }
    process.kill();
    disk.cut_power();
    let users = whole::check(&DatabaseUrl::Sqlite(disk.database())).await;
    let kept: BTreeSet<_> = made.iter().filter(|id| users.contains(*id)).collect();
    assert_eq!(kept, made[..10].iter().collect());
}
