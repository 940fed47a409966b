package io.github.wis2chain.adapters.http;

import static io.github.wis2chain.adapters.http.NastyServer.BODY;
import static io.github.wis2chain.adapters.http.NastyServer.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What a {@link NastyServer} answers on one connection: under some paths everything that a client must survive.
///
/// `/ok/…` {@link NastyServer#BODY}; `/status/NNN` that status; `/404` `/503` `/429` with `Retry-After: 7`;
/// `/to/URL` a redirect there; `/hops/N` N redirects, then `/ok/hops`; `/bad-location` a redirect to what is no URL;
/// `/loop` a redirect to itself by way of `/loop/back`; `/drip` a byte every 20 ms; `/long` one byte more than
/// {@link NastyServer#BODY}; `/endless` chunks for ever; `/short` breaks off half-way; `/chunked` `/until-close`
/// {@link NastyServer#BODY} in these codings; `/gzip` an encoded body; `/garbage` no HTTP; `/silent` nothing;
/// `/hold/…` {@link NastyServer#BODY} once {@link NastyServer#release} was called; everything else 404.
final class NastyAnswers {

    private final OutputStream out;
    private final AtomicInteger held;
    private final CountDownLatch released;

    /// @param held counts the requests that wait under `/hold/`
    /// @param released ends their wait
    NastyAnswers(OutputStream out, AtomicInteger held, CountDownLatch released) {
        this.out = out;
        this.held = held;
        this.released = released;
    }

    /// Answers; says whether the connection goes on.
    boolean answer(String path) throws IOException, InterruptedException {
        String first = path.split("/", -1)[1];
        String rest = path.substring(Math.min(path.length(), first.length() + 2));
        return switch (first) {
            case "ok" -> send(200, "", BODY);
            case "status" -> send(Integer.parseInt(rest), "", BODY);
            case "503", "429" -> send(Integer.parseInt(first), "Retry-After: 7\r\n", new byte[10]);
            case "to" -> redirect(rest);
            case "bad-location" -> redirect("ht^tp:");
            case "hops" ->
                    redirect(
                            rest.equals("1")
                                    ? "/ok/hops"
                                    : "/hops/" + (Integer.parseInt(rest) - 1));
            case "loop" -> redirect(rest.isEmpty() ? "/loop/back" : "/loop");
            case "long" -> send(200, "", body(BODY.length + 1));
            case "typed" -> {
                write(head(206, "").replace("text/plain", "Image/PNG; a=b"));
                yield false;
            }
            case "gzip" -> send(200, "Content-Encoding: gzip\r\n", BODY);
            case "chunked" -> chunked();
            case "hold" -> hold();
            case "silent" -> {
                released.await();
                yield false;
            }
            case "drip", "endless", "short", "until-close", "garbage" -> {
                misbehave(first);
                yield false;
            }
            default -> send(404, "", "not here".getBytes(StandardCharsets.US_ASCII));
        };
    }

    private boolean hold() throws IOException, InterruptedException {
        held.incrementAndGet();
        try {
            released.await();
        } finally {
            held.decrementAndGet();
        }
        return send(200, "", BODY);
    }

    private void misbehave(String how) throws IOException, InterruptedException {
        switch (how) {
            case "drip" -> {
                write(head(200, "Content-Length: 1000\r\n"));
                for (int i = 0; i < BODY.length; i++) {
                    out.write(BODY, i, 1);
                    out.flush();
                    if (released.await(20, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
            case "endless" -> {
                write(head(200, "Transfer-Encoding: chunked\r\n"));
                while (true) {
                    write("3e8\r\n");
                    out.write(BODY);
                    write("\r\n");
                }
            }
            case "short" -> {
                write(head(200, "Content-Length: 1000\r\n"));
                out.write(BODY, 0, 500);
            }
            case "until-close" -> {
                write(head(200, ""));
                out.write(BODY);
            }
            default -> write("I am not a web server.\r\n\r\n");
        }
    }

    private boolean chunked() throws IOException {
        write(head(200, "Transfer-Encoding: chunked\r\n") + "1f4;why=not\r\n");
        out.write(BODY, 0, 500);
        write("\r\n1F4\r\n");
        out.write(BODY, 500, 500);
        write("\r\n0\r\nX-Trailer: yes\r\n\r\n");
        return true;
    }

    private boolean redirect(String location) throws IOException {
        return send(302, "Location: " + location + "\r\n", new byte[0]);
    }

    /// Sends a whole answer, after which the connection goes on.
    boolean send(int status, String fields, byte[] body) throws IOException {
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

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
