package io.github.wis2chain.adapters.bundle;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;
import io.github.wis2chain.standards.wcmp2.CodeLists;
import io.github.wis2chain.standards.wnm.Edition;

import tools.jackson.databind.DatabindException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A schema as its authors publish it. For any number of threads.
public final class OfficialSchema {

    private static final int LONGEST_MESSAGE = 300;

    private final Schema schema;
    private final Optional<String> edition;

    private OfficialSchema(Schema schema, Optional<String> edition) {
        this.schema = schema;
        this.edition = edition;
    }

    /// Reads a schema. References that lead out of it are followed nowhere: it must stand alone. What a local reference
    /// to nowhere should have judged is not judged.
    ///
    /// @param file what it is called in a bundle
    /// @param name what it is called where something is wrong with it
    /// @throws BundleFault if it is no schema, or one that takes everything
    public static OfficialSchema of(String file, String name, byte[] bytes) throws BundleFault {
        JsonTree document =
                JsonReader.standard()
                        .read(bytes)
                        .document()
                        .filter(root -> root.text("$schema").isPresent())
                        .orElseThrow(
                                () -> BundleFault.wrong("%s is no JSON Schema".formatted(name)));
        try {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(DanglingReferences.removed(document.node()));
            schema.initializeValidators();
            if (schema.validate(JsonWriter.object()).isEmpty()) {
                throw BundleFault.wrong(
                        "%s demands nothing of a document, so it is not the schema that is meant"
                                .formatted(name));
            }
            return new OfficialSchema(schema, SchemaEdition.of(file, document));
        } catch (SchemaException unusable) {
            throw BundleFault.wrong(
                    "%s cannot be used as a schema: %s".formatted(name, unusable.getMessage()),
                    unusable);
        }
    }

    /// The state of the standard that the schema is of, such as `1.4-draft`; empty if it does not tell.
    public Optional<String> edition() {
        return edition;
    }

    /// Why notifications of an edition must not be judged by this schema, if so: it is of another, whose demands differ.
    public Optional<String> misfit(Edition judged) {
        return edition.equals(Optional.of(judged.text()))
                ? Optional.empty()
                : Optional.of(
                        "the official schema is of %s and not applied, because WNM %s is judged by"
                                .formatted(
                                        edition.map(found -> "WNM " + found)
                                                .orElse("an edition that is not known"),
                                        judged.text()));
    }

    /// Why records must not be judged by this schema, if so: it is of a later release than the rules inside.
    public Optional<String> misfitOfRecords() {
        String inside = CodeLists.standard().version();
        return edition.filter(found -> isLater(found, inside))
                .map(found ->
                        "the official schema is of WCMP2 %s and not applied, because WCMP2 %s is judged by"
                                .formatted(found, inside));
    }

    private static boolean isLater(String release, String than) {
        return Arrays.compare(numbers(release), numbers(than)) > 0;
    }

    /// The first two numbers of a release; the third tells of corrections.
    private static int[] numbers(String release) {
        return Arrays.stream(release.split("\\.")).limit(2).mapToInt(Integer::parseInt).toArray();
    }

    /// What the schema objects to in a document; one finding that is SKIPPED if its numbers are beyond what the validator
    /// counts, or if the schema turns out to be faulty.
    ///
    /// @param requirement that the document must be valid
    /// @param formats whether `format` is asserted, which the official tools leave out
    public List<Finding> judge(JsonTree document, Requirement requirement, boolean formats) {
        try {
            return schema
                    .validate(
                            document.node(),
                            context ->
                                    context.executionConfig(
                                            config -> config.formatAssertionsEnabled(formats)))
                    .stream()
                    .map(error -> finding(error, requirement))
                    .toList();
        } catch (DatabindException uncounted) {
            return List.of(notApplied(requirement, uncounted.getOriginalMessage()));
        } catch (SchemaException faulty) {
            return List.of(notApplied(requirement, String.valueOf(faulty.getMessage())));
        }
    }

    private static Finding notApplied(Requirement requirement, String reason) {
        return Finding.skipped(
                requirement, "", "the official schema could not be applied: " + shortened(reason));
    }

    private static Finding finding(Error error, Requirement requirement) {
        return Finding.failed(
                requirement,
                String.valueOf(error.getInstanceLocation()),
                "the official schema says: " + shortened(String.valueOf(error.getMessage())));
    }

    private static String shortened(String message) {
        return message.length() > LONGEST_MESSAGE
                ? message.substring(0, LONGEST_MESSAGE) + "…"
                : message;
    }
}
