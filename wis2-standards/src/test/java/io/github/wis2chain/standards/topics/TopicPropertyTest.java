package io.github.wis2chain.standards.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Report;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Arrays;
import java.util.List;

class TopicPropertyTest {

    private static final TopicHierarchy WTH = TopicHierarchy.standard();
    private static final ReferenceTopics TOOL = new ReferenceTopics(WTH);
    private static final List<String> PATHS =
            WTH.search("").filter(path -> path.indexOf('/') > 0).toList();

    @Property(tries = 500)
    void every_path_of_the_tree_is_published_and_subscribed_to(@ForAll("topics") String topic) {
        assertThat(WTH.validatePublication(topic).conforms()).isTrue();
        assertThat(WTH.validateSubscription(topic).conforms()).isTrue();
        for (ToolMode mode : ToolMode.values()) {
            assertThat(TOOL.validate(topic, mode).conforms()).isTrue();
        }
        assertThat(Topic.parse(topic).value()).isEqualTo(topic);
        assertThat(TopicFilter.parse(topic).matches(topic)).isTrue();
    }

    @Property(tries = 2000)
    void what_the_text_lets_be_published_the_tool_does_too(@ForAll("nearTopics") String topic) {
        if (WTH.validatePublication(topic).conforms()) {
            assertThat(TOOL.validate(topic, ToolMode.PUBLICATION).conforms()).isTrue();
            Topic.parse(topic);
        }
    }

    @Property(tries = 2000)
    void what_is_offered_conforms(@ForAll("nearTopics") String topic) {
        for (Finding finding : WTH.validatePublication(topic).findings()) {
            finding.fix()
                    .ifPresent(fix ->
                            assertThat(WTH.validatePublication(fix).conforms()).as(fix).isTrue());
        }
        for (Finding finding : WTH.validateSubscription(topic).findings()) {
            finding.fix()
                    .ifPresent(fix ->
                            assertThat(WTH.validateSubscription(fix).conforms()).as(fix).isTrue());
        }
    }

    @Property(tries = 1000)
    void a_filter_made_of_a_topic_matches_it(
            @ForAll("topics") String topic, @ForAll int wildcards, @ForAll int cut) {
        String[] levels = topic.split("/");
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (wildcards >> i & 1) == 1 ? "+" : levels[i];
        }
        String same = String.join("/", levels);
        int kept = Math.floorMod(cut, levels.length + 1);
        String open = String.join("/", Arrays.copyOf(levels, kept)) + (kept == 0 ? "#" : "/#");

        assertThat(TopicFilter.parse(same).matches(topic)).isTrue();
        assertThat(TopicFilter.parse(open).matches(topic)).isTrue();
        assertThat(TopicFilter.parse(same).matches(topic + "/more")).isFalse();
        assertThat(WTH.validateSubscription(same).conforms()).isTrue();
        assertThat(WTH.validateSubscription(open).conforms()).isTrue();
    }

    @Property(tries = 2000)
    void no_text_makes_a_judgement_throw(@ForAll String text) {
        everyJudgement(text);
        everyJudgement("origin/a/wis2/fr-ifremer-argo/data/core/" + text);
        everyJudgement("origin/a/wis2/" + text + "/metadata");
    }

    private static void everyJudgement(String text) {
        told(WTH.validatePublication(text));
        told(WTH.validatePublication(text, new CentreId("fr-ifremer-argo")));
        told(WTH.validateSubscription(text));
        told(WTH.validateNewCentre(text));
        told(TOOL.validateNewCentre(text));
        for (ToolMode mode : ToolMode.values()) {
            told(TOOL.validate(text, mode));
        }
        assertThat(WTH.children(text)).doesNotContain("");
        TOOL.children(text);
    }

    private static void told(Report report) {
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    }

    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.of(PATHS).map(path -> "origin/a/wis2/fr-ifremer-argo/data/core/" + path);
    }

    /// Topics with a character or two changed.
    @Provide
    Arbitrary<String> nearTopics() {
        Arbitrary<Character> characters =
                Arbitraries.of('a', '-', '/', '+', '#', 'X', '.', ' ', 'é');
        return topics().flatMap(topic ->
                Arbitraries.integers()
                        .between(0, topic.length() - 1)
                        .flatMap(at ->
                                characters.map(c ->
                                        topic.substring(0, at) + c + topic.substring(at + 1))));
    }
}
