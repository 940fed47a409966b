package io.github.wis2chain.console.api;

import io.javalin.http.Context;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/// What somebody filled in on one of our pages, as browsers send it (`application/x-www-form-urlencoded`,
/// URL standard, 5.1). It is read like every other body, bounded in size, time and together with
/// others.
public final class Form {

    /// Enough for names, passwords and addresses, in bytes.
    public static final int SMALL = 8 * 1024;

    static final String TYPE = "application/x-www-form-urlencoded";

    private static final String READ = "wis2.form";

    private final String text;

    private Form(String text) {
        this.text = text;
    }

    /// The form of a request, which is read once.
    static Form of(Call call, int limit) {
        Context context = call.context();
        Form known = context.attribute(READ);
        if (known != null) {
            return known;
        }
        if (!isSent(context)) {
            throw call.bodies()
                    .unread(
                            context,
                            new Problem(
                                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                                    "The body must be a form, with Content-Type %s."
                                            .formatted(TYPE)));
        }
        var form = new Form(call.body(limit).text());
        context.attribute(READ, form);
        return form;
    }

    /// Whether the body of a request says that it is one.
    static boolean isSent(Context context) {
        String type = context.contentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE);
    }

    /// The first value under a name; empty if there is none.
    ///
    /// @param name one that is sent as it is written: letters and hyphens
    /// @throws Problem `BAD_REQUEST` if it is not encoded as it must be
    public String field(String name) {
        String wanted = name + "=";
        // Looked for in place: cut into its fields, a hostile form would take many times its size.
        int begin = 0;
        while (begin < text.length()) {
            int found = text.indexOf('&', begin);
            int end = found < 0 ? text.length() : found;
            if (text.startsWith(wanted, begin)) {
                return decoded(name, text.substring(begin + wanted.length(), end));
            }
            begin = end + 1;
        }
        return "";
    }

    /// What the field under a name means; empty if there is none.
    ///
    /// @throws Problem `BAD_PARAMETER` if it cannot be that
    public <T> Optional<T> field(String name, Function<String, T> parser) {
        return Optional.of(field(name))
                .filter(value -> !value.isEmpty())
                .map(value -> Call.parsed(name, value, parser));
    }

    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST,
                    "The form's field %s is not encoded as %s must be: %s."
                            .formatted(
                                    name,
                                    TYPE,
                                    Call.printable(String.valueOf(wrong.getMessage()), 100)));
        }
    }
}
