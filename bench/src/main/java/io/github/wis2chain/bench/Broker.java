package io.github.wis2chain.bench;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// Where clients connect.
///
/// @param passwords the password of a user
record Broker(String name, int port, UnaryOperator<String> passwords) {

    byte[] password(String user) {
        return passwords.apply(user).getBytes(StandardCharsets.UTF_8);
    }
}
