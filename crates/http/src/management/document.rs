//! What the OpenAPI document says before any endpoint.

use utoipa::Modify;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Components, OpenApi};

/// The document's head.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Anteroom Management API",
        description = "Users, applications and the record of one tenant. Wire-compatible with Auth0's Management API v2; \
            what Auth0 lacks stands beside it in the same style.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/", description = "The tenant's origin")),
    modifiers(&Bearer),
    security(("bearer" = []))
)]
pub struct Document;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("An access token for the audience <origin>/api/v2/, from /oauth/token"))
            .build();
        let components = document.components.get_or_insert_with(Components::new);
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}
