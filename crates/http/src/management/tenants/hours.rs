//! Hours, whole or in parts.

use serde::Serialize;

/// Minutes, written as hours: a whole number where they are whole.
pub struct Hours(pub i64);

impl Serialize for Hours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 60 == 0 {
            return serializer.serialize_i64(self.0 / 60);
        }
        #[expect(clippy::cast_precision_loss, reason = "sessions last a year at most")]
        serializer.serialize_f64(self.0 as f64 / 60.0)
    }
}
