package io.github.wis2chain.standards.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// The top-level domains with which a centre-id may begin (WTH 1, `/req/core/centre-id`, part B): those of IANA's list
/// that have no hyphen, since the first hyphen of a centre-id ends its domain.
final class TopLevelDomains {

    private static final String RESOURCE = "tlds.txt";

    private TopLevelDomains() {}

    /// The domains of the shipped list, and those of registered centres, should one be younger.
    static Set<String> withThoseOf(Set<String> centreIds) {
        Set<String> domains = new HashSet<>(Shipped.DOMAINS);
        for (String centreId : centreIds) {
            domains.add(centreId.substring(0, centreId.indexOf('-')));
        }
        return Set.copyOf(domains);
    }

    /// Read when it is first needed.
    private static final class Shipped {

        static final Set<String> DOMAINS = read();

        private Shipped() {}

        private static Set<String> read() {
            try (InputStream stream = TopLevelDomains.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) {
                    throw new IllegalStateException(
                            "the resource %s of this library is missing".formatted(RESOURCE));
                }
                Set<String> domains = new HashSet<>();
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(domains::add);
                return domains;
            } catch (IOException failure) {
                throw new UncheckedIOException(
                        "the resource %s could not be read".formatted(RESOURCE), failure);
            }
        }
    }
}
