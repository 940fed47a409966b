package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.ToolLine;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The names by which something is chosen, in the order in which they are told.
abstract class Names<T> implements ITypeConverter<T>, Iterable<String> {

    private final List<Map.Entry<String, T>> known;

    private Names(List<Map.Entry<String, T>> known) {
        this.known = known;
    }

    /// The names of profiles.
    static final class OfProfile extends Names<Profile> {

        OfProfile() {
            super(
                    List.of(
                            Map.entry("strict", Profile.STRICT),
                            Map.entry("reference", Profile.REFERENCE)));
        }
    }

    /// The names of editions of WNM.
    static final class OfEdition extends Names<Edition> {

        OfEdition() {
            super(
                    List.of(
                            Map.entry(Edition.RELEASE_1_3.text(), Edition.RELEASE_1_3),
                            Map.entry(Edition.DRAFT_1_4.text(), Edition.DRAFT_1_4)));
        }
    }

    /// The names of lines of the official tool.
    static final class OfTool extends Names<ToolLine> {

        OfTool() {
            super(
                    List.of(
                            Map.entry("0.12", ToolLine.LINE_0_12),
                            Map.entry("0.13", ToolLine.LINE_0_13)));
        }
    }

    @Override
    public T convert(String name) {
        return known.stream()
                .filter(each -> each.getKey().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "[%s] must be %s".formatted(name, String.join(" or ", this))))
                .getValue();
    }

    @Override
    public Iterator<String> iterator() {
        return known.stream().map(Map.Entry::getKey).iterator();
    }
}
