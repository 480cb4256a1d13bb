//! Long answers go compressed to those who take it.

use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;

/// Answers of fewer bytes go as they are: a page of a list is compressed, one user is not.
const WORTH_IT: u64 = 4096;

/// Compresses with gzip (RFC 1952), quickly rather than small. Guessing a secret by the length of what is compressed with
/// it needs requests that a stranger can make somebody's browser send; these carry a token that no browser adds by itself.
pub fn layer() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(SizeAbove::new(WORTH_IT))
}
