package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// How every store deletes what is old on a node that is busy, where a portion is all that is done in a
/// long time.
abstract class RetentionContract extends AcknowledgementContract {

    /// Longer than the time after which runs and objects are looked through anew.
    private static final Duration LONG = Duration.ofMinutes(61);

    @Test
    void a_busy_node_comes_to_the_runs_behind_all_that_it_has_to_keep() {
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                claim.event().payload().text().equals("last")
                                        ? ScriptedWorker.success(claim)
                                        : failure(claim)));
        acceptMany(1_200);
        accept("last");
        awaitCount(RunState.FAILED, 1_200);
        awaitCount(RunState.SUCCEEDED, 1);
        advance(Duration.ofDays(40));

        for (int i = 0; i < 3; i++) {
            store().expirePortion();
            advance(LONG);
        }

        assertThat(store().archive().counts()).containsEntry(RunState.SUCCEEDED, 0L);
    }

    @Test
    void a_busy_node_comes_to_the_objects_behind_all_that_it_has_to_remember() throws SQLException {
        RunId run = accept("a");
        Ready old = ready("a/b/1.bufr");
        store().outbox().store(run, List.of(old)).join();
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(run, old.id(), delivery).join();
        advance(Duration.ofDays(800));
        rememberBefore(old, 1_200);

        for (int i = 0; i < 3; i++) {
            store().expirePortion();
            advance(LONG);
        }

        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isEmpty();
    }

    /// Objects published now, with keys less than that of another.
    private void rememberBefore(Ready other, int count) throws SQLException {
        byte[] key = Digests.ofObject(other.dataset(), other.dataId());
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO published_object (object, run, at, uuid, rel,"
                                        + " fingerprint) VALUES (?, 1, ?, ?, 'canonical', ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setBytes(1, new byte[] {0, (byte) (i >> 8), (byte) i});
                insert.setLong(2, clock.millis());
                insert.setBytes(3, key);
                insert.setBytes(4, key);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        assertThat(key[0]).isNotZero();
    }
}
