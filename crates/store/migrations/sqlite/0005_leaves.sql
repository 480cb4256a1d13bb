-- The leaves of metadata in one tree: a path is a number, and a number stands under a path of its own in an order that is
-- its size. Which leaves a user has, the user's row says; so they need no second tree to be found by user. The rows are
-- made anew from the users, see upgrade.rs.

-- kind: 'text' of texts and flags, 'digits' of numbers as they are written, 'number' of numbers by size.
CREATE TABLE attribute_path (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (tenant_id, path, kind)
);

DROP TABLE user_attribute;

CREATE TABLE user_attribute (
    tenant_id BIGINT NOT NULL,
    path BIGINT NOT NULL,
    key TEXT NOT NULL,
    user_key BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, path, key, user_key)
) WITHOUT ROWID;

-- Identifiers too are those that the user's row says.
CREATE TABLE identifier_of_user (
    tenant_id BIGINT NOT NULL,
    connection_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    user_key BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, connection_id, kind, key)
) WITHOUT ROWID;

INSERT INTO identifier_of_user (tenant_id, connection_id, kind, key, user_key)
    SELECT tenant_id, connection_id, kind, key, user_key FROM identifier ORDER BY 1, 2, 3, 4;

DROP TABLE identifier;
ALTER TABLE identifier_of_user RENAME TO identifier;

-- What a large import into an empty database left for its end: the statements that make the indexes. Nobody reads the
-- database before they are done; whoever opens it does them.
CREATE TABLE deferred (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    statement TEXT NOT NULL
);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('attribute_path', 'sqlite_autoindex_attribute_path_1', '1000 200 2 1'),
    ('user_attribute', 'user_attribute', '10000000 10000000 500000 100 1'),
    ('identifier', 'identifier', '2000000 2000000 2000000 500000 1');
