-- A million users: the rest of the profile, roles and permissions, and work that goes on by itself.

-- The standard claims and settings that are neither sorted by nor signed in with: a JSON object of their names on the wire.
ALTER TABLE users ADD COLUMN details TEXT NOT NULL DEFAULT '{}';

-- The few who are not active, or whose address is not proven, are found without walking over all others.
CREATE INDEX users_not_active ON users (tenant_id, status, key) WHERE status <> 'active';
CREATE INDEX users_email_unverified ON users (tenant_id, key) WHERE NOT email_verified;
CREATE INDEX users_phone_verified ON users (tenant_id, key) WHERE phone_verified;

-- As few are those whose status was changed since they were made, or whose password was.
CREATE INDEX users_status_changed ON users (tenant_id, status_changed_at, key) WHERE status_changed_at <> created_at;
CREATE INDEX users_password_reset ON users (tenant_id, password_reset_at, key) WHERE password_reset_at IS NOT NULL;

-- Roles that a tenant makes for its own applications; name_key is folded and unique.
CREATE TABLE role (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    role_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    description TEXT NOT NULL,
    is_default BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (tenant_id, role_id),
    UNIQUE (tenant_id, name_key)
);

CREATE INDEX role_default ON role (tenant_id, id) WHERE is_default;

CREATE TABLE role_permission (
    tenant_id BIGINT NOT NULL,
    role_key BIGINT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    resource_server_key BIGINT NOT NULL REFERENCES resource_server (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (role_key, resource_server_key, name)
) WITHOUT ROWID;

CREATE INDEX role_permission_resource_server ON role_permission (resource_server_key, name);

CREATE TABLE user_role (
    tenant_id BIGINT NOT NULL,
    role_key BIGINT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (role_key, user_key)
) WITHOUT ROWID;

CREATE INDEX user_role_user ON user_role (user_key, role_key);

-- Permissions that a user has without a role.
CREATE TABLE user_permission (
    tenant_id BIGINT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    resource_server_key BIGINT NOT NULL REFERENCES resource_server (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (user_key, resource_server_key, name)
) WITHOUT ROWID;

CREATE INDEX user_permission_resource_server ON user_permission (resource_server_key, name);

-- A code to type instead of following a ticket's link. asker is a digest of who asked in which browser, code_digest one of the
-- code and what only that browser knows; both are empty where there is no code, or none any more.
ALTER TABLE ticket ADD COLUMN asker TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN code_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN code_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN code_expires_at BIGINT NOT NULL DEFAULT 0;

CREATE INDEX ticket_asker ON ticket (tenant_id, asker, id) WHERE asker <> '';

-- A job that runs is held by one process until lease_until; lease is that process's own random word, so that one which
-- was too slow cannot go on beside its successor. progress is what the job needs to know to go on after a crash.
ALTER TABLE job ADD COLUMN progress TEXT NOT NULL DEFAULT '{}';
ALTER TABLE job ADD COLUMN lease TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN lease_until BIGINT NOT NULL DEFAULT 0;
-- How often it was begun since it last came further.
ALTER TABLE job ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;

CREATE INDEX job_waiting ON job (lease_until, id) WHERE status IN ('pending', 'processing');
CREATE INDEX job_uploading ON job (lease_until, id) WHERE status = 'uploading';

-- What a job reads or has written: a file, in pieces, so that every process can go on with it.
CREATE TABLE job_chunk (
    tenant_id BIGINT NOT NULL,
    job_key BIGINT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (job_key, position)
);

-- What was wrong with the entries of a file, by the entry's place in it.
CREATE TABLE job_error (
    tenant_id BIGINT NOT NULL,
    job_key BIGINT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    entry TEXT NOT NULL,
    errors TEXT NOT NULL,
    PRIMARY KEY (job_key, position)
) WITHOUT ROWID;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('users', 'users_not_active', '50000 50000 20000 1'),
    ('users', 'users_email_unverified', '100000 100000 1'),
    ('users', 'users_phone_verified', '100000 100000 1'),
    ('users', 'users_status_changed', '50000 50000 2 1'),
    ('users', 'users_password_reset', '50000 50000 2 1'),
    ('role', 'sqlite_autoindex_role_1', '1000 1000 1'),
    ('role', 'sqlite_autoindex_role_2', '1000 1000 1'),
    ('role', 'role_default', '2 2 1'),
    ('role_permission', 'role_permission', '10000 10 5 1'),
    ('role_permission', 'role_permission_resource_server', '10000 1000 10 1'),
    ('user_role', 'user_role', '1000000 20000 1'),
    ('user_role', 'user_role_user', '1000000 2 1'),
    ('user_permission', 'user_permission', '100000 4 2 1'),
    ('user_permission', 'user_permission_resource_server', '100000 10000 1000 1'),
    ('ticket', 'ticket_asker', '10000 10000 2 1'),
    ('job', 'sqlite_autoindex_job_1', '1000 1000 1'),
    ('job', 'job_waiting', '4 2 1'),
    ('job', 'job_uploading', '4 2 1'),
    ('job_chunk', 'sqlite_autoindex_job_chunk_1', '10000 100 1'),
    ('job_error', 'job_error', '100000 1000 1');
