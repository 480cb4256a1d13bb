/** npm `oauth4webapi`, which checks every answer to the letter, and access tokens as an API would. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import * as oauth from 'oauth4webapi';

import { Browser } from './browser.mjs';
import { CALLBACK, ISSUER, LOGGED_OUT, makeApi, makeClient, makePerson, signIn } from './world.mjs';

const options = { [oauth.allowInsecureRequests]: ISSUER.protocol === 'http:' };

let server;
let person;
before(async () => {
  const answer = await oauth.discoveryRequest(ISSUER, options);
  server = await oauth.processDiscoveryResponse(ISSUER, answer);
  person = await makePerson({ name: '李小龙', nickname: '小龙' });
});

/** A client with what the library needs to speak for it. */
async function register(fields) {
  const made = await makeClient(fields);
  return { client: { client_id: made.client_id }, proof: oauth.ClientSecretBasic(made.client_secret) };
}

/** Signs the person in; answers the tokens, their ID token checked and its signature too. */
async function tokensOf({ client, proof }, parameters = {}, browser = new Browser(ISSUER)) {
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid profile email offline_access',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  });
  const answer = oauth.validateAuthResponse(server, client, await signIn(url, person, browser), state);
  const request = oauth.authorizationCodeGrantRequest(server, client, proof, answer, CALLBACK, verifier, options);
  const response = await request;
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, options);
  return tokens;
}

test('a person signs in, and every answer is as it must be', async () => {
  const app = await register();
  const tokens = await tokensOf(app);
  const { sub, name, aud } = oauth.getValidatedIdTokenClaims(tokens);
  assert.deepEqual({ sub, name, aud }, { sub: person.user_id, name: '李小龙', aud: app.client.client_id });
  const response = await oauth.userInfoRequest(server, app.client, tokens.access_token, options);
  const user = await oauth.processUserInfoResponse(server, app.client, sub, response);
  assert.equal(user.nickname, '小龙');
});

test('an API takes its access tokens, and nobody else’s', async () => {
  const api = await makeApi({ token_dialect: 'rfc9068_profile' });
  const app = await register();
  const { access_token } = await tokensOf(app, { audience: api.identifier, scope: 'openid read:notes' });
  const request = new Request('https://api.example/', { headers: { authorization: `Bearer ${access_token}` } });
  const claims = await oauth.validateJwtAccessToken(server, request, api.identifier, options);
  assert.equal(claims.sub, person.user_id);
  assert.equal(claims.client_id, app.client.client_id);
  assert.ok(claims.scope.split(' ').includes('read:notes'));
  await assert.rejects(oauth.validateJwtAccessToken(server, request, 'https://other.example/', options), /"aud"/);
});

test('tokens are refreshed, told and taken back', async () => {
  const { client, proof } = await register();
  const first = await tokensOf({ client, proof });
  const refreshed = await oauth.refreshTokenGrantRequest(server, client, proof, first.refresh_token, options);
  const second = await oauth.processRefreshTokenResponse(server, client, refreshed);
  const tell = async (token) => {
    const response = await oauth.introspectionRequest(server, client, proof, token, options);
    return oauth.processIntrospectionResponse(server, client, response);
  };
  assert.equal((await tell(second.refresh_token)).active, true);
  const revoked = await oauth.revocationRequest(server, client, proof, second.refresh_token, options);
  assert.equal(await oauth.processRevocationResponse(revoked), undefined);
  assert.deepEqual({ ...(await tell(second.refresh_token)) }, { active: false });
  const late = await oauth.refreshTokenGrantRequest(server, client, proof, second.refresh_token, options);
  await assert.rejects(oauth.processRefreshTokenResponse(server, client, late), { error: 'invalid_grant' });
});

test('an access token that was revoked is refused by userinfo, as RFC 6750 has it', async () => {
  const app = await register();
  const tokens = await tokensOf(app);
  const { sub } = oauth.getValidatedIdTokenClaims(tokens);
  const revoked = await oauth.revocationRequest(server, app.client, app.proof, tokens.refresh_token, options);
  await oauth.processRevocationResponse(revoked);
  const response = await oauth.userInfoRequest(server, app.client, tokens.access_token, options);
  await assert.rejects(oauth.processUserInfoResponse(server, app.client, sub, response), (error) => {
    assert.ok(error instanceof oauth.WWWAuthenticateChallengeError, error);
    assert.deepEqual([error.status, error.cause[0].parameters.error], [401, 'invalid_token']);
    return true;
  });
});

test('signing out ends the session', async () => {
  const app = await register();
  const browser = new Browser(ISSUER);
  const tokens = await tokensOf(app, {}, browser);
  const url = new URL(server.end_session_endpoint);
  url.search = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: LOGGED_OUT });
  assert.equal((await browser.visit(url)).href, LOGGED_OUT);
  await tokensOf(app, {}, browser);
});
