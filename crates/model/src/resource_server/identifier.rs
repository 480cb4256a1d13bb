//! Identifiers of resource servers: the audience of their tokens.

use crate::tenant::Origin;

/// The most characters of an identifier.
pub const IDENTIFIER_CHARACTERS: usize = 600;

/// Checks the identifier of a new resource server of a tenant with these origins.
///
/// Whatever stands at one of the tenant's own origins is ours: a token for it must never pass for one of the Management
/// API or of an endpoint of OpenID Connect.
///
/// # Errors
/// What is wrong with it, for people.
pub fn check_identifier(identifier: &str, origins: &[Origin]) -> Result<(), &'static str> {
    let is_plain = identifier.bytes().all(|byte| byte.is_ascii_graphic());
    if identifier.is_empty() || identifier.len() > IDENTIFIER_CHARACTERS || !is_plain {
        return Err("must have 1 to 600 characters of printable ASCII without spaces");
    }
    if identifier.starts_with("urn:anteroom:") || is_at(identifier, origins) {
        return Err("must not be an address of this server itself");
    }
    Ok(())
}

/// Whether a URL stands at one of these origins, in whatever spelling.
fn is_at(identifier: &str, origins: &[Origin]) -> bool {
    let Ok(url) = url::Url::parse(identifier) else { return false };
    let origin = url.origin().ascii_serialization();
    origins.iter().any(|known| known.to_string() == origin)
}

#[cfg(test)]
mod tests {
    use super::check_identifier;
    use crate::tenant::Origin;

    #[test]
    fn identifiers_are_names_of_other_places() {
        let origins = [Origin::parse("https://login.example.com").expect("an origin")];
        for identifier in
            ["https://api.example.com", "urn:shop", "shop", "https://login.example.com.evil.test/api/v2/", "a:b/c?d#e"]
        {
            assert_eq!(check_identifier(identifier, &origins), Ok(()), "{identifier}");
        }
        for identifier in [
            "https://login.example.com/api/v2/",
            "https://login.example.com",
            "HTTPS://Login.Example.com:443/api/v2",
            "https://user@login.example.com/api/v2/",
            "urn:anteroom:management",
            "",
            "a b",
            "é",
            &"a".repeat(601),
        ] {
            assert!(check_identifier(identifier, &origins).is_err(), "{identifier}");
        }
    }
}
