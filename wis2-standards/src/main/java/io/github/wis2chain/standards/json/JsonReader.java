package io.github.wis2chain.standards.json;

import io.github.wis2chain.standards.json.JsonRead.Document;
import io.github.wis2chain.standards.json.JsonRead.Refused;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Optional;

/// Reads JSON texts from bytes, within limits. Safe for any number of threads.
///
/// The strict reader takes what RFC 8259 and its interoperability advice (sections 4, 6 and 8) allow and nothing
/// more: UTF-8 without byte order mark, no member twice, no lone surrogate. Its work is bounded by the length of the
/// text, whatever the text holds.
public final class JsonReader {

    private static final JsonReader STANDARD = strict(JsonLimits.STANDARD);

    private final JsonLimits limits;
    private final boolean lenient;
    private final JsonFactory factory;

    private JsonReader(JsonLimits limits, boolean lenient) {
        this.limits = limits;
        this.lenient = lenient;
        this.factory =
                JsonFactory.builder()
                        // Our own limits are tighter and tell the place; these only must not be met
                        // before them.
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(limits.maxDepth() + 1)
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .maxNameLength(Integer.MAX_VALUE)
                                        .maxNumberLength(Integer.MAX_VALUE)
                                        .build())
                        // The keys of assets are names of files, new in every event. To keep
                        // them, as Jackson does unless told, costs ten times what it saves.
                        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                        .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, lenient)
                        .build();
    }

    /// The strict reader with the standard limits.
    public static JsonReader standard() {
        return STANDARD;
    }

    /// A strict reader with limits of the caller's choice. Build it once and keep it.
    public static JsonReader strict(JsonLimits limits) {
        return new JsonReader(limits, false);
    }

    /// A reader that takes what Python's `json.loads` takes, for verdicts equal to those of the official tools:
    /// NaN and infinities, the last of several members of one name, lone surrogates, numbers rounded to binary.
    public static JsonReader lenient(JsonLimits limits) {
        return new JsonReader(limits, true);
    }

    /// Reads one text. Never throws for what the bytes hold.
    public JsonRead read(byte[] text) {
        Optional<Refused> refusal = refusalOfBytes(text);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonNode root = new TreeBuilder(parser, limits, lenient).build();
            return new Document(JsonTree.of(root));
        } catch (JsonRefusal found) {
            return refused(
                    found.fault(), TextPlace.ofCharacter(text, found.offset()), found.sentence());
        } catch (JacksonException syntax) {
            return refused(
                    JsonFault.SYNTAX,
                    place(text, syntax),
                    "the text is not JSON: %s; RFC 8259 is required"
                            .formatted(syntax.getOriginalMessage()));
        }
    }

    private static TextPlace place(byte[] text, JacksonException found) {
        TokenStreamLocation location = found.getLocation();
        return TextPlace.ofCharacter(text, location == null ? 0 : location.getCharOffset());
    }

    private Optional<Refused> refusalOfBytes(byte[] text) {
        if (text.length > limits.maxBytes()) {
            return Optional.of(
                    refused(
                            JsonFault.TOO_LARGE,
                            TextPlace.of(text, limits.maxBytes()),
                            String.format(
                                    Locale.ROOT,
                                    "the text has %d bytes; at most %d are allowed",
                                    text.length,
                                    limits.maxBytes())));
        }
        if (text.length >= 3
                && text[0] == (byte) 0xEF
                && text[1] == (byte) 0xBB
                && text[2] == (byte) 0xBF) {
            return Optional.of(
                    refused(
                            JsonFault.BYTE_ORDER_MARK,
                            TextPlace.of(text, 0),
                            "the text begins with a byte order mark; JSON must begin without one"));
        }
        int fault = Utf8.firstFault(text);
        if (fault >= 0) {
            return Optional.of(notUtf8(text, fault));
        }
        // Jackson guesses UTF-16 and UTF-32 from NUL bytes among the first four; here they are a
        // fault as anywhere.
        for (int i = 0; i < Math.min(4, text.length); i++) {
            if (text[i] == 0) {
                return Optional.of(notUtf8(text, i));
            }
        }
        return Optional.empty();
    }

    private static Refused notUtf8(byte[] text, int offset) {
        return refused(
                JsonFault.NOT_UTF8,
                TextPlace.of(text, offset),
                "the byte 0x%02X does not belong in UTF-8 text; JSON must be UTF-8"
                        .formatted(text[offset]));
    }

    private static Refused refused(JsonFault fault, TextPlace place, String sentence) {
        return new Refused(fault, place, place + ": " + sentence + ".");
    }
}
