package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.engine.people.PasswordHash;

import java.util.List;

/// The users of the demonstration: those of the system that this one follows, with its rights, and
/// `everyone`, who may read what goes out. The password of each is the user's name, so they must not
/// be used where others can connect.
public final class DemoUsers {

    private static final String FILES = "diffusion/files/#";
    private static final String ARGO = "origin/a/wis2/fr-ifremer-argo/#";

    /// All of them.
    public static final List<BrokerUser> ALL =
            List.of(
                    user(
                            "sys-monitor-rw",
                            "pbkdf2-sha512$210000$JrjJSSMgTI9HKXn6ONYGCA$c3G+ec6NSwko+ieKbSHpjku3IiiSCu+4QLdXIkaVsl0",
                            TopicRight.readWrite("monitoring/healthcheck")),
                    user(
                            "prod-files-rw",
                            "pbkdf2-sha512$210000$hU6VQRyKcedvgztI2uW4MQ$zqlmqjOAYhMz27iFQHO8uHoBfarmNK8AgoeIZbommCU",
                            TopicRight.readWrite(FILES)),
                    user(
                            "prod-files-ro",
                            "pbkdf2-sha512$210000$awvjvrzPCIqj+2dttxKdSQ$kF8cPgMuLQAegX8iHwC2k775sX9fxWqA+A3ASBftG+Y",
                            TopicRight.read(FILES)),
                    user(
                            "wis2-argo-rw",
                            "pbkdf2-sha512$210000$pZrSzjYRtHfK6Dz2ydauDQ$X8TxKXToG7YLrHXixWIutzvfwBLV0x3Tdy2i6yYcO5o",
                            TopicRight.readWrite(ARGO)),
                    user(
                            "wis2-argo-ro",
                            "pbkdf2-sha512$210000$saAQl5gXiCmmqhNxB2ZF4w$RFLoOUAle+M6/5rrQqwdPeVW/Iu9VKVfa2tv0IeRc2Y",
                            TopicRight.read(ARGO)),
                    user(
                            "everyone",
                            "pbkdf2-sha512$210000$u00TQyPFwiNDzhJb13PiTQ$cBi6U2oiTMzvOGQZ6DfCycv8uiBByQMmQ9VWzpwveqE",
                            TopicRight.read("origin/#")));

    private DemoUsers() {}

    private static BrokerUser user(String name, String hash, TopicRight right) {
        return new BrokerUser(name, PasswordHash.parse(hash), List.of(right));
    }
}
