package io.github.wis2chain.standards.conformance;

import java.util.Optional;

/// One fault at one place, with the requirement it offends.
///
/// @param requirement what the standard states
/// @param verdict FAILED, WARNING or SKIPPED
/// @param pointer JSON Pointer (RFC 6901) of the place; empty for the whole document
/// @param message one sentence without full stop: what was found and what is required
/// @param fix what to write instead, where that is certain
public record Finding(
        Requirement requirement,
        Verdict verdict,
        String pointer,
        String message,
        Optional<String> fix) {

    public Finding {
        if (verdict == Verdict.PASSED) {
            throw new IllegalArgumentException("a finding must not be PASSED");
        }
    }

    /// What a rule objects to, under its requirement.
    public static Finding of(Requirement requirement, Verdict verdict, Fault fault) {
        return new Finding(requirement, verdict, fault.pointer(), fault.message(), fault.fix());
    }

    /// A finding that the document does not conform.
    public static Finding failed(Requirement requirement, String pointer, String message) {
        return new Finding(requirement, Verdict.FAILED, pointer, message, Optional.empty());
    }

    /// A requirement that could not be judged, with the reason.
    public static Finding skipped(Requirement requirement, String pointer, String message) {
        return new Finding(requirement, Verdict.SKIPPED, pointer, message, Optional.empty());
    }

    /// The whole as one sentence: place, what was found and required, the requirement.
    public String sentence() {
        return "%s: %s (%s)."
                .formatted(pointer.isEmpty() ? "document" : pointer, message, requirement);
    }
}
