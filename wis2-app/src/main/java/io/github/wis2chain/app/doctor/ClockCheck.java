package io.github.wis2chain.app.doctor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Whether the clock can be believed: `pubtime` and every retry depend on it.
final class ClockCheck {

    private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

    private static final String CHECK = "clock";
    private static final String REMEDY =
            "Set the clock, and keep it synchronised: `timedatectl set-ntp true`, or chrony.";

    /// Clocks of file systems are a little coarser and, on a network, not the same.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final int PATIENCE_SECONDS = 3;

    private ClockCheck() {}

    static Diagnosis of(Path dataDirectory, Instant now) {
        return judge(now, newestFile(dataDirectory), synchronisation());
    }

    /// @param newest when the store was changed last
    /// @param synchronised what the system says; empty if it says nothing
    static Diagnosis judge(Instant now, Optional<Instant> newest, Optional<Boolean> synchronised) {
        Instant shown = now.truncatedTo(ChronoUnit.SECONDS);
        Instant written = newest.orElse(now);
        if (written.isAfter(now.plus(SLACK))) {
            return Diagnosis.fail(
                    CHECK,
                    "It is %s, but the store was written at %s: the clock was set back, or is slow."
                            .formatted(shown, written.truncatedTo(ChronoUnit.SECONDS)),
                    REMEDY);
        }
        if (synchronised.isPresent() && !synchronised.get()) {
            return Diagnosis.warn(
                    CHECK,
                    "It is %s, and the system says that its clock is not synchronised."
                            .formatted(shown),
                    REMEDY);
        }
        return Diagnosis.pass(
                CHECK,
                synchronised.isPresent()
                        ? "It is %s, synchronised.".formatted(shown)
                        : "It is %s; whether it is synchronised the system does not say."
                                .formatted(shown));
    }

    private static Optional<Instant> newestFile(Path dataDirectory) {
        Path store = dataDirectory.resolve("store").resolve("store.db");
        try {
            return Files.exists(store)
                    ? Optional.of(Files.getLastModifiedTime(store).toInstant())
                    : Optional.empty();
        } catch (IOException hidden) {
            log.debug("{} was not looked at: {}", store, hidden.toString());
            return Optional.empty();
        }
    }

    /// As systemd knows it; other systems are not asked.
    private static Optional<Boolean> synchronisation() {
        try {
            Process process =
                    new ProcessBuilder(
                                    List.of(
                                            "timedatectl",
                                            "show",
                                            "--property=NTPSynchronized",
                                            "--value"))
                            .redirectErrorStream(true)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return switch (answer.strip()) {
                case "yes" -> Optional.of(true);
                case "no" -> Optional.of(false);
                default -> Optional.empty();
            };
        } catch (IOException notThere) {
            log.debug("timedatectl was not asked: {}", notThere.toString());
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
