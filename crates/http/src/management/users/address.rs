//! Postal addresses on the wire.

use anteroom_model::Change;
use anteroom_model::user::{Address, AddressChanges};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A postal address. Parts without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = Address)]
pub struct AddressView<'a> {
    /// All of it as written on a letter, perhaps in several lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    formatted: Option<&'a str>,
    /// Street and number, perhaps in several lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<&'a str>,
    /// City or locality.
    #[serde(skip_serializing_if = "Option::is_none")]
    locality: Option<&'a str>,
    /// State, province or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    /// The postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<&'a str>,
    /// The country.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    /// The city; told to applications as the locality where that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<&'a str>,
    /// The province; told to applications as the region where that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<&'a str>,
}

impl<'a> AddressView<'a> {
    /// The address, if anything of it is known.
    pub fn new(address: &'a Address) -> Option<Self> {
        let view = || Self {
            formatted: address.formatted.as_deref(),
            street_address: address.street_address.as_deref(),
            locality: address.locality.as_deref(),
            region: address.region.as_deref(),
            postal_code: address.postal_code.as_deref(),
            country: address.country.as_deref(),
            city: address.city.as_deref(),
            province: address.province.as_deref(),
        };
        (!address.is_empty()).then(view)
    }
}

macro_rules! address_body {
    // `text` is the type in the document, for null removes in one body and is refused in the other.
    ($(#[$meta:meta])* $name:ident, text: [$($text:tt)+]) => {
        $(#[$meta])*
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// All of it as written on a letter, perhaps in several lines.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 1000, pattern = r"^[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+$")]
            formatted: Change<String>,
            /// Street and number, perhaps in several lines.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 500, pattern = r"^[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+$")]
            street_address: Change<String>,
            /// City or locality.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            locality: Change<String>,
            /// State, province or region.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            region: Change<String>,
            /// The postal code.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 20, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            postal_code: Change<String>,
            /// The country.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 100, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            country: Change<String>,
            /// The city; told to applications as the locality where that is missing.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            city: Change<String>,
            /// The province; told to applications as the region where that is missing.
            #[serde(default)]
            #[schema(value_type = $($text)+, min_length = 1, max_length = 150, pattern = r"^[^\x00-\x1f\x7f-\x9f]+$")]
            province: Change<String>,
        }

        impl $name {
            /// What is asked for.
            pub fn changes(self) -> AddressChanges {
                AddressChanges {
                    formatted: self.formatted,
                    street_address: self.street_address,
                    locality: self.locality,
                    region: self.region,
                    postal_code: self.postal_code,
                    country: self.country,
                    city: self.city,
                    province: self.province,
                }
            }
        }
    };
}

address_body! {
    /// A new user's postal address.
    AddressCreate, text: [String]
}

address_body! {
    /// What to change of a postal address. Parts left out stay as they are; null removes.
    AddressUpdate, text: [Option<String>]
}
