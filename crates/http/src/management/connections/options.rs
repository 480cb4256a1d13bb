//! What the document says of a connection's options; `anteroom_model::connection::options` checks them.
#![expect(dead_code, reason = "options are kept as they were sent")]

use utoipa::ToSchema;

/// What a connection does. All other options of Auth0's are refused by name.
#[derive(ToSchema)]
pub struct ConnectionOptions {
    /// Whether nobody may sign up. Absent it is true, unlike with Auth0: sign-up is off until it is switched on.
    disable_signup: Option<bool>,
    /// Whether users cannot ask for a new password themselves; false by default.
    disable_self_service_change_password: Option<bool>,
    /// Whether wrong passwords are counted against its accounts; true by default.
    brute_force_protection: Option<bool>,
    /// Whether people who sign up need a username; false by default.
    requires_username: Option<bool>,
    /// What a password must be.
    password_complexity_options: Option<PasswordComplexity>,
    /// Words of your own that passwords must not rest on.
    password_dictionary: Option<PasswordDictionary>,
    /// What an identifier must be.
    validation: Option<Validation>,
    /// What people sign in by, and what they are asked for when they sign up.
    attributes: Option<Attributes>,
}

/// What a password must be.
#[derive(ToSchema)]
struct PasswordComplexity {
    /// The fewest characters, 8 by default.
    #[schema(minimum = 8, maximum = 128)]
    min_length: Option<u32>,
}

/// Words that passwords must not rest on, such as the names of organisation and products.
#[derive(ToSchema)]
struct PasswordDictionary {
    /// Whether they are looked at; false by default.
    enable: Option<bool>,
    /// The words, each of 2 to 50 characters.
    #[schema(max_items = 200)]
    dictionary: Option<Vec<String>>,
}

/// What an identifier must be.
#[derive(ToSchema)]
struct Validation {
    /// What a username must be.
    username: Option<UsernameLength>,
}

/// The fewest and the most characters of a username.
#[derive(ToSchema)]
struct UsernameLength {
    /// The fewest, 1 by default.
    #[schema(minimum = 1, maximum = 128)]
    min: Option<u32>,
    /// The most, 128 by default.
    #[schema(minimum = 1, maximum = 128)]
    max: Option<u32>,
}

/// The identifiers there are.
#[derive(ToSchema)]
struct Attributes {
    /// The e-mail address.
    email: Option<Attribute>,
    /// The username.
    username: Option<Attribute>,
    /// The phone number.
    phone_number: Option<Attribute>,
}

/// What an identifier is good for.
#[derive(ToSchema)]
struct Attribute {
    /// Its use at sign-in.
    identifier: Option<AttributeIdentifier>,
    /// Its use at sign-up.
    signup: Option<AttributeSignUp>,
    /// Whether sign-up asks for it in any case; false by default.
    profile_required: Option<bool>,
}

/// An identifier's use at sign-in.
#[derive(ToSchema)]
struct AttributeIdentifier {
    /// Whether people sign in by it; true by default.
    active: Option<bool>,
}

/// An identifier's use at sign-up.
#[derive(ToSchema)]
struct AttributeSignUp {
    /// Whether it is asked for: `required` by default of the address, `inactive` of the others.
    #[schema(value_type = Option<crate::management::schema::words::SignUpStatus>)]
    status: Option<String>,
}
