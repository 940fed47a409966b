package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Faults;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Judges the `href` of a link: an absolute URL that a Global Cache can fetch (WNM 1.3, `/req/core/links`, part D).
final class LinkUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "sftp");
    private static final int MAX_PORT = 65_535;

    private LinkUrl() {}

    /// What is wrong with a text as such a URL, to stand after it in a sentence, if anything.
    static Optional<String> fault(String href) {
        for (int i = 0; i < href.length(); i++) {
            if (href.charAt(i) >= 0x80) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "has the character U+%04X at index %d; a URL is required, with such"
                                        + " characters percent-encoded",
                                href.codePointAt(i),
                                i));
            }
        }
        URI uri;
        try {
            uri = new URI(href);
        } catch (URISyntaxException syntax) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "is not a URL: %s at index %d; an absolute http, https, ftp or sftp URL"
                                    + " is required",
                            syntax.getReason().toLowerCase(Locale.ROOT),
                            syntax.getIndex()));
        }
        String scheme = uri.getScheme();
        if (scheme == null) {
            return Optional.of(
                    "has no scheme; an absolute http, https, ftp or sftp URL is required");
        }
        if (!SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            return Optional.of(
                    "has the scheme %s; http, https, ftp or sftp is required"
                            .formatted(Faults.quoted(scheme)));
        }
        String authority = uri.getRawAuthority();
        if (authority == null || host(authority).isEmpty()) {
            return Optional.of("has no host; an absolute URL is required");
        }
        return portFits(authority)
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT, "has a port that is no number up to %d", MAX_PORT));
    }

    /// Whether the scheme seems to be written twice, as in `https://https://host/file`, which reads as a host named after
    /// a scheme.
    static boolean hasSchemeTwice(String href) {
        int slashes = href.indexOf("://");
        String rest = href.substring(slashes < 0 ? href.length() : slashes + 3);
        int host = Math.max(rest.indexOf("//"), 0);
        String named = rest.substring(0, host).toLowerCase(Locale.ROOT);
        return SCHEMES.contains(named.endsWith(":") ? named.substring(0, host - 1) : named);
    }

    /// Whether the scheme is written in the lower case that prefix-matching receivers look for.
    static boolean hasLowerCaseScheme(String href) {
        int colon = href.indexOf(':');
        String scheme = href.substring(0, Math.max(colon, 0));
        return scheme.equals(scheme.toLowerCase(Locale.ROOT));
    }

    private static String host(String authority) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int port = portColon(hostAndPort);
        return port < 0 ? hostAndPort : hostAndPort.substring(0, port);
    }

    private static boolean portFits(String authority) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = portColon(hostAndPort);
        String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
        // RFC 3986 section 3.2.3 allows an empty port.
        return port.isEmpty()
                || (port.length() <= 5
                        && port.chars().allMatch(c -> c >= '0' && c <= '9')
                        && Integer.parseInt(port) <= MAX_PORT);
    }

    private static int portColon(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        // The colons of an IPv6 address stand before its bracket.
        return colon > hostAndPort.lastIndexOf(']') ? colon : -1;
    }
}
