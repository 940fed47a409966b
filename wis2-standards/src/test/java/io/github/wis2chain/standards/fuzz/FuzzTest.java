package io.github.wis2chain.standards.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;

/// Faulty inputs of every kind at every entry point: the answer is a report, soon, and costs no more memory than the
/// input's length allows. What fails is told in base64, to be tried again.
///
/// A build tries some thousands. Millions, by hand:
/// `mvn -q -pl wis2-standards -Dtest=FuzzTest -Dfuzz.inputs=1000000 -Dfuzz.seed=7 test`
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_131);

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /// For lists and reports, whatever the input: a search for nothing finds the whole topic hierarchy.
    private static final long BASE = 4L * 1024 * 1024;

    /// Arrays of small values cost most, about half of this: a node and its place in the array for two bytes.
    private static final long PER_BYTE = 400;

    /// Word lists and hierarchies are read once, which no input should be charged for.
    @BeforeAll
    static void warm() {
        for (EntryPoint entry : EntryPoint.values()) {
            Seeds.of(entry.seed()).forEach(entry::enter);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mutations_of_valid_inputs_are_reported(EntryPoint entry) {
        var mutations = new Mutations(new Random(SEED + entry.name().hashCode()));
        for (int i = 0; i < INPUTS; i++) {
            judge(entry, "input %d".formatted(i), mutations.next(Seeds.of(entry.seed())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void extremes_are_reported(EntryPoint entry) {
        extremes().forEach((name, bytes) -> judge(entry, name, bytes));
        for (byte[] seed : Seeds.of(entry.seed())) {
            var text = new String(seed, StandardCharsets.UTF_8);
            judge(entry, "as UTF-16", text.getBytes(StandardCharsets.UTF_16));
            judge(entry, "after a byte order mark", utf8("\ufeff" + text));
            extremes()
                    .forEach((name, bytes) ->
                            judge(entry, name + " as a member", with(text, bytes)));
        }
    }

    /// A document with a further member in front of the others.
    private static byte[] with(String document, byte[] value) {
        String member = "{\"x\":" + new String(value, StandardCharsets.UTF_8) + ",";
        return utf8(document.replaceFirst("\\{", Matcher.quoteReplacement(member)));
    }

    private static void judge(EntryPoint entry, String name, byte[] bytes) {
        Cost cost;
        try {
            cost = Cost.of(() -> entry.enter(bytes));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            throw new AssertionError(told(entry, name, bytes), thrown);
        }
        assertThat(cost.cpu()).as(() -> told(entry, name, bytes)).isLessThan(LONGEST);
        assertThat(cost.allocated())
                .as(() -> told(entry, name, bytes))
                .isLessThan(BASE + PER_BYTE * bytes.length);
    }

    private static String told(EntryPoint entry, String name, byte[] bytes) {
        int shown = Math.min(bytes.length, 3_000);
        return "%s, %s, seed %d, %d bytes: %s"
                .formatted(
                        entry,
                        name,
                        SEED,
                        bytes.length,
                        Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, shown)));
    }

    private static Map<String, byte[]> extremes() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("open arrays", "[".repeat(200_000));
        texts.put("deep arrays", "[".repeat(200_000) + "]".repeat(200_000));
        texts.put("deep objects", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
        texts.put("a long whole number", "9".repeat(300_000));
        texts.put("a long fraction", "0." + "1".repeat(300_000));
        texts.put("a large exponent", "1e999999999");
        texts.put("a small exponent", "[1e-999999999,1E+2147483648,-1e99999999999999999999]");
        texts.put("a long string", "\"" + "é".repeat(200_000) + "\"");
        texts.put("a long name", "{\"" + "a".repeat(300_000) + "\":1}");
        texts.put("many members", "{" + members(20_000) + "}");
        texts.put("many equal members", "{" + "\"a\":1,".repeat(50_000) + "\"a\":1}");
        texts.put("many items", "[" + "1,".repeat(150_000) + "1]");
        texts.put("many empty objects", "[" + "{},".repeat(50_000) + "{}]");
        texts.put("lone surrogates", "\"" + "\\ud800".repeat(30_000) + "\"");
        texts.put("controls", "\"" + "\\u0000".repeat(30_000) + "\"");
        texts.put(
                "a polygon of many positions",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                        + "[181,91],".repeat(20_000)
                        + "[0,0]]]},\"properties\":{},\"links\":["
                        + "{\"rel\":\"canonical\",\"href\":\"x\"},".repeat(5_000)
                        + "{}]}");
        Map<String, byte[]> extremes = new LinkedHashMap<>();
        texts.forEach((name, text) -> extremes.put(name, utf8(text)));
        extremes.put("bytes that are no UTF-8", filled(0xff));
        extremes.put("zero bytes", filled(0));
        return extremes;
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String members(int count) {
        var members = new StringBuilder();
        for (int i = 0; i < count; i++) {
            members.append(i == 0 ? "" : ",").append('"').append(i).append("\":").append(i);
        }
        return members.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
