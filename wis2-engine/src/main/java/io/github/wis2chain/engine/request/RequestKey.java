package io.github.wis2chain.engine.request;

/// Under what a request is remembered: the digest of its caller and its key.
///
/// @param digest 64 lower-case hexadecimal digits
public record RequestKey(String digest) {

    public RequestKey {
        RequestDigest.check("request key", digest);
    }
}
