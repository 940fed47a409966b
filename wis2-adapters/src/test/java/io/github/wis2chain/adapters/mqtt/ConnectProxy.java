package io.github.wis2chain.adapters.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP proxy that only opens tunnels, for one user, and remembers where to.
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String authorization;
    private final List<String> tunnels = new CopyOnWriteArrayList<>();

    private ConnectProxy(ServerSocket server, String user, String password) {
        this.server = server;
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static ConnectProxy start(String user, String password) throws IOException {
        var proxy =
                new ConnectProxy(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), user, password);
        Thread.ofVirtual().start(proxy::serve);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    /// `host:port` of every tunnel that was opened.
    List<String> tunnels() {
        return List.copyOf(tunnels);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> tunnel(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void tunnel(Socket client) {
        try (client) {
            String request = head(client.getInputStream());
            String target = request.split(" ", 3)[1];
            if (!request.startsWith("CONNECT ") || !request.contains(authorization)) {
                answer(client, "407 Proxy Authentication Required");
                return;
            }
            String[] hostAndPort = target.split(":", 2);
            try (var broker = new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1]))) {
                tunnels.add(target);
                answer(client, "200 Connection established");
                Thread up = Thread.ofVirtual().start(() -> copy(client, broker));
                copy(broker, client);
                up.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Byte by byte, so that nothing of what follows the head is taken.
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static void answer(Socket client, String status) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(
                ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // One side has gone; the other is closed by the tunnel.
        }
    }
}
