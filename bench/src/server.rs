//! The server under measurement, as a child process.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::client::{Client, request};
use crate::database::Database;

/// How long a start or a stop may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a starting server is asked whether it is ready.
const PAUSE: Duration = Duration::from_millis(1);

/// What a server is started with.
pub struct Launch<'a> {
    /// The binary.
    pub binary: &'a Path,
    /// The data folder.
    pub data: &'a Path,
    /// The database.
    pub database: &'a Database,
    /// The port for plain HTTP; there is no TLS.
    pub port: u16,
    /// Whether passwords are hashed as cheaply as they can be, so that all else shows.
    pub cheap_passwords: bool,
}

/// A server that runs. Dropping it kills it.
pub struct Server {
    child: Child,
}

/// How much memory a process holds, in bytes.
#[derive(Clone, Copy)]
pub struct Memory {
    /// All its pages, those of the binary's file included.
    pub resident: u64,
    /// Its own pages: heap and stacks.
    pub anonymous: u64,
}

impl Launch<'_> {
    /// Starts the server and waits until it is ready; tells how long that took.
    pub async fn start(&self) -> anyhow::Result<(Server, Duration)> {
        let log = self.log();
        let began = Instant::now();
        let mut server = Server { child: self.command(&log)?.spawn().context("the server's binary")? };
        loop {
            if self.is_ready().await {
                return Ok((server, began.elapsed()));
            }
            let ended = server.child.try_wait()?;
            if ended.is_some() || began.elapsed() > PATIENCE {
                let text = fs::read_to_string(&log).unwrap_or_default();
                let end = ended.map_or("still starting".to_owned(), |status| status.to_string());
                bail!("the server does not start ({end}):\n{text}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    fn log(&self) -> PathBuf {
        self.data.with_extension("log")
    }

    /// The binary with the database it is to use, and nothing said yet of what to do.
    pub fn command_line(&self) -> Command {
        let mut command = Command::new(self.binary);
        // The server refuses settings that it does not know, such as those of the scripts here.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ANTEROOM_")) {
            command.env_remove(name);
        }
        command.env("ANTEROOM_DATABASE", self.database.url()).env("ANTEROOM_LOG_LEVEL", "warn");
        command
    }

    fn command(&self, log: &Path) -> anyhow::Result<Command> {
        let output = File::create(log)?;
        let mut command = self.command_line();
        if self.cheap_passwords {
            command.env("ANTEROOM_PASSWORD_MEMORY_KIB", "8").env("ANTEROOM_PASSWORD_ITERATIONS", "1");
        }
        command
            .arg("serve")
            .arg("--data-dir")
            .arg(self.data)
            .args(["--listen", &format!("127.0.0.1:{}", self.port), "--tls-listen", ""])
            .env("ANTEROOM_MANAGEMENT_RATE_LIMIT_PER_SECOND", "0")
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output);
        Ok(command)
    }

    async fn is_ready(&self) -> bool {
        let Ok(mut client) = Client::connect(self.port).await else { return false };
        let request = request("GET", "/health/ready", &format!("localhost:{}", self.port), "", "");
        client.send(&request).await.is_ok_and(|answer| answer.status == 200)
    }
}

impl Server {
    /// The process's id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The memory it holds.
    pub fn memory(&self) -> anyhow::Result<Memory> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id()))?;
        Ok(Memory { resident: kilobytes(&status, "VmRSS:")?, anonymous: kilobytes(&status, "RssAnon:")? })
    }

    /// The most memory it has held since it began, in bytes.
    pub fn peak_memory(&self) -> anyhow::Result<u64> {
        kilobytes(&fs::read_to_string(format!("/proc/{}/status", self.id()))?, "VmHWM:")
    }

    /// Asks it to end and waits for that.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        let kill = Command::new("sh").args(["-c", "kill -TERM \"$0\"", &self.id().to_string()]).status()?;
        let began = Instant::now();
        while self.child.try_wait()?.is_none() {
            if !kill.success() || began.elapsed() > PATIENCE {
                bail!("the server does not stop");
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both do nothing to a process that was waited for.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of this machine that nobody uses now.
pub fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A line of `/proc/PID/status`, in bytes.
fn kilobytes(status: &str, name: &str) -> anyhow::Result<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next()).context("no such line")?;
    Ok(number.parse::<u64>()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn memory_is_read_from_its_line() {
        let status = "VmPeak:\t  100 kB\nVmRSS:\t   21504 kB\nRssAnon:\t    8192 kB\n";
        assert_eq!(kilobytes(status, "VmRSS:").unwrap(), 21_504 * 1024);
        assert_eq!(kilobytes(status, "RssAnon:").unwrap(), 8192 * 1024);
        assert!(kilobytes(status, "VmSwap:").is_err());
    }
}
