-- Tenants and how they are reached.

CREATE TABLE tenant (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

CREATE TABLE origin (
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    secure BOOLEAN NOT NULL,
    host TEXT NOT NULL,
    port BIGINT NOT NULL,
    is_primary BOOLEAN NOT NULL,
    PRIMARY KEY (host, port, secure)
) WITHOUT ROWID;

CREATE INDEX origin_tenant ON origin (tenant_id);

-- What users and tokens come from and are for.

CREATE TABLE connection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    connection_id TEXT NOT NULL,
    name TEXT NOT NULL,
    strategy TEXT NOT NULL,
    options TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (tenant_id, connection_id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE client (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    app_type TEXT NOT NULL,
    grant_types TEXT NOT NULL,
    authentication TEXT NOT NULL,
    platform_rank TEXT NOT NULL,
    settings TEXT NOT NULL,
    sealed_secret TEXT,
    valid_after BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (tenant_id, client_id)
);

CREATE TABLE resource_server (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    resource_server_id TEXT NOT NULL,
    name TEXT NOT NULL,
    identifier TEXT NOT NULL,
    scopes TEXT NOT NULL,
    signing_algorithm TEXT NOT NULL,
    token_lifetime BIGINT NOT NULL,
    is_system BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (tenant_id, resource_server_id),
    UNIQUE (tenant_id, identifier)
);

CREATE TABLE client_grant (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    grant_id TEXT NOT NULL,
    client_key BIGINT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    resource_server_key BIGINT NOT NULL REFERENCES resource_server (id) ON DELETE CASCADE,
    scopes TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (tenant_id, grant_id),
    UNIQUE (client_key, resource_server_key, subject_type)
);

CREATE INDEX client_grant_resource_server ON client_grant (resource_server_key);

CREATE TABLE signing_key (
    tenant_id BIGINT NOT NULL REFERENCES tenant (id),
    kid TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    state TEXT NOT NULL,
    public_jwk TEXT NOT NULL,
    sealed_private TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kid)
) WITHOUT ROWID;

-- Users, and below all that grows with them, name their tenant and connection without a foreign key: on PostgreSQL every
-- row would lock the one row it points to. The *_key columns are folded for search and sort; '' stands for none, so that both engines sort alike.

CREATE TABLE users (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    public_id TEXT NOT NULL,
    external_id TEXT,
    connection_id BIGINT NOT NULL,
    email TEXT,
    email_verified BOOLEAN NOT NULL,
    username TEXT,
    phone_number TEXT,
    phone_verified BOOLEAN NOT NULL,
    name TEXT,
    nickname TEXT,
    given_name TEXT,
    family_name TEXT,
    middle_name TEXT,
    preferred_username TEXT,
    picture TEXT,
    user_metadata TEXT NOT NULL,
    app_metadata TEXT NOT NULL,
    status TEXT NOT NULL,
    status_before_suspension TEXT,
    status_reason TEXT,
    status_changed_at BIGINT NOT NULL,
    platform_role TEXT NOT NULL,
    source TEXT NOT NULL,
    password_set_at BIGINT,
    password_reset_at BIGINT,
    password_must_change BOOLEAN NOT NULL,
    password_strength BIGINT,
    access_valid_after BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    email_key TEXT NOT NULL,
    username_key TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    nickname_key TEXT NOT NULL,
    given_name_key TEXT NOT NULL,
    family_name_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    UNIQUE (tenant_id, user_id),
    UNIQUE (tenant_id, public_id),
    UNIQUE (tenant_id, external_id)
);

CREATE INDEX users_key ON users (tenant_id, key);
CREATE INDEX users_email ON users (tenant_id, email_key, key);
CREATE INDEX users_username ON users (tenant_id, username_key, key);
CREATE INDEX users_phone ON users (tenant_id, phone_key, key);
CREATE INDEX users_name ON users (tenant_id, name_key, key);
CREATE INDEX users_nickname ON users (tenant_id, nickname_key, key);
CREATE INDEX users_given_name ON users (tenant_id, given_name_key, key);
CREATE INDEX users_family_name ON users (tenant_id, family_name_key, key);
CREATE INDEX users_created ON users (tenant_id, created_at, key);
CREATE INDEX users_updated ON users (tenant_id, updated_at, key);
CREATE INDEX users_administrators ON users (tenant_id, platform_role, key) WHERE platform_role <> 'user';

CREATE TABLE identifier (
    tenant_id BIGINT NOT NULL,
    connection_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    PRIMARY KEY (tenant_id, connection_id, kind, key)
) WITHOUT ROWID;

CREATE INDEX identifier_user ON identifier (user_key);

CREATE TABLE identity (
    tenant_id BIGINT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    connection_id BIGINT NOT NULL,
    provider TEXT NOT NULL,
    provider_user_id TEXT NOT NULL,
    is_social BOOLEAN NOT NULL,
    profile_data TEXT,
    PRIMARY KEY (user_key, position)
) WITHOUT ROWID;

CREATE UNIQUE INDEX identity_provider ON identity (tenant_id, connection_id, provider_user_id);

CREATE TABLE password (
    user_key BIGINT NOT NULL PRIMARY KEY REFERENCES users (key) ON DELETE CASCADE,
    tenant_id BIGINT NOT NULL,
    hash TEXT NOT NULL
) WITHOUT ROWID;

-- Sign-ins change this row alone, never the user's own. last_login is 0 before the first.
CREATE TABLE user_activity (
    user_key BIGINT NOT NULL PRIMARY KEY REFERENCES users (key) ON DELETE CASCADE,
    tenant_id BIGINT NOT NULL,
    logins_count BIGINT NOT NULL,
    last_login BIGINT NOT NULL,
    last_ip TEXT,
    last_login_client TEXT,
    device TEXT,
    browser TEXT,
    last_mfa_at BIGINT
) WITHOUT ROWID;

CREATE INDEX user_activity_last_login ON user_activity (tenant_id, last_login, user_key);
CREATE INDEX user_activity_logins_count ON user_activity (tenant_id, logins_count, user_key);

-- The leaves of the metadata bags, for search.
CREATE TABLE user_attribute (
    tenant_id BIGINT NOT NULL,
    path TEXT NOT NULL,
    text_key TEXT NOT NULL,
    number DOUBLE PRECISION,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    PRIMARY KEY (tenant_id, path, text_key, user_key)
) WITHOUT ROWID;

CREATE INDEX user_attribute_number ON user_attribute (tenant_id, path, number, user_key) WHERE number IS NOT NULL;
CREATE INDEX user_attribute_user ON user_attribute (user_key);

-- The number of a tenant's users is the sum of the deltas; they are folded together from time to time.
CREATE TABLE user_count (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    delta BIGINT NOT NULL
);

CREATE INDEX user_count_tenant ON user_count (tenant_id, delta);

-- Parts of words: every three characters of search_text.
CREATE VIRTUAL TABLE user_search USING fts5 (
    search_text,
    content = 'users',
    content_rowid = 'key',
    tokenize = 'trigram case_sensitive 1',
    detail = none,
    columnsize = 0
);

CREATE TRIGGER users_search_insert AFTER INSERT ON users BEGIN
    INSERT INTO user_search (rowid, search_text) VALUES (new.key, new.search_text);
END;

CREATE TRIGGER users_search_update AFTER UPDATE OF search_text ON users WHEN old.search_text <> new.search_text BEGIN
    INSERT INTO user_search (user_search, rowid, search_text) VALUES ('delete', old.key, old.search_text);
    INSERT INTO user_search (rowid, search_text) VALUES (new.key, new.search_text);
END;

CREATE TRIGGER users_search_delete AFTER DELETE ON users BEGIN
    INSERT INTO user_search (user_search, rowid, search_text) VALUES ('delete', old.key, old.search_text);
END;

-- The record. position orders events as they became visible; personal data stands in event_detail alone.

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position BIGINT NOT NULL DEFAULT 0,
    tenant_id BIGINT NOT NULL,
    log_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    client_id TEXT,
    target_kind TEXT,
    target_id TEXT,
    connection TEXT,
    reason TEXT,
    UNIQUE (tenant_id, log_id)
);

CREATE INDEX event_position ON event (tenant_id, position, id);
CREATE INDEX event_at ON event (tenant_id, at, id);
CREATE INDEX event_target ON event (tenant_id, target_kind, target_id, at, id);
CREATE INDEX event_actor ON event (tenant_id, actor_kind, actor_id, at, id);

CREATE TABLE event_detail (
    event_id BIGINT NOT NULL PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    tenant_id BIGINT NOT NULL,
    actor_name TEXT,
    target_name TEXT,
    ip TEXT,
    user_agent TEXT,
    correlation_id TEXT,
    operation TEXT,
    changes TEXT,
    token TEXT
) WITHOUT ROWID;

-- What an Idempotency-Key made.
CREATE TABLE idempotency (
    tenant_id BIGINT NOT NULL,
    actor_id TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    made TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, actor_id, key)
) WITHOUT ROWID;

CREATE INDEX idempotency_created ON idempotency (created_at);

-- What the planner is told of the tables: large tenants, so that it takes the narrowest index and never walks a tenant.
-- Counting the rows of a young database would teach it the opposite.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('users', 'sqlite_autoindex_users_1', '1000000 1000000 1'),
    ('users', 'sqlite_autoindex_users_2', '1000000 1000000 1'),
    ('users', 'sqlite_autoindex_users_3', '1000000 1000000 1'),
    ('users', 'users_key', '1000000 1000000 1'),
    ('users', 'users_email', '1000000 1000000 2 1'),
    ('users', 'users_username', '1000000 1000000 2 1'),
    ('users', 'users_phone', '1000000 1000000 2 1'),
    ('users', 'users_name', '1000000 1000000 10 1'),
    ('users', 'users_nickname', '1000000 1000000 100 1'),
    ('users', 'users_given_name', '1000000 1000000 300 1'),
    ('users', 'users_family_name', '1000000 1000000 200 1'),
    ('users', 'users_created', '1000000 1000000 2 1'),
    ('users', 'users_updated', '1000000 1000000 2 1'),
    ('users', 'users_administrators', '100 100 50 1'),
    ('identity', 'identity', '1000000 2 1'),
    ('identity', 'identity_provider', '1000000 1000000 500000 1'),
    ('identifier', 'identifier', '2000000 2000000 2000000 500000 1'),
    ('identifier', 'identifier_user', '2000000 2'),
    ('user_activity', 'user_activity', '1000000 1'),
    ('user_activity', 'user_activity_last_login', '1000000 1000000 2 1'),
    ('user_activity', 'user_activity_logins_count', '1000000 1000000 10000 1'),
    ('user_attribute', 'user_attribute', '10000000 10000000 500000 100 1'),
    ('user_attribute', 'user_attribute_number', '1000000 1000000 200000 10 1'),
    ('user_attribute', 'user_attribute_user', '10000000 10');
