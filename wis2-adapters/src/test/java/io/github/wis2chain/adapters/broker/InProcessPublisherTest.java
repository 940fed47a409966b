package io.github.wis2chain.adapters.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import com.hivemq.extension.sdk.api.services.publish.PublishToClientResult;

import io.github.wis2chain.engine.run.Payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// Whether the embedded broker takes what is published into it.
class InProcessPublisherTest {

    @TempDir private Path folder;

    @Test
    void it_takes_messages_while_its_disk_has_room() {
        InProcessPublisher roomy = publisher(0);
        InProcessPublisher full = publisher(Long.MAX_VALUE);

        assertThat(roomy.takes()).isTrue();
        assertThat(full.takes()).isFalse();
        assertThat(full.publish("a", Payload.ofText("x")).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void it_takes_none_from_when_it_stops() {
        InProcessPublisher publisher = publisher(0);

        publisher.close();

        assertThat(publisher.takes()).isFalse();
    }

    private InProcessPublisher publisher(long leastBytes) {
        var disk = new DiskGuard(folder, leastBytes);
        disk.look();
        return new InProcessPublisher(new Nowhere(), InstantSource.system(), disk);
    }

    /// A broker that answers nothing.
    private static final class Nowhere implements PublishService {

        @Override
        public CompletableFuture<Void> publish(Publish publish) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<PublishToClientResult> publishToClient(
                Publish publish, String client) {
            return new CompletableFuture<>();
        }
    }
}
