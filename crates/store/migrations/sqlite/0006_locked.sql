-- The accounts that are locked, by when their locks end: few of those whose sign-ins failed.
CREATE INDEX sign_in_failure_locked ON sign_in_failure (tenant_id, locked_until, key)
    WHERE kind = 'account' AND locked_until > 0;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('sign_in_failure', 'sign_in_failure_locked', '100 100 1 1');
