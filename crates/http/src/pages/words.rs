//! The words of the pages in each language.

use std::collections::HashMap;

use anteroom_model::Language;

/// All words in one language: texts under keys such as `login.title`, with places such as `{client}`.
pub struct Words(HashMap<String, String>);

const ENGLISH: &str = include_str!("../../messages/en.json");
const SIMPLIFIED_CHINESE: &str = include_str!("../../messages/zh-CN.json");

impl Words {
    /// The words in a language.
    pub fn of(language: Language) -> Self {
        let text = match language {
            Language::English => ENGLISH,
            Language::SimplifiedChinese => SIMPLIFIED_CHINESE,
        };
        // A test reads both files: they are part of the binary and cannot differ from what it saw.
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    /// The text under a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// All keys.
    #[cfg(test)]
    pub fn keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.0.keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys
    }

    /// A span of time in the largest unit that loses nothing but minutes of a day: `30 days`, `1 hour`, `10 minutes`.
    pub fn duration(&self, seconds: u64) -> String {
        const MINUTE: u64 = 60;
        const HOUR: u64 = 60 * MINUTE;
        const DAY: u64 = 24 * HOUR;
        let (unit, count) = match seconds {
            0..HOUR => ("minutes", seconds.div_ceil(MINUTE)),
            HOUR..DAY => ("hours", seconds / HOUR),
            _ => ("days", seconds / DAY),
        };
        let form = if count == 1 { "one" } else { "other" };
        let text = self.get(&format!("duration.{unit}.{form}")).unwrap_or_default();
        fill(text, |place| (place == "count").then(|| count.to_string()))
    }
}

/// A text with its places filled. What fills them is not looked at again, so that a name like `{client}` stays itself;
/// a place that nothing fills stays as it is.
///
/// Chinese texts set a space between a place and the letters beside it, as is usual beside Latin letters; it falls away
/// where a Chinese name fills the place.
pub fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}');
        let Some((value, after)) = place.and_then(|(name, after)| value(name).map(|value| (value, after))) else {
            filled.push('{');
            rest = after;
            continue;
        };
        if value.starts_with(is_wide) && filled.strip_suffix(' ').is_some_and(|before| before.ends_with(is_wide)) {
            filled.pop();
        }
        let closer = after.strip_prefix(' ').filter(|after| value.ends_with(is_wide) && after.starts_with(is_wide));
        rest = closer.unwrap_or(after);
        filled.push_str(&value);
    }
    filled.push_str(rest);
    filled
}

/// Whether a letter is one of those that stand without spaces: Chinese ones and the punctuation of their width.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{Words, fill};
    use anteroom_model::Language;

    #[test]
    fn a_value_is_never_filled_itself() {
        let value = |place: &str| (place != "c").then(|| format!("<{{{}}}>", if place == "a" { "b" } else { "a" }));
        assert_eq!(fill("{a}-{b}-{c}-{", value), "<{b}>-<{a}>-{c}-{");
    }

    #[test]
    fn chinese_names_stand_in_chinese_texts_without_spaces() {
        let with = |name: &str, text: &str| fill(text, |_| Some(name.to_owned()));
        assert_eq!(with("云帆", "返回 {a} 申请"), "返回云帆申请");
        assert_eq!(with("Prints", "返回 {a} 申请"), "返回 Prints 申请");
        assert_eq!(with("云帆 Prints", "返回 {a} 申请"), "返回云帆 Prints 申请");
        assert_eq!(with("云帆", "Back to {a} now"), "Back to 云帆 now");
    }

    #[test]
    fn a_span_of_time_is_said_in_one_unit() {
        let words = Words::of(Language::English);
        let spans = [60, 61, 3600, 7200, 86_400, 2_592_000].map(|seconds| words.duration(seconds));
        assert_eq!(spans, ["1 minute", "2 minutes", "1 hour", "2 hours", "1 day", "30 days"]);
        assert_eq!(Words::of(Language::SimplifiedChinese).duration(86_400), "1 天");
    }
}
