package io.github.wis2chain.console.api;

import io.javalin.http.Context;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Gives every request an id, the client's own if it sends a sensible one, so that an answer can be
/// found in the log.
final class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern SENSIBLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    static void begin(Context context) {
        String id =
                Optional.ofNullable(context.header(HEADER))
                        .filter(given -> SENSIBLE.matcher(given).matches())
                        .orElseGet(RequestIds::fresh);
        context.attribute(HEADER, id);
        context.header(HEADER, id);
    }

    static String of(Context context) {
        String id = context.attribute(HEADER);
        return id == null ? fresh() : id;
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
