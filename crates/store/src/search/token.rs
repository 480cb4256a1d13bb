//! A tenant's word in the search index.

use anteroom_model::TenantId;

/// The syllables of the Yi script, U+A000 to U+A48C: letters to both engines' trigram indexes, and rare in names.
const FIRST: u32 = 0xA000;
const SYLLABLES: u64 = 1165;

/// Three letters that stand for the tenant at the head of `users.search_text`, so that one trigram of the index is
/// the tenant. They repeat after 1165³ tenants, which costs time but no isolation: every statement names its tenant.
#[must_use]
pub fn tenant_token(tenant: TenantId) -> String {
    let number = tenant.0.unsigned_abs();
    [number / SYLLABLES / SYLLABLES, number / SYLLABLES, number].into_iter().map(syllable).collect()
}

fn syllable(number: u64) -> char {
    // The remainder is below 1165, so neither conversion can fail.
    u32::try_from(number % SYLLABLES).ok().and_then(|digit| char::from_u32(FIRST + digit)).unwrap_or('\u{A000}')
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use anteroom_model::TenantId;
    use anteroom_model::text::search_form;

    use super::tenant_token;

    #[test]
    fn a_token_is_three_letters_and_each_tenants_own() {
        let tokens: HashSet<_> = (0..5000).map(|id| tenant_token(TenantId(id))).collect();
        assert_eq!(tokens.len(), 5000);
        assert!(tokens.iter().all(|token| token.chars().count() == 3 && token.chars().all(char::is_alphabetic)));
        assert_eq!(tenant_token(TenantId(1)), "\u{A000}\u{A000}\u{A001}");
        assert_eq!(tenant_token(TenantId(1165)), "\u{A000}\u{A001}\u{A000}");
        assert_eq!(tenant_token(TenantId(i64::MAX)).chars().count(), 3);
    }

    /// A token must stand in the index as it is.
    #[test]
    fn a_token_is_its_own_search_form() {
        let all = (0..1165).map(|id| tenant_token(TenantId(id)));
        assert!(all.into_iter().all(|token| search_form(&token) == token));
    }
}
