package io.github.wis2chain.standards.wcmp2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// The forms of times in the `time` of a record, each read in one pass.
///
/// The official validator runs the patterns of the schema in Python, where a digit is any digit of Unicode and a final
/// line feed is not seen; `python` asks for that.
final class TimeText {

    /// The end of an interval that is not known or not yet reached.
    static final String OPEN = "..";

    private final String text;
    private final boolean python;
    private int at;

    private TimeText(String text, boolean python) {
        this.text = python && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        this.python = python;
    }

    static boolean isDate(String text, boolean python) {
        var scan = new TimeText(text, python);
        return scan.date() && scan.atEnd();
    }

    static boolean isTimestamp(String text, boolean python) {
        var scan = new TimeText(text, python);
        return scan.date() && scan.take('T') && scan.clock() && scan.zulu();
    }

    /// What an interval may begin and end with: a year, a month, a date, a timestamp, a time of day, or nothing known.
    static boolean isIntervalEnd(String text, boolean python) {
        if (text.equals(OPEN)) {
            return true;
        }
        return isDate(text, python)
                || isTimestamp(text, python)
                || isYearOrMonth(text, python)
                || isTimeOfDay(text, python);
    }

    static boolean isTimeOfDay(String text, boolean python) {
        var scan = new TimeText(text, python);
        if (!scan.take('T') || !scan.digits(2)) {
            return false;
        }
        for (int i = 0; i < 2 && scan.take(':'); i++) {
            if (!scan.digits(2)) {
                return false;
            }
        }
        return scan.zulu();
    }

    /// A duration of ISO 8601 in whole units, the seconds apart, or in weeks.
    static boolean isDuration(String text, boolean python) {
        var scan = new TimeText(text, python);
        scan.take('-');
        if (!scan.take('P')) {
            return false;
        }
        boolean dated = scan.units("YMDW");
        boolean digitFollowsT = scan.at + 1 < scan.text.length() && scan.isDigit(scan.at + 1);
        // The pattern lets a T stand alone after a date part, and only there.
        if (scan.take('T') && (digitFollowsT || !dated)) {
            return digitFollowsT && scan.clockUnits() && scan.atEnd();
        }
        return dated && scan.atEnd();
    }

    /// What keeps a text of one of the forms from being a time of the calendar, to stand after it.
    static Optional<String> calendarFault(String text) {
        try {
            if (text.length() >= 7 && text.charAt(4) == '-') {
                int day = text.length() >= 10 ? number(text, 8) : 1;
                LocalDate.of(Integer.parseInt(text, 0, 4, 10), number(text, 5), day);
            }
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.of("has a date that does not exist; one of the calendar is required");
        }
        int clock = text.indexOf('T');
        return clock >= 0 && !clockFits(text, clock + 1) && !isLeapSecond(text, clock + 1)
                ? Optional.of("has a time that does not exist; 00:00:00 to 23:59:59 is required")
                : Optional.empty();
    }

    /// RFC 3339 section 5.7: a minute at the end of a day of UTC may have a sixty-first second.
    private static boolean isLeapSecond(String text, int clock) {
        return text.startsWith("23:59:60", clock);
    }

    private static boolean clockFits(String text, int from) {
        int[] most = {23, 59, 59};
        int at = from;
        for (int limit : most) {
            if (at + 2 > text.length() || number(text, at) > limit) {
                return false;
            }
            at += 2;
            if (at >= text.length() || text.charAt(at) != ':') {
                return true;
            }
            at++;
        }
        return true;
    }

    private static int number(String text, int at) {
        return Character.digit(text.charAt(at), 10) * 10 + Character.digit(text.charAt(at + 1), 10);
    }

    private static boolean isYearOrMonth(String text, boolean python) {
        var scan = new TimeText(text, python);
        return scan.digits(4)
                && (scan.atEnd() || (scan.take('-') && scan.digits(2) && scan.atEnd()));
    }

    private boolean date() {
        return digits(4) && take('-') && digits(2) && take('-') && digits(2);
    }

    private boolean clock() {
        return digits(2) && take(':') && digits(2) && take(':') && digits(2);
    }

    /// A fraction, perhaps, and the end.
    private boolean zulu() {
        if (take('.')) {
            int first = at;
            while (at < text.length() && isDigit(at)) {
                at++;
            }
            if (at == first) {
                return false;
            }
        }
        return take('Z') && atEnd();
    }

    /// Numbers with units of the date in their order, days and weeks at one place; whether there was any.
    private boolean units(String units) {
        boolean any = false;
        int unit = 0;
        int start = at;
        while (number()) {
            int found = at < text.length() ? units.indexOf(text.charAt(at), unit) : -1;
            if (found < 0) {
                at = start;
                return false;
            }
            at++;
            any = true;
            // After days there are no weeks.
            unit = found == 2 ? 4 : found + 1;
            start = at;
        }
        return any;
    }

    private boolean clockUnits() {
        int unit = 0;
        while (number()) {
            boolean fraction = take('.');
            if (fraction && !number()) {
                return false;
            }
            int found = at < text.length() ? "HMS".indexOf(text.charAt(at), unit) : -1;
            if (found < 0 || (fraction && found < 2)) {
                return false;
            }
            at++;
            unit = found + 1;
        }
        return true;
    }

    private boolean number() {
        int first = at;
        while (at < text.length() && isDigit(at)) {
            at++;
        }
        return at > first;
    }

    private boolean digits(int count) {
        for (int end = at + count; at < end; at++) {
            if (at >= text.length() || !isDigit(at)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDigit(int index) {
        char character = text.charAt(index);
        return (character >= '0' && character <= '9') || (python && Character.isDigit(character));
    }

    private boolean take(char character) {
        boolean found = at < text.length() && text.charAt(at) == character;
        if (found) {
            at++;
        }
        return found;
    }

    private boolean atEnd() {
        return at == text.length();
    }
}
