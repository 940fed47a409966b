package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;

/// The quality of service of MQTT (MQTT 5, 4.3).
public enum Qos {
    /// 0: what is under way when a connection ends is lost.
    AT_MOST_ONCE,
    /// 1: acknowledged; may come twice.
    AT_LEAST_ONCE,
    /// 2: acknowledged in two steps.
    EXACTLY_ONCE;

    /// The quality of this level.
    ///
    /// @throws IllegalArgumentException unless the level is 0, 1 or 2
    public static Qos of(int level) {
        return switch (level) {
            case 0 -> AT_MOST_ONCE;
            case 1 -> AT_LEAST_ONCE;
            case 2 -> EXACTLY_ONCE;
            default ->
                    throw new IllegalArgumentException(
                            "QoS [%d] must be 0, 1 or 2".formatted(level));
        };
    }

    /// 0, 1 or 2.
    public int level() {
        return switch (this) {
            case AT_MOST_ONCE -> 0;
            case AT_LEAST_ONCE -> 1;
            case EXACTLY_ONCE -> 2;
        };
    }

    MqttQos code() {
        return switch (this) {
            case AT_MOST_ONCE -> MqttQos.AT_MOST_ONCE;
            case AT_LEAST_ONCE -> MqttQos.AT_LEAST_ONCE;
            case EXACTLY_ONCE -> MqttQos.EXACTLY_ONCE;
        };
    }

    static Qos of(MqttQos code) {
        return of(code.getCode());
    }
}
