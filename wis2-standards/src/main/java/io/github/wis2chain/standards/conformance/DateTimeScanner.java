package io.github.wis2chain.standards.conformance;

import io.github.wis2chain.standards.conformance.DateTime.Malformed;
import io.github.wis2chain.standards.conformance.DateTime.Moment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/// Reads one date and time from left to right.
final class DateTimeScanner {

    private static final int END_OF_SECONDS = 19;

    private final String text;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private boolean canonical;

    DateTimeScanner(String text) {
        this.text = text;
    }

    DateTime read() {
        if (text.length() < END_OF_SECONDS) {
            return new Malformed(text.length() == 10 ? "is a date without a time" : "is too short");
        }
        int year = digits(0, 4);
        int month = digits(5, 2);
        int day = digits(8, 2);
        hour = digits(11, 2);
        minute = digits(14, 2);
        second = digits(17, 2);
        boolean numbers = (year | month | day | hour | minute | second) >= 0;
        char t = text.charAt(10);
        if (!numbers
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (t != 'T' && t != 't')
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return new Malformed("does not have the form YYYY-MM-DDThh:mm:ss");
        }
        if (hour > 23 || minute > 59 || second > 60) {
            return new Malformed("has a time that does not exist");
        }
        canonical = t == 'T';
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return new Malformed("has a date that does not exist");
        }
        return zone(date, fraction());
    }

    /// The offset of what follows the fraction; -1 if the fraction has no digit.
    private int fraction() {
        int at = END_OF_SECONDS;
        if (at == text.length() || text.charAt(at) != '.') {
            return at;
        }
        int scale = 100_000_000;
        for (at++; at < text.length() && digits(at, 1) >= 0; at++) {
            nano += digits(at, 1) * scale;
            scale /= 10;
        }
        return at == END_OF_SECONDS + 1 ? -1 : at;
    }

    private DateTime zone(LocalDate date, int at) {
        if (at < 0) {
            return new Malformed("has a point without digits after it");
        }
        if (at == text.length()) {
            return new Malformed("has no time zone");
        }
        char sign = text.charAt(at);
        if (sign == 'Z' || sign == 'z') {
            canonical &= sign == 'Z';
            return at + 1 == text.length()
                    ? moment(date, 0)
                    : new Malformed("has text after its time zone");
        }
        canonical = false;
        if (sign != '+' && sign != '-') {
            return new Malformed("has text where its time zone should be");
        }
        boolean form = text.length() == at + 6 && text.charAt(at + 3) == ':';
        int hours = form ? digits(at + 1, 2) : -1;
        int minutes = form ? digits(at + 4, 2) : -1;
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return new Malformed("has a time zone that is neither Z nor of the form +hh:mm");
        }
        int offset = hours * 60 + minutes;
        return moment(date, sign == '-' ? -offset : offset);
    }

    /// The number at a place, or -1 if there are not that many ASCII digits.
    private int digits(int at, int count) {
        int number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /// The moment that was meant by a calendar date, or a reason why there is none.
    private DateTime moment(LocalDate date, int offsetMinutes) {
        long moment =
                date.toEpochDay() * 86_400
                        + hour * 3600L
                        + minute * 60L
                        + second
                        - offsetMinutes * 60L;
        boolean leap = second == 60;
        if (leap && Math.floorMod(moment, 86_400) != 0) {
            return new Malformed("has a leap second elsewhere than at 23:59:60 UTC");
        }
        return new Moment(
                Instant.ofEpochSecond(moment, nano), offsetMinutes, leap, canonical && !leap);
    }
}
