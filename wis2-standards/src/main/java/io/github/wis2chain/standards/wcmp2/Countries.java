package io.github.wis2chain.standards.wcmp2;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The country codes of ISO 3166-1 alpha-3, as the platform knows them.
final class Countries {

    private static final Set<String> ALPHA3 = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);

    private Countries() {}

    /// Whether the text is such a code, in any case.
    static boolean isAlpha3(String text) {
        return text.length() == 3 && ALPHA3.contains(text.toUpperCase(Locale.ROOT));
    }

    /// The code of a country given by its English name or its code of two letters.
    static Optional<String> codeOf(String country) {
        return Optional.ofNullable(Names.CODES.get(country.strip().toLowerCase(Locale.ROOT)));
    }

    /// Holds the names, so that they are made when first asked for.
    private static final class Names {
        static final Map<String, String> CODES =
                Stream.of(Locale.getISOCountries())
                        .map(alpha2 -> Locale.of("", alpha2))
                        .flatMap(locale ->
                                Stream.of(
                                        Map.entry(
                                                locale.getCountry().toLowerCase(Locale.ROOT),
                                                locale.getISO3Country()),
                                        Map.entry(
                                                locale.getDisplayCountry(Locale.ENGLISH)
                                                        .toLowerCase(Locale.ROOT),
                                                locale.getISO3Country())))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }
}
