//! Chance: passed in, like time.

/// Where random bytes come from: a cryptographically secure generator in production, a seeded one in tests.
pub trait Random: Send + Sync {
    /// Fills the slice with random bytes.
    fn fill(&self, bytes: &mut [u8]);
}

const ALPHANUMERIC: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A random text of `length` letters and digits (62 signs, evenly distributed: 5.95 bits each).
#[must_use]
pub fn alphanumeric(random: &dyn Random, length: usize) -> String {
    // Bytes of 248 and above are dropped: 248 is the largest multiple of 62 in a byte, so no sign is likelier.
    let mut text = String::with_capacity(length);
    let mut bytes = [0_u8; 64];
    while text.len() < length {
        random.fill(&mut bytes);
        let signs = bytes.iter().filter(|byte| **byte < 248);
        text.extend(signs.take(length - text.len()).map(|byte| char::from(ALPHANUMERIC[usize::from(byte % 62)])));
    }
    text
}

/// A random text of `2 * bytes` hexadecimal digits.
#[must_use]
pub fn hexadecimal(random: &dyn Random, bytes: usize) -> String {
    let mut buffer = vec![0_u8; bytes];
    random.fill(&mut buffer);
    data_encoding::HEXLOWER.encode(&buffer)
}

#[cfg(test)]
mod tests {
    use super::{Random, alphanumeric, hexadecimal};

    struct Counting(std::sync::atomic::AtomicU8);

    impl Random for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            }
        }
    }

    #[test]
    fn texts_have_the_length_asked_for() {
        let random = Counting(250.into());
        assert_eq!(alphanumeric(&random, 100).len(), 100);
        assert_eq!(hexadecimal(&random, 12).len(), 24);
    }

    #[test]
    fn bytes_that_would_favour_a_sign_are_dropped() {
        let random = Counting(248.into());
        assert!(alphanumeric(&random, 3).starts_with("012"));
    }
}
