package io.github.wis2chain.adapters.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Subscribes and looks at the answers.
final class Subscriptions {

    private Subscriptions() {}

    /// Subscribes to every filter, and waits for the answers.
    ///
    /// @return what is wrong, or empty if every filter was granted as it was wanted
    static Optional<String> subscribe(Client client, MqttSubscription subscription, Timing timing)
            throws InterruptedException {
        List<SubscriptionAnswer> answers;
        try {
            answers =
                    client.subscribe(subscription)
                            .get(timing.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of("the subscription was not answered: " + Causes.describe(e));
        }
        return troubles(answers, subscription);
    }

    static Optional<String> troubles(
            List<SubscriptionAnswer> answers, MqttSubscription subscription) {
        String troubles =
                answers.stream()
                        .flatMap(answer -> answer.trouble(subscription.qos()).stream())
                        .collect(Collectors.joining("; "));
        return troubles.isEmpty() ? Optional.empty() : Optional.of(troubles);
    }
}
