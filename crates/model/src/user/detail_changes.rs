//! Changing the rest of the profile.

use serde_json::{Map, Value};

use super::change_log::ChangeLog;
use super::check::{birthdate, gender, line, lines, locale, web_url, zone};
use super::{Address, Details};
use crate::change::Change;
use crate::metadata::{Bag, Merge};

/// What a request says of the rest of the profile, see [`Details`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetailChanges {
    /// See [`Details::profile`]: an http or https URL of at most 2048 characters.
    pub profile: Change<String>,
    /// See [`Details::website`]: an http or https URL of at most 2048 characters.
    pub website: Change<String>,
    /// See [`Details::gender`]: at most 50 characters; `M`, `F` and `U` become words.
    pub gender: Change<String>,
    /// See [`Details::birthdate`].
    pub birthdate: Change<String>,
    /// See [`Details::zoneinfo`].
    pub zoneinfo: Change<String>,
    /// See [`Details::locale`].
    pub locale: Change<String>,
    /// See [`Details::company`]: at most 300 characters.
    pub company: Change<String>,
    /// See [`Details::identity_number`]: at most 64 characters.
    pub identity_number: Change<String>,
    /// See [`Details::unionid`]: at most 255 characters.
    pub unionid: Change<String>,
    /// See [`Details::openid`]: at most 255 characters.
    pub openid: Change<String>,
    /// See [`Details::address`]: what is not mentioned of it stays; null removes all of it.
    pub address: Change<AddressChanges>,
    /// See [`Details::preferences`]: merged as metadata is; null wipes it.
    pub preferences: Change<Map<String, Value>>,
}

/// What a request says of the postal address, see [`Address`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressChanges {
    /// See [`Address::formatted`]: at most 1000 characters in lines.
    pub formatted: Change<String>,
    /// See [`Address::street_address`]: at most 500 characters in lines.
    pub street_address: Change<String>,
    /// See [`Address::locality`]: at most 150 characters.
    pub locality: Change<String>,
    /// See [`Address::region`]: at most 150 characters.
    pub region: Change<String>,
    /// See [`Address::postal_code`]: at most 20 characters.
    pub postal_code: Change<String>,
    /// See [`Address::country`]: at most 100 characters.
    pub country: Change<String>,
    /// See [`Address::city`]: at most 150 characters.
    pub city: Change<String>,
    /// See [`Address::province`]: at most 150 characters.
    pub province: Change<String>,
}

impl DetailChanges {
    /// The fields that hold texts, for what is to be asked of each.
    pub(super) const fn texts(&self) -> [(&'static str, &Change<String>); 10] {
        [
            ("profile", &self.profile),
            ("website", &self.website),
            ("gender", &self.gender),
            ("birthdate", &self.birthdate),
            ("zoneinfo", &self.zoneinfo),
            ("locale", &self.locale),
            ("company", &self.company),
            ("identity_number", &self.identity_number),
            ("unionid", &self.unionid),
            ("openid", &self.openid),
        ]
    }

    /// Makes the changes, noting what is different and what breaks a rule.
    pub(super) fn apply(self, details: &mut Details, merge: Merge, log: &mut ChangeLog) {
        log.set("profile", &mut details.profile, &self.profile, web_url);
        log.set("website", &mut details.website, &self.website, web_url);
        log.set("gender", &mut details.gender, &self.gender, gender);
        log.set("birthdate", &mut details.birthdate, &self.birthdate, birthdate);
        log.set("zoneinfo", &mut details.zoneinfo, &self.zoneinfo, zone);
        log.set("locale", &mut details.locale, &self.locale, locale);
        log.set("company", &mut details.company, &self.company, line(300));
        log.set("identity_number", &mut details.identity_number, &self.identity_number, line(64));
        log.set("unionid", &mut details.unionid, &self.unionid, line(255));
        log.set("openid", &mut details.openid, &self.openid, line(255));
        match &self.address {
            Change::Keep => {}
            Change::Clear => AddressChanges::clear().apply(&mut details.address, log),
            Change::Set(changes) => changes.apply(&mut details.address, log),
        }
        log.merge(Bag::Preferences, &mut details.preferences, self.preferences, merge);
    }
}

impl AddressChanges {
    /// All of it is removed.
    fn clear() -> Self {
        let clear = || Change::Clear;
        Self {
            formatted: clear(),
            street_address: clear(),
            locality: clear(),
            region: clear(),
            postal_code: clear(),
            country: clear(),
            city: clear(),
            province: clear(),
        }
    }

    /// The parts by their paths.
    pub(super) const fn texts(&self) -> [(&'static str, &Change<String>); 8] {
        [
            ("address.formatted", &self.formatted),
            ("address.street_address", &self.street_address),
            ("address.locality", &self.locality),
            ("address.region", &self.region),
            ("address.postal_code", &self.postal_code),
            ("address.country", &self.country),
            ("address.city", &self.city),
            ("address.province", &self.province),
        ]
    }

    fn apply(&self, address: &mut Address, log: &mut ChangeLog) {
        log.set("address.formatted", &mut address.formatted, &self.formatted, lines(1000));
        log.set("address.street_address", &mut address.street_address, &self.street_address, lines(500));
        log.set("address.locality", &mut address.locality, &self.locality, line(150));
        log.set("address.region", &mut address.region, &self.region, line(150));
        log.set("address.postal_code", &mut address.postal_code, &self.postal_code, line(20));
        log.set("address.country", &mut address.country, &self.country, line(100));
        log.set("address.city", &mut address.city, &self.city, line(150));
        log.set("address.province", &mut address.province, &self.province, line(150));
    }
}
