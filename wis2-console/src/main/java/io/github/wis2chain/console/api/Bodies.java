package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Payload;
import io.javalin.http.Context;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Reads bodies, each bounded, and all those being read at one time bounded together: a thousand
/// slow senders must not fill the memory.
final class Bodies {

    private static final int CHUNK = 16 * 1024;

    /// How much of a body that is too large is read and thrown away, so that its sender gets to see
    /// the answer; who sends more is cut off.
    private static final long PATIENCE = 64L << 20;

    /// How long one body may take, however steadily it drips.
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Semaphore memory;
    private final LongSupplier nanoTime;

    /// @param together bytes that all bodies being read may take
    /// @param nanoTime as {@link System#nanoTime()}
    Bodies(int together, LongSupplier nanoTime) {
        this.memory = new Semaphore(together);
        this.nanoTime = nanoTime;
    }

    /// Reads the whole body.
    ///
    /// @throws Problem `BODY_TOO_LARGE` beyond the limit; `BUSY` when others fill the memory
    Payload read(Context context, int limit) {
        try (InputStream body = context.bodyInputStream()) {
            refuseEncoded(context, body);
            if (announced(context) > limit) {
                throw tooLarge(body, limit, 0);
            }
            return Payload.of(readUpTo(limit, body));
        } catch (IOException broken) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST,
                    "The body ended early: %s. Send it again.".formatted(broken.getMessage()));
        }
    }

    /// Reads a stream to its end.
    byte[] readUpTo(int limit, InputStream body) throws IOException {
        var whole = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        int reserved = 0;
        long begin = nanoTime.getAsLong();
        try {
            while (true) {
                int count = body.read(chunk);
                if (count < 0) {
                    return whole.toByteArray();
                }
                if (whole.size() + (long) count > limit) {
                    throw tooLarge(body, limit, whole.size());
                }
                if (nanoTime.getAsLong() - begin > LONGEST.toNanos()) {
                    throw new Problem(
                            ProblemCode.BODY_TOO_SLOW,
                            "The body took longer than %d s. Nothing was kept."
                                    .formatted(LONGEST.toSeconds()));
                }
                if (!memory.tryAcquire(count)) {
                    throw new Problem(
                            ProblemCode.BUSY,
                            "Other bodies being received fill the memory kept for them. Send it"
                                    + " again in a moment.");
                }
                reserved += count;
                whole.write(chunk, 0, count);
            }
        } finally {
            memory.release(reserved);
        }
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
