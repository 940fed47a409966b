package io.github.wis2chain.adapters.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told of a packet that did not come whole in time.
final class PacketDeadlineTest {

    @ParameterizedTest
    @CsvSource({
        "0x32, 'Nothing was taken of it, so it will be sent again.'",
        "0x34, 'Nothing was taken of it, so it will be sent again.'",
        "0x30, 'It is lost, because it came with QoS 0. Its producer must use QoS 1.'",
        "0x82, 'Nothing was taken of it.'"
    })
    void what_becomes_of_it_depends_on_its_kind(String first, String told) {
        var header = new PacketHeader();
        header.add(Integer.decode(first).byteValue());

        assertThat(PacketDeadline.consequence(header)).isEqualTo(told);
    }
}
