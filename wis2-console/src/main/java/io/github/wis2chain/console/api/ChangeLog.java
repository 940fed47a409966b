package io.github.wis2chain.console.api;

import io.github.wis2chain.console.api.Listening.Frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The latest changes as pieces of an event stream (HTML, 9.2), and those who listen to them. Safe
/// for any thread; never waits for a listener.
///
/// An id is the name of this process's log and a number, so that one given by an earlier process is
/// recognised as gone.
final class ChangeLog implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("([0-9a-z]{1,16})-([0-9]{1,18})");
    private static final Frame END = new Frame("", true);

    private final String name;
    private final int kept;
    private final int mostListeners;
    private final Deque<String> latest = new ArrayDeque<>();
    private final List<Listening> listeners = new ArrayList<>();
    private long number;
    private boolean closed;

    /// @param kept how many changes can be told again
    ChangeLog(String name, int kept, int mostListeners) {
        this.name = name;
        this.kept = kept;
        this.mostListeners = mostListeners;
    }

    /// Tells all listeners, each of them in one piece: woken for every single change, a listener
    /// would write it alone.
    synchronized void append(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>();
        for (Change change : changes) {
            number++;
            String one = stamped(change.event(), Json.bytes(change));
            told.add(one);
            latest.addLast(one);
            if (latest.size() > kept) {
                latest.removeFirst();
            }
        }
        var together = new Frame(String.join("", told), false);
        listeners.removeIf(listener -> !listener.offer(together, tooSlow()));
    }

    /// Begins to listen, behind the change that was heard last.
    ///
    /// @throws Problem `BUSY` if too many listen already
    synchronized Listening listen(Optional<String> lastHeard) {
        if (closed) {
            throw new Problem(ProblemCode.BUSY, "The node is stopping.");
        }
        if (listeners.size() >= mostListeners) {
            throw new Problem(
                    ProblemCode.BUSY,
                    "%d listeners follow the changes already; end one of them."
                            .formatted(listeners.size()));
        }
        var listening = new Listening(this::leave);
        listening.offer(
                new Frame(lastHeard.map(this::since).orElseGet(ChangeLog::hello), false),
                tooSlow());
        listeners.add(listening);
        return listening;
    }

    synchronized int listeners() {
        return listeners.size();
    }

    /// Ends every listener.
    @Override
    public synchronized void close() {
        closed = true;
        listeners.forEach(listener -> listener.end(END));
        listeners.clear();
    }

    private synchronized void leave(Listening listening) {
        listeners.remove(listening);
    }

    private String since(String lastHeard) {
        Matcher id = ID.matcher(lastHeard);
        if (!id.matches() || !id.group(1).equals(name)) {
            return reset("The node was started again since.");
        }
        long missed = number - Long.parseLong(id.group(2));
        if (missed < 0 || missed > latest.size()) {
            return reset("More has changed since than can be told again.");
        }
        return hello() + latest.stream().skip(latest.size() - missed).collect(Collectors.joining());
    }

    /// Has no id of its own, so that what was missed, and follows it, is not skipped.
    private static String hello() {
        byte[] data = Json.bytes(new Said("Changes are told from here on."));
        return "retry: 2000\nevent: hello\ndata: " + text(data) + "\n\n";
    }

    private Frame tooSlow() {
        return new Frame(reset("This listener was too slow and is dropped."), true);
    }

    private String reset(String why) {
        return stamped("reset", Json.bytes(new Said(why + " Load everything that is shown anew.")));
    }

    private String stamped(String event, byte[] data) {
        return "id: %s-%d\nevent: %s\ndata: %s\n\n".formatted(name, number, event, text(data));
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private record Said(String text) {}
}
