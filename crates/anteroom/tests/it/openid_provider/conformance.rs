//! docs/conformance.md and these tests say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The modules of oidcc-config-certification-test-plan and oidcc-basic-certification-test-plan.
const MODULES: [&str; 39] = [
    "oidcc-discovery-endpoint-verification",
    "oidcc-server",
    "oidcc-response-type-missing",
    "oidcc-idtoken-signature",
    "oidcc-idtoken-unsigned",
    "oidcc-userinfo-get",
    "oidcc-userinfo-post-header",
    "oidcc-userinfo-post-body",
    "oidcc-ensure-request-without-nonce-succeeds-for-code-flow",
    "oidcc-scope-profile",
    "oidcc-scope-email",
    "oidcc-scope-address",
    "oidcc-scope-phone",
    "oidcc-scope-all",
    "oidcc-alternate-happy-flow",
    "oidcc-display-page",
    "oidcc-display-popup",
    "oidcc-prompt-login",
    "oidcc-prompt-none-not-logged-in",
    "oidcc-prompt-none-logged-in",
    "oidcc-max-age-1",
    "oidcc-max-age-10000",
    "oidcc-ensure-request-with-unknown-parameter-succeeds",
    "oidcc-id-token-hint",
    "oidcc-login-hint",
    "oidcc-ui-locales",
    "oidcc-claims-locales",
    "oidcc-ensure-request-with-acr-values-succeeds",
    "oidcc-codereuse",
    "oidcc-codereuse-30seconds",
    "oidcc-ensure-registered-redirect-uri",
    "oidcc-ensure-post-request-succeeds",
    "oidcc-server-client-secret-post",
    "oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported",
    "oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported",
    "oidcc-claims-essential",
    "oidcc-ensure-request-object-with-redirect-uri",
    "oidcc-refresh-token",
    "oidcc-ensure-request-with-valid-pkce-succeeds",
];

/// What may be said of a module.
const RESULTS: [&str; 3] = ["passes", "warns", "is skipped"];

/// The rows of the page: module, result and what there is to know.
fn documented() -> Vec<(String, String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/conformance.md");
    let text = std::fs::read_to_string(path).expect("the page");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `oidcc-"));
    rows.map(|row| {
        let mut cells = row.split('|').map(|cell| cell.trim().to_owned());
        let mut next = || cells.next().expect("a cell");
        (format!("oidcc-{}", next().trim_end_matches('`')), next(), next())
    })
    .collect()
}

/// The tests of modules, and the file each is in.
fn written() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/openid_provider");
    // In two pieces, for this is one of the files that are read.
    let marker = ["    async fn ", "oidcc_"].concat();
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the tests") {
        let path = entry.expect("a file").path();
        let source = std::fs::read_to_string(&path).expect("a source");
        let file = path.file_name().expect("a name").to_string_lossy().into_owned();
        for rest in source.split(&marker).skip(1) {
            let name = format!("oidcc_{}", rest.split('(').next().expect("a name"));
            assert!(found.insert(name.clone(), file.clone()).is_none(), "{name} is there twice");
        }
    }
    found
}

#[test]
fn every_module_is_documented_and_has_the_test_that_is_named() {
    let (documented, written) = (documented(), written());
    let names: Vec<_> = documented.iter().map(|(module, ..)| module.as_str()).collect();
    assert_eq!(names, MODULES, "the page lists the modules in their order, each once");
    for (module, result, note) in &documented {
        assert!(RESULTS.contains(&result.as_str()), "{module}: {result}");
        assert!(result == "passes" || note.len() > 20, "{module}: what is missing is not said");
        let test = module.replace('-', "_");
        assert!(written.contains_key(&test), "{module} has no test");
    }
    let modules: BTreeSet<_> = MODULES.iter().map(|module| module.replace('-', "_")).collect();
    let beyond: Vec<_> = written.keys().filter(|test| !modules.contains(*test)).collect();
    assert!(beyond.is_empty(), "no module is called {beyond:?}");
}
