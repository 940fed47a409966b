package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.DataServer;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

/// Says in a sentence why a link could not be followed.
///
/// @param href the link as it was given, before any redirect
record LinkFailures(URI href) {

    StepFailure status(Target target, Head head, boolean temporary) {
        String hint =
                head.field("retry-after")
                        .map(after ->
                                " The server's Retry-After is [%s].".formatted(printable(after)))
                        .orElse("");
        String text =
                "%s answered %d, and 200 is required.%s"
                        .formatted(where(target), head.status(), hint);
        return temporary
                ? temporary(FailureCode.LINK_STATUS, text, null)
                : permanent(FailureCode.LINK_STATUS, text);
    }

    StepFailure tooSlow(Target target, Duration limit, IOException cause) {
        return temporary(
                FailureCode.LINK_TOO_SLOW,
                "%s was not complete within %s.".formatted(where(target), seconds(limit)),
                cause);
    }

    /// The server was not reached.
    StepFailure unreachable(Target target, IOException cause) {
        String why =
                switch (cause) {
                    case UnknownHostException unknown -> "the host's name does not resolve";
                    case SocketTimeoutException slow -> "no connection came about in time";
                    default -> "the connection failed: " + message(cause);
                };
        return failed(FailureCode.LINK_UNREACHABLE, target, why, cause);
    }

    /// The server was reached, and the data did not come.
    StepFailure broken(Target target, IOException cause) {
        Optional<Throwable> distrust = distrust(cause);
        if (distrust.isPresent()) {
            return failed(
                    FailureCode.LINK_UNTRUSTED,
                    target,
                    "the server's certificate is not valid here: " + message(distrust.get()),
                    cause);
        }
        String why =
                switch (cause) {
                    case ProtocolFault fault -> "the answer is faulty: " + message(fault);
                    case SSLException broken -> "TLS failed: " + message(broken);
                    default -> "the connection broke: " + message(cause);
                };
        return failed(FailureCode.LINK_BROKEN, target, why, cause);
    }

    private StepFailure failed(FailureCode code, Target target, String why, IOException cause) {
        return temporary(
                code, "%s could not be downloaded, %s.".formatted(where(target), why), cause);
    }

    /// What is wrong with a certificate, where that is why TLS failed: the authority, the time or the
    /// name. The innermost cause says it best: the outer ones only that a path was not found.
    private static Optional<Throwable> distrust(IOException cause) {
        Optional<Throwable> found = Optional.empty();
        Throwable next = cause;
        while (next != null) {
            if (next instanceof CertificateException
                    || next instanceof CertPathBuilderException
                    || next instanceof CertPathValidatorException) {
                found = Optional.of(next);
            }
            next = next.getCause();
        }
        return found;
    }

    StepFailure permanent(FailureCode code, String text) {
        return new StepFailure(Failure.permanent(code, text).blaming(culprit()));
    }

    StepFailure temporary(FailureCode code, String text, @Nullable Throwable cause) {
        Failure failure = Failure.temporary(code, text).blaming(culprit());
        return cause == null ? new StepFailure(failure) : new StepFailure(failure, cause);
    }

    /// What is at fault for whatever is behind it.
    private String culprit() {
        return DataServer.of(href).name();
    }

    private String where(Target target) {
        return target.href().equals(href)
                ? href.toString()
                : "%s (redirected from %s)".formatted(target.href(), href);
    }

    /// What was received, short and without control characters.
    static String printable(String received) {
        String start = received.length() > 200 ? received.substring(0, 200) + "…" : received;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /// A time as a person would write it: `5 s`, `0.5 s`.
    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() / 1000.0 + " s";
    }

    private static String message(Throwable cause) {
        return printable(String.valueOf(cause.getMessage()));
    }
}
