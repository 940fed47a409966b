package io.github.wis2chain.console.api;

import io.javalin.http.Context;

import java.util.Collections;
import java.util.Optional;

/// Where a request comes from.
final class Sender {

    private static final String LOOPBACK = "127.";
    private static final int LONGEST = 64;

    private Sender() {}

    /// The address. Behind the proxy that `api.public-url` tells of, the one that the proxy saw: the
    /// last that it added, because what stands before it anybody can write.
    static String address(Context context, ApiSettings settings) {
        String peer = context.ip();
        boolean proxied = settings.publicUrl().isPresent() && isLoopback(peer);
        return proxied ? forwarded(context).orElse(peer) : peer;
    }

    /// Some proxies add to the line that came, others a line of their own.
    private static Optional<String> forwarded(Context context) {
        return Collections.list(context.req().getHeaders("X-Forwarded-For")).stream()
                .reduce((_, later) -> later)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .map(last -> Call.printable(last, LONGEST))
                .filter(last -> !last.isEmpty());
    }

    private static boolean isLoopback(String address) {
        return address.startsWith(LOOPBACK)
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[0:0:0:0:0:0:0:1]")
                || address.equals("::1");
    }
}
