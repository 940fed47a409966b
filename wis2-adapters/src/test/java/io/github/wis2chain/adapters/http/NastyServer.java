package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/// An HTTP server for tests that serves files put into it, quickly and with keep-alive, and under
/// some paths everything that a client must survive.
///
/// `/ok/…` {@link #BODY}; `/status/NNN` that status; `/404` `/503` `/429` with `Retry-After: 7`;
/// `/to/URL` a redirect there; `/hops/N` N redirects, then `/ok/hops`; `/bad-location` a
/// redirect to what is no URL; `/loop` a redirect to itself
/// by way of `/loop/back`; `/drip` a byte every 20 ms; `/long` one byte more than {@link #BODY};
/// `/endless` chunks for ever; `/short` breaks off half-way; `/chunked` `/until-close`
/// {@link #BODY} in these codings; `/gzip` an encoded body; `/garbage` no HTTP; `/silent` nothing;
/// `/hold/…` {@link #BODY} once {@link #release} was called; everything else 404.
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
            OutputStream out = socket.getOutputStream();
            for (String path = path(in); path != null; path = path(in)) {
                requests.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
                if (!answered(path, out)) {
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
    private boolean answered(String path, OutputStream out)
            throws IOException, InterruptedException {
        Integer status = statuses.get(path);
        if (status != null) {
            return send(out, status, "", new byte[0]);
        }
        byte[] file = files.get(path);
        if (file != null) {
            return send(out, 200, "", file);
        }
        String first = path.split("/", -1)[1];
        String rest = path.substring(Math.min(path.length(), first.length() + 2));
        return switch (first) {
            case "ok" -> send(out, 200, "", BODY);
            case "status" -> send(out, Integer.parseInt(rest), "", BODY);
            case "503", "429" ->
                    send(out, Integer.parseInt(first), "Retry-After: 7\r\n", new byte[10]);
            case "to" -> redirect(out, rest);
            case "bad-location" -> redirect(out, "ht^tp:");
            case "hops" ->
                    redirect(
                            out,
                            rest.equals("1")
                                    ? "/ok/hops"
                                    : "/hops/" + (Integer.parseInt(rest) - 1));
            case "loop" -> redirect(out, rest.isEmpty() ? "/loop/back" : "/loop");
            case "long" -> send(out, 200, "", body(BODY.length + 1));
            case "typed" -> {
                write(out, head(206, "").replace("text/plain", "Image/PNG; a=b"));
                yield false;
            }
            case "gzip" -> send(out, 200, "Content-Encoding: gzip\r\n", BODY);
            case "chunked" -> chunked(out);
            case "hold" -> hold(out);
            case "silent" -> {
                released.await();
                yield false;
            }
            case "drip", "endless", "short", "until-close", "garbage" -> {
                misbehave(first, out);
                yield false;
            }
            default -> send(out, 404, "", "not here".getBytes(StandardCharsets.US_ASCII));
        };
    }

    private boolean hold(OutputStream out) throws IOException, InterruptedException {
        held.incrementAndGet();
        try {
            released.await();
        } finally {
            held.decrementAndGet();
        }
        return send(out, 200, "", BODY);
    }

    private void misbehave(String how, OutputStream out) throws IOException, InterruptedException {
        switch (how) {
            case "drip" -> {
                write(out, head(200, "Content-Length: 1000\r\n"));
                for (int i = 0; i < BODY.length; i++) {
                    out.write(BODY, i, 1);
                    out.flush();
                    if (released.await(20, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
            case "endless" -> {
                write(out, head(200, "Transfer-Encoding: chunked\r\n"));
                while (true) {
                    write(out, "3e8\r\n");
                    out.write(BODY);
                    write(out, "\r\n");
                }
            }
            case "short" -> {
                write(out, head(200, "Content-Length: 1000\r\n"));
                out.write(BODY, 0, 500);
            }
            case "until-close" -> {
                write(out, head(200, ""));
                out.write(BODY);
            }
            default -> write(out, "I am not a web server.\r\n\r\n");
        }
    }

    private static boolean chunked(OutputStream out) throws IOException {
        write(out, head(200, "Transfer-Encoding: chunked\r\n") + "1f4;why=not\r\n");
        out.write(BODY, 0, 500);
        write(out, "\r\n1F4\r\n");
        out.write(BODY, 500, 500);
        write(out, "\r\n0\r\nX-Trailer: yes\r\n\r\n");
        return true;
    }

    private static boolean redirect(OutputStream out, String location) throws IOException {
        return send(out, 302, "Location: " + location + "\r\n", new byte[0]);
    }

    private static boolean send(OutputStream out, int status, String fields, byte[] body)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(body.length + 200);
        answer.writeBytes(
                head(status, fields + "Content-Length: " + body.length + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        answer.writeTo(out);
        out.flush();
        return true;
    }

    private static String head(int status, String fields) {
        return "HTTP/1.1 " + status + " Whatever\r\nContent-Type: text/plain\r\n" + fields + "\r\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
