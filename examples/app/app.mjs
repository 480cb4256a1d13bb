/** The application: node:http, openid-client, and a session in memory. */
import { createServer } from 'node:http';

import * as client from 'openid-client';

import { SCOPE, answerNotes } from './api.mjs';
import { fetchTrusting } from './fetch.mjs';
import { STYLE, errorPage, profilePage, welcomePage } from './page.mjs';
import { beginSession, endSession, findSession } from './sessions.mjs';
import { settings } from './settings.mjs';

const { origin, issuer, clientId, clientSecret, audience, caFile } = settings();
const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
  [client.customFetch]: fetchTrusting(caFile),
  // Plain http is for a server on this very machine.
  execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
});

/** To the sign-in page: what the answer must fit to stays here. */
async function signIn(request, response) {
  const verifier = client.randomPKCECodeVerifier();
  const pending = { verifier, state: client.randomState(), nonce: client.randomNonce() };
  beginSession(request, response, { pending });
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: `${origin}/callback`,
    scope: `openid profile email offline_access ${SCOPE}`,
    audience,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: pending.state,
    nonce: pending.nonce,
  });
  redirect(response, url);
}

/** Back from it, with a code that becomes tokens. */
async function callback(request, response) {
  const pending = findSession(request)?.pending;
  if (!pending) {
    const why = 'This sign-in began in another browser, or long ago.';
    return show(response, 400, errorPage('Please sign in again', why));
  }
  const tokens = await client.authorizationCodeGrant(config, new URL(request.url, origin), {
    pkceCodeVerifier: pending.verifier,
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    idTokenExpected: true,
  });
  const { sub } = tokens.claims();
  const user = await client.fetchUserInfo(config, tokens.access_token, sub);
  beginSession(request, response, { user, refreshes: 0, ...kept(tokens) });
  redirect(response, '/');
}

/** What is kept of tokens: a refresh token works once, the newest is the one that counts. */
const kept = (tokens) => ({
  accessToken: tokens.access_token,
  refreshToken: tokens.refresh_token,
  idToken: tokens.id_token,
  scope: tokens.scope,
  expiresAt: Date.now() + tokens.expires_in * 1000,
});

async function refresh(request, response, session) {
  const tokens = await client.refreshTokenGrant(config, session.refreshToken);
  Object.assign(session, kept(tokens), { refreshes: session.refreshes + 1 });
  redirect(response, '/');
}

async function callApi(request, response, session) {
  const headers = { authorization: `Bearer ${session.accessToken}` };
  const answer = await fetch(`${origin}/api/notes`, { headers });
  show(response, 200, profilePage(session, await answer.json()));
}

/** Signs out here, takes the refresh token back, and signs out there. */
async function signOut(request, response, session) {
  endSession(request, response);
  await client.tokenRevocation(config, session.refreshToken);
  const there = { id_token_hint: session.idToken, post_logout_redirect_uri: origin };
  redirect(response, client.buildEndSessionUrl(config, there));
}

const home = (request, response) => {
  const session = findSession(request);
  show(response, 200, session?.user ? profilePage(session) : welcomePage());
};

/** Only for somebody who is signed in, and only from our own pages. */
const signedIn = (action) => (request, response) => {
  const session = findSession(request);
  if (!session?.user || request.headers['sec-fetch-site'] === 'cross-site') return redirect(response, '/');
  return action(request, response, session);
};

const routes = {
  'GET /': home,
  'GET /style.css': (request, response) => show(response, 200, STYLE, 'text/css'),
  'GET /sign-in': signIn,
  'GET /callback': callback,
  'POST /refresh': signedIn(refresh),
  'POST /notes': signedIn(callApi),
  'POST /sign-out': signedIn(signOut),
  'GET /api/notes': (request, response) => answerNotes(request, response, config, audience),
};

function redirect(response, location) {
  response.writeHead(303, { Location: String(location) });
  response.end();
}

/** A page loads nothing but its own style and stands in no frame. */
const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

function show(response, status, body, type = 'text/html') {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

/** What the provider refused is told to the person; the rest is a mistake of ours and told to the log. */
function fail(response, error) {
  const isRefusal = error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError;
  if (isRefusal) return show(response, 400, errorPage('That did not work', error.error_description ?? error.error));
  console.error(error);
  show(response, 500, errorPage('Something went wrong', 'The terminal of the application says more.'));
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, origin);
  const route = routes[`${request.method} ${pathname}`];
  if (!route) return show(response, 404, errorPage('There is nothing here', pathname));
  try {
    await route(request, response);
  } catch (error) {
    fail(response, error);
  }
});
server.listen(Number(new URL(origin).port || 80), 'localhost', () => console.log(`The application is at ${origin}`));
