package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;

/// When the broker sends the messages it has retained (MQTT 5, 3.8.3.1). MQTT 3.1.1 knows only
/// {@link #ALWAYS}.
public enum RetainHandling {
    /// 0: at every subscription.
    ALWAYS,
    /// 1: only if the session did not have the subscription.
    IF_NEW,
    /// 2: not at all.
    NEVER;

    Mqtt5RetainHandling code() {
        return switch (this) {
            case ALWAYS -> Mqtt5RetainHandling.SEND;
            case IF_NEW -> Mqtt5RetainHandling.SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST;
            case NEVER -> Mqtt5RetainHandling.DO_NOT_SEND;
        };
    }
}
