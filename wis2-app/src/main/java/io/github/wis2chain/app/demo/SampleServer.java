package io.github.wis2chain.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A data server on loopback that holds the sample files, as a centre's data server would hold
/// theirs.
final class SampleServer implements AutoCloseable {

    private final HttpServer server;

    private SampleServer(HttpServer server) {
        this.server = server;
    }

    /// Serves every sample under its name, on a free port.
    static SampleServer start() throws IOException {
        var http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.createContext("/data/", SampleServer::answer);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return new SampleServer(http);
    }

    /// The URL that stands before the names of files, without a slash at its end.
    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/data";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            var file = Samples.find(path.substring(path.lastIndexOf('/') + 1));
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = file.get();
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
