/** npm `openid-client`, which most Node.js applications sign in with. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import * as oidc from 'openid-client';

import { Browser } from './browser.mjs';
import {
  CALLBACK, ISSUER, LOGGED_OUT, PASSWORD, makeApi, makeClient, makePerson, manage, signIn,
} from './world.mjs';

const SCOPE = 'openid profile email offline_access';
const execute = ISSUER.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];

let person;
before(async () => {
  person = await makePerson({ name: 'Ada Lovelace' });
});

async function discover(client, authentication) {
  const metadata = client.token_endpoint_auth_method === 'none' ? undefined : client.client_secret;
  return oidc.discovery(ISSUER, client.client_id, metadata, authentication, { execute });
}

/** An authorization request with everything that a careful application sends. */
async function prepare(config, parameters = {}) {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const checks = { pkceCodeVerifier, expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce() };
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: SCOPE,
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return { url, checks: { ...checks, idTokenExpected: true } };
}

async function tokensOf(config, parameters, browser) {
  const { url, checks } = await prepare(config, parameters);
  return oidc.authorizationCodeGrant(config, await signIn(url, person, browser), checks);
}

/** What the library found wrong with an answer. */
const because = (pattern) => (error) => pattern.test(error.cause?.message);

test('discovery names the issuer that was asked', async () => {
  const config = await discover(await makeClient());
  assert.equal(config.serverMetadata().issuer, ISSUER.href);
  assert.ok(config.serverMetadata().supportsPKCE());
});

test('the same is found the way RFC 8414 has it', async () => {
  const client = await makeClient();
  const options = { execute, algorithm: 'oauth2' };
  const config = await oidc.discovery(ISSUER, client.client_id, client.client_secret, undefined, options);
  assert.equal(config.serverMetadata().issuer, ISSUER.href);
});

const methods = {
  client_secret_post: oidc.ClientSecretPost,
  client_secret_basic: oidc.ClientSecretBasic,
  none: oidc.None,
};
for (const [method, authentication] of Object.entries(methods)) {
  test(`a person signs in to a client that proves itself by ${method}`, async () => {
    const client = await makeClient({
      token_endpoint_auth_method: method,
      ...(method === 'none' && { app_type: 'native', grant_types: ['authorization_code', 'refresh_token'] }),
    });
    const config = await discover(client, authentication(client.client_secret));
    const tokens = await tokensOf(config);
    assert.equal(tokens.claims().sub, person.user_id);
    assert.equal(tokens.claims().name, 'Ada Lovelace');
    const user = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
    assert.equal(user.email, person.email);
  });
}

test('a person signs in where the answer comes by form_post', async () => {
  const config = await discover(await makeClient());
  const { url, checks } = await prepare(config, { response_mode: 'form_post' });
  const browser = new Browser(ISSUER);
  const page = await browser.visit(url);
  const answer = await browser.submit(page, { username: person.email, password: PASSWORD });
  const { action, fields } = answer.form;
  assert.equal(action.href, CALLBACK);
  const sent = new Request(action, { method: 'POST', body: new URLSearchParams(fields) });
  const tokens = await oidc.authorizationCodeGrant(config, sent, checks);
  assert.equal(tokens.claims().sub, person.user_id);
});

test('the library finds an answer to another request, from another issuer or for another browser', async () => {
  const config = await discover(await makeClient());
  const { url, checks } = await prepare(config);
  const answer = await signIn(url, person);
  const otherIssuer = new URL(answer);
  otherIssuer.searchParams.set('iss', 'https://evil.example/');
  await assert.rejects(oidc.authorizationCodeGrant(config, otherIssuer, checks), because(/"iss"/));
  const otherState = { ...checks, expectedState: oidc.randomState() };
  await assert.rejects(oidc.authorizationCodeGrant(config, answer, otherState), because(/"state"/));
  const otherNonce = { ...checks, expectedNonce: oidc.randomNonce() };
  await assert.rejects(oidc.authorizationCodeGrant(config, answer, otherNonce), because(/"nonce"/));
});

test('a code without its verifier gives nothing', async () => {
  const config = await discover(await makeClient());
  const { url, checks } = await prepare(config);
  const answer = await signIn(url, person);
  const other = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
  await assert.rejects(oidc.authorizationCodeGrant(config, answer, other), { error: 'invalid_grant' });
});

test('a refused sign-in reaches the application as an error', async () => {
  const config = await discover(await makeClient());
  const { url, checks } = await prepare(config, { prompt: 'none' });
  const answer = await new Browser(ISSUER).visit(url);
  await assert.rejects(oidc.authorizationCodeGrant(config, answer, checks), { error: 'login_required' });
});

test('a refresh token gives another, once', async () => {
  const config = await discover(await makeClient());
  const first = await tokensOf(config);
  const second = await oidc.refreshTokenGrant(config, first.refresh_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.equal(second.claims().sub, person.user_id);
  await assert.rejects(oidc.refreshTokenGrant(config, first.refresh_token), { error: 'invalid_grant' });
});

test('introspection tells a token until it is taken back', async () => {
  const api = await makeApi();
  const config = await discover(await makeClient());
  const tokens = await tokensOf(config, { audience: api.identifier, scope: `${SCOPE} read:notes` });
  const told = await oidc.tokenIntrospection(config, tokens.access_token);
  assert.equal(told.active, true);
  assert.equal(told.sub, person.user_id);
  assert.ok([told.aud].flat().includes(api.identifier));
  assert.ok(told.scope.split(' ').includes('read:notes'));
  assert.equal((await oidc.tokenIntrospection(config, tokens.refresh_token)).active, true);
  await oidc.tokenRevocation(config, tokens.refresh_token);
  assert.deepEqual({ ...(await oidc.tokenIntrospection(config, tokens.refresh_token)) }, { active: false });
  await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
});

test('a session signs in again without a page, until the person signs out', async () => {
  const config = await discover(await makeClient());
  const browser = new Browser(ISSUER);
  const tokens = await tokensOf(config, {}, browser);
  const again = await prepare(config, { prompt: 'none' });
  const second = await oidc.authorizationCodeGrant(config, await browser.visit(again.url), again.checks);
  assert.equal(second.claims().sid, tokens.claims().sid);
  const there = { id_token_hint: tokens.id_token, post_logout_redirect_uri: LOGGED_OUT, state: 'the-state' };
  const left = await browser.visit(oidc.buildEndSessionUrl(config, there));
  assert.equal(left.href, `${LOGGED_OUT}?state=the-state`);
  const late = await prepare(config, { prompt: 'none' });
  await assert.rejects(oidc.authorizationCodeGrant(config, await browser.visit(late.url), late.checks), {
    error: 'login_required',
  });
});

test('max_age makes the person sign in again, and the library sees when', async () => {
  const config = await discover(await makeClient());
  const browser = new Browser(ISSUER);
  await tokensOf(config, {}, browser);
  const { url, checks } = await prepare(config, { max_age: '0' });
  const page = await browser.visit(url);
  const answer = await browser.submit(page, { username: person.email, password: PASSWORD });
  const tokens = await oidc.authorizationCodeGrant(config, answer, { ...checks, maxAge: 0 });
  assert.equal(typeof tokens.claims().auth_time, 'number');
});

test('a machine gets a token for an API', async () => {
  const [api, client] = [await makeApi(), await makeClient()];
  const grant = { client_id: client.client_id, audience: api.identifier, scope: ['read:notes'] };
  await manage('POST', 'client-grants', grant);
  const config = await discover(client);
  const tokens = await oidc.clientCredentialsGrant(config, { audience: api.identifier });
  assert.equal(tokens.scope, 'read:notes');
  assert.equal((await oidc.tokenIntrospection(config, tokens.access_token)).client_id, client.client_id);
});
