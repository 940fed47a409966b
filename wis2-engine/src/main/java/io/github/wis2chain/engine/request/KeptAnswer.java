package io.github.wis2chain.engine.request;

import io.github.wis2chain.engine.run.Payload;

import java.util.Optional;

/// An answer that is kept to be given again.
///
/// @param status below 500: a failure of the node is no answer, the request may be tried again
/// @param mediaType of the body
/// @param location where what was made is to be found
/// @param body empty where it held a secret and was not kept
public record KeptAnswer(
        int status, String mediaType, Optional<String> location, Optional<Payload> body) {

    public KeptAnswer {
        if (status < 200 || status >= 500) {
            throw new IllegalArgumentException(
                    "status [%d] of a kept answer must be 200 to 499".formatted(status));
        }
    }
}
