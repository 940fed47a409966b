package io.github.wis2chain.console.api;

import org.awaitility.Awaitility;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Hears a stream of changes line by line.
final class Ear {

    private record Heard(String id, String event, String data) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> listening;
    private String id = "";
    private String event = "";

    Ear(Stream<String> lines) {
        listening =
                CompletableFuture.runAsync(
                        () -> lines.forEach(this::take), Thread::startVirtualThread);
    }

    private void take(String line) {
        if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            event = line.substring(7);
        } else if (line.startsWith("data: ")) {
            heard.add(new Heard(id, event, line.substring(6)));
        }
    }

    /// Waits until it has heard what has this in it.
    void hears(String name, String part) {
        Awaitility.await().alias(name + " with " + part).until(() -> find(name, part));
    }

    private boolean find(String name, String part) {
        return told(name).stream().anyMatch(data -> data.contains(part));
    }

    void ends() {
        Awaitility.await().until(listening::isDone);
    }

    List<String> told(String name) {
        return heard.stream().filter(each -> each.event().equals(name)).map(Heard::data).toList();
    }

    String lastId() {
        return heard.getLast().id();
    }
}
