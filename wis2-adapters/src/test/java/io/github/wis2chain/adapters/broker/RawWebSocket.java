package io.github.wis2chain.adapters.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// MQTT over a WebSocket as bare bytes: what is written up to a flush is one frame.
final class RawWebSocket {

    private static final int BINARY = 0x82;
    private static final int PING = 0x89;
    private static final int MASKED = 0x80;
    private static final int CLOSE = 8;

    private RawWebSocket() {}

    /// Asks for a WebSocket of the draft that had no version.
    static void upgradeToDraft(Socket socket) throws IOException {
        String request =
                """
                GET / HTTP/1.1
                Host: localhost
                Origin: http://localhost
                Upgrade: WebSocket
                Connection: Upgrade
                Sec-WebSocket-Protocol: mqtt

                """;
        socket.getOutputStream()
                .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Asks for the WebSocket and reads the answer to its end.
    static void upgrade(Socket socket) throws IOException {
        String request =
                """
                GET / HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Protocol: mqtt

                """;
        socket.getOutputStream()
                .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("The server ended its answer early: " + answer);
            }
            answer.append((char) next);
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("The server refused the WebSocket: " + answer);
        }
    }

    /// What is inside the frames that come.
    static final class Incoming extends InputStream {

        private final DataInputStream in;
        private long left;

        Incoming(InputStream in) {
            this.in = new DataInputStream(in);
        }

        @Override
        public int read() throws IOException {
            var next = new byte[1];
            return read(next, 0, 1) < 0 ? -1 : next[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            while (left == 0) {
                if ((in.readUnsignedByte() & 0x0F) == CLOSE) {
                    return -1;
                }
                left = length(in.readUnsignedByte());
            }
            int count = in.read(to, offset, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }

        private long length(int told) throws IOException {
            return switch (told) {
                case 126 -> in.readUnsignedShort();
                case 127 -> in.readLong();
                default -> told;
            };
        }
    }

    /// Frames for what goes, with a mask that changes nothing.
    static final class Outgoing extends OutputStream {

        private final DataOutputStream out;
        private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

        /// A frame was begun, and all that comes is inside.
        private boolean begun;

        Outgoing(OutputStream out) {
            this.out = new DataOutputStream(out);
        }

        @Override
        public void write(int next) {
            frame.write(next);
        }

        /// Begins one frame for all that is still to be sent.
        void begin() throws IOException {
            writeHeader(1 << 30);
            begun = true;
        }

        void pings(int count) throws IOException {
            var pings = new ByteArrayOutputStream();
            for (int i = 0; i < count; i++) {
                pings.writeBytes(new byte[] {(byte) PING, (byte) MASKED, 0, 0, 0, 0});
            }
            out.write(pings.toByteArray());
            out.flush();
        }

        @Override
        public void flush() throws IOException {
            if (!begun) {
                writeHeader(frame.size());
            }
            frame.writeTo(out);
            frame.reset();
            out.flush();
        }

        private void writeHeader(int length) throws IOException {
            var header = new ByteArrayOutputStream();
            var data = new DataOutputStream(header);
            data.write(BINARY);
            if (length < 126) {
                data.write(MASKED | length);
            } else if (length <= 0xFFFF) {
                data.write(MASKED | 126);
                data.writeShort(length);
            } else {
                data.write(MASKED | 127);
                data.writeLong(length);
            }
            data.writeInt(0);
            header.writeTo(out);
        }
    }
}
