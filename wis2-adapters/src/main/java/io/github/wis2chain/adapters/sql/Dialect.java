package io.github.wis2chain.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

/// What differs between the databases. Everything else is one SQL.
interface Dialect extends AutoCloseable {

    /// The connections through which everything is written.
    DataSource writing();

    /// The connections through which everything is read.
    DataSource reading();

    /// How many threads read.
    int readers();

    /// Closes a connection for writing whose transaction is in a state that nobody knows, so that it is
    /// not used again.
    void discard(Connection connection);

    /// A data source for migrations, used before all else.
    DataSource migrating();

    /// What stands for the placeholders of the schema.
    Map<String, String> types();

    /// The end of a statement that selects what to claim, so that several nodes do not wait for each
    /// other.
    String claimSuffix();

    /// The end of a statement that selects what must stay as it is until the transaction ends.
    String shareSuffix();

    /// Other processes may work on the same store: claims need heartbeats.
    boolean isShared();

    /// The database itself cannot write for now, whatever one asks it to.
    boolean isUnavailable(SQLException failure);

    /// Bytes on disk.
    long size();

    /// Bytes that are free for the store to grow; {@link Long#MAX_VALUE} if that is not ours to know.
    long free();

    /// Gives back room in the files, in steps short enough to be done between commits.
    void tidy();

    @Override
    void close();
}
