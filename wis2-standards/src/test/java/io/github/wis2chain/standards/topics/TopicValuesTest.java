package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicValuesTest {

    @Test
    void a_centre_id_tells_its_parts() {
        CentreId centre = new CentreId("fr-ifremer-argo-test");

        assertThat(centre.topLevelDomain()).isEqualTo("fr");
        assertThat(centre.name()).isEqualTo("ifremer-argo-test");
        assertThat(centre.isTest()).isTrue();
        assertThat(new CentreId("fr-ifremer-argo").isTest()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "fr", "fr-", "-fr", "f-r", "Fr-x", "fr--x", "fr-x_y", "f2-x", "fr-é"})
    void a_malformed_centre_id_is_refused(String text) {
        assertThat(CentreId.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> new CentreId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[" + text + "]");
    }

    @Test
    void a_topic_tells_its_levels() {
        Topic topic = Topic.parse("origin/a/wis2/de-dwd/data/core/weather/x");

        assertThat(topic.levels()).hasSize(8);
        assertThat(topic.centreId()).isEqualTo(new CentreId("de-dwd"));
        assertThat(topic.dataPolicy()).contains("core");
        assertThat(topic.isForMetadata()).isFalse();
        assertThat(topic.onCache()).hasToString("cache/a/wis2/de-dwd/data/core/weather/x");
    }

    @Test
    void a_metadata_topic_has_no_data_policy() {
        Topic topic = Topic.parse("origin/a/wis2/de-dwd/metadata");

        assertThat(topic.isForMetadata()).isTrue();
        assertThat(topic.dataPolicy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',at least 5 levels",
        "origin/a/wis2/de-dwd,at least 5 levels",
        "origin/a/wis2/de-dwd/+,level 5 has the wildcard",
        "origin/a/wis2/de-dwd/Data,level 5 has the upper-case letter 'D'",
        "origin/a/wis2/de-dwd/,level 5 is empty",
        "origin/a/wis2/dwd/data,centre-id at level 4"
    })
    void a_malformed_topic_is_refused_and_told_why(String text, String why) {
        assertThatThrownBy(() -> Topic.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[" + text + "]")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "#,a/b,true",
        "#,$SYS/b,false",
        "+/b,$SYS/b,false",
        "$SYS/#,$SYS/b,true",
        "a/#,a,true",
        "a/#,a/b/c,true",
        "a/#,ab,false",
        "a/+,a/b,true",
        "a/+,a,false",
        "a/+,a/,true",
        "a/+,a/b/c,false",
        "+/+,/b,true",
        "a/+/c,a/b/c,true",
        "a/+/c,a/b/d,false",
        "a/+/#,a/b,true",
        "a/b,a/b/c,false",
        "a/b,a/B,false"
    })
    void a_filter_matches_as_mqtt_says(String filter, String topic, boolean matches) {
        assertThat(TopicFilter.parse(filter).matches(topic)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "'',at least one character",
        "a/#/b,index 2",
        "a#,index 1",
        "a/b+,index 3",
        "++,index 0",
    })
    void a_malformed_filter_is_refused_with_the_index(String text, String why) {
        assertThatThrownBy(() -> TopicFilter.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_filter_is_unicode_of_bounded_length() {
        assertThatThrownBy(() -> TopicFilter.parse("a\uD800")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> TopicFilter.parse("é".repeat(40_000)))
                .hasMessageContaining("80000");
        assertThatThrownBy(() -> TopicFilter.parse("a\u0000b")).hasMessageContaining("index 1");
    }

    @ParameterizedTest
    @CsvSource({"ocean,ocean,0", "oecan,ocean,1", "cor,core,1", "abc,xyz,3", "'',abc,3"})
    void edits_are_counted(String from, String to, int edits) {
        assertThat(Nearest.edits(from, to)).isEqualTo(edits);
    }
}
