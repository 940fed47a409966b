package io.github.wis2chain.app.doctor;

import java.util.Optional;

/// What one check found.
///
/// @param check what was looked at: `port api.port`
/// @param evidence one sentence: what is so
/// @param remedy one sentence: what to do; there exactly if the verdict is not `PASS`
public record Diagnosis(String check, Verdict verdict, String evidence, Optional<String> remedy) {

    /// How bad it is.
    public enum Verdict {
        /// It is as it must be.
        PASS,
        /// The node works, and somebody shall look.
        WARN,
        /// The node does not start, or does not do its work.
        FAIL
    }

    public Diagnosis {
        if ((verdict == Verdict.PASS) == remedy.isPresent()) {
            throw new IllegalArgumentException(
                    "diagnosis [%s] must have a remedy exactly if its verdict [%s] is not PASS"
                            .formatted(check, verdict));
        }
    }

    public static Diagnosis pass(String check, String evidence) {
        return new Diagnosis(check, Verdict.PASS, evidence, Optional.empty());
    }

    public static Diagnosis warn(String check, String evidence, String remedy) {
        return new Diagnosis(check, Verdict.WARN, evidence, Optional.of(remedy));
    }

    public static Diagnosis fail(String check, String evidence, String remedy) {
        return new Diagnosis(check, Verdict.FAIL, evidence, Optional.of(remedy));
    }
}
