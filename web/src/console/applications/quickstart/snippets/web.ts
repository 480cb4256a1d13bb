import type { Values } from "../values";
import { discovery } from "./discovery";
import type { Snippet } from "./index";

/** For applications that run on a server. */
export function web({ issuer, clientId, secret, callback }: Values): Snippet[] {
  return [
    {
      name: "Node.js",
      install: "npm install openid-client",
      code: `import * as oidc from "openid-client";

${discovery(issuer, clientId, secret)}

// Send the person to sign in; keep verifier and state in your session.
const verifier = oidc.randomPKCECodeVerifier();
const state = oidc.randomState();
const address = oidc.buildAuthorizationUrl(config, {
  redirect_uri: "${callback}",
  scope: "openid profile email",
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
  state,
});

// At the callback; request.url is what the browser asked for.
const tokens = await oidc.authorizationCodeGrant(config, new URL(request.url, "${callback}"), {
  pkceCodeVerifier: verifier,
  expectedState: state,
});
console.log(tokens.claims());
`,
    },
    {
      name: "Python",
      install: "pip install authlib flask requests",
      code: `from authlib.integrations.flask_client import OAuth
from flask import Flask, session

app = Flask(__name__)
app.secret_key = "a random text of your own"
oauth = OAuth(app)
oauth.register(
    "anteroom",
    client_id="${clientId}",
    client_secret="${secret}",
    server_metadata_url="${issuer}.well-known/openid-configuration",
    client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256"},
)


@app.get("/login")
def login():
    return oauth.anteroom.authorize_redirect("${callback}")


@app.get("/callback")
def callback():
    session["user"] = oauth.anteroom.authorize_access_token()["userinfo"]
    return f"Hello {session['user']['name']}"
`,
    },
    {
      name: "curl",
      code: `curl ${issuer}oauth/token \\
  -u '${clientId}:${secret}' \\
  -d grant_type=authorization_code \\
  -d redirect_uri='${callback}' \\
  -d code=CODE_FROM_THE_CALLBACK \\
  -d code_verifier=YOUR_VERIFIER
`,
    },
  ];
}
