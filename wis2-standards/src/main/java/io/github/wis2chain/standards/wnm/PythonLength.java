package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonTree;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The length of a document as Python's `json.dumps` writes it, which the official validator takes for its size.
///
/// A blank follows every comma and colon, whatever is not printable ASCII is an escape of six characters, or twelve
/// outside the basic plane, and numbers have their shortest form.
final class PythonLength {

    private PythonLength() {}

    /// The number of characters.
    static long of(JsonTree document) {
        return value(document.node());
    }

    private static long value(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                long length = separators(value.size());
                for (var member : value.properties()) {
                    length += text(member.getKey()) + 2 + value(member.getValue());
                }
                yield length;
            }
            case ARRAY -> {
                long length = separators(value.size());
                for (JsonNode item : value.values()) {
                    length += value(item);
                }
                yield length;
            }
            case STRING -> text(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> value.booleanValue() ? 4 : 5;
            case NULL -> 4;
            case BINARY, POJO, MISSING ->
                    throw new IllegalStateException(
                            "a node of type [%s] is no JSON value".formatted(value.getNodeType()));
        };
    }

    /// Brackets, and a comma with a blank between two elements.
    private static long separators(int elements) {
        return 2 + 2L * Math.max(0, elements - 1);
    }

    private static long text(String text) {
        long length = 2;
        for (int i = 0; i < text.length(); i++) {
            length += character(text.charAt(i));
        }
        return length;
    }

    private static int character(char c) {
        return switch (c) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
            default -> c >= ' ' && c <= '~' ? 1 : 6;
        };
    }

    private static long number(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.bigIntegerValue().toString().length();
        }
        // A decimal is not a double to the tree if it is beyond it; to Python it is infinite then.
        double value =
                number.isBigDecimal() ? number.decimalValue().doubleValue() : number.doubleValue();
        if (Double.isNaN(value)) {
            return 3;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? 8 : 9;
        }
        return fraction(value);
    }

    /// Python's `repr`: shortest digits, with an exponent of at least two digits below 1e-4 and from 1e16 on.
    private static long fraction(double value) {
        int sign = Double.compare(value, 0.0) < 0 ? 1 : 0;
        if (value == 0) {
            return sign + 3L;
        }
        BigDecimal shortest = shortest(Math.abs(value));
        int digits = shortest.precision();
        int exponent = digits - shortest.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            int exponentDigits = Math.abs(exponent) < 100 ? 2 : 3;
            return sign + digits + (digits > 1 ? 1 : 0) + 2L + exponentDigits;
        }
        if (exponent < 0) {
            return sign + 2L - exponent - 1 + digits;
        }
        return sign + (digits > exponent + 1 ? digits + 1L : exponent + 3L);
    }

    /// The fewest digits that read as the same number. Java writes two at least: `4.9E-324` where Python has `5e-324`.
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (java.precision() != 2) {
            return java;
        }
        BigDecimal single = java.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return single.doubleValue() == value ? single.stripTrailingZeros() : java;
    }
}
