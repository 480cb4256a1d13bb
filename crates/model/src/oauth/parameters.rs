//! The parameters of a request to an OAuth endpoint.

/// The longest value that is taken, in bytes.
const MAX: usize = 4096;

/// How many are taken: every one is compared with all before it, and anybody may send them.
const MOST: usize = 100;

/// Names and values as they were sent. One without a value counts as absent (RFC 6749 §3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters of these pairs.
    ///
    /// # Errors
    /// What is wrong, for developers: a parameter sent twice (RFC 6749 §3.1), U+0000, one that is too long, or too many.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let mut known: Vec<(String, String)> = Vec::new();
        for (name, value) in pairs {
            if known.len() == MOST {
                return Err(format!("There are more than {MOST} parameters."));
            }
            if known.iter().any(|(other, _)| *other == name) {
                return Err(format!("The parameter {} is sent twice.", short(&name)));
            }
            if value.len() > MAX || name.len() > MAX {
                return Err(format!("The parameter {} is longer than {MAX} bytes.", short(&name)));
            }
            if value.contains('\0') || name.contains('\0') {
                return Err("Parameters must not hold the character U+0000.".to_owned());
            }
            known.push((name, value));
        }
        Ok(Self(known))
    }

    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name)?;
        Some(found.1.as_str()).filter(|value| !value.is_empty())
    }

    /// The value of this name, as an own text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    /// All of them, in the order sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn short(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::Parameters;

    fn parse(pairs: &[(&str, &str)]) -> Result<Parameters, String> {
        Parameters::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn what_is_empty_is_absent() {
        let parameters = parse(&[("a", ""), ("b", "x")]).expect("parameters");
        assert_eq!((parameters.get("a"), parameters.get("b"), parameters.get("c")), (None, Some("x"), None));
    }

    #[test]
    fn what_is_sent_twice_or_cannot_be_kept_is_refused() {
        assert!(parse(&[("a", "1"), ("a", "1")]).is_err());
        assert!(parse(&[("a", "\0")]).is_err());
        assert!(parse(&[("a", &"x".repeat(5000))]).is_err());
        let many = |count: usize| Parameters::new((0..count).map(|number| (number.to_string(), String::new())));
        assert!(many(100).is_ok() && many(101).is_err());
    }
}
