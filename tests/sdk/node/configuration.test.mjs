import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CONNECTION, key, management, requestToken, uniqueWord } from './support.mjs';

async function all(page) {
  const items = [];
  for await (const item of page) items.push(item);
  return items;
}

async function withClient(use) {
  const name = `Test ${uniqueWord()}`;
  const client = await management.clients.create({ name, app_type: 'non_interactive' });
  try {
    await use(client, name);
  } finally {
    await management.clients.delete(client.client_id).catch((error) => assert.equal(error.statusCode, 404));
  }
}

test('a client is created, read, listed and deleted', () =>
  withClient(async (client, name) => {
    assert.match(client.client_id, /^[0-9A-Za-z]{32}$/);
    assert.ok(client.client_secret.length >= 32);
    assert.equal(client.name, name);

    const read = await management.clients.get(client.client_id);
    assert.equal(read.name, name);
    assert.equal(read.app_type, 'non_interactive');
    const listed = await all(await management.clients.list());
    assert.ok(listed.some((each) => each.client_id === client.client_id));
    assert.ok(listed.some((each) => each.client_id === key.client_id));

    await management.clients.delete(client.client_id);
    const thrown = await management.clients.get(client.client_id).then(assert.fail, (error) => error);
    assert.equal(thrown.name, 'NotFoundError');
    assert.equal((await requestToken(client)).status, 401);
  }));

test('a client without a grant gets no token', () =>
  withClient(async (client) => {
    const { status, body } = await requestToken(client);
    assert.equal(status, 403);
    assert.equal(body.error, 'access_denied');
    assert.ok(body.error_description);
  }));

test('a rotated secret replaces the old one', () =>
  withClient(async (client) => {
    const rotated = await management.clients.rotateSecret(client.client_id);
    assert.equal(rotated.client_id, client.client_id);
    assert.notEqual(rotated.client_secret, client.client_secret);
    assert.equal((await requestToken(client)).status, 401);
    assert.equal((await requestToken(rotated)).status, 403);
  }));

test('the grants name the bootstrap client, its audience and its scopes', async () => {
  const grants = await all(await management.clientGrants.list({ client_id: key.client_id }));
  const grant = grants.find((each) => each.client_id === key.client_id);
  assert.ok(key.audience.endsWith('/api/v2/'));
  assert.ok(grant.audience);
  for (const scope of ['read:users', 'create:users', 'update:users', 'delete:users', 'read:logs']) {
    assert.ok(grant.scope.includes(scope), scope);
  }
});

test('the connection of the first start is listed, and read by its id', async () => {
  const connections = await all(await management.connections.list());
  const connection = connections.find((each) => each.name === CONNECTION);
  assert.match(connection.id, /^con_[0-9A-Za-z]{16}$/);
  assert.equal(connection.strategy, 'auth0');
  const read = await management.connections.get(connection.id);
  assert.equal(read.name, CONNECTION);
  const thrown = await management.connections.get('con_0000000000000000').then(assert.fail, (error) => error);
  assert.equal(thrown.name, 'NotFoundError');
});

test('the Management API is among the resource servers', async () => {
  const servers = await all(await management.resourceServers.list());
  const own = servers.find((server) => server.is_system);
  assert.ok(own.identifier.endsWith('/api/v2/'));
  assert.ok(own.scopes.some((scope) => scope.value === 'read:users'));
});
