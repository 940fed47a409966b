package io.github.wis2chain.adapters.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Presses small documents together: DEFLATE, primed with the words that events and notifications
/// are made of, so that even one kilobyte alone becomes much smaller. Safe for any thread.
///
/// The first byte says how to read the rest: 0 as it is; 1 the length (seven bits in each byte), then
/// raw DEFLATE with `words-1.txt`; 2 the same with `words-2.txt` behind it, where events are laid out
/// as their producers do it. The words of a published version never change: better ones are another
/// file and another number.
final class Press {

    private static final byte PLAIN = 0;
    private static final byte WORDS_1 = 1;
    private static final byte WORDS_2 = 2;

    /// Stores are read back by whoever can write them; still nobody needs an event of this size.
    private static final int LARGEST = 1 << 28;

    private final byte[] words1 = words("words-1.txt");
    private final byte[] words2 = both(words1, words("words-2.txt"));

    /// Native memory is slow to come by: those that are free wait here for the next document.
    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();

    private final Queue<Inflater> inflaters = new ConcurrentLinkedQueue<>();

    byte[] press(byte[] document) {
        byte[] pressed = using(deflaters, this::newDeflater, d -> deflate(d, document));
        if (pressed.length <= document.length) {
            return pressed;
        }
        var plain = new byte[document.length + 1];
        plain[0] = PLAIN;
        System.arraycopy(document, 0, plain, 1, document.length);
        return plain;
    }

    byte[] unpress(byte[] pressed) {
        return switch (pressed[0]) {
            case PLAIN -> Arrays.copyOfRange(pressed, 1, pressed.length);
            case WORDS_1 -> using(inflaters, this::newInflater, i -> inflate(i, pressed, words1));
            case WORDS_2 -> using(inflaters, this::newInflater, i -> inflate(i, pressed, words2));
            default ->
                    throw new IllegalStateException(
                            "a stored document begins with [%d], which this version does not know"
                                    .formatted(pressed[0]));
        };
    }

    private byte[] deflate(Deflater deflater, byte[] document) {
        var out = new byte[document.length + 64];
        out[0] = WORDS_2;
        int at = 1;
        int rest = document.length;
        while ((rest & ~0x7F) != 0) {
            out[at++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out[at++] = (byte) rest;
        deflater.reset();
        deflater.setDictionary(words2);
        deflater.setInput(document);
        deflater.finish();
        at += deflater.deflate(out, at, out.length - at);
        // What does not fit has not become smaller: longer than the document, it is not taken.
        return deflater.finished() ? Arrays.copyOf(out, at) : out;
    }

    private static byte[] inflate(Inflater inflater, byte[] pressed, byte[] words) {
        int at = 1;
        int length = 0;
        int shift = 0;
        byte next;
        do {
            next = pressed[at++];
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        if (length < 0 || length > LARGEST) {
            throw new IllegalStateException(
                    "a stored document claims to have %d bytes".formatted(length));
        }
        var document = new byte[length];
        try {
            inflater.reset();
            inflater.setDictionary(words);
            inflater.setInput(pressed, at, pressed.length - at);
            int read = inflater.inflate(document);
            if (read != length) {
                throw new IllegalStateException(
                        "a stored document has %d of %d bytes".formatted(read, length));
            }
            return document;
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("a stored document is damaged", damaged);
        }
    }

    private Deflater newDeflater() {
        return new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    }

    private Inflater newInflater() {
        return new Inflater(true);
    }

    private static <T> byte[] using(
            Queue<T> free, java.util.function.Supplier<T> make, Function<T, byte[]> work) {
        T one = free.poll();
        if (one == null) {
            one = make.get();
        }
        try {
            return work.apply(one);
        } finally {
            free.add(one);
        }
    }

    private static byte[] both(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] words(String name) {
        try (InputStream in = Press.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
