//! E-mail addresses.

/// The longest address and the longest part before the `@`, in bytes (RFC 5321 §4.5.3.1).
const ADDRESS_MAX: usize = 254;
const LOCAL_MAX: usize = 64;

/// The address as it is kept and shown: in lower case. Letters of every script are taken (RFC 6531).
///
/// # Errors
/// What is wrong with it, for people.
pub fn normalize(text: &str) -> Result<String, &'static str> {
    let address = text.to_lowercase();
    if address.len() > ADDRESS_MAX {
        return Err("must not be longer than 254 bytes");
    }
    let (local, domain) = address.rsplit_once('@').ok_or("must be an e-mail address")?;
    if local.len() > LOCAL_MAX {
        return Err("must not have more than 64 bytes before the @");
    }
    if !is_dot_atom(local) || !is_domain(domain) {
        return Err("must be an e-mail address");
    }
    Ok(address)
}

/// The address as its owner knows it and nobody else learns it: the first letter and what stands behind the `@`.
#[must_use]
pub fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    if domain.is_empty() { format!("{first}…") } else { format!("{first}…@{domain}") }
}

/// RFC 5322 §3.2.3 without comments and quoting, which no address people use has.
fn is_dot_atom(local: &str) -> bool {
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_character))
}

fn is_atom_character(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character)
    } else {
        is_letter_of_some_script(character)
    }
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.') && domain.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let inside = |character: char| {
        if character.is_ascii() {
            character.is_ascii_alphanumeric() || character == '-'
        } else {
            is_letter_of_some_script(character)
        }
    };
    (1..=63).contains(&label.len()) && label.chars().all(inside) && !label.starts_with('-') && !label.ends_with('-')
}

/// Letters, digits and the marks that belong to letters, but no spaces, signs or invisible characters.
fn is_letter_of_some_script(character: char) -> bool {
    use icu_properties::CodePointMapData;
    use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    [GeneralCategoryGroup::Letter, GeneralCategoryGroup::Mark, GeneralCategoryGroup::Number]
        .iter()
        .any(|group| group.contains(category))
}

#[cfg(test)]
mod tests {
    use super::{masked, normalize};

    #[test]
    fn addresses_come_back_in_lower_case() {
        assert_eq!(normalize("Bob.O'Brien+x@Example.COM").as_deref(), Ok("bob.o'brien+x@example.com"));
        assert_eq!(normalize("李雷@例子.中国").as_deref(), Ok("李雷@例子.中国"));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@example.com", "a".repeat(65));
        for text in
            ["", "a", "@b.c", "a@", "a@b", "a b@c.de", "a..b@c.de", "a@-b.de", "a@b..de", "a\u{200b}b@c.de", &long]
        {
            assert!(normalize(text).is_err(), "{text}");
        }
    }
    #[test]
    fn a_masked_address_is_known_to_its_owner_alone() {
        assert_eq!(masked("ada@example.com"), "a…@example.com");
        assert_eq!(masked("李雷@例子.中国"), "李…@例子.中国");
        assert_eq!(masked("ada"), "a…");
    }
}
