package io.github.wis2chain.console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Figures and times as people read them.
final class Text {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR_AND_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("dd MMM HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final int LONGEST_WORD = 44;

    private Text() {}

    /// The time of day, with the day where it is not today (UTC).
    static String time(Instant at, Instant now) {
        boolean today =
                LocalDate.ofInstant(at, ZoneOffset.UTC)
                        .equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return (today ? CLOCK : DAY_AND_CLOCK).format(at);
    }

    /// Hour and minute of a time of today: `14:02 UTC`.
    static String clock(Instant at) {
        return HOUR_AND_MINUTE.format(at) + " UTC";
    }

    /// All of a time, to the millisecond.
    static String whole(Instant at) {
        return WHOLE.format(at) + " UTC";
    }

    /// A duration in one unit: `312 ms`, `14 s`, `3 min`, `5 h`, `12 d`.
    static String span(Duration duration) {
        Duration span = duration.isNegative() ? Duration.ZERO : duration;
        if (span.toMillis() < 10) {
            return "%.1f ms".formatted((double) span.toNanos() / 1e6);
        }
        if (span.toSeconds() < 1) {
            return span.toMillis() + " ms";
        }
        if (span.toSeconds() < 10) {
            return "%.1f s".formatted((double) span.toMillis() / 1e3);
        }
        if (span.toMinutes() < 2) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 2) {
            return span.toMinutes() + " min";
        }
        return span.toDays() < 2 ? span.toHours() + " h" : span.toDays() + " d";
    }

    /// A count with narrow spaces between the thousands.
    static String count(long number) {
        return "%,d".formatted(number).replace(',', '\u202f');
    }

    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? "%.1f kB".formatted((double) bytes / 1e3)
                : "%.1f MB".formatted((double) bytes / 1e6);
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// The sentence of a list: of paths and addresses in it only the last segment, which is what an
    /// operator knows them by, and of very long words both ends.
    static String brief(String sentence) {
        return Arrays.stream(sentence.split(" ", -1))
                .map(word -> word.length() <= LONGEST_WORD ? word : shortened(word))
                .collect(Collectors.joining(" "));
    }

    private static String shortened(String word) {
        int slash = word.lastIndexOf('/', word.length() - 2);
        String end = slash < 0 ? word : word.substring(slash);
        String kept =
                end.length() <= LONGEST_WORD
                        ? end
                        : end.substring(0, LONGEST_WORD / 2)
                                + "…"
                                + end.substring(end.length() - LONGEST_WORD / 2);
        return slash < 0 ? kept : "…" + kept;
    }

    /// A sentence in pieces, by turns text and what stands between backticks in it.
    static List<String> pieces(String sentence) {
        return List.of(sentence.split("`", -1));
    }

    /// A value inside an address.
    static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The beginning of a text that is longer than this.
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }

    /// What an operator recognises an object by: the last segment of a path.
    static String lastSegment(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 || slash == path.length() - 1 ? path : path.substring(slash + 1);
    }
}
