//! What went wrong with the entries of a file.

use serde_json::{Value, json};

use super::{connection_id, import, path_of, read, run_all, runner};
use crate::harness::{OTHER_HOST, both_engines};

both_engines! {
    async fn all_errors_are_answered_at_once_or_page_by_page(server: &Server) {
        // Every second entry has an address that is none.
        let entry = |number: usize| json!({"email": if number.is_multiple_of(2) { format!("n{number}@example.com") } else { format!("n{number}") }});
        let entries: Value = (0..900).map(entry).collect();
        let id = connection_id(server).await;
        let job = import(server, &[("users", "", &entries.to_string()), ("connection_id", "", &id)]).await.expect(202);
        let path = format!("{}/errors", path_of(&job));
        assert_eq!(server.get(&path).await.expect(204), Value::Null);
        run_all(&runner(server)).await;
        let done = read(server, &job).await;
        assert_eq!(done["summary"], json!({"failed": 450, "updated": 0, "inserted": 450, "total": 900}), "{done}");
        let all = server.get(&path).await.expect(200);
        let all = all.as_array().expect("an array");
        assert_eq!(all.len(), 450);
        for (number, row) in all.iter().enumerate() {
            assert_eq!(row["user"], entry(2 * number + 1));
            let error = &row["errors"][0];
            assert_eq!(error["path"], "email");
            assert!(error["code"].is_string() && error["message"].is_string(), "{error}");
        }
        let (mut seen, mut next) = (Vec::new(), format!("{path}?take=100"));
        loop {
            let page = server.get(&next).await.expect(200);
            seen.extend(page["errors"].as_array().expect("errors").clone());
            let Some(from) = page["next"].as_str() else { break };
            next = format!("{path}?take=100&from={from}");
        }
        assert_eq!(&seen, all);
        assert_eq!(server.get(&format!("{path}?take=101")).await.refused(400, "invalid_query_string").as_deref(), Some("take"));
        server.call("GET", &path).host(OTHER_HOST).send().await.refused(401, "invalid_token");
    }
}
