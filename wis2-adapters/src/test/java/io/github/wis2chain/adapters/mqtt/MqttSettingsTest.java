package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The settings of a connection and of a subscription that do not fit are refused in a sentence.
class MqttSettingsTest {

    @Test
    void no_text_of_a_connection_shows_a_password() {
        var proxy = new HttpProxy("proxy", 3128, Optional.of(new Login("p", "proxy-secret")));
        MqttConnection connection =
                MqttConnection.to("mqtts://h", "id")
                        .withLogin("u", "broker-secret")
                        .withProxy(proxy);
        assertThat(connection.toString())
                .contains("user=u", "user=p")
                .doesNotContain("broker-secret", "proxy-secret");
    }

    @Test
    void tls_settings_need_an_encrypted_transport() {
        MqttConnection plain = MqttConnection.to("mqtt://h", "id");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plain.withTls(TlsSettings.DEFAULT.withAuthorities(Path.of("ca.pem"))))
                .withMessageContaining("mqtts://");
    }

    @Test
    void a_client_id_must_not_be_empty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MqttConnection.to("mqtt://h", " "))
                .withMessageContaining("client id");
    }

    @Test
    void a_session_expires_after_whole_seconds_that_fit_the_packet() {
        assertThat(new SessionSettings(Duration.ofSeconds(4_294_967_294L), false).kept()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSettings(Duration.ofSeconds(4_294_967_295L), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSettings(Duration.ofMillis(1500), false));
    }

    @Test
    void delays_between_attempts_double_up_to_the_longest() {
        assertThat(List.of(1, 2, 3, 7, 8, 1000).stream().map(Timing.DEFAULT::delayAfter))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 60L, 60L, 60L);
    }

    @Test
    void a_shared_group_stands_before_every_filter() {
        assertThat(MqttSubscription.to("a/#", "b").withSharedGroup("g").filters())
                .containsExactly("$share/g/a/#", "$share/g/b");
    }

    @Test
    void a_subscription_that_no_broker_would_take_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MqttSubscription.to());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MqttSubscription.to("a/#/b"))
                .withMessageContaining("a/#/b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MqttSubscription.to("a").withSharedGroup("g/h"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscription(Optional.of("g"), true))
                .withMessageContaining("no-local");
    }

    @Test
    void version_3_has_no_options_of_a_subscription() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> subscription(Optional.empty(), true).check(ProtocolVersion.V3_1_1))
                .withMessageContaining("MQTT 5");
    }

    private static MqttSubscription subscription(Optional<String> group, boolean noLocal) {
        return new MqttSubscription(
                List.of("a"), Qos.AT_LEAST_ONCE, group, noLocal, false, RetainHandling.ALWAYS);
    }
}
