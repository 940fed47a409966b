package io.github.wis2chain.app.cli.standards;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/// A web server on loopback with what a test puts there.
final class DataServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    DataServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    /// Answers requests for a path; an announced length beyond the bytes makes the answer break off.
    DataServer put(String path, int status, byte[] bytes, long announcedLength) {
        server.createContext(
                path,
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(status, announcedLength);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        return this;
    }

    /// Answers requests for a path with bytes of a media type.
    DataServer put(String path, String mediaType, byte[] bytes) {
        server.createContext(
                path,
                exchange -> {
                    requests.incrementAndGet();
                    exchange.getResponseHeaders().set("Content-Type", mediaType);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        return this;
    }

    DataServer put(String path, byte[] bytes) {
        return put(path, 200, bytes, bytes.length);
    }

    int requests() {
        return requests.get();
    }

    String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
