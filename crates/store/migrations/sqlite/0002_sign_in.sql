-- What a tenant has chosen; a tenant without a row has chosen nothing yet.
CREATE TABLE tenant_settings (
    tenant_id BIGINT NOT NULL PRIMARY KEY REFERENCES tenant (id),
    settings TEXT NOT NULL,
    updated_at BIGINT NOT NULL
) WITHOUT ROWID;

ALTER TABLE connection ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE resource_server ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';

-- Signing in. Secrets that browsers and applications hold are stored as digests.

-- One attempt to sign in, from the application's request to its answer.
CREATE TABLE flow (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    digest TEXT NOT NULL,
    browser_digest TEXT NOT NULL,
    client_id TEXT NOT NULL,
    issuer TEXT NOT NULL,
    request TEXT NOT NULL,
    progress TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (tenant_id, digest)
);

CREATE INDEX flow_expires ON flow (expires_at);

-- A browser that is signed in.
CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    session_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    methods TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    last_interacted_at BIGINT NOT NULL,
    initial_ip TEXT,
    initial_user_agent TEXT,
    last_ip TEXT,
    last_user_agent TEXT,
    metadata TEXT NOT NULL,
    UNIQUE (tenant_id, session_id),
    UNIQUE (tenant_id, digest)
);

CREATE INDEX session_person ON session (user_key, id);
CREATE INDEX session_created ON session (tenant_id, created_at);

-- What a person let an application do: all tokens of one sign-in to one application name it. It ends with its session
-- unless the application may act while the person is away (offline).
CREATE TABLE authorizations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    authorization_id TEXT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    issuer TEXT NOT NULL,
    audience TEXT NOT NULL,
    scopes TEXT NOT NULL,
    methods TEXT NOT NULL,
    offline BOOLEAN NOT NULL,
    authenticated_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_exchanged_at BIGINT NOT NULL,
    initial_ip TEXT,
    initial_user_agent TEXT,
    last_ip TEXT,
    last_user_agent TEXT,
    metadata TEXT NOT NULL,
    UNIQUE (tenant_id, authorization_id)
);

CREATE INDEX authorizations_user ON authorizations (user_key, id);
CREATE INDEX authorizations_session ON authorizations (tenant_id, session_id, id);
CREATE INDEX authorizations_client ON authorizations (tenant_id, client_id, id);

-- used_at is 0 until then; a code used twice ends its authorization.
CREATE TABLE authorization_code (
    tenant_id BIGINT NOT NULL,
    digest TEXT NOT NULL,
    authorization_key BIGINT NOT NULL REFERENCES authorizations (id) ON DELETE CASCADE,
    redirect_uri TEXT NOT NULL,
    code_challenge TEXT,
    nonce TEXT,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, digest)
) WITHOUT ROWID;

CREATE INDEX authorization_code_authorization ON authorization_code (authorization_key);
CREATE INDEX authorization_code_created ON authorization_code (created_at);

-- The chain of an authorization's refresh tokens; one that was used and comes again ends the authorization.
CREATE TABLE refresh_token (
    tenant_id BIGINT NOT NULL,
    digest TEXT NOT NULL,
    authorization_key BIGINT NOT NULL REFERENCES authorizations (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, digest)
) WITHOUT ROWID;

CREATE INDEX refresh_token_authorization ON refresh_token (authorization_key);
CREATE INDEX refresh_token_used ON refresh_token (used_at);

-- What a person agreed that an application may see and do; audience is '' for the profile alone.
CREATE TABLE consent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    consent_id TEXT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    audience TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (tenant_id, consent_id),
    UNIQUE (user_key, client_id, audience)
);

CREATE INDEX consent_tenant ON consent (tenant_id, id);
CREATE INDEX consent_client ON consent (tenant_id, client_id, id);

-- Failed sign-ins in a row, by account and by address. locked_until is 0 while there is no lock.
CREATE TABLE sign_in_failure (
    tenant_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind, key)
) WITHOUT ROWID;

CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);

-- One-time links. used_at is 0 until then.
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    digest TEXT NOT NULL,
    kind TEXT NOT NULL,
    user_key BIGINT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    email TEXT NOT NULL,
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    UNIQUE (tenant_id, digest)
);

CREATE INDEX ticket_user ON ticket (user_key, kind, created_at);
CREATE INDEX ticket_expires ON ticket (expires_at);

-- Work that is done apart from the request that asked for it.
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    job_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    request TEXT NOT NULL,
    result TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (tenant_id, job_id)
);

CREATE INDEX job_created ON job (created_at);

-- What is to be sent outside, written with what it tells of. The payload is sealed, for links in it are secrets.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    message_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed_payload TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    last_error TEXT,
    UNIQUE (tenant_id, message_id)
);

CREATE INDEX outbox_due ON outbox (next_attempt_at, id);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('flow', 'sqlite_autoindex_flow_1', '100000 100000 1'),
    ('session', 'sqlite_autoindex_session_1', '1000000 1000000 1'),
    ('session', 'sqlite_autoindex_session_2', '1000000 1000000 1'),
    ('session', 'session_person', '1000000 2 1'),
    ('session', 'session_created', '1000000 1000000 2'),
    ('authorizations', 'sqlite_autoindex_authorizations_1', '2000000 2000000 1'),
    ('authorizations', 'authorizations_user', '2000000 4 1'),
    ('authorizations', 'authorizations_session', '2000000 2000000 4 1'),
    ('authorizations', 'authorizations_client', '2000000 2000000 200000 1'),
    ('authorization_code', 'authorization_code', '100000 100000 1'),
    ('authorization_code', 'authorization_code_authorization', '100000 1'),
    ('refresh_token', 'refresh_token', '4000000 4000000 1'),
    ('refresh_token', 'refresh_token_authorization', '4000000 4'),
    ('consent', 'sqlite_autoindex_consent_1', '1000000 1000000 1'),
    ('consent', 'sqlite_autoindex_consent_2', '1000000 2 2 1'),
    ('consent', 'consent_tenant', '1000000 1000000 1'),
    ('consent', 'consent_client', '1000000 1000000 100000 1'),
    ('sign_in_failure', 'sign_in_failure', '100000 100000 50000 1'),
    ('ticket', 'sqlite_autoindex_ticket_1', '100000 100000 1'),
    ('ticket', 'ticket_user', '100000 2 2 1'),
    ('outbox', 'sqlite_autoindex_outbox_1', '10000 10000 1'),
    ('outbox', 'outbox_due', '10000 2 1');
