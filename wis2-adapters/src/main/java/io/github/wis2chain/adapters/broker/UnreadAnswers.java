package io.github.wis2chain.adapters.broker;

import io.netty.channel.Channel;

/// What waits for a client because it does not read, of answers to what it sends. Used by the
/// connection's own thread.
///
/// The broker library answers whoever asks, and the network library keeps what the network does not
/// take, so that a client that asks and does not read would fill the memory. Messages for a
/// subscriber are another matter: the library has 50 of them on the way at most, and a subscriber on
/// a slow line must not be ended for them. Such a one goes on asking for a sign of life, and is not
/// held back either: unheard, it would be taken for gone.
final class UnreadAnswers {

    /// Of a client that was let in: more than the acknowledgements of a thousand messages.
    static final int MOST = 256 << 10;

    /// What each costs besides its bytes.
    private static final int EACH = 100;

    private final Channel channel;

    /// Strangers are not told much, so all of it finds room in the network.
    private int most;

    private int waiting;

    UnreadAnswers(Channel channel) {
        this.channel = channel;
    }

    /// Counts one that is about to be sent.
    ///
    /// @return whether there are too many
    boolean add(int size) {
        if (!channel.isWritable()) {
            waiting += EACH + size;
        }
        return waiting > most;
    }

    /// The broker has let the client in.
    void letIn() {
        most = MOST;
    }

    /// The network has taken what waited, or most of it.
    void lookAgain() {
        if (channel.isWritable()) {
            waiting = 0;
        }
    }
}
