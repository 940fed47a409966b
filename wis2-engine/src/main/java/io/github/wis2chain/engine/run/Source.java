package io.github.wis2chain.engine.run;

/// Where events come from: a subscription, an endpoint, a folder. It hands them to the intake and
/// acknowledges each one after its receipt.
public interface Source extends AutoCloseable {

    SourceName name();

    /// Takes no more events, until {@link #resume()}; what is not taken stays with the sender. A
    /// source whose sender cannot keep them goes on, and its runs are held instead: then this does
    /// nothing.
    void pause();

    void resume();

    /// The state of the connection, one sentence fit for a health page.
    Status status();

    /// How a source is.
    ///
    /// @param healthy events can arrive
    /// @param text one sentence
    /// @param received what came since the start, duplicates included
    /// @param unwanted messages since the start that its payload filter did not take for events;
    ///     they were acknowledged and forgotten
    record Status(boolean healthy, String text, long received, long unwanted) {

        /// Of a source that takes whatever comes.
        public Status(boolean healthy, String text, long received) {
            this(healthy, text, received, 0);
        }
    }

    @Override
    void close();
}
