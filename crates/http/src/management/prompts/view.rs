//! How sign-in asks, on the wire.

use anteroom_model::settings::SignIn;
use serde::Serialize;
use utoipa::ToSchema;

/// How sign-in asks.
#[derive(Serialize, ToSchema)]
#[schema(as = Prompts)]
pub struct PromptsView {
    /// Auth0's choice of pages: always `new`.
    universal_login_experience: &'static str,
    /// Whether it asks for the identifier on one page and for the password on the next.
    identifier_first: bool,
}

impl PromptsView {
    /// The settings as seen from outside.
    pub const fn new(sign_in: &SignIn) -> Self {
        Self { universal_login_experience: "new", identifier_first: sign_in.identifier_first }
    }
}
