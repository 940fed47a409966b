package io.github.wis2chain.adapters;

/// How large an MQTT packet may be, header included: to the broker of this process and from others.
public final class PacketSize {

    /// 4 MiB: what a small heap bears several times at once.
    public static final int DEFAULT = 4 << 20;

    /// Less would refuse what belongs to every connection.
    public static final int LEAST = 1_024;

    /// The protocol's largest packet (MQTT 5, 2.1.4).
    public static final int MOST = 268_435_460;

    private PacketSize() {}

    /// The same number of bytes.
    ///
    /// @throws IllegalArgumentException if it cannot be the largest packet
    public static int checked(int bytes) {
        if (bytes < LEAST || bytes > MOST) {
            throw new IllegalArgumentException(
                    "largest packet [%d] must be %d to %d bytes (MQTT 5, 2.1.4)"
                            .formatted(bytes, LEAST, MOST));
        }
        return bytes;
    }
}
