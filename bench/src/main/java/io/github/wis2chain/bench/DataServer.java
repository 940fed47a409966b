package io.github.wis2chain.bench;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.Executors;

/// A data server on loopback that answers every GET with the same 1 kB file.
final class DataServer implements AutoCloseable {

    private static final int SIZE = 1024;

    private final HttpServer server;
    private final byte[] file = new byte[SIZE];

    private DataServer(HttpServer server) {
        this.server = server;
        new Random(42).nextBytes(file);
    }

    static DataServer start() throws IOException {
        // Without this every answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        var server = new DataServer(http);
        http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("Content-Type", "application/bufr");
                        exchange.sendResponseHeaders(200, server.file.length);
                        exchange.getResponseBody().write(server.file);
                    }
                });
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return server;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    byte[] file() {
        return file.clone();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
