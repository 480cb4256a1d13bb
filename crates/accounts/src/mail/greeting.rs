//! The names that mails may carry.
//!
//! Whoever signs up chooses a name and an address, and the address need not be theirs: without care the name would be a
//! message to a stranger, sent by us. So a greeting carries only what looks like a name.

/// The most letters that a greeted name has.
const LONGEST: usize = 64;

/// The name as a greeting may carry it; `None` for what is too long or could be read as a link.
pub(super) fn name(name: &str) -> Option<String> {
    let name = line(name);
    let is_name = !name.is_empty() && name.chars().count() <= LONGEST;
    let has_sign = name.contains(['/', ':', '@', '\\', '<', '>', '#', '?', '=', '。']);
    (is_name && !has_sign && !names_host(&name) && !name.to_lowercase().contains("www")).then_some(name)
}

/// One line: control characters and runs of white space become one space.
pub(super) fn line(text: &str) -> String {
    let plain: String = text.chars().map(|sign| if is_invisible(sign) { ' ' } else { sign }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, and those that turn the order of letters around (UAX #9) and so could hide what is written.
fn is_invisible(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a dot stands between a letter or digit and at least two letters: mail programs make links of those. Initials
/// such as J.R. do not count.
fn names_host(name: &str) -> bool {
    let signs: Vec<char> = name.chars().collect();
    let stands = |at: usize, fits: fn(char) -> bool| signs.get(at).copied().is_some_and(fits);
    (1..signs.len()).any(|at| {
        matches!(signs[at], '.' | '．' | '｡')
            && stands(at - 1, char::is_alphanumeric)
            && stands(at + 1, char::is_alphanumeric)
            && stands(at + 2, char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::{line, name};

    #[test]
    fn names_are_greeted() {
        for known in
            ["Li", "李小龙", "Sinéad O'Brien", "J.R. Smith", "Dr. Müller", "Anna-Lena (Team 2)", "فاطمة الزهراء"]
        {
            assert_eq!(name(known).as_deref(), Some(known));
        }
        assert_eq!(name(" Li \t\r\n Xiaolong ").as_deref(), Some("Li Xiaolong"));
    }

    #[test]
    fn messages_are_not() {
        for message in [
            "",
            "  ",
            "visit http://evil.example",
            "you won, see evil.example now",
            "evil．example",
            "write to me@evil.example",
            "www evil",
            "<b>x</b>",
            &"x".repeat(65),
        ] {
            assert_eq!(name(message), None, "{message}");
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("Acme\r\nBcc: x\u{202e}y\0"), "Acme Bcc: x y");
    }
}
