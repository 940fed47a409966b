package io.github.wis2chain.engine.request;

import java.util.regex.Pattern;

/// What a request asked for, told from every other request and not to be read from it.
///
/// @param value 64 lower-case hexadecimal digits
public record RequestDigest(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public RequestDigest {
        check("request digest", value);
    }

    static void check(String what, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s [%s] must be 64 lower-case hexadecimal digits".formatted(what, text));
        }
    }
}
