package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the data of a dataset are announced.
///
/// @param topic where notifications are published
/// @param metadataId the dataset's discovery record, `urn:wmo:md:{centre-id}:{local id}`
/// @param dataId how the `data_id` of a file is made
/// @param options the optional members of the notification
/// @param deletionTypes CloudEvent types that announce a withdrawal; `*` at the beginning stands for
///     anything
public record Announcing(
        Topic topic,
        Optional<String> metadataId,
        DataIdTemplate dataId,
        Options options,
        Set<String> deletionTypes) {

    /// What a withdrawal is called when the configuration does not say.
    public static final Set<String> DELETIONS = Set.of("*.deletion", "*.deleted", "*.delete");

    public Announcing {
        deletionTypes = Set.copyOf(deletionTypes);
    }

    /// Whether a CloudEvent of this type withdraws data.
    boolean withdraws(String type) {
        return deletionTypes.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("*")
                                ? type.endsWith(pattern.substring(1))
                                : type.equals(pattern));
    }

    /// The optional members of a notification.
    ///
    /// @param cache `cache`; left out when empty, which means true
    /// @param producer `producer`, when publishing for another centre
    /// @param inlineUpTo data of at most this many bytes is put into `content`; 0 to 3072
    /// @param computed the digest that is computed when the event brings none that WNM allows
    /// @param properties further members of `properties`
    public record Options(
            Optional<Boolean> cache,
            Optional<String> producer,
            int inlineUpTo,
            IntegrityMethod computed,
            Map<String, JsonTree> properties) {

        /// The largest data whose base64 form has at most 4096 bytes (WNM 1, `/req/core/content`).
        public static final int INLINE_LIMIT = 3072;

        /// Nothing optional; SHA-512 where the event has no digest.
        public static final Options NONE =
                new Options(
                        Optional.empty(), Optional.empty(), 0, IntegrityMethod.SHA512, Map.of());

        public Options {
            if (inlineUpTo < 0 || inlineUpTo > INLINE_LIMIT) {
                throw new IllegalArgumentException(
                        "inline limit [%d] must be 0 to %d bytes"
                                .formatted(inlineUpTo, INLINE_LIMIT));
            }
            properties = Map.copyOf(properties);
        }
    }
}
