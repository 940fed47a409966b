package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/// An HTTP server for tests that serves files put into it, quickly and with keep-alive, and elsewhere
/// gives {@link NastyAnswers}.
public final class NastyServer implements AutoCloseable {

    /// What the paths that work deliver: 1,000 bytes, of which no two halves are alike.
    public static final byte[] BODY = body(1000);

    private final ServerSocket listener;
    private final String scheme;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    private NastyServer(ServerSocket listener, String scheme) {
        this.listener = listener;
        this.scheme = scheme;
        Thread.ofVirtual().name("nasty-server").start(this::accept);
    }

    /// A server on a free port of the loopback address.
    public static NastyServer start() {
        try {
            return new NastyServer(
                    new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1")), "http");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The same with TLS.
    public static NastyServer startSecure(SSLContext context) {
        try {
            return new NastyServer(
                    context.getServerSocketFactory()
                            .createServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1")),
                    "https");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The URL of a path that begins with a slash.
    public URI url(String path) {
        return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, listener.getLocalPort(), path));
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Serves these bytes under this path from now on.
    public URI put(String path, byte[] bytes) {
        statuses.remove(path);
        files.put(path, bytes.clone());
        return url(path);
    }

    /// Answers this path with a status and no data from now on, until something is put there.
    public URI fail(String path, int status) {
        statuses.put(path, status);
        return url(path);
    }

    /// How often a path was asked for.
    public int requests(String path) {
        AtomicInteger count = requests.get(path);
        return count == null ? 0 : count.get();
    }

    /// Connections accepted so far.
    public int connections() {
        return connections.get();
    }

    /// Requests that wait under `/hold/`.
    public int held() {
        return held.get();
    }

    /// Lets everything under `/hold/` go, for good.
    public void release() {
        released.countDown();
    }

    /// Closes the connections of all clients, but goes on listening.
    public void dropConnections() {
        open.forEach(NastyServer::close);
    }

    /// Bytes that look the same in every run.
    public static byte[] body(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    @Override
    public void close() {
        release();
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        dropConnections();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // The end of the server; there is nobody left to tell.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            var answers = new NastyAnswers(socket.getOutputStream(), held, released);
            for (String path = path(in); path != null; path = path(in)) {
                requests.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
                if (!answered(path, answers)) {
                    return;
                }
            }
        } catch (IOException _) {
            // Clients of this server leave at any time, which is what they are tested for.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static @Nullable String path(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP"));
    }

    /// Answers; says whether the connection goes on.
    private boolean answered(String path, NastyAnswers answers)
            throws IOException, InterruptedException {
        Integer status = statuses.get(path);
        if (status != null) {
            return answers.send(status, "", new byte[0]);
        }
        byte[] file = files.get(path);
        return file == null ? answers.answer(path) : answers.send(200, "", file);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
