//! Files to import on their way in.

use std::time::Duration;

use anteroom_http::Peer;
use anteroom_store::job;
use axum::body::{Body, Bytes};
use axum::http::Request;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tower::ServiceExt;

use super::{BOUNDARY, IMPORTS, connection_id, form, form_type, import, read, run_all, runner};
use crate::harness::{HOST, Server, both_engines};
use crate::stored;

/// A body that comes as it is sent here.
fn flowing() -> (mpsc::Sender<Result<Bytes, std::io::Error>>, Body) {
    let (sender, receiver) = mpsc::channel(1);
    let stream = futures_util::stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    });
    (sender, Body::from_stream(stream))
}

async fn request(server: &Server, body: Body) -> Request<Body> {
    let token = server.token_of(&server.world.client_id, &server.world.client_secret).await;
    let peer = Peer { address: "127.0.0.1:50000".parse().expect("an address"), secure: false };
    Request::post(IMPORTS)
        .header("host", HOST)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", form_type())
        .extension(peer)
        .body(body)
        .expect("a request")
}

both_engines! {
    async fn parts_may_come_in_any_order_and_the_answer_is_auth0s(server: &Server) {
        let id = connection_id(server).await;
        let parts = [
            ("users", "; filename=\"users.json\"\r\ncontent-type: application/json", "[{\"email\":\"a@example.com\"}]"),
            ("external_id", "", "mine"), ("upsert", "", "true"), ("connection_id", "", id.as_str()),
            ("send_completion_email", "", "false"),
        ];
        let job = import(server, &parts).await.expect(202);
        let expected = json!({
            "id": job["id"], "type": "users_import", "status": "pending",
            "created_at": job["created_at"], "updated_at": job["created_at"],
            "connection_id": id, "connection": "Username-Password-Authentication", "external_id": "mine", "format": "json",
        });
        assert_eq!(job, expected);
        assert_eq!(run_all(&runner(server)).await, 1);
        let done = read(server, &job).await;
        assert_eq!(done["summary"], json!({"failed": 0, "updated": 0, "inserted": 1, "total": 1}), "{done}");
    }
}

both_engines! {
    async fn a_large_file_is_kept_byte_by_byte(server: &Server) {
        let id = connection_id(server).await;
        // Signs that look like the end of a part, and a length that fits no piece.
        let content: String = (0..70_000).map(|number| format!("\r\n--{number}\r\n-")).collect::<String>() + "end";
        let (sender, body) = flowing();
        let request = request(server, body).await;
        let sent = form(&[("connection_id", "", &id), ("users", "; filename=\"a.csv\"", &content)]);
        let answer = tokio::spawn(server.router.clone().oneshot(request));
        for piece in sent.chunks(7_919) {
            sender.send(Ok(Bytes::copy_from_slice(piece))).await.expect("a reader");
        }
        drop(sender);
        let answer = answer.await.expect("no panic").expect("an answer");
        assert_eq!(answer.status(), 202);
        let jobs = server.get("/api/v2/jobs").await.expect(200);
        let session = server.services.db.session().await.expect("a session");
        let (connection, tenant) = (session.connection(), server.world.tenant);
        let found = job::find_stored(&connection, tenant, jobs["jobs"][0]["id"].as_str().expect("an id")).await;
        let found = found.expect("a database").expect("the job");
        assert_eq!((found.request["work"]["size"].as_u64(), &found.request["work"]["format"]), (Some(content.len() as u64), &json!("csv")));
        let (mut kept, mut position) = (Vec::new(), 0);
        while let Some(piece) = job::chunk(&connection, tenant, found.key, position).await.expect("a database") {
            assert!(piece.len() == 256 * 1024 || kept.len() + piece.len() == content.len());
            kept.extend(piece);
            position += 1;
        }
        assert!(position > 2);
        assert_eq!(String::from_utf8(kept).expect("text"), content);
    }
}

both_engines! {
    // Half an upload leaves nothing behind, however it ends.
    async fn a_file_is_not_seen_before_it_is_whole_and_half_of_it_leaves_nothing(server: &Server) {
        let half = form(&[("users", "", &" ".repeat(3_000_000))]);
        let half = &half[..half.len() - 10_000];
        for is_dropped in [true, false] {
            let (sender, body) = flowing();
            let request = request(server, body).await;
            let running = tokio::spawn(server.router.clone().oneshot(request));
            for piece in half.chunks(100_000) {
                sender.send(Ok(Bytes::copy_from_slice(piece))).await.expect("a reader");
            }
            assert_eq!(server.get("/api/v2/jobs").await.expect(200), json!({"jobs": []}));
            assert_eq!(run_all(&runner(server)).await, 0);
            if is_dropped {
                running.abort();
            } else {
                sender.send(Err(std::io::ErrorKind::BrokenPipe.into())).await.expect("a reader");
                let answer = running.await.expect("no panic").expect("an answer");
                assert_eq!(answer.status(), 400);
            }
            let mut rows = Vec::new();
            for _ in 0..500 {
                let all = stored::rows(server).await;
                rows = [&all["job"], &all["job_chunk"]].into_iter().flatten().cloned().collect::<Vec<_>>();
                if rows.is_empty() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            assert!(rows.is_empty(), "{} rows", rows.len());
        }
    }
}

both_engines! {
    async fn headers_that_do_not_end_are_not_read_for_ever(server: &Server) {
        let (sender, body) = flowing();
        let request = request(server, body).await;
        let running = tokio::spawn(server.router.clone().oneshot(request));
        let _ = sender.send(Ok(Bytes::from(format!("--{}\r\ncontent-disposition: ", BOUNDARY)))).await;
        let mut sent = 0;
        while sent < 8 << 20 && sender.send(Ok(Bytes::from(vec![b'a'; 64 * 1024]))).await.is_ok() {
            sent += 64 * 1024;
        }
        assert!(sent < 4 << 20, "{sent} bytes were read");
        let answer = running.await.expect("no panic").expect("an answer");
        assert_eq!(answer.status(), 400);
        assert_eq!(server.get("/api/v2/jobs").await.expect(200)["jobs"], Value::Array(Vec::new()));
    }
}
