-- What the administrators' console asks for: figures of days, and the record by kind and client.

-- What happened on each day (UTC, counted from 1970): the sum of rows, a row of its own for each addition, so that nobody
-- waits for anybody. The server folds them together now and then.
CREATE TABLE daily_count (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id BIGINT NOT NULL,
    day BIGINT NOT NULL,
    measure TEXT NOT NULL,
    delta BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    is_folded BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE INDEX daily_count_day ON daily_count (tenant_id, day, measure);
CREATE INDEX daily_count_loose ON daily_count (tenant_id, day, measure) WHERE NOT is_folded;

-- What is on record already is counted once.
INSERT INTO daily_count (tenant_id, day, measure, delta, first_at, last_at, is_folded)
    SELECT tenant_id, at / 86400000000,
        CASE kind WHEN 'sign_in.succeeded' THEN 'logins' WHEN 'sign_up.succeeded' THEN 'signups'
            WHEN 'user.created' THEN 'created' WHEN 'user.deleted' THEN 'deleted' ELSE 'failures' END,
        count(*), min(at), max(at), TRUE
    FROM event
    WHERE kind IN ('sign_in.succeeded', 'sign_up.succeeded', 'user.created', 'user.deleted', 'sign_in.refused',
        'sign_in.wrong_password', 'sign_in.unknown_user')
    GROUP BY 1, 2, 3;

INSERT INTO daily_count (tenant_id, day, measure, delta, first_at, last_at, is_folded)
    SELECT tenant_id, day, 'active_users', count(*), min(at), max(at), TRUE
    FROM (
        SELECT tenant_id, at / 86400000000 AS day, min(at) AS at FROM event WHERE kind = 'sign_in.succeeded'
        GROUP BY 1, 2, actor_id
    ) first_of_day
    GROUP BY 1, 2;

-- Of those who were active on a day, those who were so again later.
INSERT INTO daily_count (tenant_id, day, measure, delta, first_at, last_at, is_folded)
    SELECT tenant_id, day, 'returned', count(*), min(at), max(at), TRUE
    FROM (
        SELECT tenant_id, day, at, lead(day) OVER (PARTITION BY tenant_id, actor_id ORDER BY day) AS later
        FROM (
            SELECT tenant_id, actor_id, at / 86400000000 AS day, min(at) AS at FROM event
            WHERE kind = 'sign_in.succeeded' GROUP BY 1, 2, 3
        ) days
    ) followed
    WHERE later IS NOT NULL
    GROUP BY 1, 2;

-- Events of one kind, or through one client, by time.
CREATE INDEX event_kind ON event (tenant_id, kind, at, id);
CREATE INDEX event_client ON event (tenant_id, client_id, at, id) WHERE client_id IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('daily_count', 'daily_count_day', '100000 20000 40 5'),
    ('daily_count', 'daily_count_loose', '1000 500 100 20'),
    ('event', 'sqlite_autoindex_event_1', '10000000 10000000 1'),
    ('event', 'event_position', '10000000 10000000 10000000 1'),
    ('event', 'event_at', '10000000 10000000 2 1'),
    ('event', 'event_target', '10000000 10000000 5000000 20 2 1'),
    ('event', 'event_actor', '10000000 10000000 5000000 20 2 1'),
    ('event', 'event_kind', '10000000 10000000 500000 2 1'),
    ('event', 'event_client', '10000000 10000000 1000000 2 1'),
    ('event_detail', 'event_detail', '10000000 1');
