//! The languages of the hosted pages and of mails, and which of them a person gets.

/// A language we have words for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, and what a person gets whose own language we do not have.
    #[default]
    English,
    /// Chinese in simplified letters.
    SimplifiedChinese,
}

/// How much of what a browser or an application sends is looked at, so that a hostile text costs nothing.
const LONGEST_TEXT: usize = 1024;
const MOST_RANGES: usize = 32;

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::English, Self::SimplifiedChinese];

    /// The language tag (BCP 47), for `lang` in HTML and for storing.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::SimplifiedChinese => "zh-CN",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::SimplifiedChinese => "简体中文",
        }
    }

    /// The language of this very code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The nearest language to a tag or range such as `en-GB`, `zh-Hans-SG` or `zh_CN`, if any is near.
    ///
    /// Lookup (RFC 4647 §3.4) shortens a tag from its end until one fits, so that the first part decides. All kinds of
    /// Chinese share these letters or are read with them: those in traditional letters too are nearer to it than to
    /// English.
    #[must_use]
    pub fn nearest(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let is = |code: &str| primary.eq_ignore_ascii_case(code);
        if is("en") {
            Some(Self::English)
        } else if is("zh") || is("cmn") || is("yue") {
            Some(Self::SimplifiedChinese)
        } else {
            None
        }
    }

    /// The language for a person: of `ui_locales` (OpenID Connect Core §3.1.2.1: tags between spaces, the best first) the
    /// first we have; else of `Accept-Language` (RFC 9110 §12.5.4) the weightiest we have; else English.
    ///
    /// What is not well-formed is passed over; only the first 32 entries and 1024 bytes of each are looked at.
    #[must_use]
    pub fn choose(ui_locales: Option<&str>, accept_language: Option<&str>) -> Self {
        let asked = ui_locales
            .and_then(|tags| start_of(tags).split_ascii_whitespace().take(MOST_RANGES).find_map(Self::nearest));
        asked.or_else(|| accept_language.and_then(Self::accepted)).unwrap_or_default()
    }

    /// The weightiest language of an `Accept-Language` field; of equal weights the first.
    fn accepted(field: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for entry in start_of(field).split(',').take(MOST_RANGES) {
            let (range, parameters) = entry.split_once(';').unwrap_or((entry, ""));
            let (Some(language), Some(weight)) = (Self::nearest(range.trim()), weight(parameters)) else { continue };
            if weight > best.map_or(0, |(weight, _)| weight) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

/// The first 1024 bytes at most, cut between letters.
fn start_of(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_TEXT)).unwrap_or(text)
}

/// A weight in thousandths from `q=0.5` (RFC 9110 §12.4.2); 1000 if there is none, `None` if it is no weight.
fn weight(parameters: &str) -> Option<u16> {
    let parameters = parameters.trim();
    if parameters.is_empty() {
        return Some(1000);
    }
    let value = parameters.strip_prefix(['q', 'Q'])?.trim_start().strip_prefix('=')?.trim_start();
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let are_digits = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let thousandths: u16 = if are_digits { format!("{fraction:0<3}").parse().ok()? } else { return None };
    match (whole, thousandths) {
        ("0", _) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, SimplifiedChinese};
    use proptest::prelude::*;

    #[test]
    fn a_code_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.code()), Some(language));
            assert_eq!(Language::nearest(language.code()), Some(language));
        }
        assert_eq!(Language::parse("zh"), None);
    }

    #[test]
    fn every_kind_of_chinese_gets_chinese() {
        for tag in ["zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hant", "zh-TW", "zh-HK", "ZH-hans-cn", "zh_CN", "cmn-Hans"] {
            assert_eq!(Language::choose(Some(tag), None), SimplifiedChinese, "{tag}");
            assert_eq!(Language::choose(None, Some(tag)), SimplifiedChinese, "{tag}");
        }
        for tag in ["", "*", "zha", "za-CN", "z", "-zh", "fr-zh"] {
            assert_eq!(Language::choose(Some(tag), Some(tag)), English, "{tag}");
        }
    }

    #[test]
    fn the_application_s_wish_goes_before_the_browser_s() {
        assert_eq!(Language::choose(Some("fr zh-TW en"), Some("en")), SimplifiedChinese);
        assert_eq!(Language::choose(Some("en-GB zh"), Some("zh")), English);
        assert_eq!(Language::choose(Some("fr de"), Some("zh")), SimplifiedChinese);
        assert_eq!(Language::choose(Some("fr"), Some("fr")), English);
        assert_eq!(Language::choose(None, None), English);
    }

    #[test]
    fn the_weightiest_language_wins() {
        let browser = |field| Language::choose(None, Some(field));
        assert_eq!(browser("fr-CH, fr;q=0.9, zh;q=0.8, en;q=0.7, *;q=0.5"), SimplifiedChinese);
        assert_eq!(browser("en;q=0.5, zh-CN;q=0.501"), SimplifiedChinese);
        assert_eq!(browser("en;q=0.50,zh-CN;q=0.5"), English);
        assert_eq!(browser("zh;q=0, en;q=0.1"), English);
        assert_eq!(browser("zh;q=0"), English);
        assert_eq!(browser("en; q=0.2 , zh ;Q=1.000"), SimplifiedChinese);
    }

    #[test]
    fn what_is_no_weight_is_passed_over() {
        for entry in ["zh;q=2", "zh;q=1.1", "zh;q=0.1234", "zh;q=-1", "zh;q=0.+1", "zh;q=", "zh;v=1", "zh;q=.5"] {
            assert_eq!(Language::choose(None, Some(entry)), English, "{entry}");
        }
    }

    #[test]
    fn only_the_beginning_is_looked_at() {
        let many = format!("{}zh", "fr ".repeat(32));
        assert_eq!(Language::choose(Some(&many), None), English);
        let long = format!("{} zh", "é".repeat(600));
        assert_eq!(Language::choose(Some(&long), None), English);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(locales in ".{0,40}", field in "([a-z*é]{0,3}[-;q=., 019]{0,6}){0,400}") {
            let chosen = [Language::choose(Some(&locales), Some(&field)), Language::choose(Some(&field), Some(&locales))];
            prop_assert!(chosen.iter().all(|language| Language::ALL.contains(language)));
        }

        #[test]
        fn what_is_alone_and_has_weight_is_chosen(thousandths in 1_u16..1000) {
            let field = format!("en;q=0.0, zh-CN;q=0.{thousandths:03}");
            prop_assert_eq!(Language::choose(None, Some(&field)), SimplifiedChinese);
        }
    }
}
