//! The parameters of the advanced search, as the document shows them: [`anteroom_model::advanced_search`] reads them.

use utoipa::IntoParams;

/// Searching by field, mode and joint, as Logto does.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "names for the document: the parameters are read from the query itself")]
pub struct AdvancedSearchQuery {
    /// Text that one of the five fields must hold, taken literally unless a mode says otherwise.
    #[param(min_length = 1, max_length = 256)]
    search: Option<String>,
    /// How all fields are compared: `exact` the whole value, which can be given several times; `like` with `%` and `_` as
    /// wildcards; `similar_to` SQL's expressions, only with isCaseSensitive; `posix` a regular expression.
    #[param(pattern = "^(exact|like|similar_to|posix)$")]
    mode: Option<String>,
    /// Whether one of several searches must match or all of them.
    #[param(pattern = "^(or|and)$")]
    joint: Option<String>,
    /// Whether case, accents and width count.
    #[param(rename = "isCaseSensitive", pattern = "^(true|false|1|0|y|n|yes|no|yep|yeah|nope)$")]
    is_case_sensitive: Option<String>,
    /// Text that the user id and public id must hold.
    #[param(rename = "search.id", min_length = 1, max_length = 256)]
    search_id: Option<String>,
    /// How the user id and public id is compared.
    #[param(rename = "mode.id", pattern = "^(exact|like|similar_to|posix)$")]
    mode_id: Option<String>,
    /// Text that the e-mail address must hold.
    #[param(rename = "search.primaryEmail", min_length = 1, max_length = 256)]
    search_primary_email: Option<String>,
    /// How the e-mail address is compared.
    #[param(rename = "mode.primaryEmail", pattern = "^(exact|like|similar_to|posix)$")]
    mode_primary_email: Option<String>,
    /// Text that the phone number must hold.
    #[param(rename = "search.primaryPhone", min_length = 1, max_length = 256)]
    search_primary_phone: Option<String>,
    /// How the phone number is compared.
    #[param(rename = "mode.primaryPhone", pattern = "^(exact|like|similar_to|posix)$")]
    mode_primary_phone: Option<String>,
    /// Text that the username must hold.
    #[param(rename = "search.username", min_length = 1, max_length = 256)]
    search_username: Option<String>,
    /// How the username is compared.
    #[param(rename = "mode.username", pattern = "^(exact|like|similar_to|posix)$")]
    mode_username: Option<String>,
    /// Text that the full name must hold.
    #[param(rename = "search.name", min_length = 1, max_length = 256)]
    search_name: Option<String>,
    /// How the full name is compared.
    #[param(rename = "mode.name", pattern = "^(exact|like|similar_to|posix)$")]
    mode_name: Option<String>,
}
