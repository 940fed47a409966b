package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;

import java.util.concurrent.CompletionStage;

/// Sends notifications to a broker: QoS 1, not retained, many in flight.
public interface Publisher {

    /// Sends one message; never blocks.
    ///
    /// @return the broker's acknowledgement; or a {@link io.github.wis2chain.engine.run.StepFailure}:
    ///     temporary `BROKER_UNAVAILABLE` when there is no connection or no answer in time,
    ///     permanent `PUBLISH_REFUSED` when the broker answered with an error code
    CompletionStage<Delivery> publish(String topic, Payload message);
}
