package io.github.wis2chain.adapters.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/// The cutter before the WebSocket decoder that the broker uses, in a channel without a network.
final class FrameCutterTest {

    private static final int FINAL = 0x80;
    private static final int CONTINUED = 0;
    private static final int BINARY = 2;
    private static final int PING = 9;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Random random = new Random(7);
    private final ByteBuf sent = Unpooled.buffer();
    private final ByteArrayOutputStream inside = new ByteArrayOutputStream();

    FrameCutterTest() {
        channel.pipeline()
                .addLast(
                        new FrameCutter(new UnreadAnswers(channel)),
                        new WebSocket13FrameDecoder(true, false, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 13, 64, 1_000, 200_000})
    void what_is_inside_is_the_same_however_it_comes(int step) {
        frame(FINAL | BINARY, 5);
        frame(FINAL | BINARY, 0);
        frame(FINAL | BINARY, 125);
        frame(FINAL | BINARY, 126);
        frame(BINARY, 300);
        frame(FINAL | PING, 20);
        frame(CONTINUED, 0);
        frame(FINAL | CONTINUED, 70_000);
        frame(FINAL | BINARY, 1);

        var received = new ByteArrayOutputStream();
        int pings = 0;
        while (sent.isReadable()) {
            channel.writeInbound(sent.readRetainedSlice(Math.min(step, sent.readableBytes())));
            for (WebSocketFrame frame = channel.readInbound();
                    frame != null;
                    frame = channel.readInbound()) {
                if (frame instanceof PingWebSocketFrame) {
                    pings++;
                } else {
                    received.writeBytes(bytes(frame.content()));
                }
                frame.release();
            }
        }

        assertThat(received.toByteArray()).isEqualTo(inside.toByteArray());
        assertThat(pings).isEqualTo(1);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void what_has_come_of_a_frame_passes_before_its_end() {
        frame(FINAL | BINARY, 1 << 20);

        channel.writeInbound(sent.readRetainedSlice(1_000));

        WebSocketFrame piece = channel.readInbound();
        assertThat(piece.content().readableBytes()).isGreaterThan(900);
        assertThat(piece.isFinalFragment()).isFalse();
        piece.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 14})
    void what_is_no_frame_ends_the_connection(int first) {
        sent.writeByte(FINAL | BINARY).writeByte(FINAL | 127).writeLong(-1).writeInt(0);
        sent.writeZero(100);

        channel.writeInbound(sent.readRetainedSlice(first));
        channel.writeInbound(sent);

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readInbound()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200_000})
    void pings_whose_answers_are_not_read_end_the_connection_of_a_stranger(int step) {
        for (int i = 0; i < 10; i++) {
            frame(FINAL | PING, 20);
        }
        UnreadAnswersTest.stall(channel, true);

        while (sent.isReadable() && channel.isOpen()) {
            channel.writeInbound(sent.readRetainedSlice(Math.min(step, sent.readableBytes())));
        }

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readInbound()).isNull();
    }

    /// Sends a frame with a mask and something inside, which is noted if it is no ping.
    private void frame(int first, int length) {
        var payload = new byte[length];
        random.nextBytes(payload);
        var mask = new byte[4];
        random.nextBytes(mask);
        sent.writeByte(first);
        if (length < 126) {
            sent.writeByte(FINAL | length);
        } else if (length <= 0xFFFF) {
            sent.writeByte(FINAL | 126).writeShort(length);
        } else {
            sent.writeByte(FINAL | 127).writeLong(length);
        }
        sent.writeBytes(mask);
        for (int i = 0; i < length; i++) {
            sent.writeByte(payload[i] ^ mask[i % 4]);
        }
        if (first != (FINAL | PING)) {
            inside.writeBytes(payload);
        }
    }

    private static byte[] bytes(ByteBuf content) {
        var bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        return bytes;
    }
}
