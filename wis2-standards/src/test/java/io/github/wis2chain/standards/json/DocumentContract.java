package io.github.wis2chain.standards.json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.List;
import java.util.stream.Stream;

/// Whatever is changed in a valid document, it is judged without an exception.
public abstract class DocumentContract {

    private static final List<String> ODD_EVERYWHERE =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"😀\"",
                    "\"2026-01-31T06:00:00Z\"");

    private final TestDocument<?> valid;
    private final byte[] bytes;
    private final List<String> places;
    private final List<String> values;

    /// @param odd JSON texts that are a value or a form of one somewhere in documents of that kind
    protected DocumentContract(TestDocument<?> valid, List<String> odd) {
        this.valid = valid;
        this.bytes = valid.asBytes();
        this.places = valid.places();
        this.values = Stream.concat(ODD_EVERYWHERE.stream(), odd.stream()).toList();
    }

    /// Judges it in every way there is, and fails unless every answer is a whole one.
    protected abstract void judge(byte[] document);

    @Property(tries = 2000)
    protected void a_changed_byte_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int at, @ForAll byte value) {
        byte[] changed = bytes.clone();
        changed[at % changed.length] = value;

        judge(changed);
    }

    @Property(tries = 500)
    protected void bytes_of_any_kind_never_throw(@ForAll byte[] anything) {
        judge(anything);
    }

    @Property(tries = 3000)
    protected void another_value_anywhere_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int choice, @ForAll("values") String value) {
        judge(valid.with(place(choice), value).asBytes());
    }

    @Property(tries = 500)
    protected void a_missing_value_never_throws(
            @ForAll @IntRange(min = 0, max = 100_000) int choice) {
        judge(valid.without(place(choice)).asBytes());
    }

    @Provide
    protected Arbitrary<String> values() {
        return Arbitraries.of(values);
    }

    /// One of the places in the valid document, for any number that is not negative.
    protected final String place(int choice) {
        return places.get(choice % places.size());
    }

    /// Every place in the valid document, with every value that is odd somewhere.
    protected final Stream<Change> changes() {
        return places.stream()
                .flatMap(place -> values.stream().map(value -> new Change(place, value)));
    }

    /// Another value, as JSON text, at a place.
    protected record Change(String place, String value) {}
}
