package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.generation.DataIdValues;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Builds one notification for each selected asset that has something new to announce.
///
/// Repeated, it makes other ids and a later pubtime; nothing of an earlier attempt was sent, because
/// what goes out is stored by a later step.
final class BuildNotifications implements Step<FileEvent, Drafts> {

    private final Precedents precedents;
    private final NotificationIds ids;
    private final Measuring measuring;

    BuildNotifications(Outbox outbox, LinkVerifier verifier, NotificationIds ids) {
        this.precedents = new Precedents(outbox);
        this.ids = ids;
        this.measuring = new Measuring(verifier, ids.clock());
    }

    @Override
    public Drafts perform(FileEvent file, StepContext context) throws InterruptedException {
        Map<String, StacAsset> byDataId = dataIds(file);
        context.label(context.labels().withDataId(byDataId.keySet().iterator().next()));
        context.inOrderOf(
                byDataId.keySet().stream()
                        .map(dataId -> Precedents.thing(file.dataset().name(), dataId))
                        .collect(Collectors.toSet()));
        Optional<Geometry> place = Composition.place(file);
        List<Draft> drafts = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (Map.Entry<String, StacAsset> asset : byDataId.entrySet()) {
            draft(file, place, asset.getKey(), asset.getValue(), context, unchanged)
                    .ifPresent(drafts::add);
        }
        return new Drafts(file.dataset(), drafts, unchanged);
    }

    private Optional<Draft> draft(
            FileEvent file,
            Optional<Geometry> place,
            String dataId,
            StacAsset asset,
            StepContext context,
            List<String> unchanged)
            throws InterruptedException {
        Optional<Outbox.LastPublished> last = precedents.last(file.dataset().name(), dataId);
        Optional<String> late = Precedents.superseded(dataId, last, context.run());
        if (late.isPresent()) {
            unchanged.add(late.get());
            return Optional.empty();
        }
        Measuring.Measured measured =
                file.withdrawn() ? Measuring.Measured.NOTHING : measuring.of(asset, file, context);
        var composition = new Composition(file, place, asset, dataId, measured);
        NotificationMessage unsent = composition.unsent(context);
        byte[] bytes = unsent.toBytes();
        refuseTooLarge(dataId, bytes);
        String fingerprint =
                file.withdrawn()
                        ? ""
                        : Fingerprint.of(
                                unsent, bytes, file.dataset().announcing(), context.event());
        Optional<Outbox.LastPublished> same =
                last.filter(before -> isSame(file, before, fingerprint));
        if (same.isPresent()) {
            unchanged.add(
                    "Nothing to publish for %s: it is unchanged since %s."
                            .formatted(dataId, same.get().at()));
            return Optional.empty();
        }
        NotificationMessage message = composition.sent(unsent, relation(file, last), ids);
        return Optional.of(
                new Draft(message, fingerprint, Payload.of(message.toBytes()), measured.data()));
    }

    /// Whatever the checks say: Global Brokers drop what is too large, so that it would count as
    /// published and reach nobody. At once, before a large geometry is put into a hundred messages.
    private static void refuseTooLarge(String dataId, byte[] message) {
        if (message.length > Wnm.MAX_MESSAGE_BYTES) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.NOTIFICATION_INVALID,
                            "The notification for %s would have %d bytes; at most %d are allowed (/req/core/message_size)."
                                    .formatted(dataId, message.length, Wnm.MAX_MESSAGE_BYTES)));
        }
    }

    /// What may be out in the world is updated: whoever has it replaces it, and whoever does not takes
    /// the update for new, while a second `canonical` is dropped as known. That goes for an unanswered
    /// deletion too, which may have failed to withdraw what was there.
    private static LinkRelation relation(FileEvent file, Optional<Outbox.LastPublished> last) {
        if (file.withdrawn()) {
            return LinkRelation.DELETION;
        }
        boolean announced =
                last.filter(before -> !before.acknowledged() || !isDeletion(before)).isPresent();
        return announced ? LinkRelation.UPDATE : LinkRelation.CANONICAL;
    }

    private static boolean isSame(FileEvent file, Outbox.LastPublished before, String fingerprint) {
        boolean gone = isDeletion(before);
        boolean same = file.withdrawn() ? gone : !gone && before.fingerprint().equals(fingerprint);
        return before.acknowledged() && same;
    }

    private static boolean isDeletion(Outbox.LastPublished before) {
        return before.rel().equals(LinkRelation.DELETION.wireName());
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
