/// The store of events, runs and notifications, on SQLite or PostgreSQL: the same tables and the
/// same SQL.
///
/// Everything is written by one thread, the {@link io.github.wis2chain.adapters.sql.Journal}, which
/// gathers whatever waits into one commit; everything is read on a few threads beside it. Claims,
/// heartbeats and the taking over of a dead process's work are db-scheduler's.
@NullMarked
package io.github.wis2chain.adapters.sql;

import org.jspecify.annotations.NullMarked;
