package io.github.wis2chain.adapters.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLException;

/// An MQTT client as bare bytes, for what a well-behaved client library does not let a test
/// do or see.
final class RawMqtt implements AutoCloseable {

    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int PUBREC = 5;
    static final int PUBCOMP = 7;
    static final int SUBACK = 9;
    static final int PINGRESP = 13;
    static final int DISCONNECT = 14;

    /// The broker closed the connection.
    static final int CLOSED = -1;

    /// Nothing came in time.
    static final int SILENCE = -2;

    private final Socket socket;
    private final int level;
    private final DataInputStream in;
    private final OutputStream sink;
    private final DataOutputStream out;

    private RawMqtt(Socket socket, int level, InputStream in, OutputStream out) {
        this.socket = socket;
        this.level = level;
        this.in = new DataInputStream(in);
        this.sink = out;
        this.out = new DataOutputStream(out);
    }

    /// Connects by MQTT 3.1.1 with a persistent session; the broker's answer is still to be read.
    static RawMqtt connect(int port, String client, String user, String password)
            throws IOException {
        return connect(port, 4, 60, client, user, password);
    }

    /// Connects by a protocol level: 4 is MQTT 3.1.1, 5 is MQTT 5.
    ///
    /// @param keepAlive seconds after which the broker may take a silent client for gone
    static RawMqtt connect(
            int port, int level, int keepAlive, String client, String user, String password)
            throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var mqtt = new RawMqtt(socket, level, socket.getInputStream(), socket.getOutputStream());
        return mqtt.introduce(keepAlive, client, user, password);
    }

    /// A client over a socket that is open already, which has said nothing yet.
    static RawMqtt open(Socket socket, boolean overHttp, int level) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        if (overHttp) {
            RawWebSocket.upgrade(socket);
            in = new RawWebSocket.Incoming(in);
            out = new RawWebSocket.Outgoing(out);
        }
        return new RawMqtt(socket, level, in, out);
    }

    /// Sends CONNECT; the broker's answer is still to be read.
    RawMqtt introduce(int keepAlive, String client, String user, String password)
            throws IOException {
        send(introduction(keepAlive, client, user, password));
        return this;
    }

    /// A CONNECT that is still to be sent.
    byte[] introduction(int keepAlive, String client, String user, String password)
            throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.write(level);
        data.write(0b1100_0000);
        data.writeShort(keepAlive);
        if (level == 5) {
            data.write(0);
        }
        data.writeUTF(client);
        data.writeUTF(user);
        data.writeUTF(password);
        var packet = new ByteArrayOutputStream();
        var whole = new DataOutputStream(packet);
        writeHeader(whole, 0x10, body.size());
        body.writeTo(whole);
        return packet.toByteArray();
    }

    void publish(String topic, String payload, int packetId, int qos, boolean dup)
            throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF(topic);
        if (qos > 0) {
            data.writeShort(packetId);
        }
        if (level == 5) {
            data.write(0);
        }
        data.write(payload.getBytes(StandardCharsets.UTF_8));
        send(0x30 | qos << 1 | (dup ? 8 : 0), body.toByteArray());
    }

    /// Subscribes with QoS 0.
    void subscribe(String filter) throws IOException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeShort(1);
        if (level == 5) {
            data.write(0);
        }
        data.writeUTF(filter);
        data.write(0);
        send(0x82, body.toByteArray());
    }

    void release(int packetId) throws IOException {
        send(0x62, new byte[] {(byte) (packetId >> 8), (byte) packetId});
    }

    /// Lets all that follows be one WebSocket frame without end, where this is one.
    void beginFrame() throws IOException {
        if (sink instanceof RawWebSocket.Outgoing frames) {
            frames.begin();
        }
    }

    /// Sends a ping of the WebSocket.
    void pingFrame() throws IOException {
        pingFrames(1);
    }

    /// Sends so many pings of the WebSocket at once.
    void pingFrames(int count) throws IOException {
        if (sink instanceof RawWebSocket.Outgoing frames) {
            frames.pings(count);
        }
    }

    /// Sends so many PINGREQ at once.
    void ping(int count) throws IOException {
        var packets = new byte[2 * count];
        for (int i = 0; i < packets.length; i += 2) {
            packets[i] = (byte) 0xC0;
        }
        send(packets);
    }

    /// Begins a message of QoS 1 whose payload has so many bytes, and sends no more than its topic and
    /// identifier.
    void beginPublish(String topic, int payload) throws IOException {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        writeHeader(out, 0x32, name.length + 4 + (level == 5 ? 1 : 0) + payload);
        out.writeShort(name.length);
        out.write(name);
        out.writeShort(1);
        if (level == 5) {
            out.write(0);
        }
        out.flush();
    }

    /// Sends what comes next in a packet that was begun.
    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /// The type of the next packet or {@link #CLOSED}; waits for it as long as anybody would.
    int read() throws IOException {
        return read(10_000);
    }

    /// The type of the next packet, {@link #CLOSED} or {@link #SILENCE}.
    int read(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int type = in.readUnsignedByte() >> 4;
            in.skipNBytes(readLength());
            return type;
        } catch (SocketTimeoutException e) {
            return SILENCE;
        } catch (EOFException | SocketException | SSLException e) {
            return CLOSED;
        }
    }

    private int readLength() throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next >= 0x80);
        return length;
    }

    private void send(int first, byte[] body) throws IOException {
        writeHeader(out, first, body.length);
        send(body);
    }

    private static void writeHeader(DataOutputStream to, int first, int length) throws IOException {
        to.write(first);
        int rest = length;
        do {
            int digit = rest % 128;
            rest /= 128;
            to.write(rest > 0 ? digit | 128 : digit);
        } while (rest > 0);
    }

    /// The port at this end.
    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
