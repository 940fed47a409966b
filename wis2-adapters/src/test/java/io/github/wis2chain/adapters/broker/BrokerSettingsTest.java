package io.github.wis2chain.adapters.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hivemq.embedded.EmbeddedHiveMQ;

import io.github.wis2chain.adapters.broker.BrokerConfiguration.KeyStoreEntry;
import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.adapters.broker.BrokerSettings.TlsFiles;

import org.junit.jupiter.api.Test;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

class BrokerSettingsTest {

    private static final Path FOLDER = Path.of("broker");
    private static final Optional<TlsFiles> CERTIFICATE =
            Optional.of(new TlsFiles(Path.of("server.crt"), Path.of("server.key")));

    @Test
    void defaults_are_the_four_ports_on_loopback() {
        assertThat(BrokerSettings.onLoopback(FOLDER, CERTIFICATE, List.of()).listeners())
                .map(BrokerListener::toString)
                .containsExactly(
                        "mqtt://127.0.0.1:1883",
                        "ws://127.0.0.1:8081",
                        "mqtts://127.0.0.1:8883",
                        "wss://127.0.0.1:8443");
    }

    @Test
    void without_a_certificate_there_is_nothing_encrypted() {
        var settings = BrokerSettings.onLoopback(FOLDER, Optional.empty(), List.of());

        assertThat(settings.listeners()).noneMatch(listener -> listener.transport().encrypted());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        settings.withListeners(
                                List.of(new BrokerListener(Transport.TLS, "127.0.0.1", 8883))))
                .withMessage("the listener mqtts://127.0.0.1:8883 must have a certificate");
    }

    @Test
    void one_port_cannot_have_two_listeners() {
        var tcp = new BrokerListener(Transport.TCP, "127.0.0.1", 1883);
        var ws = new BrokerListener(Transport.WEBSOCKET, "127.0.0.1", 1883);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BrokerSettings.onLoopback(FOLDER, Optional.empty(), List.of())
                                .withListeners(List.of(tcp, ws)))
                .withMessageContaining("port [1883]");
    }

    @Test
    void one_name_cannot_have_two_users() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BrokerSettings.onLoopback(
                                FOLDER,
                                Optional.empty(),
                                List.of(TestBroker.READER, TestBroker.READER)))
                .withMessage("broker user [reader] is given twice");
    }

    @Test
    void the_configuration_follows_the_schema_of_the_broker() throws Exception {
        var settings = BrokerSettings.onLoopback(FOLDER, CERTIFICATE, List.of());
        String text =
                BrokerConfiguration.text(settings, new KeyStoreEntry("/a & b/<k>.p12", "password"));
        var schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(EmbeddedHiveMQ.class.getResource("/config.xsd"));

        schema.newValidator().validate(new StreamSource(new StringReader(text)));

        assertThat(text).contains("<max-queue-size>100000<", "<server-receive-maximum>1000<");
    }

    @Test
    void a_folder_that_reads_like_a_variable_is_refused() {
        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() ->
                        BrokerConfiguration.text(
                                BrokerSettings.onLoopback(FOLDER, CERTIFICATE, List.of()),
                                new KeyStoreEntry("/data/${HOME}/k.p12", "password")))
                .withMessageContaining("must not contain ${");
    }
}
