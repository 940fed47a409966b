package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.adapters.sql.SqlStore;
import io.github.wis2chain.adapters.sql.SqlStoreSettings;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// What is sent once more after an unclean stop, from a real store.
final class ResendTest {

    private static final Instant NOON = Instant.parse("2027-03-04T12:00:00Z");

    @TempDir Path directory = Path.of("replaced");

    private final List<Payload> sent = new CopyOnWriteArrayList<>();
    private final Publisher publisher =
            (topic, message) -> {
                sent.add(message);
                return CompletableFuture.completedFuture(delivery(NOON));
            };
    private @Nullable SqlStore store;

    @BeforeEach
    void open() {
        store =
                SqlStore.open(
                        SqlStoreSettings.in(new SqlStoreSettings.Place.Embedded(directory)),
                        InstantSource.system());
    }

    @AfterEach
    void close() {
        store().close();
    }

    @Test
    void what_was_acknowledged_last_is_sent_although_many_stored_after_it_were_not() {
        Ready acknowledged = acknowledged(1, NOON);
        Ready shortlyBefore = acknowledged(2, NOON.minusSeconds(4));
        acknowledged(3, NOON.minusSeconds(60));
        for (int run = 10; run < 80; run++) {
            stored(run);
        }

        Resend.latest(store().outbox(), publisher);

        assertThat(sent).containsExactlyInAnyOrder(acknowledged.message(), shortlyBefore.message());
    }

    @Test
    void nothing_is_sent_when_nothing_was_ever_acknowledged() {
        stored(1);

        Resend.latest(store().outbox(), publisher);

        assertThat(sent).isEmpty();
    }

    private Ready acknowledged(long run, Instant at) {
        Ready ready = stored(run);
        store().outbox().acknowledged(new RunId(run), ready.id(), delivery(at)).join();
        return ready;
    }

    private Ready stored(long run) {
        String id = UUID.randomUUID().toString();
        var ready =
                new Ready(
                        id,
                        "argo",
                        "a/b/%d.bufr".formatted(run),
                        "origin/a/wis2/fr-ifremer-argo/data/core/ocean",
                        "canonical",
                        "sha512:%016x".formatted(run),
                        Payload.ofText("{\"id\":\"%s\"}".formatted(id)),
                        NOON,
                        Optional.empty());
        store().outbox().store(new RunId(run), List.of(ready)).join();
        return ready;
    }

    private static Delivery delivery(Instant at) {
        return new Delivery(at, "embedded", "SUCCESS");
    }

    private SqlStore store() {
        return Objects.requireNonNull(store);
    }
}
