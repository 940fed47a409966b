package io.github.wis2chain.adapters.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process with a broker in it, to be killed by a test. Prints its port and runs until then.
final class BrokerChild {

    private BrokerChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedBroker broker =
                TestBroker.start(TestBroker.settings(Path.of(arguments[0]).toAbsolutePath()));
        System.out.printf("ready %d %b%n", TestBroker.port(broker), broker.lastEndedCleanly());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
