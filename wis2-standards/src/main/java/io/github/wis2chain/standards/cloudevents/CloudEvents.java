package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.conformance.Requirement;

import java.util.Set;

/// The names of CloudEvents 1.0, and the requirements that are judged here.
///
/// The specification numbers no requirements, so these ids are ours: `/cloudevents/` and the
/// attribute, or the part of the specification, that makes the demand.
public final class CloudEvents {

    /// The specification whose requirements these are.
    public static final String SPECIFICATION = "https://github.com/cloudevents/spec/v1.0";

    /// The only `specversion` that is read.
    public static final String VERSION = "1.0";

    /// The media type of an event in structured mode.
    public static final String STRUCTURED_JSON = "application/cloudevents+json";

    static final Set<String> REQUIRED = Set.of("id", "source", "type", "specversion");
    static final Set<String> OPTIONAL = Set.of("subject", "time", "dataschema", "datacontenttype");
    static final String DATA = "data";
    static final String DATA_BASE64 = "data_base64";

    private CloudEvents() {}

    static Requirement requirement(String name) {
        return new Requirement(SPECIFICATION, "/cloudevents/" + name);
    }

    /// Whether the name is an attribute that the specification defines.
    static boolean isDefined(String name) {
        return REQUIRED.contains(name) || OPTIONAL.contains(name);
    }

    /// Whether the name is a member of the JSON format that is no attribute.
    static boolean isData(String name) {
        return name.equals(DATA) || name.equals(DATA_BASE64);
    }

    /// Whether the text has the form of an attribute name: lower-case ASCII letters and digits.
    static boolean isAttributeName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
