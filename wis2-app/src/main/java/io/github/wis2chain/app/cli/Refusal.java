package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Set;

/// What a node answered instead of doing what it was asked (RFC 9457).
final class Refusal extends CommandFailure {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> DOCUMENT_AT_FAULT = Set.of(400, 409, 413, 415, 422);

    private final int status;
    private final String code;
    private final transient JsonNode problem;
    private final transient Duration retryAfter;

    Refusal(int status, String code, String detail, JsonNode problem, Duration retryAfter) {
        super(exitCode(status, code), code.isEmpty() ? detail : "%s (%s)".formatted(detail, code));
        this.status = status;
        this.code = code;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /// What a document or a run is like is a verdict; the rest leaves it open.
    private static int exitCode(int status, String code) {
        if (code.startsWith("REQUEST_UN")) {
            return ExitCode.UNDECIDED;
        }
        if (code.equals("SOURCE_NOT_FOUND")) {
            return ExitCode.USAGE;
        }
        return switch (status) {
            case 400 -> ExitCode.USAGE;
            case 409, 413, 422 -> ExitCode.NOT_CONFORMING;
            default -> ExitCode.UNDECIDED;
        };
    }

    String code() {
        return code;
    }

    /// The whole answer.
    JsonNode problem() {
        return problem;
    }

    /// What was sent is at fault, and another document may be taken. Else the fault lies with who
    /// asks, for what, or with the node.
    boolean isOfDocument() {
        return DOCUMENT_AT_FAULT.contains(status);
    }

    /// The node is busy; the same request can succeed later.
    boolean isTemporary() {
        return status == 503 || status == 429;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
