//! Queries of lists that are paged by number alone, and texts in queries.

use anteroom_model::Refusal;

use super::paging::out_of_range;

/// The query of a list that is paged by number alone, with further parameters of one list.
macro_rules! pages {
    ($(#[$meta:meta])* $name:ident { $($extra:tt)* }) => {
        $(#[$meta])*
        #[derive(serde::Deserialize, utoipa::IntoParams)]
        #[serde(deny_unknown_fields)]
        #[into_params(parameter_in = Query)]
        pub struct $name {
            /// The page's number, from 0.
            page: Option<u32>,
            /// Rows of a page, 50 by default.
            #[param(maximum = 100)]
            per_page: Option<u32>,
            /// Whether the answer is an object that tells the number of all rows.
            include_totals: Option<bool>,
            $($extra)*
        }

        impl $name {
            /// The part asked for.
            fn asked(&self) -> $crate::management::paging::Asked<'static> {
                $crate::management::paging::Asked {
                    page: self.page,
                    per_page: self.per_page,
                    include_totals: self.include_totals,
                    ..$crate::management::paging::Asked::default()
                }
            }
        }
    };
}

pub(crate) use pages;

/// Refuses a parameter that has fewer or more characters than its schema says.
///
/// # Errors
/// `invalid_query_string` naming the parameter.
pub fn bounded(field: &str, text: &str, least: usize, most: usize) -> Result<(), Refusal> {
    match text.chars().count() {
        count if (least..=most).contains(&count) => Ok(()),
        _ => Err(out_of_range(field, &format!("must have {least} to {most} characters"))),
    }
}

#[cfg(test)]
mod tests {
    use super::bounded;

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(bounded("name", "商商", 1, 2).is_ok());
        for wrong in ["", "abc"] {
            assert_eq!(bounded("name", wrong, 1, 2).expect_err(wrong).field.as_deref(), Some("name"));
        }
    }
}
