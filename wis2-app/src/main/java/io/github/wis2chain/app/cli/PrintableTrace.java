package io.github.wis2chain.app.cli;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/// The stack trace of a log record, whose messages hold nothing that a terminal obeys.
public final class PrintableTrace extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy trace) {
        return Printable.lines(super.throwableProxyToString(trace));
    }
}
