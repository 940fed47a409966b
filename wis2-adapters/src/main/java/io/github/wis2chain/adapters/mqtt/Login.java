package io.github.wis2chain.adapters.mqtt;

/// A user with a password, which no text shows.
public record Login(String user, String password) {

    public Login {
        if (user.isEmpty()) {
            throw new IllegalArgumentException("a user name must not be empty");
        }
    }

    @Override
    public String toString() {
        return "Login[user=%s, password=***]".formatted(user);
    }
}
