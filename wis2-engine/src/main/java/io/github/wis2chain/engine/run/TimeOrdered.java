package io.github.wis2chain.engine.run;

/// The text form of our 64-bit ids: 13 characters of Crockford's base 32, in the order of time.
///
/// An id holds 41 bits of milliseconds since 2020-01-01 (until 2089), 10 bits that tell processes
/// apart and 12 bits that count within a millisecond. Half the size of a UUID in every index, and
/// short enough to be read out on the telephone.
final class TimeOrdered {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;

    private TimeOrdered() {}

    static String format(long value) {
        var text = new char[LENGTH];
        long rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    static long parse(String name, String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "%s [%s] must have %d characters".formatted(name, text, LENGTH));
        }
        long value = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(Character.toUpperCase(text.charAt(i)));
            if (digit < 0 || (i == 0 && digit > 7)) {
                throw new IllegalArgumentException(
                        "%s [%s] has the character [%s] at index %d, which no id has there"
                                .formatted(name, text, text.charAt(i), i));
            }
            value = (value << 5) | digit;
        }
        return value;
    }

    static long checked(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("%s [%d] must be positive".formatted(name, value));
        }
        return value;
    }
}
