package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Finding;

import java.util.List;

/// Tells why no notification can be made of an input.
final class CannotBuild extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    CannotBuild(List<Finding> findings) {
        super("no notification can be made");
        this.findings = List.copyOf(findings);
    }

    CannotBuild(Finding finding, Exception cause) {
        super("no notification can be made", cause);
        this.findings = List.of(finding);
    }

    List<Finding> findings() {
        return findings;
    }
}
