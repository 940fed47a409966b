package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.StoreUnreadable;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;

/// What a request is answered that met what no route foresees.
final class Unforeseen {

    private static final Logger log = LoggerFactory.getLogger(Unforeseen.class);

    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD);

    private Unforeseen() {}

    static Problem store(StoreUnreadable failure, Context context) {
        log.warn(
                "Request {} ({} {}) was refused: {}: {}.",
                RequestIds.of(context),
                context.method().name(),
                Call.printable(context.path(), 200),
                failure.getMessage(),
                String.valueOf(failure.getCause()));
        return new Problem(
                ProblemCode.STORE_UNAVAILABLE,
                "The node cannot look up anything, sessions and tokens neither, until its store can"
                    + " be read again. wis2 status on the node's machine says what is wrong with"
                    + " the journal. "
                        + (changes(context)
                                ? "What was asked for may have been done or not: look then, and"
                                        + " send it again only if it was not."
                                : "Ask again then."));
    }

    private static boolean changes(Context context) {
        return !SAFE.contains(context.method());
    }

    static Problem defect(Exception defect, Context context) {
        if (defect instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new Problem(ProblemCode.BUSY, "The node is stopping.");
        }
        log.error(
                "Request {} ({} {}) met what it does not foresee; the client was told so.",
                RequestIds.of(context),
                context.method().name(),
                Call.printable(context.path(), 200),
                defect);
        return new Problem(
                ProblemCode.INTERNAL,
                "Please report it with the log of request %s.".formatted(RequestIds.of(context)));
    }
}
