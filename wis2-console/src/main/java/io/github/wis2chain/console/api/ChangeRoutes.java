package io.github.wis2chain.console.api;

import io.github.wis2chain.console.api.Listening.Frame;
import io.github.wis2chain.engine.people.Role;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells changes as server-sent events (HTML, 9.2).
final class ChangeRoutes {

    private static final Logger log = LoggerFactory.getLogger(ChangeRoutes.class);

    /// Shorter than any proxy's patience, and finds out who has gone and whose right has.
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Frame STILL_HERE = new Frame(": still here\n\n", false);

    private ChangeRoutes() {}

    static List<Route> all() {
        return List.of(Route.get("/api/v1/changes", ChangeRoutes::listen));
    }

    /// Each listener has a virtual thread, which is all that a slow connection can hold up.
    private static void listen(Call call) throws InterruptedException {
        Optional<String> lastHeard =
                Optional.ofNullable(call.context().header("Last-Event-ID"))
                        .filter(id -> !id.isEmpty());
        try (Listening listening = call.node().changes().listen(lastHeard)) {
            call.context().status(200).header("X-Accel-Buffering", "no");
            call.context().res().setContentType("text/event-stream;charset=utf-8");
            send(call, listening, call.context().res().getOutputStream());
        } catch (IOException gone) {
            log.debug("A listener to the changes has gone: {}.", gone.toString());
        }
    }

    /// Ends when there is nothing more to tell, and without a word when whoever listens may no
    /// longer: come back, they are told why.
    private static void send(Call call, Listening listening, OutputStream out)
            throws IOException, InterruptedException {
        boolean goesOn = true;
        Instant admitted = call.node().clock().instant();
        while (goesOn) {
            Optional<Frame> told = listening.next(HEARTBEAT);
            Instant now = call.node().clock().instant();
            if (told.isEmpty() || !now.isBefore(admitted.plus(HEARTBEAT))) {
                if (!Guard.stillAdmits(Role.VIEWER, call.context())) {
                    return;
                }
                admitted = now;
            }
            Optional<Frame> next = Optional.of(told.orElse(STILL_HERE));
            while (goesOn && next.isPresent()) {
                Frame frame = next.get();
                out.write(frame.text().getBytes(StandardCharsets.UTF_8));
                goesOn = !frame.last();
                next = listening.next();
            }
            out.flush();
        }
    }
}
