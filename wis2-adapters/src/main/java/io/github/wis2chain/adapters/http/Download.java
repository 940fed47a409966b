package io.github.wis2chain.adapters.http;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.LinkVerifier.Evidence;
import io.github.wis2chain.engine.chain.LinkVerifier.Request;
import io.github.wis2chain.engine.chain.Measurement;

import java.io.IOException;

/// Measures the data of an answer.
///
/// @param maxSize bytes that are read at most
/// @param watch tells how long it took
record Download(Request request, long maxSize, Watch watch) implements Reading<Evidence> {

    @Override
    public boolean takes(int status) {
        return status == 200;
    }

    @Override
    public boolean readsBody() {
        return true;
    }

    @Override
    public Evidence of(Head head, Connection connection, Target target) throws IOException {
        String encoding = head.field("content-encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity") && !encoding.isEmpty()) {
            throw new LinkFailures(request.href())
                    .permanent(
                            FailureCode.LINK_ENCODED,
                            "%s is sent with the Content-Encoding [%s], although it was asked for as it is."
                                    .formatted(target.href(), LinkFailures.printable(encoding)));
        }
        Measurement measurement = new Measurement(request, maxSize);
        if (head.length().isPresent()) {
            measurement.expect(head.length().getAsLong());
        }
        connection.readBody(head, measurement::add);
        return measurement.evidence(head.status(), target.href(), watch.taken());
    }
}
