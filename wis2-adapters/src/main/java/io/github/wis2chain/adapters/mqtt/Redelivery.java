package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Reads the DUP flag of a received message (MQTT 5, 3.3.1.1).
///
/// The client library decodes the flag and keeps it, but offers no way to it (1.4.2), and the
/// intake must know it: a broker that is not certain whether we have a message sends it again, and
/// only the flag tells this from a producer that means the same bytes twice. So it is read where
/// the library keeps it, in fields that are not public. A test holds this against a real broker;
/// should a later version keep it elsewhere, every message counts as possibly redelivered.
final class Redelivery {

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final String INTERNAL = "com.hivemq.client.internal.";
    private static final String INCOMING = INTERNAL + "mqtt.handler.publish.incoming.";
    private static final String MESSAGE = INTERNAL + "mqtt.message.publish.";

    private static final @Nullable MethodHandle DELEGATE = delegate();
    private static final @Nullable MethodHandle CONFIRMABLE = confirmable();
    private static final @Nullable MethodHandle DUP = dup();

    private Redelivery() {}

    /// Whether the broker says that it may have sent this message, of QoS 1 or 2, before.
    static boolean of(Mqtt5Publish message) {
        return flag(message);
    }

    /// Whether the broker says that it may have sent this message, of QoS 1 or 2, before.
    static boolean of(Mqtt3Publish message) {
        try {
            return DELEGATE == null || flag(DELEGATE.invoke(message));
        } catch (Throwable unreadable) {
            return unknown(unreadable);
        }
    }

    private static boolean flag(Object message) {
        if (CONFIRMABLE == null || DUP == null) {
            return true;
        }
        try {
            return (boolean) DUP.invoke(CONFIRMABLE.invoke(message));
        } catch (Throwable unreadable) {
            return unknown(unreadable);
        }
    }

    /// A method handle may throw anything; what it cannot read is possibly redelivered.
    private static boolean unknown(Throwable unreadable) {
        LOG.debug("The DUP flag of a message could not be read; taken as set.", unreadable);
        return true;
    }

    private static @Nullable MethodHandle delegate() {
        try {
            Class<?> view = Class.forName(MESSAGE + "mqtt3.Mqtt3PublishView");
            return lookup(view)
                    .findVirtual(
                            view,
                            "getDelegate",
                            MethodType.methodType(Class.forName(MESSAGE + "MqttPublish")));
        } catch (ReflectiveOperationException e) {
            return missing(e);
        }
    }

    private static @Nullable MethodHandle confirmable() {
        try {
            Class<?> message = Class.forName(MESSAGE + "MqttPublish");
            Class<?> confirmable = Class.forName(INTERNAL + "checkpoint.Confirmable");
            return lookup(message).findGetter(message, "confirmable", confirmable);
        } catch (ReflectiveOperationException e) {
            return missing(e);
        }
    }

    /// From the library's handle for acknowledging, by the message with its flows and the message
    /// with its packet identifier, to the flag.
    private static @Nullable MethodHandle dup() {
        try {
            Class<?> confirmable = Class.forName(INCOMING + "MqttIncomingPublishConfirmable");
            Class<?> withFlows = Class.forName(INCOMING + "MqttStatefulPublishWithFlows");
            Class<?> stateful = Class.forName(MESSAGE + "MqttStatefulPublish");
            MethodHandle flows =
                    lookup(confirmable).findGetter(confirmable, "publishWithFlows", withFlows);
            MethodHandle packet = lookup(withFlows).findGetter(withFlows, "publish", stateful);
            MethodHandle flag =
                    lookup(stateful)
                            .findVirtual(stateful, "isDup", MethodType.methodType(boolean.class));
            return MethodHandles.filterReturnValue(
                    flows, MethodHandles.filterReturnValue(packet, flag));
        } catch (ReflectiveOperationException e) {
            return missing(e);
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    private static @Nullable MethodHandle missing(ReflectiveOperationException e) {
        LOG.warn(
                "The MQTT client library keeps the DUP flag elsewhere ({}). Every message counts as"
                        + " possibly redelivered: one with the bytes of an earlier one will not run"
                        + " again.",
                e.toString());
        return null;
    }
}
