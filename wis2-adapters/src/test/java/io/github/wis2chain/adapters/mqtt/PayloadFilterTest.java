package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.PayloadFilter.Verdict.UNDECIDED;
import static io.github.wis2chain.adapters.mqtt.PayloadFilter.Verdict.UNWANTED;
import static io.github.wis2chain.adapters.mqtt.PayloadFilter.Verdict.WANTED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

class PayloadFilterTest {

    @Test
    void an_expression_is_looked_for_anywhere_in_the_text() {
        var filter = PayloadFilter.finding("coriolis/argo/(bufr|nc)\\b");
        assertThat(filter.judge(utf8("{\"subject\":\"diffusion/files/coriolis/argo/bufr\"}")))
                .isEqualTo(WANTED);
        assertThat(filter.judge(utf8("{\"subject\":\"diffusion/files/coriolis/ctd\"}")))
                .isEqualTo(UNWANTED);
        assertThat(filter.judge(new byte[] {(byte) 0xff, (byte) 0xfe})).isEqualTo(UNWANTED);
    }

    @Test
    void an_expression_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PayloadFilter.finding("(a"))
                .withMessageContaining("(a");
    }

    @Test
    void an_expression_that_explodes_is_stopped_and_the_message_taken() {
        var filter = PayloadFilter.finding(".*.*.*.*=.*");
        byte[] payload = utf8("lorem ipsum ".repeat(200));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(filter.judge(payload)).isEqualTo(UNDECIDED));
    }

    @Test
    void an_expression_that_recurses_too_deep_leaves_the_message_taken() {
        var filter = PayloadFilter.finding("^(a|b)*c$");
        assertThat(filter.judge(utf8("ab".repeat(200_000)))).isEqualTo(UNDECIDED);
    }

    @Test
    void a_large_payload_is_taken_unseen() {
        assertThat(PayloadFilter.finding("x").judge(new byte[2 << 20])).isEqualTo(UNDECIDED);
    }

    @Test
    void an_ordinary_expression_may_read_a_whole_large_text() {
        var filter = PayloadFilter.finding("\"type\"\\s*:\\s*\"Feature\"");
        assertThat(filter.judge(utf8(" ".repeat(1_000_000) + "\"type\": \"Feature\"")))
                .isEqualTo(WANTED);
    }

    @Test
    void a_pointer_compares_texts_and_numbers() {
        byte[] event = utf8("{\"type\":\"new\",\"data\":{\"size\":12}}");
        assertThat(PayloadFilter.equal("/type", "new").judge(event)).isEqualTo(WANTED);
        assertThat(PayloadFilter.equal("/type", "old").judge(event)).isEqualTo(UNWANTED);
        assertThat(PayloadFilter.equal("/data/size", "12").judge(event)).isEqualTo(WANTED);
        assertThat(PayloadFilter.equal("/none", "").judge(event)).isEqualTo(UNWANTED);
    }

    @Test
    void a_pointer_into_what_is_not_json_leaves_the_message_taken() {
        assertThat(PayloadFilter.equal("/type", "new").judge(utf8("type: new")))
                .isEqualTo(UNDECIDED);
    }

    @Test
    void a_pointer_must_be_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> PayloadFilter.equal("type", "new"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
