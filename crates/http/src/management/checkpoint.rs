//! Paging by cursor alone, as lists have it that grow at their end while they are read.

use anteroom_model::Refusal;

use super::paging::{Asked, Paging, not_of_this_list};

/// Rows of a page if nobody says how many, as with Auth0.
const DEFAULT: i64 = 50;

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The key of the last row of the page before; 0 for the first page.
    pub after: i64,
    /// Rows at most.
    pub take: i64,
}

/// What `from` and `take` mean.
///
/// # Errors
/// `invalid_query_string` for a number out of range, `invalid_paging` for a cursor that is not one of such a list.
pub fn checkpoint(from: Option<&str>, take: Option<u32>) -> Result<Checkpoint, Refusal> {
    let take = match (Asked { from, take, ..Asked::default() }).check()? {
        Paging::Checkpoint { take, .. } => take,
        Paging::Offset { .. } => DEFAULT,
    };
    let place = |text: &str| text.parse().ok().filter(|place| *place > 0);
    let after = from.map_or(Some(0), place).ok_or_else(not_of_this_list)?;
    Ok(Checkpoint { after, take })
}

#[cfg(test)]
mod tests {
    use super::{Checkpoint, checkpoint};

    #[test]
    fn a_page_begins_behind_the_last_row_of_the_one_before() {
        assert_eq!(checkpoint(None, None), Ok(Checkpoint { after: 0, take: 50 }));
        assert_eq!(checkpoint(Some("7"), Some(3)), Ok(Checkpoint { after: 7, take: 3 }));
        assert_eq!(checkpoint(None, Some(101)).expect_err("is too many").field.as_deref(), Some("take"));
        for wrong in ["", "0", "-1", "x"] {
            assert_eq!(checkpoint(Some(wrong), None).expect_err(wrong).code.name, "invalid_paging");
        }
    }
}
