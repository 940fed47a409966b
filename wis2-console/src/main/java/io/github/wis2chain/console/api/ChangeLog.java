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
    private final Deque<Frame> latest = new ArrayDeque<>();
    private final List<Listening> listeners = new ArrayList<>();
    private long number;
    private boolean closed;

    /// @param kept how many changes can be told again
    ChangeLog(String name, int kept, int mostListeners) {
        this.name = name;
        this.kept = kept;
        this.mostListeners = mostListeners;
    }

    /// Tells all listeners.
    synchronized void append(List<Change> changes) {
        for (Change change : changes) {
            number++;
            var frame = frame(change.event(), Json.bytes(change));
            latest.addLast(frame);
            if (latest.size() > kept) {
                latest.removeFirst();
            }
            listeners.removeIf(listener -> !listener.offer(frame, tooSlow()));
        }
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
        List<Frame> first = lastHeard.map(this::since).orElseGet(() -> List.of(hello()));
        var listening = new Listening(first.size(), this::leave);
        for (Frame frame : first) {
            listening.offer(frame, tooSlow());
        }
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

    private List<Frame> since(String lastHeard) {
        Matcher id = ID.matcher(lastHeard);
        if (!id.matches() || !id.group(1).equals(name)) {
            return List.of(reset("The node was started again since."));
        }
        long missed = number - Long.parseLong(id.group(2));
        if (missed < 0 || missed > latest.size()) {
            return List.of(reset("More has changed since than can be told again."));
        }
        List<Frame> all = new ArrayList<>();
        all.add(hello());
        all.addAll(List.copyOf(latest).subList(latest.size() - (int) missed, latest.size()));
        return all;
    }

    /// Has no id of its own, so that what was missed, and follows it, is not skipped.
    private Frame hello() {
        byte[] data = Json.bytes(new Said("Changes are told from here on."));
        return new Frame("retry: 2000\nevent: hello\ndata: " + text(data) + "\n\n", false);
    }

    private Frame tooSlow() {
        return new Frame(reset("This listener was too slow and is dropped.").text(), true);
    }

    private Frame reset(String why) {
        return frame("reset", Json.bytes(new Said(why + " Load everything that is shown anew.")));
    }

    private Frame frame(String event, byte[] data) {
        return new Frame(
                "id: %s-%d\nevent: %s\ndata: %s\n\n".formatted(name, number, event, text(data)),
                false);
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private record Said(String text) {}
}
