//! A reader of Rust source that tells code from string literals and comments: enough to look for words in the one and
//! SQL in the other without being fooled by prose.

/// What a source file says, apart from its comments.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The code, every literal and comment replaced by a blank.
    pub code: String,
    /// The string literals in order, escapes left as written.
    pub strings: Vec<String>,
}

/// Reads one file. Source that does not compile may be cut in odd places, but never panics.
pub fn read(text: &str) -> Source {
    let mut source = Source::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = token(rest, first);
        match kind {
            Token::Code => source.code.push_str(&rest[..length]),
            Token::Blank => source.code.push(' '),
            Token::Text { skip, end } => {
                source.code.push(' ');
                source.strings.push(rest[skip..length.saturating_sub(end).max(skip)].to_owned());
            }
        }
        rest = &rest[length..];
    }
    source
}

enum Token {
    Code,
    /// A comment or a character literal.
    Blank,
    /// A string literal between an opening of `skip` bytes and a closing of `end`.
    Text {
        skip: usize,
        end: usize,
    },
}

/// The kind and length in bytes of the token that `rest` begins with.
fn token(rest: &str, first: char) -> (Token, usize) {
    if rest.starts_with("//") {
        return (Token::Blank, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Token::Blank, block_comment(rest));
    }
    if first == '"' {
        return (Token::Text { skip: 1, end: 1 }, 1 + past(&rest[1..], '"'));
    }
    if let Some(literal) = raw_string(rest) {
        return literal;
    }
    if first == '\'' && is_character(rest) {
        return (Token::Blank, 1 + past(&rest[1..], '\''));
    }
    (Token::Code, first.len_utf8())
}

/// The length up to and with the first `quote` that no backslash escapes.
fn past(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        if character == quote && !escaped {
            return at + 1;
        }
        escaped = character == '\\' && !escaped;
    }
    rest.len()
}

/// The length of a block comment. They nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// A raw string such as `r#"…"#`. No other name may end in `r` right before a quote.
fn raw_string(rest: &str) -> Option<(Token, usize)> {
    let hashes = rest.strip_prefix('r')?.bytes().take_while(|byte| *byte == b'#').count();
    let skip = 1 + hashes + 1;
    if rest.as_bytes().get(skip - 1) != Some(&b'"') {
        return None;
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    let length = rest[skip..].find(&closing).map_or(rest.len(), |at| skip + at + closing.len());
    Some((Token::Text { skip, end: closing.len() }, length))
}

/// Whether a quote opens a character (`'a'`, `'\n'`) rather than a lifetime (`'a`).
fn is_character(rest: &str) -> bool {
    let mut characters = rest[1..].chars();
    match (characters.next(), characters.next()) {
        (Some('\\'), _) => true,
        (_, after) => after == Some('\''),
    }
}

#[test]
fn code_strings_and_comments_are_told_apart() {
    let source = read(concat!(
        "use axum; // \"not a string\" SELECT\n",
        "/* outer /* inner */ \"still not\" */ let a: &'static str = \"it \\\" said\";\n",
        "let b = r#\"raw \"quoted\" \\\"#; let c = b'\"'; let d = '\\''; var(\"x\");"
    ));
    assert_eq!(source.strings, ["it \\\" said", "raw \"quoted\" \\", "x"]);
    assert!(source.code.contains("use axum;") && source.code.contains("&'static str"));
    assert!(!source.code.contains("SELECT") && !source.code.contains("inner") && !source.code.contains("raw"));
}
