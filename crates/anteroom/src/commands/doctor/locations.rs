//! The file that tells where addresses are.

use anteroom_connect::location::LocationFile;

use super::report::Report;
use crate::configuration::Configuration;

pub(super) fn check(configuration: &Configuration, report: &mut Report) {
    if let Some(path) = &configuration.server.geoip_database {
        report.add("places", LocationFile::open(path).map(|(_, told)| told).map_err(|error| error.to_string()));
    }
}
