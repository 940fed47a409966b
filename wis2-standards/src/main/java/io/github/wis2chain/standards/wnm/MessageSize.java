package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What WNM 1.3 says of the size of a message: `/req/core/message_size`, bytes on the wire.
final class MessageSize {

    private static final Requirement MESSAGE_SIZE = Wnm.requirement("message_size");

    /// The official validator counts at most this many characters for one byte on the wire: DEL as an escape.
    private static final int MOST_CHARACTERS_PER_BYTE = 6;

    private MessageSize() {}

    /// The findings on a message of that many bytes.
    static List<Finding> judge(JsonTree message, int wireBytes) {
        if (wireBytes > Wnm.MAX_MESSAGE_BYTES) {
            return List.of(
                    Finding.failed(
                            MESSAGE_SIZE,
                            "",
                            String.format(
                                    Locale.ROOT,
                                    "the message has %d bytes; at most %d are allowed",
                                    wireBytes,
                                    Wnm.MAX_MESSAGE_BYTES)));
        }
        if (wireBytes * MOST_CHARACTERS_PER_BYTE <= Wnm.MAX_MESSAGE_BYTES) {
            return List.of();
        }
        long characters = PythonLength.of(message);
        return characters <= Wnm.MAX_MESSAGE_BYTES
                ? List.of()
                : List.of(
                        new Finding(
                                MESSAGE_SIZE,
                                Verdict.WARNING,
                                "",
                                String.format(
                                        Locale.ROOT,
                                        "the official validator counts %d characters, because it"
                                            + " adds blanks and escapes; it refuses more than %d",
                                        characters,
                                        Wnm.MAX_MESSAGE_BYTES),
                                Optional.empty()));
    }
}
