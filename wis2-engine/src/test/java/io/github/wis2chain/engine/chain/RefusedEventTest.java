package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.AfterEach;

import java.util.Map;

/// A chain with one dataset, given events that it refuses: nothing is sent, nothing stored.
abstract class RefusedEventTest {

    final Chain chain = new Chain(aDataset().dataset());

    @AfterEach
    void nothing_went_out() {
        assertThat(chain.publisher.sent()).isEmpty();
    }

    final Failure failure(ItemFixture item) throws InterruptedException {
        return failure(EventFixture.anEvent().withItem(item));
    }

    final Failure failure(EventFixture event) throws InterruptedException {
        return failure(event.asBytes());
    }

    final Failure failure(byte[] event) throws InterruptedException {
        return Chain.failure(chain.run(chain.claim(Payload.of(event), Chain.origin(Map.of()))));
    }
}
