package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.engine.people.PasswordHash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The broker's users and their passwords.
///
/// A slow hash is computed on one thread of its own, so that guessing passwords costs the guesser
/// time and nobody else the broker; more than a hundred waiting checks are refused. A password that
/// was right once is known again by a keyed fingerprint, kept in memory under a key made at start,
/// so that reconnecting clients cost nothing.
final class Credentials implements AutoCloseable {

    private static final int WAITING_CHECKS = 100;

    /// What the password of an unknown user is compared with, for the time that it takes.
    private static final PasswordHash NOBODY =
            PasswordHash.parse(
                    "pbkdf2-sha512$210000$zmE2OA2m8zKQRK4odhiPJg$TQ5M74cVpiZnU/ozUcZ4j4TlIq6nfgd6ZgkeBmdRUtg");

    private final Map<String, BrokerUser> users;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final ThreadPoolExecutor checks;

    Credentials(Collection<BrokerUser> users) {
        this.users =
                users.stream().collect(Collectors.toMap(BrokerUser::name, Function.identity()));
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
        checks =
                new ThreadPoolExecutor(
                        1,
                        1,
                        10,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_CHECKS),
                        Thread.ofPlatform().name("broker-passwords").daemon().factory());
        checks.allowCoreThreadTimeOut(true);
    }

    /// The user of this name, whose password was checked before.
    Optional<BrokerUser> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    /// The user, if this password of theirs has been right before. Fast.
    Optional<BrokerUser> remembered(String name, byte[] password) {
        byte[] fingerprint = known.get(name);
        return fingerprint != null && MessageDigest.isEqual(fingerprint, fingerprint(password))
                ? user(name)
                : Optional.empty();
    }

    /// Checks a password, as slowly for an unknown user as for a known one.
    ///
    /// @throws java.util.concurrent.RejectedExecutionException if too many checks wait already
    CompletableFuture<Optional<BrokerUser>> check(String name, byte[] password) {
        return CompletableFuture.supplyAsync(() -> checked(name, password), checks);
    }

    private Optional<BrokerUser> checked(String name, byte[] password) {
        // Of a burst of reconnecting clients of one user only the first pays.
        if (remembered(name, password).isPresent()) {
            return user(name);
        }
        char[] characters = new String(password, StandardCharsets.UTF_8).toCharArray();
        Optional<BrokerUser> user = user(name);
        boolean right = user.map(BrokerUser::password).orElse(NOBODY).verify(characters);
        Arrays.fill(characters, '\0');
        if (!right || user.isEmpty()) {
            return Optional.empty();
        }
        known.put(name, fingerprint(password));
        return user;
    }

    private byte[] fingerprint(byte[] password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }
}
