package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.Link;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// A URL that can be followed, taken apart.
///
/// @param site where to connect to
/// @param path path and query as they go on the wire
/// @param href the URL as given
record Target(Site site, String path, URI href) {

    /// The last label makes a host a number, in some notation, for one program or another.
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    /// A server as a client sees it.
    ///
    /// @param host name or address, lower case, without brackets
    record Site(boolean secure, String host, int port) {

        /// What goes into the `Host` header.
        String authority() {
            String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return port == (secure ? 443 : 80) ? name : name + ":" + port;
        }

        @Override
        public String toString() {
            return (secure ? "https://" : "http://") + authority();
        }
    }

    /// Reads a URL.
    ///
    /// @throws StepFailure permanent, `LINK_REFUSED`, if it is not an absolute http or https URL
    static Target of(URI href) {
        String scheme = href.getScheme() == null ? "" : href.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.isEmpty()) {
            throw refused(href, "is not absolute");
        }
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http")) {
            throw refused(href, "has the scheme [%s]".formatted(scheme));
        }
        if (href.getHost() == null) {
            throw refused(href, "names no host, or one that is not written in ASCII letters");
        }
        if (href.getRawUserInfo() != null) {
            throw refused(href, "carries a user name, which everyone would read");
        }
        String host = href.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        boolean numeric = host.indexOf(':') >= 0 || NUMERIC.matcher(host).matches();
        if (numeric && !AddressBlock.isLiteral(host)) {
            throw refused(href, "has a host that is a number but not a plain address");
        }
        int port = href.getPort() < 0 ? (secure ? 443 : 80) : href.getPort();
        if (port == 0 || port > 65535) {
            throw refused(href, "has the port %d".formatted(port));
        }
        return new Target(new Site(secure, host, port), pathOf(Link.ascii(href)), href);
    }

    private static String pathOf(URI href) {
        String path =
                href.getRawPath() == null || href.getRawPath().isEmpty() ? "/" : href.getRawPath();
        return href.getRawQuery() == null ? path : path + "?" + href.getRawQuery();
    }

    /// The bytes that ask for the data as they are, without compression on the way.
    byte[] request() {
        return ("GET "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + site.authority()
                        + "\r\n"
                        + "User-Agent: wis2-chain\r\n"
                        + "Accept: */*\r\n"
                        + "Accept-Encoding: identity\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static StepFailure refused(URI href, String why) {
        return new StepFailure(
                Failure.permanent(
                        FailureCode.LINK_REFUSED,
                        "The link [%s] %s, and an absolute http or https URL is required."
                                .formatted(href, why)));
    }
}
