import type { Values } from "../values";
import type { Snippet } from "./index";

/** For pages that run in the browser. */
export function singlePage({ domain, issuer, clientId, callback }: Values): Snippet[] {
  return [
    {
      name: "Auth0 SPA SDK",
      install: "npm install @auth0/auth0-spa-js",
      code: `import { createAuth0Client } from "@auth0/auth0-spa-js";

const auth0 = await createAuth0Client({
  domain: "${domain}",
  clientId: "${clientId}",
  authorizationParams: { redirect_uri: "${callback}" },
  useRefreshTokens: true,
});

if (new URLSearchParams(location.search).has("code")) {
  await auth0.handleRedirectCallback();
  history.replaceState({}, "", "/");
}
if (!(await auth0.isAuthenticated())) {
  await auth0.loginWithRedirect();
}
console.log(await auth0.getUser());
`,
    },
    {
      name: "React",
      install: "npm install @auth0/auth0-react",
      code: `import { Auth0Provider, useAuth0 } from "@auth0/auth0-react";

export function App() {
  return (
    <Auth0Provider
      domain="${domain}"
      clientId="${clientId}"
      authorizationParams={{ redirect_uri: "${callback}" }}
      useRefreshTokens
    >
      <Welcome />
    </Auth0Provider>
  );
}

function Welcome() {
  const { isAuthenticated, isLoading, loginWithRedirect, user } = useAuth0();
  if (isLoading) return null;
  if (!isAuthenticated) return <button onClick={() => loginWithRedirect()}>Sign in</button>;
  return <p>Hello {user.name}</p>;
}
`,
    },
    {
      name: "oidc-client-ts",
      install: "npm install oidc-client-ts",
      code: `import { UserManager } from "oidc-client-ts";

const manager = new UserManager({
  authority: "${issuer}",
  client_id: "${clientId}",
  redirect_uri: "${callback}",
  scope: "openid profile email offline_access",
});

const isCallback = new URLSearchParams(location.search).has("code");
const user = isCallback ? await manager.signinRedirectCallback() : await manager.getUser();
if (!user) await manager.signinRedirect();
console.log(user?.profile);
`,
    },
  ];
}
