//! The fields of a profile that are searched by the leaves that stand beside the user's row.

/// The fields that have no column to be searched by, by their paths on the wire. A value of one of them stands in
/// `user_attribute` under this very path, folded, as the leaves of metadata do; see [`is_detail_field`].
pub const DETAIL_FIELDS: [&str; 21] = [
    "middle_name",
    "preferred_username",
    "picture",
    "profile",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "company",
    "identity_number",
    "unionid",
    "openid",
    "address.formatted",
    "address.street_address",
    "address.locality",
    "address.region",
    "address.postal_code",
    "address.country",
    "address.city",
    "address.province",
];

/// Objects that have no value of their own: a user has one when anything below it has a value.
const OBJECTS: [&str; 2] = ["address", "preferences"];

/// Whether a path leads to leaves of a profile: one of [`DETAIL_FIELDS`], `address` or `preferences` themselves (which
/// only exist or do not), or any path below `preferences`.
#[must_use]
pub fn is_detail_field(path: &str) -> bool {
    let below_preferences = path.strip_prefix("preferences.");
    DETAIL_FIELDS.contains(&path)
        || OBJECTS.contains(&path)
        || below_preferences.is_some_and(|rest| rest.split('.').all(|name| !name.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::is_detail_field;

    #[test]
    fn paths_are_whole_names_between_dots() {
        for path in ["locale", "address.country", "address", "preferences", "preferences.theme", "preferences.a.b"] {
            assert!(is_detail_field(path), "{path}");
        }
        for path in ["", "local", "address.", "address.x", "locale.x", "preferences.", "preferences.a..b", "name"] {
            assert!(!is_detail_field(path), "{path}");
        }
    }
}
