package io.github.wis2chain.adapters.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One connection to a server, to an address that was checked before, and the answers that come
/// over it (RFC 9112). Used by one thread at a time; {@link #close} may be called by any.
final class Connection implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d( .*)?");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,15}");
    private static final int LARGEST_HEAD = 64 * 1024;
    private static final int LONGEST_CHUNK_LINE = 1024;

    private final Socket socket;
    private final long opened = System.nanoTime();
    private final byte[] buffer = new byte[16 * 1024];
    private InputStream in;
    private OutputStream out;
    private int position;
    private int limit;
    private long received;
    private long idleSince;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /// Connects to the first of these addresses that answers.
    ///
    /// @param millisLeft how long the next attempt may take; 0: there is no time left
    static Connection open(List<InetAddress> addresses, int port, IntSupplier millisLeft)
            throws IOException {
        IOException last = new SocketTimeoutException("there was no time left");
        for (InetAddress address : addresses) {
            int millis = millisLeft.getAsInt();
            if (millis <= 0) {
                break;
            }
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), millis);
                return new Connection(socket);
            } catch (IOException failed) {
                socket.close();
                failed.addSuppressed(last);
                last = failed;
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        throw last;
    }

    /// Goes over to TLS, with the certificate checked for this host name.
    void secure(SSLSocketFactory tls, String host, int port) throws IOException {
        SSLSocket wrapped = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = wrapped.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        wrapped.setSSLParameters(parameters);
        wrapped.startHandshake();
        in = wrapped.getInputStream();
        out = wrapped.getOutputStream();
    }

    void send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
    }

    /// Reads status and header fields, skipping interim answers.
    Head readHead() throws IOException {
        int[] budget = {LARGEST_HEAD};
        while (true) {
            Head head = readOneHead(budget);
            if (!head.isInterim()) {
                return head;
            }
        }
    }

    private Head readOneHead(int[] budget) throws IOException {
        String status = readLine(budget);
        if (!STATUS.matcher(status).matches()) {
            throw new ProtocolFault("it does not begin with an HTTP/1.1 status");
        }
        Map<String, String> fields = new HashMap<>();
        for (String line = readLine(budget); !line.isEmpty(); line = readLine(budget)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                throw new ProtocolFault("it has a header line without a name");
            }
            fields.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, second) -> first + ", " + second);
        }
        return new Head(Integer.parseInt(status, 9, 12, 10), status.charAt(7) == '1', fields);
    }

    private String readLine(int[] budget) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (position == limit && !fill()) {
                throw new ProtocolFault("it broke off before the data began");
            }
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            budget[0] -= position - from + 1;
            if (budget[0] < 0) {
                throw new ProtocolFault("its header is longer than allowed");
            }
            line.append(new String(buffer, from, position - from, StandardCharsets.ISO_8859_1));
            if (position < limit) {
                position++;
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r'
                        ? line.substring(0, end - 1)
                        : line.toString();
            }
        }
    }

    /// Receives the pieces of a body.
    @FunctionalInterface
    interface Sink {

        void accept(byte[] bytes, int offset, int count);
    }

    /// Reads the body that belongs to a head, to its end.
    ///
    /// @throws ProtocolFault if it ends before it is complete
    void readBody(Head head, Sink sink) throws IOException {
        if (head.isChunked()) {
            readChunks(head, sink);
        } else if (head.length().isPresent()) {
            long length = head.length().getAsLong();
            pass(length, length, sink);
        } else {
            while (position < limit || fill()) {
                sink.accept(buffer, position, limit - position);
                position = limit;
            }
        }
    }

    private void readChunks(Head head, Sink sink) throws IOException {
        if (!head.field("transfer-encoding").orElse("").strip().equalsIgnoreCase("chunked")) {
            throw new ProtocolFault("it has a transfer coding that was not asked for");
        }
        while (true) {
            String line = readLine(new int[] {LONGEST_CHUNK_LINE});
            int extension = line.indexOf(';');
            String size = (extension < 0 ? line : line.substring(0, extension)).strip();
            if (!CHUNK_SIZE.matcher(size).matches()) {
                throw new ProtocolFault("it has a chunk without a size");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                int[] budget = {LARGEST_HEAD};
                String trailer = readLine(budget);
                while (!trailer.isEmpty()) {
                    trailer = readLine(budget);
                }
                return;
            }
            pass(length, length, sink);
            if (!readLine(new int[] {2}).isEmpty()) {
                throw new ProtocolFault("it has a chunk longer than its size");
            }
        }
    }

    private void pass(long count, long whole, Sink sink) throws IOException {
        long left = count;
        while (left > 0) {
            if (position == limit && !fill()) {
                throw new ProtocolFault(
                        "it broke off after %d of %d bytes".formatted(whole - left, whole));
            }
            int piece = (int) Math.min(left, limit - position);
            sink.accept(buffer, position, piece);
            position += piece;
            left -= piece;
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(0, count);
        received += limit;
        return count > 0;
    }

    /// Bytes received since the connection was opened.
    long received() {
        return received;
    }

    /// Notes that the connection is put aside; it must not be if there are bytes that nobody asked
    /// for.
    boolean rest() {
        idleSince = System.nanoTime();
        return position == limit;
    }

    boolean isFresh(long idleNanos, long ageNanos) {
        long now = System.nanoTime();
        return now - idleSince < idleNanos && now - opened < ageNanos;
    }

    /// Ends the connection at once, whatever it is doing; TLS says no farewell, because a server
    /// that does not listen would keep us.
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            LOG.debug("A connection to {} did not close.", socket, failed);
        }
    }
}
