package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wis2chain.adapters.mqtt.BrokerAddress.Transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mqtt://broker.example, MQTT, broker.example, 1883, /, mqtt://broker.example:1883",
        "MQTTS://broker.example:8884, MQTTS, broker.example, 8884, /, mqtts://broker.example:8884",
        "ws://localhost, WS, localhost, 8081, /, ws://localhost:8081/",
        "wss://h:443/mqtt, WSS, h, 443, /mqtt, wss://h:443/mqtt",
        "mqtt://[::1]:1884, MQTT, ::1, 1884, /, mqtt://[::1]:1884"
    })
    void a_url_gives_transport_host_port_and_path(
            String url, Transport transport, String host, int port, String path, String text) {
        BrokerAddress address = BrokerAddress.parse(url);
        assertThat(address).isEqualTo(new BrokerAddress(transport, host, port, path));
        assertThat(address).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker.example",
                "http://broker.example",
                "mqtt://",
                "mqtt://host:70000",
                "mqtt://host/path",
                "mqtt://a b",
                "mqtt://host?x=1",
                "mqtt:///"
            })
    void what_is_not_a_broker_is_refused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerAddress.parse(url));
    }

    @Test
    void a_password_in_a_url_is_refused_and_not_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerAddress.parse("mqtt://user:hunter2@host:1883"))
                .withMessageContaining("user and password")
                .withMessageNotContaining("hunter2");
    }
}
