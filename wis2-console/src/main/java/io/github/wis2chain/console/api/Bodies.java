package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Payload;
import io.javalin.http.Context;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Reads bodies, each bounded, and all those of requests under way bounded together: a thousand slow
/// senders must not fill the memory, nor a thousand bodies that wait for what is done with them.
///
/// A body is read into one array, which grows as its bytes come, so that what a sender states and
/// does not send takes nothing. While it is copied into the next one, both count.
final class Bodies {

    private static final int CHUNK = 16 * 1024;

    /// The size of the first array.
    private static final int FIRST = 4 * 1024;

    /// The bytes reserved for a request.
    private static final String RESERVED = "wis2.body-bytes";

    /// How much of a body that is too large is read and thrown away, so that its sender gets to see
    /// the answer; who sends more is cut off.
    private static final long PATIENCE = 64L << 20;

    /// How long one body may take, however steadily it drips.
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Semaphore memory;
    private final LongSupplier nanoTime;

    /// @param together bytes that the bodies of all requests under way may take
    /// @param nanoTime as {@link System#nanoTime()}
    Bodies(int together, LongSupplier nanoTime) {
        this.memory = new Semaphore(together);
        this.nanoTime = nanoTime;
    }

    /// Reads the whole body. Its memory is reserved until {@link #release(Context)}.
    ///
    /// @throws Problem `BODY_TOO_LARGE` beyond the limit; `BUSY` when others fill the memory
    Payload read(Context context, int limit) {
        try (InputStream body = context.bodyInputStream()) {
            refuseEncoded(context, body);
            if (announced(context) > limit) {
                throw tooLarge(body, limit, 0);
            }
            byte[] bytes = readUpTo(limit, announced(context), body);
            int before = reserved(context);
            context.attribute(RESERVED, before + bytes.length);
            return Payload.owning(bytes);
        } catch (IOException broken) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST,
                    "The body ended early: %s. Send it again.".formatted(broken.getMessage()));
        }
    }

    /// The request has ended, or nothing of its body is needed any more.
    void release(Context context) {
        release(reserved(context));
        context.attribute(RESERVED, 0);
    }

    void release(int bytes) {
        memory.release(bytes);
    }

    private static int reserved(Context context) {
        Integer reserved = context.attribute(RESERVED);
        return reserved == null ? 0 : reserved;
    }

    /// Reads a stream to its end. The memory for what it returns stays reserved.
    ///
    /// @param announced the length that is stated; 0 if none is
    byte[] readUpTo(int limit, long announced, InputStream body) throws IOException {
        long begin = nanoTime.getAsLong();
        var bytes = new byte[0];
        int size = 0;
        boolean complete = false;
        try {
            while (true) {
                if (size < bytes.length) {
                    int count = body.read(bytes, size, bytes.length - size);
                    if (count < 0) {
                        bytes = resized(bytes, size);
                        break;
                    }
                    size += count;
                } else {
                    int next = body.read();
                    if (next < 0) {
                        break;
                    }
                    if (size == limit) {
                        throw tooLarge(body, limit, size);
                    }
                    bytes = resized(bytes, grown(size, limit, announced));
                    bytes[size++] = (byte) next;
                }
                if (nanoTime.getAsLong() - begin > LONGEST.toNanos()) {
                    throw new Problem(
                            ProblemCode.BODY_TOO_SLOW,
                            "The body took longer than %d s. Nothing was kept."
                                    .formatted(LONGEST.toSeconds()));
                }
            }
            complete = true;
            return bytes;
        } finally {
            if (!complete) {
                release(bytes.length);
            }
        }
    }

    /// Twice the size, and no more than can come.
    private static int grown(int size, int limit, long announced) {
        long most = announced > size ? Math.min(announced, limit) : limit;
        return (int) Math.min(most, Math.max(FIRST, 2L * size));
    }

    private byte[] resized(byte[] bytes, int size) {
        if (!memory.tryAcquire(size)) {
            throw new Problem(
                    ProblemCode.BUSY,
                    "The bodies of other requests fill the memory kept for them. Send it again in a"
                            + " moment.");
        }
        byte[] other = Arrays.copyOf(bytes, size);
        release(bytes.length);
        return other;
    }

    /// Refuses a body before it is read.
    ///
    /// @return the problem, when the sender can see it
    Problem unread(Context context, Problem problem) {
        try (InputStream body = context.bodyInputStream()) {
            throwAway(body, 0);
        } catch (IOException broken) {
            problem.addSuppressed(broken);
        }
        return problem;
    }

    private Problem tooLarge(InputStream body, int limit, long read) throws IOException {
        throwAway(body, read);
        return tooLarge(limit);
    }

    private void throwAway(InputStream body, long read) throws IOException {
        var chunk = new byte[CHUNK];
        long thrownAway = read;
        long begin = nanoTime.getAsLong();
        while (thrownAway < PATIENCE && nanoTime.getAsLong() - begin < LONGEST.toNanos()) {
            int count = body.read(chunk);
            if (count < 0) {
                break;
            }
            thrownAway += count;
        }
    }

    static Problem tooLarge(int limit) {
        return new Problem(
                ProblemCode.BODY_TOO_LARGE,
                "The body has more than %d bytes, the most that is taken here. Nothing was kept."
                        .formatted(limit));
    }

    /// A compressed body would be kept as it is, and no step could read it.
    private void refuseEncoded(Context context, InputStream body) throws IOException {
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throwAway(body, 0);
            throw new Problem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body has Content-Encoding [%s]; send it without."
                            .formatted(Call.printable(encoding, 40)));
        }
    }

    private static long announced(Context context) {
        String length = context.header("Content-Length");
        // The server has refused whatever is not a number.
        return length == null ? 0 : Long.parseLong(length);
    }
}
