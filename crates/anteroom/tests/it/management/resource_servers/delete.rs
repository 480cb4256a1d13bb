//! Deleting a resource server.

use serde_json::{Value, json};

use super::{create, get, path_of};
use crate::harness::both_engines;
use crate::management::recorded;

both_engines! {
    async fn it_is_gone_for_every_process(server: &Server) {
        let second = server.second_process().await;
        let made = create(server, json!({"identifier": "urn:shop"})).await;
        second.get(&path_of(&made)).await.expect(200);
        for _ in 0..2 {
            let answer = server.delete(&path_of(&made)).await;
            assert_eq!((answer.status.as_u16(), answer.text.as_str()), (204, ""));
        }
        second.get(&path_of(&made)).await.refused(404, "inexistent_resource_server");
        assert_eq!(recorded(server, "resource_server.deleted").await.len(), 1);
        // The identifier is free again; by it, too, it can be deleted.
        create(server, json!({"identifier": "urn:shop"})).await;
        assert_eq!(server.delete("/api/v2/resource-servers/urn:shop").await.status, 204);
        assert_eq!(get(server, "").await.as_array().map(Vec::len), Some(1));
    }
}

both_engines! {
    async fn the_management_api_and_the_default_audience_stay(server: &Server) {
        let system = get(server, "").await[0].clone();
        server.delete(&path_of(&system)).await.refused(400, "operation_not_supported");
        let made = create(server, json!({"identifier": "urn:shop"})).await;
        server.patch("/api/v2/tenants/settings", json!({"default_audience": "urn:shop"})).await.expect(200);
        server.delete(&path_of(&made)).await.refused(400, "operation_not_supported");
        server.patch("/api/v2/tenants/settings", json!({"default_audience": null})).await.expect(200);
        assert_eq!(server.delete(&path_of(&made)).await.status, 204);
        let answer = server.patch("/api/v2/tenants/settings", json!({"default_audience": "urn:shop"})).await;
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("default_audience"));
        assert_eq!(get(server, "").await, Value::Array(vec![system]));
    }
}
