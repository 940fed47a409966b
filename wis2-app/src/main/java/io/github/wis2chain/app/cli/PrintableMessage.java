package io.github.wis2chain.app.cli;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// The message of a log record on one line: what senders put into it starts no line of its own, and
/// nothing that a terminal obeys.
public final class PrintableMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Printable.of(String.valueOf(super.convert(event)));
    }
}
