package io.github.wis2chain.adapters.http;

import java.util.Locale;
import java.util.Optional;

/// Takes the head of an answer alone.
final class Opening implements Reading<HttpLinkVerifier.Opened> {

    @Override
    public boolean takes(int status) {
        return !Visit.REDIRECTS.contains(status);
    }

    @Override
    public boolean readsBody() {
        return false;
    }

    @Override
    public HttpLinkVerifier.Opened of(Head head, Connection connection, Target target) {
        String type = head.field("content-type").orElse("").split("[;,]", 2)[0].strip();
        return new HttpLinkVerifier.Opened(
                head.status(),
                Optional.of(type.toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty()));
    }
}
