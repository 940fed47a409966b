package io.github.wis2chain.app.doctor;

import io.github.wis2chain.app.settings.DatasetSettings;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the datasets have discovery records that the world can know: without one a Global Broker
/// or Cache may refuse their notifications.
final class MetadataCheck implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PUBLISH =
            "Publish it: `wis2 metadata publish RECORD --url URL`; nothing need be done if another"
                    + " system has announced it.";

    private final Optional<URI> catalogue;
    private final Optional<Set<String>> announced;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /// @param catalogue a collection of records, to be asked for each
    /// @param announced the records that the running node announced; empty if none runs
    MetadataCheck(Optional<URI> catalogue, Optional<Set<String>> announced) {
        this.catalogue = catalogue;
        this.announced = announced;
    }

    List<Diagnosis> look(Iterable<DatasetSettings> datasets) throws InterruptedException {
        List<Diagnosis> found = new ArrayList<>();
        for (DatasetSettings dataset : datasets) {
            String check = "discovery record of " + dataset.name();
            if (dataset.metadataId().isEmpty()) {
                found.add(
                        Diagnosis.warn(
                                check,
                                "The dataset names none, so its notifications have no metadata_id.",
                                "Name it as datasets.%s.metadata-id.".formatted(dataset.name())));
            } else if (catalogue.isPresent()) {
                found.add(asked(check, dataset.metadataId().get(), catalogue.get()));
            } else {
                found.add(known(check, dataset.metadataId().get()));
            }
        }
        return found;
    }

    private Diagnosis known(String check, String id) {
        if (announced.isEmpty()) {
            return Diagnosis.pass(
                    check,
                    "%s; whether it was announced is asked with --catalogue, or of a running node."
                            .formatted(id));
        }
        return announced.get().contains(id)
                ? Diagnosis.pass(check, "%s, announced by this node.".formatted(id))
                : Diagnosis.warn(check, "This node did not announce %s.".formatted(id), PUBLISH);
    }

    private Diagnosis asked(String check, String id, URI collection) throws InterruptedException {
        URI item =
                URI.create(
                        "%s/items/%s"
                                .formatted(
                                        collection.toString().replaceAll("/+$", ""),
                                        URLEncoder.encode(id, StandardCharsets.UTF_8)));
        try {
            int status =
                    http.send(
                                    HttpRequest.newBuilder(item)
                                            .timeout(PATIENCE)
                                            .header("Accept", "application/geo+json")
                                            .GET()
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            return switch (status) {
                case 200 -> Diagnosis.pass(check, "The catalogue has it: %s".formatted(item));
                case 404 ->
                        Diagnosis.fail(
                                check,
                                "The catalogue does not have it: %s".formatted(item),
                                "Publish it: `wis2 metadata publish RECORD --url URL`.");
                default ->
                        Diagnosis.warn(
                                check,
                                "The catalogue answered with status %d: %s".formatted(status, item),
                                "Ask again later, or another catalogue.");
            };
        } catch (IOException unreachable) {
            return Diagnosis.warn(
                    check,
                    "The catalogue cannot be reached at %s: %s."
                            .formatted(
                                    item,
                                    unreachable.getMessage() == null
                                            ? unreachable.getClass().getSimpleName()
                                            : unreachable.getMessage()),
                    "Check the address, and the way to it from here.");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
