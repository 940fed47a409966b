package io.github.wis2chain.standards.topics;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The top-level domains with which a centre-id may begin (WTH 1, `/req/core/centre-id`, part B).
///
/// The list of IANA has some 1,400 entries, most of them names of brands that no weather service
/// uses. Known here are the country codes, the domains of the first generation and those of the
/// registered centres.
final class TopLevelDomains {

    /// In use at IANA beside the country codes of ISO 3166.
    private static final Set<String> BESIDE_ISO = Set.of("ac", "eu", "su", "uk");

    /// Country codes of ISO 3166 that IANA has not given out.
    private static final Set<String> NOT_DELEGATED = Set.of("bl", "bq", "eh", "mf", "um");

    private static final Set<String> GENERIC =
            Set.of(
                    "aero", "arpa", "asia", "biz", "cat", "com", "coop", "edu", "gov", "info",
                    "int", "jobs", "mil", "mobi", "museum", "name", "net", "org", "post", "pro",
                    "tel", "travel", "xxx");

    private TopLevelDomains() {}

    static Set<String> withThoseOf(Set<String> centreIds) {
        Set<String> domains = new HashSet<>(GENERIC);
        for (String country : Locale.getISOCountries()) {
            domains.add(country.toLowerCase(Locale.ROOT));
        }
        domains.removeAll(NOT_DELEGATED);
        domains.addAll(BESIDE_ISO);
        for (String centreId : centreIds) {
            domains.add(centreId.substring(0, centreId.indexOf('-')));
        }
        return Set.copyOf(domains);
    }
}
