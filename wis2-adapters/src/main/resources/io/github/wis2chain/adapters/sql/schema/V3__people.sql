-- Who may use the node. What they did stands with the other acts: what concerns people has a
-- subject, an account or a token, instead of a run or a source.

ALTER TABLE act ADD COLUMN remote  TEXT NOT NULL DEFAULT '';
ALTER TABLE act ADD COLUMN subject TEXT;

CREATE TABLE account (
    name       TEXT PRIMARY KEY,
    role       TEXT     NOT NULL,
    password   TEXT     NOT NULL,  -- its slow hash
    enabled    SMALLINT NOT NULL,
    created_at BIGINT   NOT NULL
) ${clustered};

CREATE TABLE access_token (
    hash       TEXT PRIMARY KEY,
    name       TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    created_by TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,  -- 0: never
    used_at    BIGINT NOT NULL   -- 0: never
) ${clustered};
CREATE UNIQUE INDEX access_token_name ON access_token (name);

CREATE TABLE account_session (
    hash       TEXT PRIMARY KEY,
    account    TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL
) ${clustered};
CREATE INDEX account_session_account ON account_session (account);
