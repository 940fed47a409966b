package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.SourceName;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// A process that accepts events as fast as it can and says of each that it is on disk, until it is
/// killed.
final class AcceptingProcess {

    private AcceptingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var place = new SqlStoreSettings.Place.Embedded(Path.of(arguments[0]));
        var store = SqlStore.open(SqlStoreSettings.in(place), InstantSource.system());
        var window = new Semaphore(100);
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            window.acquire();
            String text = "acknowledged " + i;
            var arrival =
                    new Arrival(
                            new SourceName("killed"),
                            Payload.ofText(text),
                            new Origin("mqtt", "files", Map.of()),
                            false,
                            InstantSource.system().instant());
            var written =
                    store.runs()
                            .accept(arrival)
                            .thenAccept(receipt -> {
                                out.println(text);
                                window.release();
                            });
            if (written.isCompletedExceptionally()) {
                System.exit(1);
            }
        }
    }
}
