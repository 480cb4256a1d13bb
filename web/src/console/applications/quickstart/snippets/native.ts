import type { Values } from "../values";
import type { Snippet } from "./index";

/** For applications on devices. */
export function native({ issuer, clientId, callback }: Values): Snippet[] {
  return [
    {
      name: "Android",
      install: 'implementation("net.openid:appauth:0.11.1")',
      code: `AuthorizationServiceConfiguration.fetchFromIssuer(Uri.parse("${issuer}")) { configuration, problem ->
    if (configuration == null) throw problem!!
    val request = AuthorizationRequest.Builder(
        configuration,
        "${clientId}",
        ResponseTypeValues.CODE,
        Uri.parse("${callback}"),
    ).setScope("openid profile email offline_access").build()
    signIn.launch(AuthorizationService(this).getAuthorizationRequestIntent(request))
}
`,
    },
    {
      name: "iOS",
      install: "https://github.com/openid/AppAuth-iOS",
      code: `let issuer = URL(string: "${issuer}")!
OIDAuthorizationService.discoverConfiguration(forIssuer: issuer) { configuration, error in
    guard let configuration else { return print(error!) }
    let request = OIDAuthorizationRequest(
        configuration: configuration,
        clientId: "${clientId}",
        scopes: [OIDScopeOpenID, OIDScopeProfile, OIDScopeEmail, "offline_access"],
        redirectURL: URL(string: "${callback}")!,
        responseType: OIDResponseTypeCode,
        additionalParameters: nil
    )
    self.flow = OIDAuthState.authState(byPresenting: request, presenting: self) { state, error in
        print(state?.lastTokenResponse?.idToken ?? error!)
    }
}
`,
    },
  ];
}
