package io.github.wis2chain.adapters.http;

import java.time.Duration;
import java.util.List;

/// How links are followed.
///
/// @param connectTimeout for one TCP connection
/// @param timeout for one download from the first look-up to the last byte, redirects included, and as
///     much again for the waits until fewer than `perHost` others are under way
/// @param turnTimeout how long a download waits until fewer than `perHost` others are under way at
///     the same host; where it would be longer it does not wait at all, and its run comes back later
/// @param maxSize bytes that are downloaded at most
/// @param redirects followed at most
/// @param perHost downloads at one host at the same time
/// @param allow what may be connected to although it is not public: host names, addresses,
///     blocks such as `10.1.0.0/16`, and `loopback`
public record LinkSettings(
        Duration connectTimeout,
        Duration timeout,
        Duration turnTimeout,
        long maxSize,
        int redirects,
        int perHost,
        List<String> allow) {

    /// 5 s to connect, 60 s in all, 3 s for a turn, 1 GB, 5 redirects, 16 downloads per host, and
    /// public addresses only.
    public static final LinkSettings DEFAULT =
            new LinkSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(3),
                    1_000_000_000,
                    5,
                    16,
                    List.of());

    public LinkSettings {
        allow = List.copyOf(allow);
        positive("links.connect-timeout", connectTimeout);
        positive("links.timeout", timeout);
        positive("links.turn-timeout", turnTimeout);
        atLeast("links.max-size", maxSize, 1);
        atLeast("links.redirects", redirects, 0);
        atLeast("links.per-host", perHost, 1);
        AddressGuard.allowing(allow);
    }

    /// The same, with other addresses allowed.
    public LinkSettings withAllow(List<String> addresses) {
        return new LinkSettings(
                connectTimeout, timeout, turnTimeout, maxSize, redirects, perHost, addresses);
    }

    /// The same, with another time for a whole download.
    public LinkSettings withTimeout(Duration whole) {
        return new LinkSettings(
                connectTimeout, whole, turnTimeout, maxSize, redirects, perHost, allow);
    }

    /// The same, with another number of downloads at one host, and another wait for one's turn.
    public LinkSettings withPerHost(int downloads, Duration turn) {
        return new LinkSettings(
                connectTimeout, timeout, turn, maxSize, redirects, downloads, allow);
    }

    /// The same, with another largest size in bytes.
    public LinkSettings withMaxSize(long bytes) {
        return new LinkSettings(
                connectTimeout, timeout, turnTimeout, bytes, redirects, perHost, allow);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s [%s] must be positive".formatted(name, value));
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s [%d] must be at least %d".formatted(name, value, least));
        }
    }
}
