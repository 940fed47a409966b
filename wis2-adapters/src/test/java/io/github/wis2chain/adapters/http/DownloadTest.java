package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// A verifier of links that may use the loopback address, and a server there.
@Timeout(20)
abstract class DownloadTest {

    static final LinkSettings LOOPBACK = LinkSettings.DEFAULT.withAllow(List.of("loopback"));
    static final Duration SHORTLY = Duration.ofMillis(300);

    final NastyServer server = NastyServer.start();
    HttpLinkVerifier verifier = new HttpLinkVerifier(LOOPBACK);

    @AfterEach
    void stop() {
        verifier.close();
        server.close();
    }

    final void use(LinkSettings settings) {
        use(new HttpLinkVerifier(settings));
    }

    final void use(HttpLinkVerifier other) {
        verifier.close();
        verifier = other;
    }

    final Failure failureOf(Request request) {
        try {
            Evidence found = verifier.fetch(request);
            throw new AssertionError("%s gave %s".formatted(request.href(), found));
        } catch (StepFailure failed) {
            assertThat(FailureCode.valueOf(failed.failure().code()).remedy())
                    .isEqualTo(failed.failure().remedy());
            return failed.failure();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static Request asking(URI href) {
        return new Request(href, OptionalLong.empty(), "SHA-512", 0);
    }

    static Request asking(URI href, long announced, int keepUpTo) {
        return new Request(href, OptionalLong.of(announced), "SHA-512", keepUpTo);
    }
}
