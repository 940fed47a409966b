package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.generation.DataIdValues;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Builds one notification for each selected asset that has something new to announce.
final class AnnounceFiles {

    private final Precedents precedents;
    private final NotificationIds ids;
    private final LinkVerifier verifier;

    AnnounceFiles(Precedents precedents, LinkVerifier verifier, NotificationIds ids) {
        this.precedents = precedents;
        this.ids = ids;
        this.verifier = verifier;
    }

    Drafts perform(FileEvent file, StepContext context) throws InterruptedException, StepBusy {
        Map<String, StacAsset> byDataId = dataIds(file);
        context.label(context.labels().withDataId(byDataId.keySet().iterator().next()));
        context.inOrderOf(
                byDataId.keySet().stream()
                        .map(dataId -> Precedents.thing(file.dataset().name(), dataId))
                        .collect(Collectors.toSet()));
        Optional<Geometry> place = Composition.place(file);
        var links = new LinksOfRun(verifier, false);
        var measuring = new Measuring(links, ids.clock());
        List<Draft> drafts = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Map.Entry<String, StacAsset> asset : byDataId.entrySet()) {
            draft(file, place, asset.getKey(), asset.getValue(), measuring, context, unchanged)
                    .ifPresent(drafts::add);
        }
        return new Drafts(file.dataset().destination(), drafts, unchanged, links.begun());
    }

    private Optional<Draft> draft(
            FileEvent file,
            Optional<Geometry> place,
            String dataId,
            StacAsset asset,
            Measuring measuring,
            StepContext context,
            List<String> unchanged)
            throws InterruptedException, StepBusy {
        Optional<Outbox.LastPublished> last = precedents.last(file.dataset().name(), dataId);
        Optional<String> late =
                Precedents.superseded(dataId, last, context.run(), ids.clock().instant());
        if (late.isPresent()) {
            unchanged.add(late.get());
            return Optional.empty();
        }
        Measuring.Measured measured =
                file.withdrawn() ? Measuring.Measured.NOTHING : measuring.of(asset, file, context);
        var composition = new Composition(file, place, asset, dataId, measured);
        NotificationMessage unsent = composition.unsent(context);
        byte[] bytes = unsent.toBytes();
        Build.refuseTooLarge(dataId, bytes);
        String fingerprint =
                file.withdrawn()
                        ? ""
                        : Fingerprint.of(
                                unsent,
                                bytes,
                                file.dataset().announcing().topic(),
                                context.event());
        Optional<String> same = Precedents.unchanged(dataId, last, file.withdrawn(), fingerprint);
        if (same.isPresent()) {
            unchanged.add(same.get());
            return Optional.empty();
        }
        NotificationMessage message = composition.sent(unsent, relation(file, last), ids);
        return Optional.of(
                new Draft(message, fingerprint, Payload.of(message.toBytes()), measured.data()));
    }

    private static LinkRelation relation(FileEvent file, Optional<Outbox.LastPublished> last) {
        return file.withdrawn() ? LinkRelation.DELETION : Precedents.relation(last);
    }

    private static Map<String, StacAsset> dataIds(FileEvent file) {
        Map<String, StacAsset> byDataId = new LinkedHashMap<>();
        for (StacAsset asset : file.assets()) {
            String dataId = dataId(file, asset);
            StacAsset other = byDataId.putIfAbsent(dataId, asset);
            if (other != null) {
                throw new StepFailure(
                        Failure.permanent(
                                FailureCode.DATA_ID_CLASH,
                                "The assets %s and %s both have the data_id %s; every file must have its own."
                                        .formatted(other.key(), asset.key(), dataId)));
            }
        }
        return byDataId;
    }

    static DataIdValues values(FileEvent file, StacAsset asset) {
        return new DataIdValues(
                Optional.of(file.dataset().announcing().topic()),
                Optional.of(file.dataset().name()),
                Optional.of(file.event()),
                Optional.of(new DataIdValues.ItemAsset(file.item(), asset)),
                asset.href());
    }

    private static String dataId(FileEvent file, StacAsset asset) {
        try {
            return file.dataset().announcing().dataId().fill(values(file, asset));
        } catch (DataIdTemplate.MissingValue missing) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.EVENT_INVALID,
                            "Asset %s: %s.".formatted(asset.key(), missing.getMessage())),
                    missing);
        }
    }
}
