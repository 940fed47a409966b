package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.standards.json.JsonLimits;
import io.github.wis2chain.standards.json.JsonReader;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which messages of a subscription are wanted, by their payload. Bounded in what it costs,
/// whatever the payload; one that cannot be judged within the bounds counts as wanted, because
/// nothing may be lost for it.
public sealed interface PayloadFilter {

    /// The result for one payload.
    enum Verdict {
        WANTED,
        UNWANTED,
        /// Too costly to judge, or of a form that the filter does not know: taken.
        UNDECIDED
    }

    Verdict judge(byte[] payload);

    /// A filter by a regular expression of Java, which must be found somewhere in the payload, read
    /// as UTF-8.
    ///
    /// @throws IllegalArgumentException if it is none, one sentence
    static PayloadFilter finding(String expression) {
        try {
            return new Finding(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "payload filter [%s] is not a regular expression: %s"
                            .formatted(expression, e.getDescription()),
                    e);
        }
    }

    /// A filter by a text or number in a JSON payload.
    ///
    /// @param pointer a JSON Pointer (RFC 6901) such as `/type`
    static PayloadFilter equal(String pointer, String value) {
        return new Equal(pointer, value);
    }

    /// The payload holds a match of this pattern.
    record Finding(Pattern pattern) implements PayloadFilter {

        /// Looking at a character takes a few nanoseconds, so a payload costs milliseconds at worst.
        private static final int STEPS_PER_CHARACTER = 20;

        private static final int STEPS_AT_LEAST = 100_000;
        private static final int LARGEST = 1 << 20;

        @Override
        public Verdict judge(byte[] payload) {
            if (payload.length > LARGEST) {
                return Verdict.UNDECIDED;
            }
            String text = new String(payload, StandardCharsets.UTF_8);
            long steps = STEPS_AT_LEAST + (long) STEPS_PER_CHARACTER * text.length();
            try {
                return pattern.matcher(new Counted(text, 0, text.length(), new Budget(steps)))
                                .find()
                        ? Verdict.WANTED
                        : Verdict.UNWANTED;
            } catch (TooManySteps _) {
                return Verdict.UNDECIDED;
            } catch (StackOverflowError _) {
                // Java's matcher recurses for every repetition of a group; it leaves nothing
                // behind.
                return Verdict.UNDECIDED;
            }
        }
    }

    /// The payload is JSON with this value at this place.
    record Equal(String pointer, String value) implements PayloadFilter {

        private static final JsonReader READER = JsonReader.lenient(JsonLimits.STANDARD);

        public Equal {
            if (!pointer.isEmpty() && !pointer.startsWith("/")) {
                throw new IllegalArgumentException(
                        "payload filter's pointer [%s] must be a JSON Pointer such as /type"
                                .formatted(pointer));
            }
        }

        @Override
        public Verdict judge(byte[] payload) {
            return READER.read(payload)
                    .document()
                    .map(document ->
                            document.at(pointer)
                                            .filter(found ->
                                                    value.equals(found.node().asString("")))
                                            .isPresent()
                                    ? Verdict.WANTED
                                    : Verdict.UNWANTED)
                    .orElse(Verdict.UNDECIDED);
        }
    }

    /// A text that stops a matcher which looks at it too often: the only way to bound one.
    record Counted(String text, int from, int to, Budget budget) implements CharSequence {

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, budget);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    /// The steps that a matcher has left.
    final class Budget {

        private long steps;

        Budget(long steps) {
            this.steps = steps;
        }

        void spend() {
            if (--steps < 0) {
                throw new TooManySteps();
            }
        }
    }

    /// Leaves a matcher that has used up its steps.
    final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
