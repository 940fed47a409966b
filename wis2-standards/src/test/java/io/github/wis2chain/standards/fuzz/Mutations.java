package io.github.wis2chain.standards.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes faulty inputs of valid ones. Equal generators give equal inputs.
final class Mutations {

    /// Pieces that are valid somewhere, and wrong or costly elsewhere.
    private static final List<byte[]> PIECES =
            pieces(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "\"\"",
                    "-0",
                    "1e999999999",
                    "-1E-2147483649",
                    "9".repeat(2000),
                    "0." + "0".repeat(2000) + "1",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\\u0000",
                    "\"\\u00e9\"",
                    "[".repeat(200),
                    "{\"a\":".repeat(200),
                    "]".repeat(50),
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "NaN",
                    "Infinity",
                    "0x10",
                    "01",
                    "/* */",
                    "\"type\":\"Polygon\",",
                    "\"id\":\"x\",",
                    "\"properties\":{",
                    "\"links\":[",
                    "2026-13-45T99:99:99Z",
                    "+14:00",
                    "://[%",
                    "urn:wmo:md:",
                    "😀",
                    "٣",
                    "#",
                    "+",
                    "/",
                    "//",
                    "\r\n\t");

    private static final List<byte[]> NO_TEXT =
            List.of(
                    bytes(0xef, 0xbb, 0xbf),
                    bytes(0xff, 0xfe),
                    bytes(0xc0, 0x80),
                    bytes(0xed, 0xa0, 0x80),
                    bytes(0xf4, 0x90, 0x80, 0x80),
                    bytes(0x00));

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /// The next input.
    byte[] next(List<byte[]> seeds) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(64));
        return switch (random.nextInt(7)) {
            case 0 -> replaced(bytes, from, from, bytes(random.nextInt(256)));
            case 1 ->
                    replaced(
                            bytes,
                            from,
                            Math.min(bytes.length, from + 1),
                            bytes(random.nextInt(256)));
            case 2 -> replaced(bytes, from, to, new byte[0]);
            case 3 -> replaced(bytes, from, to, piece());
            case 4 -> replaced(bytes, from, from, piece());
            case 5 -> replaced(bytes, to, to, slice(bytes, from, to));
            default -> value(bytes);
        };
    }

    /// Another value where one begins after a colon.
    private byte[] value(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        while (from < bytes.length && bytes[from] != ':') {
            from++;
        }
        int to = from;
        while (to < bytes.length && bytes[to] != ',' && bytes[to] != '}') {
            to++;
        }
        return from == to ? bytes : replaced(bytes, from + 1, to, piece());
    }

    private byte[] piece() {
        List<byte[]> pieces = random.nextInt(5) == 0 ? NO_TEXT : PIECES;
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        var replaced = new ByteArrayOutputStream(bytes.length + by.length);
        replaced.write(bytes, 0, from);
        replaced.writeBytes(by);
        replaced.write(bytes, to, bytes.length - to);
        return replaced.toByteArray();
    }

    private static List<byte[]> pieces(String... texts) {
        return List.of(texts).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
