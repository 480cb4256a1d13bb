//! The normalisation of identifiers and searches.

use std::iter;

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_normalizer::{
    ComposingNormalizer, ComposingNormalizerBorrowed, DecomposingNormalizer, DecomposingNormalizerBorrowed,
};
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, Script};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed};

const DECOMPOSE: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();
const COMPOSE: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfc();
const CASE: CaseMapperBorrowed<'static> = CaseMapper::new();
const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::<GeneralCategory>::new();
const SCRIPT: CodePointMapDataBorrowed<'static, Script> = CodePointMapData::<Script>::new();
const INVISIBLE: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<DefaultIgnorableCodePoint>();

/// The form in which two spellings of one name are equal: the key of identifiers and the base of the search text.
///
/// In this order (Unicode UAX 15 and 21, close to NFKC_Casefold):
/// - compatibility decomposition, so that full width equals half width and `ﬁ` equals `fi`;
/// - invisible characters (Default_Ignorable_Code_Point: zero-width joiners, direction marks, variation selectors) and
///   accents are dropped: `Müller` equals `muller`. An accent is a nonspacing mark of no script in particular, or of
///   Greek, Cyrillic, Hebrew, Arabic or Syriac. Marks that spell are kept: the vowel signs of Indic scripts and Thai,
///   and the voicing of kana, for `か` and `が` are different letters;
/// - case folding; `ß` becomes `ss`, `æ` becomes `ae`, `œ` becomes `oe`, and letters with a stroke lose it (`Łukasz`
///   equals `lukasz`), as they do at the first level of the Unicode collation algorithm;
/// - Turkish: `I`, `İ`, `ı` and `i` are all one letter, `i`, because the language of a name is not known;
/// - canonical composition, which puts Hangul syllables together again;
/// - runs of white space become one space; none is left at the ends.
///
/// Idempotent. The result can be empty, and up to 18 times as long as `text` (U+FDFA).
///
/// Spellings with one key are one identifier, so a message must go to the address that is stored, never to the one
/// that was typed: they may be different mailboxes.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|letter| push(&mut folded, letter.to_ascii_lowercase()));
    } else {
        let letters = DECOMPOSE.normalize_iter(text.chars()).filter(|&letter| !is_dropped(letter)).flat_map(base);
        COMPOSE.normalize_iter(letters).for_each(|letter| push(&mut folded, letter));
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Appends a letter; white space only as one space, and not at the beginning.
fn push(folded: &mut String, letter: char) {
    if !letter.is_whitespace() {
        folded.push(letter);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

fn is_dropped(letter: char) -> bool {
    !letter.is_ascii() && (INVISIBLE.contains(letter) || is_accent(letter))
}

fn is_accent(letter: char) -> bool {
    const VOICED: char = '\u{3099}';
    const SEMI_VOICED: char = '\u{309A}';
    CATEGORY.get(letter) == GeneralCategory::NonspacingMark
        && match SCRIPT.get(letter) {
            Script::Inherited => !matches!(letter, VOICED | SEMI_VOICED),
            Script::Greek | Script::Cyrillic | Script::Hebrew | Script::Arabic | Script::Syriac => true,
            _ => false,
        }
}

/// The letter in lower case and without what decomposition leaves attached to it: one or two letters.
fn base(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match CASE.simple_fold(letter) {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'đ' => ('d', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ł' => ('l', None),
        'ø' => ('o', None),
        'ŧ' => ('t', None),
        other => (other, None),
    };
    iter::once(first).chain(second)
}

#[cfg(test)]
mod tests;
