package io.github.wis2chain.app.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What bytes are to people.
final class Bytes {

    private Bytes() {}

    /// The bytes as text; nothing unless they are UTF-8 throughout.
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /// Writes the bytes themselves if standard output can take them, else their text.
    static void print(byte[] bytes, Terminal terminal) {
        Optional<String> text = text(bytes);
        if (text.isPresent()) {
            terminal.out().print(text.get());
            terminal.out().flush();
        } else {
            terminal.out().flush();
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }
}
