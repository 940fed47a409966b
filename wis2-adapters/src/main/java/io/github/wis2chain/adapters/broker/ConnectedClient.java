package io.github.wis2chain.adapters.broker;

import io.netty.channel.Channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/// What the broker library knows of the client on a connection.
///
/// It keeps this in a type that cannot be compiled against without libraries of its own, so its
/// methods are looked up by name (2025.5); a test holds that against a running broker. Should they
/// be elsewhere, a client has no name in the log.
///
/// @param id empty before the client has introduced itself
record ConnectedClient(Optional<String> id, boolean speaksMqtt5) {

    private static final Logger log = LoggerFactory.getLogger(ConnectedClient.class);

    private static final ConnectedClient UNKNOWN = new ConnectedClient(Optional.empty(), false);
    private static final String CONTEXT = "com.hivemq.bootstrap.ClientConnectionContext";

    static ConnectedClient on(Channel channel) {
        try {
            Class<?> type = Class.forName(CONTEXT);
            Object context = type.getMethod("of", Channel.class).invoke(null, channel);
            if (context == null) {
                return UNKNOWN;
            }
            Object id = value(type, "getClientId", context);
            Object version = value(type, "getProtocolVersion", context);
            return new ConnectedClient(
                    Optional.ofNullable(id).map(Object::toString),
                    version != null && version.toString().equals("MQTTv5"));
        } catch (ReflectiveOperationException elsewhere) {
            log.debug("The broker library keeps its clients elsewhere.", elsewhere);
            return UNKNOWN;
        }
    }

    private static @Nullable Object value(Class<?> type, String getter, Object context)
            throws ReflectiveOperationException {
        return type.getMethod(getter).invoke(context);
    }
}
