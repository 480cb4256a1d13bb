//! What the log says of places.

use std::sync::Arc;

use anteroom_connect::location::{LocationFile, Refreshed};
use serde_json::{Value, json};

use super::{SOMEWHERE_IN_JAPAN, ZURICH, ZURICH_V6, city_file, japan, with_file, written, zurich};
use crate::copy::run;
use crate::harness::{Application, NewLocationFile, PASSWORD, Server, both_engines};
use crate::sign_in::tools::{WRONG, behind_proxy, from_address, logged};

fn opened(bytes: &[u8]) -> (tempfile::TempDir, Arc<LocationFile>) {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, _) = LocationFile::open(&written(folder.path(), bytes)).expect("a file of places");
    (folder, Arc::new(file))
}

/// The place of the newest sign-in.
async fn last_place(server: &Server) -> Option<Value> {
    logged(server, "s").await[0].get("location_info").cloned()
}

both_engines! {
    // S0.L29.1, S0.L29.4, S2.L21.6
    async fn a_sign_in_tells_where_its_address_is(server: &Server) {
        let user = server.person("ada@example.com").await;
        let (_folder, file) = opened(&city_file().bytes());
        let server = &with_file(server, &file);
        let app = Application::web(server, json!({})).await;
        from_address(&app, server, ZURICH, "ada@example.com", PASSWORD).await;
        let place = json!({
            "country_code": "CH", "country_code3": "CHE", "country_name": "Switzerland", "city_name": "Zurich",
            "latitude": 47.3682, "longitude": 8.5671, "time_zone": "Europe/Zurich", "continent_code": "EU",
        });
        let event = logged(server, "s").await.remove(0);
        assert_eq!((&event["ip"], &event["location_info"]), (&json!(ZURICH), &place));
        assert_eq!(server.get(&format!("{}/logs?q=type:s", Server::path_of(&user))).await.expect(200), json!([event]));
        let chosen = server.get("/api/v2/logs?q=type:s&fields=location_info").await.expect(200);
        assert_eq!(chosen, json!([{"location_info": place}]));
        let by_id = server.get(&format!("/api/v2/logs/{}", event["log_id"].as_str().expect("an id"))).await.expect(200);
        assert_eq!(by_id, event);
        from_address(&app, server, ZURICH_V6, "ada@example.com", PASSWORD).await;
        assert_eq!(last_place(server).await, Some(place));
        from_address(&app, server, SOMEWHERE_IN_JAPAN, "ada@example.com", PASSWORD).await;
        let country = json!({"country_code": "JP", "country_code3": "JPN", "country_name": "Japan", "continent_code": "AS"});
        assert_eq!(last_place(server).await, Some(country));
        from_address(&app, server, ZURICH, "ada@example.com", WRONG).await;
        assert_eq!(logged(server, "fp").await[0]["location_info"]["city_name"], "Zurich");
    }
}

both_engines! {
    async fn what_is_not_known_has_no_place(server: &Server) {
        server.person("ada@example.com").await;
        let (_folder, file) = opened(&city_file().bytes());
        let (knowing, plain) = (with_file(server, &file), behind_proxy(server));
        let app = Application::web(server, json!({})).await;
        // Without a file, of a private network, of this machine, and of a network that the file does not know.
        for (server, ip) in [(&plain, ZURICH), (&knowing, "10.1.2.3"), (&knowing, "127.0.0.1"), (&knowing, "203.0.113.7")] {
            from_address(&app, server, ip, "ada@example.com", PASSWORD).await;
            let event = logged(server, "s").await.remove(0);
            assert_eq!((&event["ip"], event.get("location_info")), (&json!(ip), None));
        }
    }
}

both_engines! {
    async fn the_record_keeps_the_place_an_address_had(server: &Server) {
        server.person("ada@example.com").await;
        let (folder, file) = opened(&city_file().bytes());
        let server = &with_file(server, &file);
        let app = Application::web(server, json!({})).await;
        from_address(&app, server, ZURICH, "ada@example.com", PASSWORD).await;
        written(folder.path(), &NewLocationFile::new("Test-Country").with("192.0.2.0/24", &japan()).bytes());
        assert_eq!(file.refresh().expect("a look"), Refreshed::Changing);
        assert!(matches!(file.refresh().expect("a look"), Refreshed::Read(_)));
        from_address(&app, server, ZURICH, "ada@example.com", PASSWORD).await;
        let countries: Vec<_> = logged(server, "s").await.iter().map(|event| event["location_info"]["country_code"].clone()).collect();
        assert_eq!(countries, ["JP", "CH"]);
    }
}

both_engines! {
    // Whoever asked for a job did so from somewhere.
    async fn the_end_of_a_job_tells_the_place_of_its_request(server: &Server) {
        let (_folder, file) = opened(&city_file().bytes());
        let server = &with_file(server, &file);
        let asked = server.call("POST", "/api/v2/jobs/users-exports").header("x-forwarded-for", ZURICH).json(&json!({}));
        asked.send().await.expect(200);
        let (_stop, mut stopped) = tokio::sync::watch::channel(false);
        assert!(crate::jobs::runner(server).run_next(&mut stopped).await.expect("a database"));
        assert_eq!(logged(server, "job_completed").await[0]["location_info"]["city_name"], "Zurich");
    }
}

both_engines! {
    async fn the_place_is_deleted_with_what_is_personal(server: &Server) {
        server.person("ada@example.com").await;
        let (_folder, file) = opened(&NewLocationFile::new("Test-City").with("192.0.2.0/24", &zurich()).bytes());
        let server = &with_file(server, &file);
        let app = Application::web(server, json!({})).await;
        from_address(&app, server, ZURICH, "ada@example.com", PASSWORD).await;
        run(&server.database.url, "DELETE FROM event_detail").await;
        let all = server.get("/api/v2/logs?per_page=100").await.text;
        assert!(all.contains("\"type\":\"s\"") && !all.contains("Zurich") && !all.contains(ZURICH), "{all}");
    }
}
