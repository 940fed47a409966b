package io.github.wis2chain.standards.topics;

/// A WIS2 centre identifier such as `fr-ifremer-argo`: a top-level domain, a hyphen and a centre
/// name in lower case (WTH 1, `/req/core/centre-id`, part B).
///
/// The form only; whether the centre is registered is a question to [TopicHierarchy#standing].
///
/// @param value the identifier, for example `fr-ifremer-argo`
public record CentreId(String value) {

    private static final String TEST_SUFFIX = "-test";

    public CentreId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "centre-id [%s] must be a top-level domain, a hyphen and a centre name, in lower case"
                            .formatted(Quoted.shortened(value)));
        }
    }

    /// Whether the text has the form of a centre identifier.
    public static boolean isWellFormed(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 2 || !Notation.isWellFormed(text)) {
            return false;
        }
        return text.chars().limit(hyphen).allMatch(character -> character >= 'a');
    }

    /// The top-level domain: what precedes the first hyphen, `fr` in `fr-ifremer-argo`.
    public String topLevelDomain() {
        return value.substring(0, value.indexOf('-'));
    }

    /// The centre name: what follows the first hyphen, `ifremer-argo` in `fr-ifremer-argo`.
    public String name() {
        return value.substring(value.indexOf('-') + 1);
    }

    /// Whether it names a node made for tests, by its suffix `-test`; such a one need not be
    /// registered.
    public boolean isTest() {
        return value.endsWith(TEST_SUFFIX);
    }

    /// The identifier as it stands in topics.
    @Override
    public String toString() {
        return value;
    }
}
