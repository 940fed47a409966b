package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.cloudevents.CloudEvent;
import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventRead;
import io.github.wis2chain.standards.cloudevents.UserProperty;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.stac.ItemRead;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.stac.StacItem;
import io.github.wis2chain.standards.stac.StacItemReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the CloudEvent and its STAC item, and finds the dataset.
final class ReadFileEvent {

    private final CloudEventReader events = CloudEventReader.standard();
    private final Datasets datasets;

    ReadFileEvent(Datasets datasets) {
        this.datasets = datasets;
    }

    FileEvent perform(Event received, StepContext context) {
        CloudEvent event = event(received, context);
        context.label(context.labels().withEventName(event.id()));
        StacItem item = item(event, context);
        Dataset dataset = dataset(received, event, item);
        context.label(context.labels().withDataset(dataset.name()));
        List<StacAsset> assets = selected(item, dataset);
        return new FileEvent(
                event, item, dataset, assets, dataset.announcing().withdraws(event.type()));
    }

    private CloudEvent event(Event received, StepContext context) {
        Map<String, String> properties = received.origin().properties();
        byte[] payload = received.payload().bytes();
        EventRead read =
                events.readMqtt(
                        Optional.ofNullable(properties.get(Origin.CONTENT_TYPE)),
                        attributes(properties),
                        payload);
        Remarks.pass(read.report(), context);
        return read.event()
                .orElseThrow(() ->
                        new StepFailure(
                                Failure.permanent(
                                                isUnreadable(read.report(), payload)
                                                        ? FailureCode.EVENT_NOT_JSON
                                                        : FailureCode.EVENT_INVALID,
                                                "The event is no CloudEvent: %s"
                                                        .formatted(Remarks.faults(read.report())))
                                        .blaming(Remarks.culprit(read.report()))));
    }

    /// Whether it is the text as such that was refused, so that there is no place in it to correct.
    private static boolean isUnreadable(Report report, byte[] payload) {
        String place = report.findings(Verdict.FAILED).getFirst().pointer();
        return (place.isEmpty() || place.equals("/data"))
                && JsonReader.standard().read(payload) instanceof JsonRead.Refused;
    }

    /// The attributes of binary mode: user properties in MQTT 5, `ce-…` headers in HTTP.
    private static List<UserProperty> attributes(Map<String, String> properties) {
        List<UserProperty> attributes = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(Origin.USER_PROPERTY)) {
                attributes.add(
                        new UserProperty(name.substring(Origin.USER_PROPERTY.length()), value));
            } else if (name.startsWith(Origin.HEADER)) {
                UserProperty.ofHeader(name.substring(Origin.HEADER.length()), value)
                        .ifPresent(attributes::add);
            }
        });
        return attributes;
    }

    private StacItem item(CloudEvent event, StepContext context) {
        JsonTree data =
                event.json()
                        .orElseThrow(() ->
                                new StepFailure(
                                        Failure.permanent(
                                                FailureCode.EVENT_INVALID,
                                                "/data: the event carries no JSON; a STAC item is"
                                                        + " required.")));
        datasets.limits().check(data);
        ItemRead read = StacItemReader.read(data);
        Remarks.pass(read.report(), context);
        return read.item()
                .orElseThrow(() ->
                        new StepFailure(
                                Failure.permanent(
                                                FailureCode.EVENT_INVALID,
                                                "The event's data is no STAC item: %s"
                                                        .formatted(Remarks.faults(read.report())))
                                        .blaming(Remarks.culprit(read.report()))));
    }

    private Dataset dataset(Event received, CloudEvent event, StacItem item) {
        return datasets.of(received.source(), event, item.collection())
                .orElseThrow(() ->
                        new StepFailure(
                                Failure.permanent(
                                                FailureCode.DATASET_UNKNOWN,
                                                "No dataset takes an event with source %s, subject %s and type %s: %s."
                                                        .formatted(
                                                                received.source(),
                                                                event.subject().orElse("(none)"),
                                                                event.type(),
                                                                datasets.described()))
                                        .blaming(event.subject().orElseGet(event::type))));
    }

    private static List<StacAsset> selected(StacItem item, Dataset dataset) {
        List<StacAsset> assets = item.assets().stream().filter(dataset.assets()::takes).toList();
        if (assets.isEmpty()) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.NO_ASSET,
                            item.assets().isEmpty()
                                    ? "/data/assets: there is no asset; at least one data file is"
                                            + " required."
                                    : "/data/assets: none of the %d assets is selected by dataset %s."
                                            .formatted(item.assets().size(), dataset.name())));
        }
        return assets;
    }
}
