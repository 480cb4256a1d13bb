/** For a server that allows each client five requests at once and five a second: run.sh starts one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ManagementClient } from 'auth0';

import { key, management, requestToken } from '../support.mjs';

const rateLimit = (response, name) => Number(response.headers.get(`x-ratelimit-${name}`));

test('429: more requests than allowed, and how long to wait', async () => {
  const { body } = await requestToken();
  const headers = { authorization: `Bearer ${body.access_token}` };
  const requests = Array.from({ length: 12 }, () => fetch(`https://${key.domain}/api/v2/users?per_page=1`, { headers }));
  const responses = await Promise.all(requests);

  const refused = responses.filter((response) => response.status === 429);
  assert.ok(refused.length > 0 && refused.length < responses.length, `${refused.length} refused`);
  for (const response of responses) assert.equal(rateLimit(response, 'limit'), 5);
  for (const response of refused) {
    assert.equal(rateLimit(response, 'remaining'), 0);
    assert.ok(rateLimit(response, 'reset') >= Math.floor(Date.now() / 1000) - 1);
    assert.ok(Number(response.headers.get('retry-after')) >= 1);
    assert.deepEqual(await response.json(), {
      statusCode: 429,
      error: 'Too Many Requests',
      message: 'Global limit has been reached',
      errorCode: 'too_many_requests',
    });
  }
});

test('the SDK waits and tries again', async () => {
  const requests = Array.from({ length: 8 }, () => management.users.list({ per_page: 1 }));
  const pages = await Promise.all(requests);
  for (const page of pages) assert.equal(page.data.length, 1);
});

test('without retries the SDK says what it was', async () => {
  const once = new ManagementClient({
    domain: key.domain,
    clientId: key.client_id,
    clientSecret: key.client_secret,
    audience: key.audience,
    maxRetries: 0,
  });
  const requests = Array.from({ length: 12 }, () => once.users.list({ per_page: 1 }));
  const outcomes = await Promise.allSettled(requests);
  const reasons = outcomes.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  assert.ok(reasons.length > 0);
  for (const reason of reasons) assert.equal(reason.name, 'TooManyRequestsError');
});
