package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.ToolLine;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The names by which profiles, editions and lines of the official tool are chosen.
final class Names {

    private static final Map<String, Profile> PROFILES =
            Map.of("strict", Profile.STRICT, "reference", Profile.REFERENCE);

    private static final Map<String, Edition> EDITIONS =
            Map.of(
                    Edition.RELEASE_1_3.text(), Edition.RELEASE_1_3,
                    Edition.DRAFT_1_4.text(), Edition.DRAFT_1_4);

    private static final Map<String, ToolLine> TOOLS =
            Map.of("0.12", ToolLine.LINE_0_12, "0.13", ToolLine.LINE_0_13);

    private Names() {}

    static final class OfProfile implements ITypeConverter<Profile>, Iterable<String> {

        @Override
        public Profile convert(String name) {
            return chosen(PROFILES, name, "strict or reference");
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("strict", "reference").iterator();
        }
    }

    static final class OfEdition implements ITypeConverter<Edition>, Iterable<String> {

        @Override
        public Edition convert(String name) {
            return chosen(EDITIONS, name, "1.3 or 1.4-draft");
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("1.3", "1.4-draft").iterator();
        }
    }

    static final class OfTool implements ITypeConverter<ToolLine>, Iterable<String> {

        @Override
        public ToolLine convert(String name) {
            return chosen(TOOLS, name, "0.12 or 0.13");
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("0.12", "0.13").iterator();
        }
    }

    private static <T> T chosen(Map<String, T> known, String name, String choice) {
        T chosen = known.get(name);
        if (chosen == null) {
            throw new TypeConversionException("[%s] must be %s".formatted(name, choice));
        }
        return chosen;
    }
}
