package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.engine.chain.AssetSelection;
import io.github.wis2chain.standards.cloudevents.CloudEvent;
import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventRead;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.generation.AnnouncedFile;
import io.github.wis2chain.standards.generation.Announcement;
import io.github.wis2chain.standards.generation.DataIdValues;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.stac.ItemRead;
import io.github.wis2chain.standards.stac.Multihash;
import io.github.wis2chain.standards.stac.NotificationGeometry;
import io.github.wis2chain.standards.stac.Stac;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.stac.StacItem;
import io.github.wis2chain.standards.stac.StacItemReader;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.Wnm;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a notification of each selected asset of a STAC item, or of the item that a CloudEvent carries.
record ItemMaker(Recipe recipe, AssetSelection selection) implements Maker {

    private static final Requirement ITEM = new Requirement(Stac.SPECIFICATION, "/item");

    @Override
    public List<NotificationBuilder> make(String name, Documents.Opening input)
            throws IOException, CannotBuild {
        JsonTree document = Inputs.json(Inputs.bytes(input), ITEM);
        Optional<CloudEvent> event =
                document.has("specversion") ? Optional.of(event(document)) : Optional.empty();
        JsonTree data =
                event.isEmpty()
                        ? document
                        : event.get()
                                .json()
                                .orElseThrow(() ->
                                        new CannotBuild(
                                                List.of(
                                                        Finding.failed(
                                                                ITEM,
                                                                "/data",
                                                                "the event carries no item"))));
        StacItem item = item(data);
        List<StacAsset> selected = item.assets().stream().filter(selection::takes).toList();
        if (selected.isEmpty()) {
            throw new CannotBuild(
                    List.of(
                            Finding.failed(
                                    Wnm.requirement("links"),
                                    data.pointer("assets"),
                                    "none of the %d assets is selected"
                                            .formatted(item.assets().size()))));
        }
        Optional<Geometry> place = recipe.place().isPresent() ? recipe.place() : place(item);
        List<NotificationBuilder> made = new ArrayList<>();
        for (StacAsset asset : selected) {
            made.add(notification(event, item, place, asset));
        }
        return made;
    }

    private NotificationBuilder notification(
            Optional<CloudEvent> event, StacItem item, Optional<Geometry> place, StacAsset asset)
            throws CannotBuild {
        String pointer = asset.members().pointer("href");
        var values =
                new DataIdValues(
                        recipe.topic(),
                        Optional.empty(),
                        event,
                        Optional.of(new DataIdValues.ItemAsset(item, asset)),
                        asset.href());
        var file =
                new AnnouncedFile(
                        href(asset, pointer),
                        asset.type(),
                        asset.size(),
                        asset.checksum().flatMap(Multihash::integrity),
                        Optional.empty());
        return recipe.notification(
                new Announcement(
                        recipe.dataId(values, pointer),
                        place,
                        Announcement.temporal(item.time()),
                        file),
                pointer);
    }

    private static URI href(StacAsset asset, String pointer) throws CannotBuild {
        try {
            return URI.create(asset.href());
        } catch (IllegalArgumentException malformed) {
            throw new CannotBuild(
                    Finding.failed(
                            Wnm.requirement("links").parts("D"), pointer, "the href is no URL"),
                    malformed);
        }
    }

    private static CloudEvent event(JsonTree document) throws CannotBuild {
        return switch (CloudEventReader.standard().read(document)) {
            case EventRead.Accepted accepted -> accepted.read();
            case EventRead.Refused refused ->
                    throw new CannotBuild(refused.report().findings(Verdict.FAILED));
        };
    }

    private static StacItem item(JsonTree document) throws CannotBuild {
        return switch (StacItemReader.read(document)) {
            case ItemRead.Accepted accepted -> accepted.read();
            case ItemRead.Refused refused ->
                    throw new CannotBuild(refused.report().findings(Verdict.FAILED));
        };
    }

    private static Optional<Geometry> place(StacItem item) throws CannotBuild {
        return switch (NotificationGeometry.of(item.geometry())) {
            case NotificationGeometry.Legal(Optional<Geometry> place) -> place;
            case NotificationGeometry.Illegal illegal ->
                    throw new CannotBuild(
                            illegal.faults().stream()
                                    .map(fault ->
                                            Finding.of(
                                                    Wnm.requirement("geometry").parts("B"),
                                                    Verdict.FAILED,
                                                    fault))
                                    .toList());
        };
    }
}
