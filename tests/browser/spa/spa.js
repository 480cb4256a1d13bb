// The page of the test; `use` gives it the settings, as its own configuration would.

let manager;

/** Begins to use the library. */
function use(authority, clientId) {
  manager = new oidc.UserManager({
    authority,
    client_id: clientId,
    redirect_uri: `${location.origin}/spa/callback`,
    post_logout_redirect_uri: `${location.origin}/spa/bye`,
    scope: 'openid profile email offline_access',
    loadUserInfo: true,
    automaticSilentRenew: false,
    revokeTokensOnSignout: true,
    userStore: new oidc.WebStorageStateStore({ store: sessionStorage }),
  });
}

/** What the page knows of the user. */
const told = (user) =>
  user && { profile: user.profile, accessToken: user.access_token, refreshToken: user.refresh_token };
