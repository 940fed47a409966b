-- Ids are ours and grow with time; times are milliseconds since 1970; what is searched is a column,
-- the rest is packed. Rows that are inserted once and never grow keep SQLite's pages full.

CREATE TABLE event (
    id          ${key} PRIMARY KEY,
    run         BIGINT   NOT NULL,
    source      TEXT     NOT NULL,
    received_at BIGINT   NOT NULL,
    digest      BIGINT   NOT NULL,  -- of source and payload: finds redelivered copies
    body        ${bytes} NOT NULL
);
CREATE INDEX event_digest ON event (digest);

CREATE TABLE run (
    id          ${key} PRIMARY KEY,
    event       BIGINT   NOT NULL,
    parent      BIGINT,
    source      TEXT     NOT NULL,
    received_at BIGINT   NOT NULL,
    state       SMALLINT NOT NULL,  -- 0 waiting, 1 succeeded, 2 unchanged, 3 failed, 4 discarded
    dataset     TEXT,
    step        TEXT,
    cause       TEXT,
    attempts    INT      NOT NULL,
    updated_at  BIGINT   NOT NULL
);
CREATE INDEX run_source  ON run (source, id);
CREATE INDEX run_dataset ON run (dataset, id) WHERE dataset IS NOT NULL;
CREATE INDEX run_cause   ON run (cause, id)   WHERE cause IS NOT NULL;
CREATE INDEX run_parent  ON run (parent)      WHERE parent IS NOT NULL;
CREATE INDEX run_notable ON run (state, id)   WHERE state >= 2;

CREATE TABLE history (
    run  ${key} PRIMARY KEY,
    body ${bytes} NOT NULL
);

-- What a run can be found by: hashes of data_ids, file names and event names.
CREATE TABLE run_term (
    term BIGINT NOT NULL,
    run  BIGINT NOT NULL,
    PRIMARY KEY (term, run)
) ${clustered};

CREATE TABLE act (
    id     ${key} PRIMARY KEY,
    run    BIGINT,
    source TEXT,
    kind   TEXT   NOT NULL,
    who    TEXT   NOT NULL,
    text   TEXT   NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX act_run ON act (run) WHERE run IS NOT NULL;

CREATE TABLE held_source (
    source TEXT PRIMARY KEY
) ${clustered};

CREATE TABLE notification (
    id              ${key} PRIMARY KEY,
    run             BIGINT   NOT NULL,
    place           SMALLINT NOT NULL,
    uuid            ${bytes} NOT NULL,
    dataset         TEXT     NOT NULL,
    pubtime         BIGINT   NOT NULL,
    acknowledged_at BIGINT   NOT NULL,  -- until it is acknowledged: minus pubtime, which is as wide
    answer          SMALLINT NOT NULL,  -- until it is acknowledged: -1
    body            ${bytes} NOT NULL
);
CREATE UNIQUE INDEX notification_run ON notification (run, place);
CREATE INDEX notification_dataset ON notification (dataset, id);
CREATE INDEX notification_acknowledged ON notification (acknowledged_at) WHERE acknowledged_at > 0;

-- The few different answers that brokers give.
CREATE TABLE answer (
    id     SMALLINT NOT NULL,
    broker TEXT     NOT NULL,
    reason TEXT     NOT NULL,
    PRIMARY KEY (broker, reason)
) ${clustered};

-- What was last acknowledged under a data_id, or sent and not acknowledged; the key is a hash of
-- dataset and data_id.
CREATE TABLE published_object (
    object       ${bytes} PRIMARY KEY,
    run          BIGINT   NOT NULL,
    at           BIGINT   NOT NULL,  -- of the acknowledgement; without one: minus pubtime
    uuid         ${bytes} NOT NULL,
    rel          TEXT     NOT NULL,
    fingerprint  ${bytes} NOT NULL
) ${clustered};

-- The ledger: runs by the day (since 1970) of their id. It outlives the runs.
CREATE TABLE tally (
    day        INT    NOT NULL,
    source     TEXT   NOT NULL,
    dataset    TEXT   NOT NULL,  -- empty: none is known
    received   BIGINT NOT NULL,
    waiting    BIGINT NOT NULL,
    succeeded  BIGINT NOT NULL,
    unchanged  BIGINT NOT NULL,
    failed     BIGINT NOT NULL,
    discarded  BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    PRIMARY KEY (day, source, dataset)
) ${clustered};

CREATE TABLE store_state (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) ${clustered};

-- db-scheduler's table: one row for each run that is waiting or worked on. Columns run and source
-- are ours.
CREATE TABLE scheduled_tasks (
    task_name            TEXT    NOT NULL,
    task_instance        TEXT    NOT NULL,
    task_data            ${bytes},
    execution_time       BIGINT  NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         BIGINT,
    last_failure         BIGINT,
    consecutive_failures INT,
    last_heartbeat       BIGINT,
    version              BIGINT  NOT NULL,
    priority             SMALLINT,
    run                  BIGINT  NOT NULL,
    source               TEXT    NOT NULL,
    PRIMARY KEY (task_name, task_instance)
) ${queue};
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (picked, execution_time, run);
