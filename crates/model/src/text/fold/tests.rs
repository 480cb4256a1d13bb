use proptest::prelude::*;

use super::{CASE, CATEGORY, DECOMPOSE, GeneralCategory, fold, is_dropped};

fn same(spellings: &[&str], key: &str) {
    for spelling in spellings {
        assert_eq!(fold(spelling), key, "{spelling:?}");
    }
}

/// Every character to which Unicode gives a meaning: what is unassigned or private has no case and no parts.
fn every_character() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|&character| {
        !matches!(CATEGORY.get(character), GeneralCategory::Unassigned | GeneralCategory::PrivateUse)
    })
}

#[test]
fn case_and_accents_make_no_difference() {
    same(&["Müller", "MÜLLER", "Mu\u{308}ller", "muller"], "muller");
    same(&["Nguyễn Văn Đức", "NGUYEN VAN DUC"], "nguyen van duc");
    same(&["Łukasz", "łukasz", "LUKASZ"], "lukasz");
    same(&["Søren Æbelø", "SØREN ÆBELØ", "soren aebelo"], "soren aebelo");
    same(&["ĐĦŁØŦ Œ", "đħłøŧ œ"], "dhlot oe");
    same(&["Ὀδυσσεύς", "ΟΔΥΣΣΕΎΣ", "οδυσσευσ"], "οδυσσευσ");
    same(&["Пётр Андрей", "ПЕТР АНДРЕИ"], "петр андреи");
}

#[test]
fn sharp_s_is_two_letters() {
    same(&["Weiß", "WEISS", "WEIẞ", "weiss"], "weiss");
}

#[test]
fn turkish_letters_i_are_one() {
    same(&["Işık", "IŞIK", "ışık", "İŞİK", "isik"], "isik");
    same(&["İbrahim", "IBRAHIM", "ibrahim"], "ibrahim");
}

#[test]
fn full_width_equals_half_width() {
    same(&["Ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ada@example.com"], "ada@example.com");
    same(&["ﾔﾏﾀﾞ ﾊﾟﾝ", "ヤマダ　パン"], "ヤマダ パン");
    same(&["ﬁnn Ⅷ", "FINN viii"], "finn viii");
}

#[test]
fn hangul_is_composed_to_syllables() {
    same(&["김민준", "\u{1100}\u{1175}\u{11B7}\u{1106}\u{1175}\u{11AB}\u{110C}\u{116E}\u{11AB}"], "김민준");
}

#[test]
fn points_are_dropped_and_marks_that_spell_are_kept() {
    same(&["שָׁלוֹם", "שלום"], "שלום");
    same(&["مُحَمَّد", "محمد"], "محمد");
    same(&["أحمد", "احمد"], "احمد");
    for point in ['\u{483}', '\u{5B0}', '\u{610}', '\u{64B}', '\u{730}', '\u{1D242}'] {
        assert_eq!(fold(&point.to_string()), "", "{point:?}");
    }
    assert_ne!(fold("はは"), fold("ぱぱ"));
    assert_ne!(fold("ばば"), fold("ぱぱ"));
    assert_ne!(fold("มี"), fold("มา"));
    assert_ne!(fold("कुमार"), fold("कमार"));
    same(&["が", "か\u{3099}"], "が");
}

#[test]
fn invisible_characters_make_no_difference() {
    same(&["ad\u{200B}min", "\u{202E}admin", "ad\u{AD}min", "\u{FEFF}admin\u{3164}", "a\u{34F}dmin"], "admin");
    same(&["葛\u{E0100}城", "葛城"], "葛城");
}

#[test]
fn white_space_is_collapsed_and_trimmed() {
    same(&["  Ada \t\n Lovelace ", "Ada\u{3000}Lovelace", "\u{A0}ada\u{2028}\u{200B} lovelace\u{85}"], "ada lovelace");
    same(&["", " ", "\u{301}", "\u{200B}\u{A0}"], "");
}

#[test]
fn every_character_is_folded_once_and_for_all() {
    for character in every_character() {
        let once = fold(&character.to_string());
        assert_eq!(fold(&once), once, "{character:?}");
    }
}

/// Case folding character by character and the table of `base` lose nothing that full case folding does.
#[test]
fn cases_of_every_character_are_equal() {
    for character in every_character().filter(|&character| !is_dropped(character)) {
        let character = character.to_string();
        let visible: String = DECOMPOSE.normalize_iter(character.chars()).filter(|&part| !is_dropped(part)).collect();
        assert_eq!(fold(&CASE.fold_string(&visible)), fold(&character), "{character:?}");
    }
}

#[test]
fn growth_is_bounded() {
    let longest = every_character().map(|character| fold(&character.to_string()).chars().count()).max();
    assert_eq!(longest, Some(18));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn fold_is_idempotent(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// Marks, joiners and spaces in any order are where normalisations break.
    #[test]
    fn fold_is_idempotent_on_marks(
        text in "[aßIİΣ가\u{1100}\u{1161}\u{11A8}か\u{3099}क\u{93C}\u{94D}\u{200D}\u{301}\u{323}\u{345}\u{E38}\u{E48} \u{A0}]{0,12}"
    ) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn cases_and_forms_of_a_text_are_equal(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&DECOMPOSE.normalize(&text)), &folded);
        prop_assert_eq!(&fold(&format!(" {text}\u{3000}")), &folded);
    }

    #[test]
    fn ascii_takes_no_other_way(text in "[ -~\t\n\r\x0B\x0C]{0,40}") {
        let words: Vec<_> = text.split_whitespace().map(str::to_ascii_lowercase).collect();
        prop_assert_eq!(fold(&text), words.join(" "));
        prop_assert_eq!(fold(&format!("{text}é")), fold(&format!("{text}e")));
    }
}
