package io.github.wis2chain.adapters.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP proxy before a broker whose connections the test can cut, and which counts the
/// acknowledgements (PUBACK) that a client sends.
final class CuttableProxy implements AutoCloseable {

    private static final int PUBACK = 4;

    private final ServerSocket server;
    private final int brokerPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private volatile boolean answersHeld;

    private CuttableProxy(ServerSocket server, int brokerPort) {
        this.server = server;
        this.brokerPort = brokerPort;
    }

    static CuttableProxy before(int brokerPort) throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var proxy = new CuttableProxy(server, brokerPort);
        Thread.ofVirtual().start(proxy::serve);
        return proxy;
    }

    String url() {
        return "mqtt://127.0.0.1:" + server.getLocalPort();
    }

    /// Connections taken so far.
    int connections() {
        return connections.get();
    }

    /// PUBACK packets that went from client to broker so far.
    int acknowledgements() {
        return acknowledgements.get();
    }

    /// Swallows what the broker sends on the present connections from now on.
    void holdAnswers() {
        answersHeld = true;
    }

    /// Ends every present connection without a word.
    void cut() throws IOException {
        answersHeld = false;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                var broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
                connections.incrementAndGet();
                sockets.add(client);
                sockets.add(broker);
                Thread.ofVirtual().start(() -> copy(client, broker, true));
                Thread.ofVirtual().start(() -> copy(broker, client, false));
            } catch (IOException e) {
                // The broker or this proxy is being stopped; the client will try again.
                Thread.onSpinWait();
            }
        }
    }

    private void copy(Socket from, Socket to, boolean upwards) {
        var packets = new PacketCounter();
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (upwards) {
                    packets.count(buffer, read);
                } else if (answersHeld) {
                    continue;
                }
                out.write(buffer, 0, read);
            }
            // Only this direction: what the other side still has to read must reach it.
            to.shutdownOutput();
        } catch (IOException cut) {
            sockets.remove(from);
        }
    }

    /// Finds the packets in a stream (MQTT 5, 2.1).
    private final class PacketCounter {

        private boolean inHeader = true;
        private boolean typeRead;
        private int length;
        private int shift;
        private int left;

        void count(byte[] bytes, int count) {
            int at = 0;
            while (at < count) {
                if (!inHeader) {
                    int skipped = Math.min(left, count - at);
                    left -= skipped;
                    at += skipped;
                    inHeader = left == 0;
                } else if (!typeRead) {
                    if ((bytes[at++] & 0xf0) >> 4 == PUBACK) {
                        acknowledgements.incrementAndGet();
                    }
                    typeRead = true;
                    length = 0;
                    shift = 0;
                } else {
                    int octet = bytes[at++];
                    length |= (octet & 0x7f) << shift;
                    shift += 7;
                    if ((octet & 0x80) == 0) {
                        typeRead = false;
                        left = length;
                        inHeader = left == 0;
                    }
                }
            }
        }
    }
}
