import type { Values } from "../values";
import { discovery } from "./discovery";
import type { Snippet } from "./index";

/** For machines. */
export function machine({ domain, issuer, clientId, secret, audience }: Values): Snippet[] {
  return [
    {
      name: "curl",
      code: `curl ${issuer}oauth/token \\
  -d grant_type=client_credentials \\
  -d client_id='${clientId}' \\
  -d client_secret='${secret}' \\
  -d audience='${audience}'
`,
    },
    {
      name: "Python",
      install: "pip install auth0-python",
      code: `from auth0.authentication import GetToken

get_token = GetToken("${domain.replace(/^http:\/\//, "")}", "${clientId}", client_secret="${secret}")
token = get_token.client_credentials("${audience}")
print(token["access_token"])
`,
    },
    {
      name: "Node.js",
      install: "npm install openid-client",
      code: `import * as oidc from "openid-client";

${discovery(issuer, clientId, secret)}
const tokens = await oidc.clientCredentialsGrant(config, { audience: "${audience}" });
console.log(tokens.access_token);
`,
    },
  ];
}
