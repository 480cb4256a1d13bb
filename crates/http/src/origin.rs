//! Which tenant a request is for, by its origin; and who is at the other end.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_model::{Origin, Refusal, codes};
use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderName, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::Response;

use crate::error;
use crate::state::App;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The other end of the connection that a request came over; every listener puts it into its requests.
#[derive(Clone, Copy, Debug)]
pub struct Peer {
    /// Its address.
    pub address: SocketAddr,
    /// Whether the connection is TLS.
    pub secure: bool,
}

/// The networks of proxies whose forwarded headers are believed.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(pub Vec<ipnet::IpNet>);

impl TrustedProxies {
    fn hold(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address.to_canonical()))
    }
}

/// Where a request is for and where it comes from, found before any route.
#[derive(Clone)]
pub struct Arrival {
    /// The tenant.
    pub tenant: Arc<TenantConfiguration>,
    /// The origin it was sent to.
    pub origin: Origin,
    /// The client's address.
    pub ip: Option<IpAddr>,
}

/// Finds the tenant, or answers 421 without repeating the host (RFC 9110 §15.5.20).
///
/// Over HTTPS browsers are told to stay there (RFC 6797), but not on loopback: the rule would hold for every port of
/// this machine, other people's plain ones too.
pub async fn find_tenant(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().copied();
    let trusted = peer.is_some_and(|peer| app.settings.trusted_proxies.hold(peer.address.ip()));
    let found = match requested_origin(request.uri(), request.headers(), peer, trusted) {
        Some(origin) => tenant_of(&app, &origin).await.map(|tenant| tenant.map(|tenant| (tenant, origin))),
        None => Ok(None),
    };
    match found {
        Ok(Some((tenant, origin))) => {
            let ip = client_address(request.headers(), peer, &app.settings.trusted_proxies);
            let is_strict = origin.secure && !origin.is_loopback();
            request.extensions_mut().insert(Arrival { tenant, origin, ip });
            let mut response = next.run(request).await;
            if is_strict {
                response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
            }
            response
        }
        Ok(None) => {
            error::on_path(request.uri(), Refusal::new(&codes::HOST_UNKNOWN, "No tenant is served at this host."))
        }
        Err(failure) => error::on_path(request.uri(), error::ApiError::from(failure).0),
    }
}

async fn tenant_of(app: &App, origin: &Origin) -> Result<Option<Arc<TenantConfiguration>>, anteroom_accounts::Error> {
    let configuration = &app.services.configuration;
    if let Some(tenant) = configuration.current().by_origin(origin) {
        return Ok(Some(Arc::clone(tenant)));
    }
    // The origin may have been added since.
    Ok(configuration.fresh().await?.by_origin(origin).cloned())
}

fn requested_origin(uri: &Uri, headers: &HeaderMap, peer: Option<Peer>, trusted: bool) -> Option<Origin> {
    let forwarded = |name: &HeaderName| if trusted { first_item(headers, name) } else { None };
    let secure = match forwarded(&FORWARDED_PROTO) {
        Some(scheme) => scheme.eq_ignore_ascii_case("https"),
        None => peer.is_some_and(|peer| peer.secure),
    };
    let named = uri.authority().map(|authority| authority.as_str());
    let named = named.or_else(|| only(headers, &HOST));
    let host = forwarded(&FORWARDED_HOST).or(named)?;
    Origin::parse(&format!("{}://{host}", if secure { "https" } else { "http" })).ok()
}

/// A header that must not be sent twice: of two hosts nobody could say which is meant (RFC 9112 §3.2).
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut sent = headers.get_all(name).iter();
    let first = sent.next()?;
    if sent.next().is_some() { None } else { first.to_str().ok() }
}

fn first_item<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()?.split(',').next().map(str::trim).filter(|item| !item.is_empty())
}

/// The client's address: the last one in `X-Forwarded-For` that no trusted proxy has, as each proxy adds its peer at
/// the end; what stands before may be invented.
fn client_address(headers: &HeaderMap, peer: Option<Peer>, proxies: &TrustedProxies) -> Option<IpAddr> {
    let mut client = peer?.address.ip().to_canonical();
    let hops = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<_> = hops.flat_map(|value| value.split(',')).map(str::trim).collect();
    for hop in hops.iter().rev() {
        if !proxies.hold(client) {
            break;
        }
        match hop.parse::<IpAddr>() {
            Ok(address) => client = address.to_canonical(),
            Err(_) => break,
        }
    }
    Some(client)
}

#[cfg(test)]
mod tests {
    use super::{Peer, TrustedProxies, client_address, requested_origin};
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        pairs.iter().map(pair).collect()
    }

    fn peer(address: &str) -> Option<Peer> {
        Some(Peer { address: address.parse().expect("an address"), secure: false })
    }

    #[test]
    fn forwarded_headers_count_from_trusted_proxies_only() {
        let sent =
            headers(&[("host", "inner:8480"), ("x-forwarded-host", "a.example"), ("x-forwarded-proto", "https")]);
        let uri = Uri::from_static("/");
        let shown =
            |trusted| requested_origin(&uri, &sent, peer("10.0.0.1:1"), trusted).map(|origin| origin.to_string());
        assert_eq!(shown(true).as_deref(), Some("https://a.example"));
        assert_eq!(shown(false).as_deref(), Some("http://inner:8480"));
    }

    #[test]
    fn the_clients_address_is_the_last_untrusted_hop() {
        let proxies = TrustedProxies(vec!["10.0.0.0/8".parse().expect("a network")]);
        let sent = headers(&[("x-forwarded-for", "1.1.1.1, 2.2.2.2, 10.0.0.7")]);
        let shown = |peer, proxies: &TrustedProxies| client_address(&sent, peer, proxies).map(|ip| ip.to_string());
        assert_eq!(shown(peer("10.0.0.1:1"), &proxies).as_deref(), Some("2.2.2.2"));
        assert_eq!(shown(peer("3.3.3.3:1"), &proxies).as_deref(), Some("3.3.3.3"));
        assert_eq!(shown(peer("10.0.0.1:1"), &TrustedProxies::default()).as_deref(), Some("10.0.0.1"));
    }
}
