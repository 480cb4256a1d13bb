//! The real server, as a process of its own that can be killed.

use std::io::{BufRead, BufReader, Error, ErrorKind};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A server on a port of its own; killed when dropped.
pub struct Process {
    child: Child,
    /// Its host and port.
    pub authority: String,
    token: String,
}

impl Process {
    /// Starts it on this data folder and database, with these further environment variables, and waits until it is ready.
    pub async fn start(folder: &Path, database: &str, environment: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--tls-listen", "", "--database", database, "--data-dir"])
            .arg(folder);
        // Hashing is not what is tested.
        command.env("ANTEROOM_PASSWORD_MEMORY_KIB", "8").env("ANTEROOM_PASSWORD_ITERATIONS", "1");
        command.env("ANTEROOM_MANAGEMENT_RATE_LIMIT_PER_SECOND", "0").envs(environment.iter().copied());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the server");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let origin = lines.find_map(|line| Some(line.ok()?.trim().strip_prefix("http://")?.to_owned()));
        let authority = origin.expect("it ends without being ready");
        // What it prints besides is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let mut process = Self { child, authority, token: String::new() };
        process.token = process.token_of(folder).await;
        process
    }

    async fn token_of(&self, folder: &Path) -> String {
        let path = folder.join("management-key.json");
        // Written right after the lines that say it is ready.
        for _ in 0..500 {
            if path.exists() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        let key: Value = serde_json::from_slice(&std::fs::read(path).expect("a key")).expect("JSON");
        let asked = json!({
            "grant_type": "client_credentials", "client_id": key["client_id"], "client_secret": key["client_secret"],
            "audience": format!("http://{}/api/v2/", self.authority),
        });
        let (status, answer) =
            self.connect().await.send("POST", "/oauth/token", Some(&asked)).await.expect("an answer");
        assert_eq!(status, 200, "{answer}");
        answer["access_token"].as_str().expect("a token").to_owned()
    }

    /// A connection to it, kept open between requests.
    pub async fn connect(&self) -> Client {
        let stream = TcpStream::connect(&self.authority).await.expect("a connection");
        stream.set_nodelay(true).expect("a socket");
        Client {
            stream: tokio::io::BufReader::new(stream),
            authority: self.authority.clone(),
            token: self.token.clone(),
        }
    }

    /// Ends it at once, with whatever it was doing (SIGKILL).
    pub fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("an end");
    }

    /// Asks it to end (SIGTERM) and waits until it has.
    pub async fn terminate(mut self, meanwhile: impl Future<Output = ()>) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill");
        assert!(asked.success(), "{asked}");
        meanwhile.await;
        let status = self.child.wait().expect("an end");
        assert!(status.success(), "{status}");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A connection that sends one request after the other, with the token that may do everything.
pub struct Client {
    stream: tokio::io::BufReader<TcpStream>,
    authority: String,
    token: String,
}

impl Client {
    /// The status and body of the answer; an error when the server goes away before all of it has come.
    pub async fn send(&mut self, method: &str, path: &str, body: Option<&Value>) -> Result<(u16, Value), Error> {
        let body = body.map(Value::to_string).unwrap_or_default();
        self.send_bytes(method, path, "application/json", body.as_bytes()).await
    }

    /// The same with a body of this media type.
    pub async fn send_bytes(
        &mut self,
        method: &str,
        path: &str,
        media_type: &str,
        body: &[u8],
    ) -> Result<(u16, Value), Error> {
        let token =
            if self.token.is_empty() { String::new() } else { format!("authorization: Bearer {}\r\n", self.token) };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\n{token}content-type: {media_type}\r\ncontent-length: {}\r\n\r\n",
            self.authority,
            body.len()
        );
        self.stream.write_all(&[request.as_bytes(), body].concat()).await?;
        let status = self.line().await?;
        let status = status.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or(ErrorKind::InvalidData)?;
        let mut length = 0;
        loop {
            let header = self.line().await?.to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().map_err(|_| ErrorKind::InvalidData)?;
            }
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).await?;
        Ok((status, serde_json::from_slice(&bytes).unwrap_or_default()))
    }

    /// A line that has come whole.
    async fn line(&mut self) -> Result<String, Error> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        line.strip_suffix("\r\n").map(str::to_owned).ok_or_else(|| ErrorKind::UnexpectedEof.into())
    }
}
