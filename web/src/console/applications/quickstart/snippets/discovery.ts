/** How openid-client finds the server; without TLS it must be told that this is meant. */
export function discovery(issuer: string, clientId: string, secret: string): string {
  const known = `new URL("${issuer}"),
  "${clientId}",
  "${secret}",`;
  const insecure = issuer.startsWith("https:")
    ? ""
    : `
  undefined,
  { execute: [oidc.allowInsecureRequests] }, // for development only`;
  return `const config = await oidc.discovery(
  ${known}${insecure}
);`;
}
