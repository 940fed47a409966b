package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Type;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;
import io.github.wis2chain.engine.chain.Announcing;
import io.github.wis2chain.engine.chain.ByHand;
import io.github.wis2chain.standards.generation.DataIdTemplate;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// A dataset: which events bring its files, and how those are announced.
///
/// @param when which events; of several datasets the first that matches counts
/// @param metadataId the dataset's discovery record
/// @param topic where its notifications are published
/// @param dataId the template of the `data_id`
/// @param assets which assets of an item are announced
/// @param cache the member `cache`; empty leaves it out, which means true
/// @param inlineUpTo data of at most this many bytes goes into `content`; 0 for none
/// @param producer the member `producer`, when publishing for another centre
/// @param computed the digest that is computed when the event brings none
/// @param deletionTypes CloudEvent types that announce a withdrawal; empty for the usual ones
/// @param properties further members of the notification's `properties`
public record DatasetSettings(
        String name,
        WhenSettings when,
        Optional<String> metadataId,
        String topic,
        String dataId,
        AssetSettings assets,
        Optional<Boolean> cache,
        int inlineUpTo,
        Optional<String> producer,
        Digest computed,
        List<String> deletionTypes,
        ObjectNode properties,
        CheckSettings checks) {

    /// The digests that WNM allows.
    public enum Digest {
        SHA256,
        SHA384,
        SHA512,
        SHA3_256,
        SHA3_384,
        SHA3_512
    }

    private static final Type<Integer> INLINE =
            new Type<>(
                    "a size of at most 3072B, or off",
                    text -> {
                        int size = Types.sizeUpTo2Gb().orOff().reader().apply(text).orElse(0);
                        if (size > Announcing.Options.INLINE_LIMIT) {
                            throw new IllegalArgumentException("");
                        }
                        return size;
                    });

    private static final Type<String> TEMPLATE =
            new Type<>(
                    "a template such as {centre-id}/{dataset}/{href.name}",
                    text -> DataIdTemplate.parse(text).toString());

    private static final Type<String> METADATA_ID =
            new Type<>(
                    "an identifier such as urn:wmo:md:centre-id:local-id",
                    text -> {
                        if (!text.matches("urn:wmo:md:[^:\\s]+:\\S+")) {
                            throw new IllegalArgumentException("");
                        }
                        return text;
                    });

    public DatasetSettings {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(
                    "dataset name [%s] must be lower-case letters, digits and hyphens, at most 63 of them"
                            .formatted(name));
        }
        if (ByHand.RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "dataset name [%s] is kept for what is published by hand".formatted(name));
        }
        deletionTypes = List.copyOf(deletionTypes);
    }

    static Value<DatasetSettings> read(String name, Section section) {
        var when = section.section("when", WhenSettings::read);
        var metadataId = section.optional("metadata-id", METADATA_ID);
        var topic = section.required("topic", Types.TEXT);
        var dataId =
                section.optional("data-id", TEMPLATE, "{centre-id}/{dataset}/{href.path.last(3)}");
        var assets = section.section("assets", AssetSettings::read);
        var cache = section.optional("cache", Types.SWITCH);
        var inlineUpTo = section.optional("inline-up-to", INLINE, "off");
        var producer = section.optional("producer", Types.TEXT);
        var computed = section.optional("integrity", Types.oneOf(Digest.class), "sha512");
        var deletionTypes = section.list("deletion-types", Types.TEXT);
        var properties = section.json("properties");
        var checks = section.section("checks", CheckSettings::read);
        return section.build(() ->
                new DatasetSettings(
                        name,
                        when.get(),
                        metadataId.get(),
                        topic.get(),
                        dataId.get(),
                        assets.get(),
                        cache.get(),
                        inlineUpTo.get(),
                        producer.get(),
                        computed.get(),
                        deletionTypes.get(),
                        properties.get(),
                        checks.get()));
    }
}
