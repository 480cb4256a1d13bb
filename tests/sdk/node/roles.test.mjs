import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { createUser, management, refusal, removeUsers, uniqueWord } from './support.mjs';

after(removeUsers);

async function all(page) {
  const items = [];
  for await (const item of page) items.push(item);
  return items;
}

const names = (rows) => rows.map((row) => row.permission_name);
const ids = (rows) => rows.map((row) => row.id);

async function withRole(use, fields = {}) {
  const role = await management.roles.create({ name: `Role ${uniqueWord()}`, ...fields });
  try {
    await use(role);
  } finally {
    await management.roles.delete(role.id).catch((error) => assert.equal(error.statusCode, 404));
  }
}

/** An API with two scopes, and what names its permissions. */
async function withApi(use) {
  const identifier = `urn:${uniqueWord()}`;
  const scopes = [{ value: 'read:orders', description: 'Read orders' }, { value: 'write:orders' }];
  const { id } = await management.resourceServers.create({ identifier, name: 'Orders', scopes });
  const named = (...wanted) => ({
    permissions: wanted.map((name) => ({ resource_server_identifier: identifier, permission_name: name })),
  });
  try {
    await use(named, identifier);
  } finally {
    await management.resourceServers.delete(id);
  }
}

test('a role is created, read, listed, changed and deleted', () =>
  withRole(
    async (role) => {
      assert.match(role.id, /^rol_[0-9A-Za-z]{16}$/);
      assert.equal(role.description, 'Edits');
      assert.equal((await management.roles.get(role.id)).name, role.name);
      const found = await all(await management.roles.list({ name_filter: role.name.toUpperCase() }));
      assert.deepEqual(ids(found), [role.id]);
      const changed = await management.roles.update(role.id, { description: 'Writes' });
      assert.deepEqual([changed.name, changed.description], [role.name, 'Writes']);
      await refusal(management.roles.create({ name: role.name }), {
        statusCode: 409,
        error: 'Conflict',
        message: /already exists/,
        errorCode: 'role_exists',
      });
      await management.roles.delete(role.id);
      const gone = { statusCode: 404, error: 'Not Found', message: /does not exist/, errorCode: 'inexistent_role' };
      await refusal(management.roles.get(role.id), gone);
    },
    { description: 'Edits' },
  ));

test('a role is given to users and taken from them', () =>
  withRole(async (role) => {
    const users = [await createUser(), await createUser(), await createUser()];
    const [first] = users;
    await management.roles.users.assign(role.id, { users: users.map((user) => user.user_id) });
    const members = await all(await management.roles.users.list(role.id, { take: 2 }));
    assert.deepEqual(
      members.map((member) => member.user_id),
      users.map((user) => user.user_id),
    );
    assert.equal(members[0].email, first.email);
    assert.deepEqual(ids(await all(await management.users.roles.list(first.user_id))), [role.id]);

    await management.users.roles.delete(first.user_id, { roles: [role.id] });
    assert.deepEqual(await all(await management.users.roles.list(first.user_id)), []);
    await management.users.roles.assign(first.user_id, { roles: [role.id] });
    const effective = await all(await management.users.effectiveRoles.list(first.user_id));
    assert.deepEqual([ids(effective), effective[0].sources], [[role.id], ['direct']]);
  }));

test('permissions come by roles and without', () =>
  withApi((named, identifier) =>
    withRole(async (role) => {
      await management.roles.permissions.add(role.id, named('read:orders', 'write:orders'));
      const [read] = await all(await management.roles.permissions.list(role.id));
      assert.deepEqual(read, {
        resource_server_identifier: identifier,
        resource_server_name: 'Orders',
        permission_name: 'read:orders',
        description: 'Read orders',
      });
      await management.roles.permissions.delete(role.id, named('write:orders'));
      assert.deepEqual(names(await all(await management.roles.permissions.list(role.id))), ['read:orders']);

      const user = await createUser();
      await management.users.roles.assign(user.user_id, { roles: [role.id] });
      await management.users.permissions.create(user.user_id, named('read:orders', 'write:orders'));
      const held = await all(await management.users.permissions.list(user.user_id));
      assert.deepEqual(names(held), ['read:orders', 'write:orders']);
      assert.deepEqual(held[0].sources, [
        { source_id: '', source_name: '', source_type: 'DIRECT' },
        { source_id: role.id, source_name: role.name, source_type: 'ROLE' },
      ]);
      const wanted = { resource_server_identifier: identifier };
      const effective = await all(await management.users.effectivePermissions.list(user.user_id, wanted));
      assert.deepEqual(
        effective.map((row) => row.sources),
        [['direct', 'roles'], ['direct']],
      );
      await management.users.permissions.delete(user.user_id, named('read:orders', 'write:orders'));
      assert.deepEqual(names(await all(await management.users.permissions.list(user.user_id))), ['read:orders']);
    }),
  ));

test('what an API does not have is no permission', () =>
  withApi((named) =>
    withRole(async (role) => {
      const thrown = await refusal(management.roles.permissions.add(role.id, named('no:such')), {
        statusCode: 400,
        error: 'Bad Request',
        message: /scope of the resource server/,
        errorCode: 'invalid_body',
      });
      assert.equal(thrown.body.field, 'permissions[0].permission_name');
    }),
  ));
