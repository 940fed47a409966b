package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.UriSyntax;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the schema says of single values: dates, addresses, texts of a form. Absent members are no fault here.
final class Values {

    /// The largest double is just below 2 to this power.
    private static final int DOUBLE_BITS = Double.MAX_EXPONENT + 1;

    private Values() {}

    /// A date and time of RFC 3339 that every known checker takes: no leap second, no year 0.
    static void dateTime(JsonTree object, String name, Dialect dialect, Faults faults) {
        faults.optional(object, name, JsonKind.STRING)
                .ifPresent(value -> {
                    String text = dialect.seen(value.text().orElseThrow());
                    switch (DateTime.read(text)) {
                        case DateTime.Moment moment -> {
                            if (moment.leapSecond() || text.startsWith("0000")) {
                                faults.add(
                                        value,
                                        "%s is a %s; a date and time without is required"
                                                .formatted(
                                                        Faults.quoted(text),
                                                        moment.leapSecond()
                                                                ? "leap second"
                                                                : "time in the year 0"));
                            }
                        }
                        case DateTime.Malformed(String reason) ->
                                faults.add(
                                        value,
                                        "%s %s; a date and time of RFC 3339 is required"
                                                .formatted(Faults.quoted(text), reason));
                    }
                });
    }

    static void uri(JsonTree object, String name, Dialect dialect, Faults faults) {
        form(
                object,
                name,
                text -> UriSyntax.isUri(dialect.seen(text)),
                "an absolute URI of ASCII characters",
                faults);
    }

    static void uriReference(JsonTree object, String name, Dialect dialect, Faults faults) {
        form(
                object,
                name,
                text -> UriSyntax.isReference(dialect.seen(text)),
                "a URI or relative reference",
                faults);
    }

    /// A string member of a form.
    ///
    /// @param wanted as in *a URI is required*
    static Optional<String> form(
            JsonTree object, String name, Predicate<String> form, String wanted, Faults faults) {
        Optional<JsonTree> value = faults.optional(object, name, JsonKind.STRING);
        Optional<String> text = value.flatMap(JsonTree::text);
        if (text.isPresent() && !form.test(text.get())) {
            faults.add(
                    value.orElseThrow(),
                    "%s is not %s, which is required".formatted(Faults.quoted(text.get()), wanted));
        }
        return text;
    }

    static void oneOf(JsonTree value, Set<String> allowed, Faults faults) {
        Optional<String> text = value.text();
        if (text.isPresent() && !allowed.contains(text.get())) {
            String names = String.join(", ", allowed.stream().sorted().toList());
            faults.add(
                    value,
                    "found %s; one of %s is required".formatted(Faults.quoted(text.get()), names));
        }
    }

    /// A number beyond a double is none: the official validator reads `1e999` as infinity, and no length is that long.
    static void integer(JsonTree object, String name, Faults faults) {
        object.member(name)
                .filter(value ->
                        value.integer().filter(n -> n.bitLength() <= DOUBLE_BITS).isEmpty())
                .ifPresent(value -> faults.add(value, "found no whole number; one is required"));
    }

    static void strings(JsonTree object, String name, int fewest, Faults faults) {
        faults.items(object, name, fewest).forEach(item -> faults.is(item, JsonKind.STRING));
    }

    static void stringsOrNulls(JsonTree array, int fewest, Faults faults) {
        for (JsonTree item : faults.items(array, fewest)) {
            if (!item.isNull()) {
                faults.is(item, JsonKind.STRING);
            }
        }
    }

    /// The objects of an array member; a fault for each element that is none.
    static List<JsonTree> objects(JsonTree object, String name, int fewest, Faults faults) {
        return faults.items(object, name, fewest).stream()
                .filter(item -> faults.is(item, JsonKind.OBJECT))
                .toList();
    }
}
