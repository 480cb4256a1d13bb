//! The operating system's random generator behind the model's trait.

use anteroom_model::Random;

/// The cryptographically secure generator of AWS-LC, seeded by the operating system. Free to make and to share.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    /// Fills the slice. Ends the process if the system has no randomness to give: whoever asked would go on with a
    /// predictable salt, nonce or secret, which is worse than not running, and AWS-LC itself aborts in nearly all such
    /// cases.
    #[expect(clippy::disallowed_methods, reason = "the one place where the system's generator enters")]
    fn fill(&self, bytes: &mut [u8]) {
        if aws_lc_rs::rand::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use anteroom_model::Random;

    use super::SystemRandom;

    #[test]
    fn two_draws_differ() {
        let (mut first, mut second) = ([0_u8; 32], [0_u8; 32]);
        SystemRandom.fill(&mut first);
        SystemRandom.fill(&mut second);
        assert_ne!(first, [0; 32]);
        assert_ne!(first, second);
    }
}
