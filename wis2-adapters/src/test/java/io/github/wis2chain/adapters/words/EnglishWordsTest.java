package io.github.wis2chain.adapters.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.standards.conformance.Profile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class EnglishWordsTest {

    private static final EnglishWords TOOL = EnglishWords.of(Profile.REFERENCE);
    private static final EnglishWords FIELD = EnglishWords.of(Profile.STRICT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Argo marine floats vertical profiles distributed by Coriolis",
                "Surface weather observations",
                "Surface Observations measured at the automatic and manual stations of the"
                    + " Environment and Climate Change Canada and partners networks, either for a"
                    + " single station, or for the stations of specific provinces and territories"
                    + " (last 30 days)",
                "Hourly synoptic observations from fixed land stations in Malawi",
                "It doesn't drift: the float's unhappy, reassembled, disconnected, happier,"
                        + " countries and cities"
            })
    void texts_that_the_official_tool_finds_without_fault_are_so(String text) {
        assertThat(words(text)).filteredOn(word -> !TOOL.knows(word)).isEmpty();
        assertThat(words(text)).filteredOn(word -> !FIELD.knows(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataset",
                "metadata",
                "netcdf",
                "bufr",
                "grib",
                "doi",
                "utc",
                "km",
                "https",
                "www",
                "org"
            })
    void the_official_tool_does_not_know_these_words_of_our_field(String word) {
        assertThat(TOOL.knows(word)).isFalse();
        assertThat(FIELD.knows(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obsevations",
                "wheather",
                "temprature",
                "stationss",
                "profils",
                "unthe",
                "ied",
                "'s",
                "xyzzy",
                "citys"
            })
    void what_is_no_word_is_known_to_no_list(String word) {
        assertThat(TOOL.knows(word)).isFalse();
        assertThat(FIELD.knows(word)).isFalse();
    }

    @Test
    void all_letters_are_words() {
        assertThat("abcdefghijklmnopqrstuvwxyz".chars().mapToObj(Character::toString))
                .allMatch(TOOL::knows);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}']+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
