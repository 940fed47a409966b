package io.github.wis2chain.engine.chain;

import java.net.URI;
import java.util.Locale;

/// A data server as people know it.
///
/// @param name host, and port if the link has one; empty for a link without a host
public record DataServer(String name) {

    /// The server that a link leads to first.
    public static DataServer of(URI href) {
        String host = href.getHost() == null ? "" : href.getHost().toLowerCase(Locale.ROOT);
        return new DataServer(href.getPort() < 0 ? host : host + ":" + href.getPort());
    }
}
