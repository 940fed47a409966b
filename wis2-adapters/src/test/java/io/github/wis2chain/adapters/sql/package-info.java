/// Tests of the store, on SQLite and on PostgreSQL.
@NullMarked
package io.github.wis2chain.adapters.sql;

import org.jspecify.annotations.NullMarked;
