package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A data server for tests: it has the files that it is given, and fails as it is told. Any other
/// address is one that it was never meant to be asked for.
public final class ScriptedVerifier implements LinkVerifier {

    private static final int NONE = -1;

    private int waitedInVain;

    private final Map<URI, byte[]> files = new HashMap<>();
    private final Map<URI, Failure> failures = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final Map<DataServer, Integer> places = new HashMap<>();

    /// Serves these bytes at that address from now on.
    public synchronized void serve(String href, byte[] bytes) {
        failures.remove(URI.create(href));
        files.put(URI.create(href), bytes.clone());
    }

    /// Fails at that address from now on.
    public synchronized void fail(String href, Failure failure) {
        failures.put(URI.create(href), failure);
    }

    /// The server of this address has so many places from now on, for those who do not wait.
    public synchronized void letIn(String href, int newcomers) {
        places.put(DataServer.of(URI.create(href)), newcomers);
    }

    /// The server of this address has no places from now on, however long one waits.
    public synchronized void close(String href) {
        places.put(DataServer.of(URI.create(href)), NONE);
    }

    /// Every request so far, in order.
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /// How often there was no place for one that waited.
    public synchronized int waitedInVain() {
        return waitedInVain;
    }

    @Override
    public synchronized Evidence fetch(Request request, boolean waits) throws StepBusy {
        var server = DataServer.of(request.href());
        int free = places.getOrDefault(server, Integer.MAX_VALUE);
        if (free == NONE || (free == 0 && !waits)) {
            waitedInVain += waits ? 1 : 0;
            throw new StepBusy("All are taken.", server.name(), Duration.ofSeconds(1));
        }
        if (!waits) {
            places.put(server, free - 1);
        }
        requests.add(request);
        Failure failure = failures.get(request.href());
        if (failure != null) {
            throw new StepFailure(failure);
        }
        byte[] bytes = files.get(request.href());
        if (bytes == null) {
            throw new AssertionError("nothing is scripted for " + request.href());
        }
        var measurement = new Measurement(request, Long.MAX_VALUE);
        measurement.expect(bytes.length);
        measurement.add(bytes, 0, bytes.length);
        return measurement.evidence(200, request.href(), Duration.ofMillis(3));
    }
}
