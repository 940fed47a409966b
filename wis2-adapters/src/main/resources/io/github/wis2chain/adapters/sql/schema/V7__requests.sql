-- Requests that carried a key, with their answers. Neither key, caller nor request can be read from
-- it: digests tell them from others.
CREATE TABLE kept_request (
    id       TEXT PRIMARY KEY,  -- digest of caller and key
    request  TEXT     NOT NULL, -- its digest
    begun_at BIGINT   NOT NULL,
    state    SMALLINT NOT NULL, -- 0 begun, 1 answered, 2 the node ended before
    answer   ${bytes}
) ${clustered};
CREATE INDEX kept_request_begun ON kept_request (begun_at);
