//! The language of a page, from what applications and browsers send.
#![no_main]

use anteroom_model::Language;
use libfuzzer_sys::fuzz_target;

const LONGEST: usize = 1024;
const MOST: usize = 32;

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let (locales, field) = text.split_once('\n').unwrap_or((&text, ""));
    let locales = Some(locales).filter(|_| kind & 1 == 0);
    let field = Some(field).filter(|_| kind & 2 == 0);
    let expected = locales.and_then(asked).or_else(|| field.and_then(accepted)).unwrap_or(Language::English);
    assert_eq!(Language::choose(locales, field), expected, "{locales:?} {field:?}");
    // An application that names one of our languages first gets it, whatever the rest says.
    for language in Language::ALL {
        let named = format!("{} {}", language.code(), locales.unwrap_or_default());
        assert_eq!(Language::choose(Some(&named), field), language);
    }
});

fn language(tag: &str) -> Option<Language> {
    let end = tag.find(['-', '_']).unwrap_or(tag.len());
    match tag[..end].to_ascii_lowercase().as_str() {
        "en" => Some(Language::English),
        "zh" | "cmn" | "yue" => Some(Language::SimplifiedChinese),
        _ => None,
    }
}

fn start(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

fn asked(locales: &str) -> Option<Language> {
    start(locales).split([' ', '\t', '\n', '\r', '\x0c']).filter(|tag| !tag.is_empty()).take(MOST).find_map(language)
}

/// All entries with their weights, sorted: the first of the heaviest, unless it weighs nothing.
fn accepted(field: &str) -> Option<Language> {
    let entries = start(field).split(',').take(MOST).filter_map(|entry| {
        let (tag, parameters) = match entry.find(';') {
            Some(place) => (&entry[..place], entry[place + 1..].trim()),
            None => (entry, ""),
        };
        Some((weight(parameters)?, language(tag.trim())?))
    });
    let mut entries: Vec<_> = entries.filter(|(weight, _)| *weight > 0).collect();
    entries.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    entries.first().map(|(_, language)| *language)
}

/// RFC 9110 §12.4.2: `0`, `0.` and up to three digits; `1`, `1.` and up to three zeros.
fn weight(parameters: &str) -> Option<u32> {
    if parameters.is_empty() {
        return Some(1000);
    }
    let rest = parameters.strip_prefix('q').or_else(|| parameters.strip_prefix('Q'))?;
    let number: Vec<char> = rest.trim_start().strip_prefix('=')?.trim_start().chars().collect();
    let (whole, digits) = match number.as_slice() {
        [whole] => (*whole, &[][..]),
        [whole, '.', digits @ ..] if digits.len() <= 3 => (*whole, digits),
        _ => return None,
    };
    let mut thousandths = 0;
    for place in 0..3 {
        thousandths = thousandths * 10 + digits.get(place).map_or(Some(0), |digit| digit.to_digit(10))?;
    }
    match (whole, thousandths) {
        ('0', _) => Some(thousandths),
        ('1', 0) => Some(1000),
        _ => None,
    }
}
