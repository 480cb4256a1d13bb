//! Closed sets of words, taken from where they are decided.

use anteroom_model::client::ClientAuthentication;
use anteroom_model::new_client::{APP_TYPES, GRANT_TYPES};
use anteroom_model::user::Source;
use anteroom_model::{PlatformRole, Status};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

macro_rules! words {
    ($($name:ident: $description:literal, $words:expr;)*) => {$(
        #[doc = $description]
        pub struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .description(Some($description))
                    .enum_values(Some($words))
                    .into()
            }
        }

        impl ToSchema for $name {}
    )*};
}

words! {
    AccountStatus: "A user's status.", Status::ALL.map(Status::name);
    AccountRole: "What a user may administer, or a client at most.", PlatformRole::ALL.map(PlatformRole::name);
    AccountSource: "How an account came to be.", Source::ALL.map(Source::name);
    ClientType: "The kind of application; `non_interactive` is a machine.", APP_TYPES;
    ClientGrantType: "An OAuth grant.", GRANT_TYPES;
    ClientAuthenticationMethod: "How a client proves itself: `none` is for public clients.",
        ClientAuthentication::ALL.map(ClientAuthentication::name);
}
