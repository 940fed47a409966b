package io.github.wis2chain.adapters.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;

/// The messages of one connection that are taken and not yet acknowledged. They are acknowledged
/// in the order of their arrival ([MQTT-4.6.0-2]), however their commits come, and each once.
final class HeldMessages {

    /// One held message.
    static final class Ticket {

        private final Runnable acknowledge;
        private State state = State.WAITING;

        private Ticket(Runnable acknowledge) {
            this.acknowledge = acknowledge;
        }
    }

    private enum State {
        WAITING,
        KEPT,
        REFUSED,
        GONE
    }

    private final Deque<Ticket> inOrder = new ArrayDeque<>();
    private boolean refusing;

    /// Takes a message.
    ///
    /// @return the ticket for it; refused already if an earlier message of this connection was
    synchronized Ticket add(Runnable acknowledge) {
        var ticket = new Ticket(acknowledge);
        if (refusing) {
            ticket.state = State.REFUSED;
        }
        inOrder.add(ticket);
        return ticket;
    }

    synchronized boolean isWaiting(Ticket ticket) {
        return ticket.state == State.WAITING;
    }

    /// The message is on disk, or not wanted: it may be acknowledged.
    synchronized void keep(Ticket ticket) {
        if (ticket.state != State.WAITING) {
            return;
        }
        ticket.state = State.KEPT;
        while (!inOrder.isEmpty() && inOrder.getFirst().state == State.KEPT) {
            Ticket first = inOrder.removeFirst();
            first.state = State.GONE;
            first.acknowledge.run();
        }
    }

    /// The message could not be kept: neither it nor any later one is acknowledged on this
    /// connection.
    ///
    /// @return false if its connection has ended meanwhile
    synchronized boolean refuse(Ticket ticket) {
        if (ticket.state != State.WAITING) {
            return false;
        }
        ticket.state = State.REFUSED;
        refusing = true;
        return true;
    }

    /// Nothing more will be acknowledged by waiting.
    synchronized boolean settled() {
        return inOrder.isEmpty() || inOrder.getFirst().state == State.REFUSED;
    }

    synchronized int size() {
        return inOrder.size();
    }

    /// The connection has ended: everything held is let go, and the broker will send it again.
    ///
    /// Acknowledging is how the client library forgets a message. After a disconnection nothing of
    /// it leaves the machine; but a message that is never acknowledged stays at the head of the
    /// library's queue, and no later one is acknowledged any more, on any connection (upstream
    /// issue 796).
    synchronized void release() {
        refusing = false;
        for (Ticket ticket : inOrder) {
            ticket.state = State.GONE;
            ticket.acknowledge.run();
        }
        inOrder.clear();
    }
}
