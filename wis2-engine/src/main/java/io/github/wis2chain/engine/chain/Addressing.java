package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.MetadataId;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds where a notification goes that somebody else has made: by the topic that is given with it,
/// else by its `metadata_id` and `data_id`.
record Addressing(Datasets datasets, Precedents precedents) {

    private static final String SYSTEM = "wis2/";

    /// The dataset of a notification, or what takes those that have none.
    ///
    /// @throws StepFailure permanent, `TOPIC_UNKNOWN`, if there is no topic for it or more than one
    Destination of(NotificationMessage message, Optional<Topic> given) {
        boolean ofRecord =
                given.map(Topic::isForMetadata).orElseGet(() -> announcesRecord(message.dataId()));
        if (ofRecord) {
            return datasets.byHand().metadata();
        }
        List<Dataset> fitting =
                datasets.all().stream()
                        .filter(dataset ->
                                given.filter(topic -> !topic.equals(topic(dataset))).isEmpty())
                        .filter(dataset -> isOf(dataset, message))
                        .toList();
        return fitting.stream()
                .filter(dataset -> hasPublished(dataset, message.dataId()))
                .findFirst()
                .or(() -> first(fitting, message))
                .map(Dataset::destination)
                .or(() -> given.map(this::others))
                .orElseThrow(() -> unknown(message, "belongs to no dataset; name its topic"));
    }

    /// Where a notification on this topic goes that belongs to no dataset.
    Destination others(Topic topic) {
        return datasets.byHand().others(topic);
    }

    private static Optional<Dataset> first(List<Dataset> fitting, NotificationMessage message) {
        if (fitting.stream().map(Addressing::topic).distinct().count() > 1) {
            throw unknown(
                    message,
                    "may belong to %s, which have different topics; name one of them"
                            .formatted(
                                    fitting.stream()
                                            .map(Dataset::name)
                                            .collect(Collectors.joining(", "))));
        }
        return fitting.stream().findFirst();
    }

    private static StepFailure unknown(NotificationMessage message, String why) {
        return new StepFailure(
                Failure.permanent(
                        FailureCode.TOPIC_UNKNOWN,
                        "The notification with data_id %s and metadata_id %s %s."
                                .formatted(
                                        message.dataId(),
                                        message.metadataId()
                                                .map(MetadataId::value)
                                                .orElse("(none)"),
                                        why)));
    }

    private boolean hasPublished(Dataset dataset, DataId dataId) {
        return precedents.last(dataset.name(), dataId.value()).isPresent();
    }

    private static boolean isOf(Dataset dataset, NotificationMessage message) {
        return message.metadataId()
                .map(id -> dataset.announcing().metadataId().equals(Optional.of(id.value())))
                .orElseGet(() -> path(message.dataId()).startsWith(pathOf(topic(dataset)) + "/"));
    }

    private static Topic topic(Dataset dataset) {
        return dataset.announcing().topic();
    }

    /// The `data_id` may be a topic without channel and version (WNM 1.3, `/per/core/data_id`).
    private boolean announcesRecord(DataId dataId) {
        return path(dataId).startsWith(datasets.byHand().centre() + "/metadata/");
    }

    private static String path(DataId dataId) {
        String text = dataId.value();
        return text.startsWith(SYSTEM) ? text.substring(SYSTEM.length()) : text;
    }

    private static String pathOf(Topic topic) {
        return topic.levels().stream().skip(3).collect(Collectors.joining("/"));
    }
}
