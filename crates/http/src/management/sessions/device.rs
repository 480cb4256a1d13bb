//! The device at the other end, as sessions and refresh tokens show it.

use anteroom_model::device::{DeviceName, describe};
use anteroom_model::session::Device;
use serde::Serialize;
use utoipa::ToSchema;

/// A device, first and last seen. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = SessionDevice)]
pub struct DeviceView<'a> {
    /// The address it first came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    initial_ip: Option<&'a str>,
    /// The user agent it first named.
    #[serde(skip_serializing_if = "Option::is_none")]
    initial_user_agent: Option<&'a str>,
    /// The address it last came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_ip: Option<&'a str>,
    /// The user agent it last named.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_user_agent: Option<&'a str>,
    /// The kind of device and its system, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    /// The browser and its version, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    browser: Option<String>,
}

impl<'a> DeviceView<'a> {
    /// The device as seen from outside.
    pub fn new(device: &'a Device) -> Self {
        let DeviceName { device: kind, browser, .. } = name_of(device);
        Self {
            initial_ip: device.initial_ip.as_deref(),
            initial_user_agent: device.initial_user_agent.as_deref(),
            last_ip: device.last_ip.as_deref(),
            last_user_agent: device.last_user_agent.as_deref(),
            device: kind,
            browser,
        }
    }
}

fn name_of(device: &Device) -> DeviceName {
    let agent = device.last_user_agent.as_ref().or(device.initial_user_agent.as_ref());
    agent.map(|agent| describe(agent)).unwrap_or_default()
}

/// One name for a device: browser and system, or as much as is known of it.
pub fn named(device: &Device) -> String {
    let DeviceName { device: kind, browser, .. } = name_of(device);
    let agent = device.last_user_agent.as_ref().or(device.initial_user_agent.as_ref());
    match (browser, kind) {
        (Some(browser), Some(kind)) => format!("{browser} ({kind})"),
        (Some(known), None) | (None, Some(known)) => known,
        (None, None) => agent.cloned().unwrap_or_else(|| "unknown".to_owned()),
    }
}
