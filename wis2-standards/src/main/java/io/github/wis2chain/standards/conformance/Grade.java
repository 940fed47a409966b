package io.github.wis2chain.standards.conformance;

import java.math.BigDecimal;

/// A summary of indicators as one letter, from A for 80 per cent and more down to F for less than 20.
public enum Grade {
    A(80),
    B(65),
    C(50),
    D(35),
    E(20),
    F(0);

    private final BigDecimal least;

    Grade(int least) {
        this.least = BigDecimal.valueOf(least);
    }

    /// The grade of a percentage; what lies below 0 is F too.
    public static Grade of(BigDecimal percentage) {
        for (Grade grade : values()) {
            if (percentage.compareTo(grade.least) >= 0) {
                return grade;
            }
        }
        return F;
    }
}
