//! Jobs: asked for, done in any process, each once; their files and what went wrong in them.

mod cancel;
mod engine;
mod errors;
mod exports;
mod kill;
mod links;
mod refusals;
mod tidying;
mod trials;
mod uploads;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::exports::Shape;
use anteroom_accounts::jobs::Runner;
use anteroom_crypto::SystemRandom;
use anteroom_http::UserShape;
use anteroom_model::User;
use serde_json::{Map, Value, json};
use tokio::sync::{Semaphore, watch};

use crate::harness::{Answer, CONNECTION, Server};

const EXPORTS: &str = "/api/v2/jobs/users-exports";
const IMPORTS: &str = "/api/v2/jobs/users-imports";
const BOUNDARY: &str = "XqKz7";

/// What does jobs in the process of this server.
pub fn runner(server: &Server) -> Runner {
    Runner {
        services: server.services.clone(),
        clock: Arc::<crate::harness::TestClock>::clone(&server.clock),
        random: Arc::new(SystemRandom),
        shape: Arc::new(UserShape),
    }
}

/// Does all jobs that wait; answers how many were begun.
async fn run_all(runner: &Runner) -> usize {
    let (_stop, mut stopped) = watch::channel(false);
    let mut begun = 0;
    while runner.run_next(&mut stopped).await.expect("a database") {
        begun += 1;
    }
    begun
}

/// The job as it is now.
async fn read(server: &Server, job: &Value) -> Value {
    server.get(&path_of(job)).await.expect(200)
}

fn path_of(job: &Value) -> String {
    format!("/api/v2/jobs/{}", job["id"].as_str().expect("an id"))
}

/// The file that a link leads to, asked for without a token.
async fn fetch(server: &Server, job: &Value) -> Answer {
    let location = job["location"].as_str().expect("a link");
    let path = location.strip_prefix("http://localhost:8480").expect("our origin");
    server.call("GET", path).token(None).send().await
}

/// An export, done.
pub async fn exported(server: &Server, body: Value) -> Answer {
    let job = server.post(EXPORTS, body).await.expect(200);
    run_all(&runner(server)).await;
    let job = read(server, &job).await;
    assert_eq!(job["status"], "completed", "{job}");
    let file = fetch(server, &job).await;
    assert_eq!(file.status, 200, "{}", file.text);
    file
}

/// The id of the default connection.
async fn connection_id(server: &Server) -> String {
    let found = server.get(&format!("/api/v2/connections?name={CONNECTION}")).await.expect(200);
    found[0]["id"].as_str().expect("an id").to_owned()
}

/// A form of these parts: name, further words of its header, content.
fn form(parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut out = String::new();
    for (name, words, content) in parts {
        out += &format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{words}\r\n\r\n{content}\r\n");
    }
    format!("{out}--{BOUNDARY}--\r\n").into_bytes()
}

/// The media type of such a form.
fn form_type() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// The answer to an import of these parts.
async fn import(server: &Server, parts: &[(&str, &str, &str)]) -> Answer {
    server.call("POST", IMPORTS).bytes(&form_type(), form(parts)).send().await
}

/// Makes so many users by file.
async fn many(server: &Server, count: usize) {
    let lines: String =
        (0..count).map(|number| format!("{}\n", json!({"email": format!("n{number}@example.com")}))).collect();
    let id = connection_id(server).await;
    let parts = [("connection_id", "", id.as_str()), ("users", "; filename=\"a.ndjson\"", &lines)];
    let job = import(server, &parts).await.expect(202);
    run_all(&runner(server)).await;
    let job = read(server, &job).await;
    assert_eq!((&job["status"], &job["summary"]["inserted"]), (&json!("completed"), &json!(count)), "{job}");
}

/// A shape that lets so many users through and then waits until it may go on.
struct Gate {
    left: AtomicUsize,
    reached: Semaphore,
    open: std::sync::Mutex<std::sync::mpsc::Receiver<()>>,
}

/// A runner that stops after so many users, and what lets it go on.
fn gated(server: &Server, users: usize) -> (Runner, Arc<Gate>, std::sync::mpsc::Sender<()>) {
    let (sender, receiver) = std::sync::mpsc::channel();
    let gate = Arc::new(Gate { left: users.into(), reached: Semaphore::new(0), open: receiver.into() });
    (Runner { shape: Arc::<Gate>::clone(&gate), ..runner(server) }, gate, sender)
}

impl Gate {
    /// Waits until the users have gone through.
    async fn reached(&self) {
        self.reached.acquire().await.expect("open").forget();
    }
}

impl Shape for Gate {
    fn write(&self, user: &User, tenant: &TenantConfiguration, out: &mut Vec<u8>) {
        if self.left.fetch_sub(1, Ordering::SeqCst) == 0 {
            self.reached.add_permits(1);
            let _ = self.open.lock().expect("one runner").recv();
        }
        UserShape.write(user, tenant, out);
    }

    fn object(&self, user: &User, tenant: &TenantConfiguration) -> Map<String, Value> {
        UserShape.object(user, tenant)
    }
}

/// The ids in a file of whole users, in their order.
fn ids(text: &str) -> Vec<String> {
    let line = |line: &str| serde_json::from_str::<Value>(line).expect("an object")["user_id"].to_string();
    text.lines().map(line).collect()
}
