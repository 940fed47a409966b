package io.github.wis2chain.app.cli;

import io.github.wis2chain.adapters.mqtt.Backlog;
import io.github.wis2chain.adapters.mqtt.MqttSubscriber;
import io.github.wis2chain.adapters.mqtt.MqttSubscription;
import io.github.wis2chain.adapters.mqtt.Received;
import io.github.wis2chain.adapters.mqtt.SubscriptionAnswer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Listens to a broker as a Global Broker would, and judges what it hears.
@Command(
        name = "subscribe",
        description = {
            "Listens to a broker as a Global Broker would: prints notifications and judges each by"
                + " the strict rules of WNM; with --download, fetches and verifies the data too.",
            "Ends with Ctrl-C, or after --count notifications: then 0 if all conform, 1 if one does"
                    + " not, 3 if one could not be judged."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 subscribe 'origin/#'",
            "  wis2 subscribe 'cache/a/wis2/+/data/core/weather/#' \\",
            "      --broker mqtts://globalbroker.example:8883",
            "  wis2 subscribe 'origin/#' --count 1 --for 30s --download ."
        })
final class SubscribeCommand implements Callable<Integer> {

    private static final Duration CONNECTING = Duration.ofSeconds(15);

    private final Terminal terminal;

    @Mixin private BrokerOptions broker;

    @Option(names = "--count", paramLabel = "N", description = "End after this many notifications.")
    private int count;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = WaitOptions.Span.class,
            description = "End after this time; 3 if fewer than --count have come.")
    private @Nullable Duration span;

    @Option(
            names = "--download",
            paramLabel = "DIR",
            description = "Fetch the data of each notification into this folder.")
    private @Nullable Path folder;

    @Option(
            names = "--allow",
            paramLabel = "HOST",
            split = ",",
            description =
                    "Internal hosts that --download may fetch from; loopback for this machine.")
    private List<String> allow = List.of();

    @Option(names = "--json", description = "Print one line of JSON for each notification.")
    private boolean json;

    @Parameters(paramLabel = "TOPIC", arity = "1..*", description = "Topic filters.")
    private List<String> topics = List.of();

    SubscribeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.broker = new BrokerOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        var received = new Backlog();
        try (MqttSubscriber subscriber =
                        MqttSubscriber.open(
                                broker.connection(),
                                MqttSubscription.to(topics.toArray(String[]::new)),
                                received,
                                InstantSource.system());
                var heard = new HeardNotifications(terminal, json, folder, allow)) {
            awaitSubscription(subscriber);
            terminal.err()
                    .println(
                            "Listening to %s on %s."
                                    .formatted(String.join(", ", topics), broker.url()));
            Duration whole = span == null ? ChronoUnit.FOREVER.getDuration() : span;
            long begin = System.nanoTime();
            for (int i = 0; count == 0 || i < count; i++) {
                Optional<Received> next =
                        received.next(whole.minusNanos(System.nanoTime() - begin));
                if (next.isEmpty()) {
                    return count == 0 ? heard.exitCode() : ExitCode.UNDECIDED;
                }
                heard.show(next.get());
            }
            return heard.exitCode();
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private void awaitSubscription(MqttSubscriber subscriber) throws InterruptedException {
        try {
            for (SubscriptionAnswer answer :
                    subscriber.answers().get(CONNECTING.toMillis(), TimeUnit.MILLISECONDS)) {
                if (answer.refused()) {
                    throw new CommandFailure(
                            ExitCode.UNDECIDED,
                            "the broker refused the topic filter [%s]: %s"
                                    .formatted(answer.filter(), answer.reason()));
                }
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "%s cannot be listened to: %s"
                            .formatted(broker.url(), subscriber.status().text()),
                    failure);
        }
    }
}
