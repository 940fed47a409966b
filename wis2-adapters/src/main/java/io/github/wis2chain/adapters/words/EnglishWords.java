package io.github.wis2chain.adapters.words;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wcmp2.WordList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The words of American English. Immutable.
///
/// The official tool has a list of 160 572 words of its own, which knows neither *dataset* nor *metadata*; this one
/// follows it where the difference is known, and judges nearly every text alike.
public final class EnglishWords implements WordList {

    private static final String DICTIONARY =
            "/META-INF/resources/webjars/typo-js/1.2.1/dictionaries/en_US/en_US";

    private final AffixDictionary dictionary;
    private final Set<String> more;
    private final Set<String> less;

    private EnglishWords(AffixDictionary dictionary, Set<String> more, Set<String> less) {
        this.dictionary = dictionary;
        this.more = more;
        this.less = less;
    }

    /// The words that are spelt right in a profile: those of the official tool in REFERENCE, and in STRICT those of
    /// our field as well. Read at the first call, in less than a tenth of a second.
    public static EnglishWords of(Profile profile) {
        return switch (profile) {
            case REFERENCE -> Shipped.TOOL;
            case STRICT -> Shipped.FIELD;
        };
    }

    @Override
    public boolean knows(String word) {
        return !less.contains(word) && (more.contains(word) || dictionary.has(word));
    }

    /// Holds the lists, so that they are read when first asked for.
    private static final class Shipped {

        private static final AffixDictionary DICTIONARY_OF_ALL = dictionary();
        private static final Map<String, Set<String>> SECTIONS = sections();

        static final EnglishWords TOOL =
                new EnglishWords(DICTIONARY_OF_ALL, section("known"), section("unknown"));
        static final EnglishWords FIELD = new EnglishWords(DICTIONARY_OF_ALL, field(), Set.of());

        private static Set<String> field() {
            Set<String> words = new HashSet<>(section("known"));
            words.addAll(section("unknown"));
            words.addAll(section("field"));
            return Set.copyOf(words);
        }

        private static Set<String> section(String name) {
            return Set.copyOf(SECTIONS.getOrDefault(name, Set.of()));
        }

        private static AffixDictionary dictionary() {
            try (BufferedReader affixes = open(DICTIONARY + ".aff", StandardCharsets.ISO_8859_1);
                    BufferedReader words = open(DICTIONARY + ".dic", StandardCharsets.ISO_8859_1)) {
                return AffixDictionary.read(affixes, words);
            } catch (IOException failure) {
                throw new UncheckedIOException("the dictionary could not be read", failure);
            }
        }

        private static Map<String, Set<String>> sections() {
            Map<String, Set<String>> sections = new HashMap<>();
            try (BufferedReader lines = open("words.txt", StandardCharsets.US_ASCII)) {
                String section = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("[")) {
                        section = line.substring(1, line.length() - 1);
                    } else if (!line.startsWith("#") && !line.isBlank()) {
                        sections.computeIfAbsent(section, _ -> new HashSet<>())
                                .addAll(Set.of(line.strip().split(" +")));
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("words.txt could not be read", failure);
            }
            return sections;
        }

        private static BufferedReader open(String name, Charset charset) {
            InputStream stream = EnglishWords.class.getResourceAsStream(name);
            if (stream == null) {
                throw new IllegalStateException("the resource [%s] is missing".formatted(name));
            }
            return new BufferedReader(new InputStreamReader(stream, charset));
        }
    }
}
