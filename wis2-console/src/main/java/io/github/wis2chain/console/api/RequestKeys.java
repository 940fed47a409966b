package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.people.Caller;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.SlowDigest;
import io.github.wis2chain.engine.request.RequestDigest;
import io.github.wis2chain.engine.request.RequestKey;
import io.github.wis2chain.engine.run.Payload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that a call carries, and what is kept of it and of the call: digests, by which they are
/// known again and from which they cannot be read.
///
/// The header is `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07). A structured
/// field has its text in quotes; without them, as most clients send it, it is the same key.
final class RequestKeys {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM =
            Pattern.compile("(?<quote>\"?)(?<key>[!#-\\[\\]-~]{1,128})\\k<quote>");

    private final String key;

    private RequestKeys(String key) {
        this.key = key;
    }

    /// The call's key, if it has one.
    ///
    /// @throws Problem `BAD_IDEMPOTENCY_KEY`
    static Optional<RequestKeys> of(Call call) {
        if (call.context().header(HEADER) == null) {
            return Optional.empty();
        }
        List<String> all = Collections.list(call.context().req().getHeaders(HEADER));
        Matcher form = FORM.matcher(all.getFirst());
        if (all.size() > 1 || !form.matches()) {
            throw new Problem(
                    ProblemCode.BAD_IDEMPOTENCY_KEY,
                    "The header %s must be there once, with 1 to 128 visible ASCII characters other than quote and backslash, in quotes or without. Best is a random UUID."
                            .formatted(HEADER));
        }
        return Optional.of(new RequestKeys(form.group("key")));
    }

    /// Under what the call is remembered: each caller has keys of their own.
    RequestKey of(Caller caller) {
        Payload whole = Payload.ofText("%s\n%s\n%s".formatted(caller.kind(), caller.name(), key));
        return new RequestKey(whole.sha256());
    }

    /// What tells this call from others: method, path, query, what its headers say of the body, and
    /// the body. Where the request holds a secret it is digested as slowly as a password: the body of
    /// a new account has little else that would have to be guessed.
    RequestDigest digest(Call call, Payload body, boolean secret) {
        var context = call.context();
        var head =
                "%s %s?%s\n%s\n"
                        .formatted(
                                context.method().name(),
                                context.req().getRequestURI(),
                                context.queryString(),
                                new TreeMap<>(EventRoutes.properties(call)));
        byte[] digest = digest(head.getBytes(StandardCharsets.UTF_8), body.bytes());
        return new RequestDigest(HexFormat.of().formatHex(secret ? slowly(digest) : digest));
    }

    private byte[] digest(byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(head.length).array());
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private byte[] slowly(byte[] digest) {
        char[] text = HexFormat.of().formatHex(digest).toCharArray();
        byte[] salt = ("request " + key).getBytes(StandardCharsets.US_ASCII);
        return SlowDigest.of(text, salt, PasswordHash.ITERATIONS, 32);
    }
}
