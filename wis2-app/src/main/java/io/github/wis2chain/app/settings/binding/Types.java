package io.github.wis2chain.app.settings.binding;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The types that settings have.
public final class Types {

    /// Any text that is not blank.
    public static final Type<String> TEXT =
            new Type<>(
                    "a text",
                    text -> {
                        if (text.isBlank()) {
                            throw new IllegalArgumentException("it is blank");
                        }
                        return text;
                    });

    /// `on` or `off`; `true` or `false`.
    public static final Type<Boolean> SWITCH =
            new Type<>(
                    "on or off",
                    text ->
                            switch (text.toLowerCase(Locale.ROOT)) {
                                case "on", "true", "yes" -> true;
                                case "off", "false", "no" -> false;
                                default -> throw new IllegalArgumentException("");
                            });

    /// A TCP port; 0 lets the system choose one.
    public static final Type<Integer> PORT = whole(0, 65_535);

    private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d)");

    /// A time span with its unit: `500ms`, `10s`, `5m`, `2h`, `3d`.
    public static final Type<Duration> DURATION =
            new Type<>("a time span with its unit, such as 500ms, 10s, 5m, 2h or 3d", Types::span);

    private static final Pattern SIZE_FORM =
            Pattern.compile("(\\d{1,12})\\s?(B|kB|MB|GB|KiB|MiB|GiB)");

    private static final Map<String, Long> UNITS =
            Map.of(
                    "B", 1L,
                    "kB", 1_000L,
                    "MB", 1_000_000L,
                    "GB", 1_000_000_000L,
                    "KiB", 1L << 10,
                    "MiB", 1L << 20,
                    "GiB", 1L << 30);

    /// A number of bytes with its unit: `4096B`, `8kB` (8000), `1MiB` (1048576).
    public static final Type<Long> SIZE =
            new Type<>("a size with its unit, such as 4096B, 8kB, 1MB or 1MiB", Types::bytes);

    private static final Pattern PERCENT_FORM = Pattern.compile("(\\d{1,3})\\s?%?");

    /// A whole percentage from 0 to 100: `80` or `80%`.
    public static final Type<Integer> PERCENT =
            new Type<>(
                    "a whole percentage from 0 to 100",
                    text -> {
                        Matcher matcher = matched(PERCENT_FORM, text);
                        int percent = Integer.parseInt(matcher.group(1));
                        if (percent > 100) {
                            throw new IllegalArgumentException("");
                        }
                        return percent;
                    });

    /// A regular expression of Java.
    public static final Type<Pattern> PATTERN =
            new Type<>(
                    "a regular expression",
                    text -> {
                        try {
                            return Pattern.compile(text);
                        } catch (PatternSyntaxException wrong) {
                            throw new IllegalArgumentException(wrong.getDescription(), wrong);
                        }
                    });

    private Types() {}

    /// A whole number from `least` to `most`.
    public static Type<Integer> whole(int least, int most) {
        return new Type<>(
                most == Integer.MAX_VALUE
                        ? "a whole number of at least %d".formatted(least)
                        : "a whole number from %d to %d".formatted(least, most),
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException("");
                    }
                    return number;
                });
    }

    /// A size of at most so many bytes as an `int` holds.
    public static Type<Integer> sizeUpTo2Gb() {
        return new Type<>(
                SIZE.required() + ", at most 2GB", text -> Math.toIntExact(SIZE.read(text)));
    }

    /// A time span of at least this.
    public static Type<Duration> durationFrom(Duration least, String written) {
        return new Type<>(
                DURATION.required() + ", at least " + written,
                text -> {
                    Duration span = DURATION.read(text);
                    if (span.compareTo(least) < 0) {
                        throw new IllegalArgumentException("");
                    }
                    return span;
                });
    }

    /// One of the constants of an enum, written in lower case with hyphens.
    public static <E extends Enum<E>> Type<E> oneOf(Class<E> family) {
        E[] constants = family.getEnumConstants();
        return new Type<>(
                "one of " + String.join(", ", Arrays.stream(constants).map(Types::word).toList()),
                text ->
                        Arrays.stream(constants)
                                .filter(constant -> word(constant).equals(text))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a factory makes of the text; the factory's own words say what is wrong.
    public static <T> Type<T> made(String required, Function<String, T> factory) {
        return new Type<>(required, factory);
    }

    /// An absolute URL of one of these schemes, with a host.
    public static Type<URI> url(String... schemes) {
        String required =
                "a URL such as %s://host:port (%s)"
                        .formatted(schemes[0], String.join(", ", schemes));
        return new Type<>(
                required,
                text -> {
                    URI url = URI.create(text);
                    if (url.getHost() == null
                            || url.getScheme() == null
                            || !Arrays.asList(schemes).contains(url.getScheme())) {
                        throw new IllegalArgumentException("");
                    }
                    if (url.getUserInfo() != null) {
                        throw new IllegalArgumentException(
                                "user and password have keys of their own");
                    }
                    return url;
                });
    }

    /// Reads a time span such as `10s`.
    ///
    /// @throws IllegalArgumentException for anything else
    public static Duration span(String text) {
        Matcher matcher = matched(DURATION_FORM, text);
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static long bytes(String text) {
        Matcher matcher = matched(SIZE_FORM, text);
        Long unit = UNITS.get(matcher.group(2));
        if (unit == null) {
            throw new IllegalArgumentException("");
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    }

    private static Matcher matched(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("");
        }
        return matcher;
    }
}
