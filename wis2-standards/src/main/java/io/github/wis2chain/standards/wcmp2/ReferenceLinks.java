package io.github.wis2chain.standards.wcmp2;

import static io.github.wis2chain.standards.wcmp2.ReferenceTests.aborted;
import static io.github.wis2chain.standards.wcmp2.ReferenceTests.failed;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.ReferenceTopics;
import io.github.wis2chain.standards.topics.ToolMode;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The test of pywcmp 0.14.4 on links, with the topic check of pywis-topics 0.5.0.
final class ReferenceLinks {

    private static final Set<String> HEADINGS = Set.of(ReferenceTests.HEADING, "Relation Name");

    private ReferenceLinks() {}

    static Optional<Fault> links(JsonTree record, TopicHierarchy hierarchy) {
        Optional<JsonTree> links = record.member("links");
        if (links.isEmpty()) {
            return aborted("/links", "there are no links");
        }
        if (links.get().size() == 0 && (links.get().isArray() || links.get().isObject())) {
            return failed("/links", "there is no link; one is required");
        }
        if (!links.get().isArray()) {
            return aborted("/links", "the links are no array");
        }
        for (JsonTree link : links.get().items()) {
            Optional<Fault> fault = relation(link);
            if (fault.isEmpty()) {
                fault = subscription(record, link, hierarchy);
            }
            boolean hub = fault.isEmpty() && isHubWithoutChannel(link);
            if (fault.isEmpty() && !hub) {
                fault = security(link);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> relation(JsonTree link) {
        Optional<JsonTree> rel = link.member("rel");
        if (rel.isEmpty()) {
            return aborted(link.pointer("rel"), "the link has no relation");
        }
        String text = rel.get().text().orElse("");
        return HEADINGS.contains(text) || CodeLists.standard().linkRelations().contains(text)
                ? Optional.empty()
                : failed(
                        rel.get().pointer(),
                        "%s is no known relation, which is required"
                                .formatted(Faults.quoted(rel.get())));
    }

    private static boolean isBroker(JsonTree link) {
        String href = link.text("href").orElse("");
        return href.startsWith("mqtt") || href.startsWith("ws");
    }

    private static boolean isHubWithoutChannel(JsonTree link) {
        return isBroker(link)
                && !link.has("channel")
                && link.text("rel").filter("hub"::equals).isPresent();
    }

    private static Optional<Fault> subscription(
            JsonTree record, JsonTree link, TopicHierarchy hierarchy) {
        if (link.text("href").isEmpty()) {
            return aborted(link.pointer("href"), "the link has no href");
        }
        if (!isBroker(link) || isHubWithoutChannel(link)) {
            return Optional.empty();
        }
        Optional<JsonTree> channel = link.member("channel");
        if (channel.isEmpty()) {
            return failed(link.pointer("channel"), "the channel is absent; one is required");
        }
        if (channel.get().text().isEmpty()) {
            return aborted(channel.get().pointer(), "the channel is no string");
        }
        String topic = channel.get().text().get();
        return topic.startsWith("origin/a/wis2") || topic.startsWith("cache/a/wis2")
                ? channel(record, channel.get().pointer(), topic, hierarchy)
                : Optional.empty();
    }

    private static Optional<Fault> security(JsonTree link) {
        boolean noMap = link.member("security").filter(map -> !map.isObject()).isPresent();
        if (noMap) {
            return aborted(link.pointer("security"), "the security is no object");
        }
        for (JsonTree scheme : link.object("security").map(JsonTree::members).orElseGet(List::of)) {
            if (scheme.member("description").filter(text -> !text.isNull()).isEmpty()) {
                return failed(
                        scheme.pointer("description"),
                        "the description is absent; one is required");
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> channel(
            JsonTree record, String at, String topic, TopicHierarchy hierarchy) {
        List<String> levels = List.of(topic.split("/", -1));
        if (levels.size() > 3 && !ReferenceTests.isCentre(levels.get(3), hierarchy)) {
            return failed(
                    at, "the centre of the channel is not in the list; a listed one is required");
        }
        if (levels.size() > 5 && levels.get(4).equals("data")) {
            Optional<JsonTree> policy = record.at("/properties/wmo:dataPolicy");
            if (policy.isEmpty()) {
                return aborted("/properties/wmo:dataPolicy", "there is no policy");
            }
            if (!policy.get().text().equals(Optional.of(levels.get(5)))) {
                return failed(
                        at, "the channel has another policy than the record; the same is required");
            }
        }
        if (!new ReferenceTopics(hierarchy).validate(topic, ToolMode.PUBLICATION).conforms()) {
            return failed(at, "the channel is no topic of WIS2, which is required");
        }
        // The topic has five levels at least; an identifier without a fourth part is let pass.
        Optional<String> id = record.text("id");
        if (id.isEmpty()) {
            return aborted("/id", "the identifier is no string");
        }
        String[] tokens = id.get().split(":", -1);
        return tokens.length < 4 || tokens[3].equals(levels.get(3))
                ? Optional.empty()
                : failed(
                        at,
                        "the centre of the channel is not that of the identifier, which is"
                                + " required");
    }
}
