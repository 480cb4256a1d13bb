//! Closed sets of words, taken from where they are decided.

use anteroom_model::client::{APP_TYPES, ClientAuthentication, GRANT_TYPES, SUBJECT_TYPES};
use anteroom_model::connection::Asked;
use anteroom_model::job::{ExportFormat, ImportFormat, JobKind, JobStatus, MetadataMode, UpsertBy};
use anteroom_model::resource_server::{SIGNING_ALGORITHMS, TokenDialect};
use anteroom_model::settings::SHIELDS;
use anteroom_model::user::{FieldKind, Source};
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
    BulkAction: "What is done to each of many users.", anteroom_accounts::users::BulkAction::NAMES;
    UserFieldType: "What a field's values are.", FieldKind::ALL.map(FieldKind::name);
    ClientType: "The kind of application; `non_interactive` is a machine.", APP_TYPES;
    ClientGrantType: "An OAuth grant.", GRANT_TYPES;
    ClientRotationType: "Whether a refresh token is used once.", ["rotating", "non-rotating"];
    ClientExpirationType: "Whether refresh tokens end by themselves.", ["expiring", "non-expiring"];
    ClientSigningAlgorithm: "What ID tokens are signed with.", ["RS256"];
    ClientGrantSubject: "`client` for machines, `user` for tokens of users.", SUBJECT_TYPES;
    SignUpStatus: "Whether sign-up asks for something.", Asked::NAMES;
    SigningAlgorithm: "How access tokens are signed.", SIGNING_ALGORITHMS;
    TokenForm: "The form of access tokens: Auth0's or RFC 9068's, `_authz` with the claim `permissions`.",
        TokenDialect::ALL.map(TokenDialect::name);
    Shield: "What a protection does: without `block` nothing.", SHIELDS;
    JobType: "What a job does.", JobKind::ALL.map(JobKind::name);
    JobFileFormat: "The form of a job's file.", ImportFormat::ALL.map(ImportFormat::name);
    JobImportFormat: "The form of a file to import: an array of objects, an object a line, or a table.",
        ImportFormat::ALL.map(ImportFormat::name);
    JobExportFormat: "The form of an exported file: an object a line, or a table.",
        ExportFormat::ALL.map(ExportFormat::name);
    JobUpsertBy: "By what an entry finds the user that it changes.", UpsertBy::ALL.map(UpsertBy::name);
    JobMetadataMode: "What becomes of the metadata of a user that is changed.",
        MetadataMode::ALL.map(MetadataMode::name);
    JobState: "How far a job is.", JobStatus::SHOWN.map(JobStatus::name);
    ClientAuthenticationMethod: "How a client proves itself: `none` is for public clients.",
        ClientAuthentication::ALL.map(ClientAuthentication::name);
}
