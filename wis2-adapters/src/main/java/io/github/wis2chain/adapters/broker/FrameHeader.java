package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;

/// The first bytes of a WebSocket frame, read one by one, and the headers of the pieces that it is
/// cut into (RFC 6455, 5.2).
final class FrameHeader {

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;

    /// From this opcode on a frame may not be cut (5.5).
    private static final int FIRST_OF_CONTROL = 8;

    private static final int SHORT_FOLLOWS = 126;
    private static final int LONG_FOLLOWS = 127;
    private static final int MASK = 4;

    private int count;
    private int first;
    private int second;
    private long extended;
    private int mask;

    /// Takes the next byte.
    ///
    /// @return whether it was the last one of the header
    boolean add(byte next) {
        int value = next & 0xFF;
        if (count == 0) {
            first = value;
        } else if (count == 1) {
            second = value;
        } else if (count < 2 + extension()) {
            extended = extended << 8 | value;
        } else {
            mask = mask << 8 | value;
        }
        count++;
        return isComplete();
    }

    boolean isComplete() {
        return count >= 2 && count == 2 + extension() + (isMasked() ? MASK : 0);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The bytes behind the header; negative if it is more than there can be.
    long length() {
        return extension() == 0 ? second & LENGTH : extended;
    }

    boolean isControl() {
        return (first & OPCODE) >= FIRST_OF_CONTROL;
    }

    private boolean isMasked() {
        return (second & MASKED) != 0;
    }

    private int extension() {
        return switch (second & LENGTH) {
            case SHORT_FOLLOWS -> 2;
            case LONG_FOLLOWS -> 8;
            default -> 0;
        };
    }

    /// Writes the header as it came.
    void write(ByteBuf to) {
        write(to, first, length(), mask);
    }

    /// Writes the header of a piece: the first one is of the kind of the frame and those behind it
    /// continue it; the last one is final if the frame is.
    ///
    /// @param begin where in the frame the piece begins
    void writePiece(ByteBuf to, long begin, int size) {
        int kind = begin == 0 ? first & ~FINAL : 0;
        boolean last = begin + size == length();
        write(
                to,
                last ? kind | (first & FINAL) : kind,
                size,
                Integer.rotateLeft(mask, (int) (begin % MASK) * Byte.SIZE));
    }

    private void write(ByteBuf to, int start, long size, int key) {
        to.writeByte(start);
        int marked = second & MASKED;
        if (size >= 0 && size < SHORT_FOLLOWS) {
            to.writeByte((int) (marked | size));
        } else if (size >= 0 && size <= 0xFFFF) {
            to.writeByte(marked | SHORT_FOLLOWS).writeShort((int) size);
        } else {
            to.writeByte(marked | LONG_FOLLOWS).writeLong(size);
        }
        if (isMasked()) {
            to.writeInt(key);
        }
    }

    void clear() {
        count = 0;
        first = 0;
        second = 0;
        extended = 0;
        mask = 0;
    }
}
