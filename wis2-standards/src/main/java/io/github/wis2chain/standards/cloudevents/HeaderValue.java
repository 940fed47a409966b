package io.github.wis2chain.standards.cloudevents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The value of a CloudEvent's attribute in an HTTP header, which is sent per cent encoded (HTTP
/// protocol binding for CloudEvents 1.0, 3.1.3.2).
final class HeaderValue {

    private HeaderValue() {}

    /// The value that was meant. A per cent sign without two hexadecimal digits behind it stands for
    /// itself, bytes that are no UTF-8 become U+FFFD.
    static String decoded(String header) {
        byte[] sent = header.getBytes(StandardCharsets.UTF_8);
        var meant = new ByteArrayOutputStream(sent.length);
        for (int i = 0; i < sent.length; i++) {
            int octet = sent[i] == '%' ? octet(sent, i + 1) : -1;
            meant.write(octet < 0 ? sent[i] : octet);
            i += octet < 0 ? 0 : 2;
        }
        return meant.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte[] text, int at) {
        if (at + 1 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
