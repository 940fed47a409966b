package io.github.wis2chain.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Consoles that people look at: each listens to live changes and asks for its page again when there
/// was one, at most once a second and more seldom when it is long in coming, as the script of the
/// page does.
final class Consoles implements AutoCloseable {

    private static final List<String> PAGES =
            List.of("/", "/runs", "/", "/published", "/runs?state=failed", "/needs-you");

    private static final Set<String> KINDS = Set.of("summary", "bulk", "source", "dataset", "part");

    private static final int UNTIL_WARM = 50;

    /// A page is waited for during at most one part in so many of the time.
    private static final int SHARE = 50;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final NodeProcess node;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Stream<String>> streams = new ArrayList<>();
    private final AtomicLong pages = new AtomicLong();
    private volatile Optional<RuntimeException> failed = Optional.empty();
    private volatile boolean closed;

    private Consoles(NodeProcess node) {
        this.node = node;
    }

    /// Looks at every page as often as it takes to be compiled: what is asked is what consoles cost
    /// that have been open for a while.
    static void warm(NodeProcess node) throws IOException, InterruptedException {
        for (int i = 0; i < UNTIL_WARM; i++) {
            for (String page : Set.copyOf(PAGES)) {
                node.get(page);
            }
        }
    }

    static Consoles open(NodeProcess node, int count) throws IOException, InterruptedException {
        var consoles = new Consoles(node);
        for (int i = 0; i < count; i++) {
            consoles.open(PAGES.get(i % PAGES.size()));
        }
        return consoles;
    }

    private void open(String page) throws IOException, InterruptedException {
        var changed = new AtomicBoolean();
        Stream<String> stream = node.lines("/api/v1/changes");
        streams.add(stream);
        start(() ->
                stream.filter(line -> line.startsWith("event:"))
                        .map(line -> line.substring(6).strip())
                        .filter(KINDS::contains)
                        .forEach(_ -> changed.set(true)));
        start(() -> look(page, changed));
    }

    private void start(Runnable work) {
        threads.add(
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                work.run();
                            } catch (RuntimeException failure) {
                                if (!closed) {
                                    failed = Optional.of(failure);
                                }
                            }
                        }));
    }

    private void look(String page, AtomicBoolean changed) {
        Duration pause = SHORTEST_PAUSE;
        while (!closed) {
            try {
                if (changed.getAndSet(false)) {
                    long asked = System.nanoTime();
                    String text = node.get(page);
                    pause = pauseAfter(Duration.ofNanos(System.nanoTime() - asked));
                    if (!text.contains("</html>")) {
                        throw new IllegalStateException("no page at %s: %s".formatted(page, text));
                    }
                    pages.incrementAndGet();
                }
                Thread.sleep(pause);
            } catch (IOException failure) {
                throw new IllegalStateException("no answer at " + page, failure);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static Duration pauseAfter(Duration took) {
        Duration pause = took.multipliedBy(SHARE);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// How many pages were asked for again so far.
    long pages() {
        return pages.get();
    }

    /// @throws IllegalStateException if a console was given no page, so that nobody looked
    @Override
    public void close() {
        closed = true;
        streams.forEach(Stream::close);
        threads.forEach(Thread::interrupt);
        failed.ifPresent(failure -> {
            throw new IllegalStateException("a console was not served", failure);
        });
        if (pages.get() == 0) {
            throw new IllegalStateException("no console was told of a change");
        }
    }
}
