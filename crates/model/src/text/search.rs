//! The form of text in which parts of words are searched.

use icu_properties::props::Script;
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

use super::fold;

const SCRIPT: CodePointMapDataBorrowed<'static, Script> = CodePointMapData::<Script>::new();

/// The folded text with each CJK character written three times: what trigram indexes hold and are asked for.
///
/// A trigram index (SQLite's FTS5, PostgreSQL's pg_trgm) finds nothing shorter than three characters, but many names
/// in Han, Hiragana, Katakana, Bopomofo and Hangul are shorter. Tripled, one character is one trigram. Thai, Lao and
/// Khmer are left as they are, though written without spaces: they are alphabets, and a syllable rarely has fewer than
/// three signs.
///
/// For all texts `a` and `b`: `search_form(a)` contains `search_form(b)` exactly when `fold(a)` contains `fold(b)`.
#[must_use]
pub fn search_form(text: &str) -> String {
    let folded = fold(text);
    if folded.is_ascii() {
        return folded;
    }
    let mut form = String::with_capacity(3 * folded.len());
    for letter in folded.chars() {
        form.push(letter);
        if is_cjk(letter) {
            form.push(letter);
            form.push(letter);
        }
    }
    form
}

fn is_cjk(letter: char) -> bool {
    const FIRST_JAMO: char = '\u{1100}';
    letter >= FIRST_JAMO
        && matches!(
            SCRIPT.get(letter),
            Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SCRIPT, is_cjk, search_form};
    use crate::text::fold;

    #[test]
    fn cjk_is_tripled_and_the_rest_is_not() {
        assert_eq!(search_form("李小龍"), "李李李小小小龍龍龍");
        assert_eq!(search_form("Bruce 李"), "bruce 李李李");
        assert_eq!(search_form("김"), "김김김");
        assert_eq!(search_form("ｶﾞ ゆ"), "ガガガ ゆゆゆ");
        assert_eq!(search_form("𠮷"), "𠮷𠮷𠮷");
        assert_eq!(search_form("Müller สมชาย Пётр"), "muller สมชาย петр");
    }

    #[test]
    fn no_cjk_letter_is_below_the_first_jamo() {
        let cjk = [super::Script::Han, super::Script::Hiragana, super::Script::Katakana, super::Script::Hangul];
        assert!(('\0'..='\u{10FF}').all(|letter| !cjk.contains(&SCRIPT.get(letter)) && !is_cjk(letter)));
        assert!(is_cjk('\u{1100}'));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        /// Few letters, so that one text often contains the other.
        #[test]
        fn containing_is_kept(whole in "[aB李王김か\u{3099} ]{0,10}", part in "[aB李王김か\u{3099} ]{0,4}") {
            prop_assert_eq!(
                search_form(&whole).contains(&search_form(&part)),
                fold(&whole).contains(&fold(&part))
            );
        }

        #[test]
        fn a_part_of_the_folded_text_is_found(text in any::<String>(), from in 0_usize..20, length in 0_usize..20) {
            let part: String = fold(&text).chars().skip(from).take(length).collect();
            prop_assume!(fold(&text).contains(&fold(&part)));
            prop_assert!(search_form(&text).contains(&search_form(&part)));
        }
    }
}
