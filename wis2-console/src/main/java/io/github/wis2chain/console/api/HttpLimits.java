package io.github.wis2chain.console.api;

import io.javalin.config.JavalinConfig;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.nio.ByteBuffer;
import java.time.Duration;

/// The HTTP server's own settings: few threads, bounded connections, headers and idle times.
final class HttpLimits {

    private static final int THREADS = 8;
    private static final int CONNECTIONS = 1000;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /// Connections kept open without a request do not hold up the end.
    private static final Duration IDLE_AT_END = Duration.ofMillis(50);

    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

    private HttpLimits() {}

    static void apply(JavalinConfig config, ApiSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.maxBody();
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(HttpLimits::limit);
        config.jetty.modifyServer(HttpLimits::prepare);
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    /// Requests run on virtual threads; these few accept and select.
    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("http-request-"));
        return threads;
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
    }

    private static void prepare(Server server) {
        server.setErrorHandler(new ProblemOfServer());
        server.setStopTimeout(LAST_REQUESTS.toMillis());
        server.insertHandler(new GracefulHandler());
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, ApiSettings settings) {
        var connector =
                new ServerConnector(
                        server, null, null, null, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_END.toMillis());
        return connector;
    }

    /// Answers what is refused before it reaches us: broken requests, headers that are too large.
    private static final class ProblemOfServer extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            int status = response.getStatus();
            ProblemCode code = ProblemCode.ofStatus(status);
            var problem =
                    new Problem(
                            code,
                            "The HTTP server refused the request with status %d."
                                    .formatted(status));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Json.PROBLEM_TYPE);
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.write(true, ByteBuffer.wrap(problem.json("", RequestIds.fresh())), callback);
            return true;
        }
    }
}
