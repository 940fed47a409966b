package io.github.wis2chain.console.api;

import io.javalin.http.Context;

/// Where a request comes from.
final class Sender {

    private static final String LOOPBACK = "127.";
    private static final int LONGEST = 64;

    private Sender() {}

    /// The address. Behind the proxy that `api.public-url` tells of, the one that the proxy saw: the
    /// last that it added, because what stands before it anybody can write.
    static String address(Context context, ApiSettings settings) {
        String peer = context.ip();
        String forwarded = context.header("X-Forwarded-For");
        boolean proxied = settings.publicUrl().isPresent() && isLoopback(peer);
        if (!proxied || forwarded == null) {
            return peer;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1);
        return Call.printable(last, LONGEST);
    }

    private static boolean isLoopback(String address) {
        return address.startsWith(LOOPBACK)
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[0:0:0:0:0:0:0:1]")
                || address.equals("::1");
    }
}
