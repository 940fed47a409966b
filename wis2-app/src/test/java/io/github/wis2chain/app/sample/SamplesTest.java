package io.github.wis2chain.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wis2chain.standards.cloudevents.CloudEvent;
import io.github.wis2chain.standards.cloudevents.CloudEventReader;
import io.github.wis2chain.standards.cloudevents.EventRead;
import io.github.wis2chain.standards.stac.ItemRead;
import io.github.wis2chain.standards.stac.StacItemReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

final class SamplesTest {

    private static final String PROFILE = "argo-profile-6999901-012.bufr";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void the_profile_is_what_its_program_makes() throws IOException {
        assertThat(sample(PROFILE)).isEqualTo(ArgoProfile.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"argo-event.json", "drifter-event.json"})
    void an_event_announces_the_size_and_digest_of_its_file(String name) throws Exception {
        JsonNode assets = event(name).at("/data/assets");

        assertThat(assets.size()).isEqualTo(1);
        for (Map.Entry<String, JsonNode> asset : assets.properties()) {
            byte[] file = sample(asset.getKey());
            String href = asset.getValue().get("href").asString();
            assertThat(href).startsWith("{base}/").endsWith("/" + asset.getKey());
            assertThat(
                            URI.create(href.replace("{base}", "http://127.0.0.1:1"))
                                    .getPath()
                                    .split("/"))
                    .hasSizeGreaterThan(3);
            assertThat(asset.getValue().get("file:size").asInt()).isEqualTo(file.length);
            assertThat(asset.getValue().get("file:checksum").asString())
                    .isEqualTo(
                            "1620"
                                    + HexFormat.of()
                                            .formatHex(
                                                    MessageDigest.getInstance("SHA3-256")
                                                            .digest(file)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"argo-event.json", "drifter-event.json"})
    void an_event_has_nothing_that_our_own_rules_find(String name) throws IOException {
        String text =
                new String(sample(name), StandardCharsets.UTF_8)
                        .replace("{base}", "https://data.example.org");

        EventRead event =
                CloudEventReader.standard().readStructured(text.getBytes(StandardCharsets.UTF_8));
        ItemRead item = StacItemReader.read(event.event().flatMap(CloudEvent::json).orElseThrow());

        assertThat(event.report().findings()).isEmpty();
        assertThat(item.report().findings()).isEmpty();
        assertThat(item.item()).isPresent();
    }

    @Test
    void the_event_and_the_profile_agree_on_platform_and_place() throws IOException {
        JsonNode item = event("argo-event.json").get("data");

        assertThat(item.at("/properties/platform").asString())
                .isEqualTo(Integer.toString(ArgoProfile.PLATFORM));
        assertThat(item.at("/geometry/coordinates/0").asDouble()).isEqualTo(ArgoProfile.LONGITUDE);
        assertThat(item.at("/geometry/coordinates/1").asDouble()).isEqualTo(ArgoProfile.LATITUDE);
    }

    @Test
    void a_foreign_decoder_reads_the_profile(@TempDir Path dir) throws Exception {
        boolean installed =
                List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bufr_dump")));
        if (System.getenv().getOrDefault("CI", "").equals("true")) {
            assertThat(installed)
                    .as("bufr_dump (Debian: libeccodes-tools) is on the PATH")
                    .isTrue();
        }
        assumeTrue(installed, "NOT CHECKED: bufr_dump (Debian: libeccodes-tools) is not installed");
        Path file = Files.write(dir.resolve(PROFILE), sample(PROFILE));
        Path output = dir.resolve("output");

        Process decoder =
                new ProcessBuilder("bufr_dump", "-p", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        assertThat(decoder.waitFor(20, TimeUnit.SECONDS)).isTrue();
        String dump = Files.readString(output);
        assertThat(decoder.exitValue()).as(dump).isZero();
        assertThat(dump)
                .contains("unexpandedDescriptors=315003\n")
                .contains("marineObservingPlatformIdentifier=6999901\n")
                .contains("observingPlatformManufacturerModel=\"ARVOR\"\n")
                .contains("latitude=46.7512\n")
                .contains("longitude=-8.3264\n")
                .contains("year=2026\nmonth=11\nday=22\nhour=8\nminute=42\n");
        assertMeasured(dump, "waterPressure", level -> level.pressure() * 10_000);
        assertMeasured(
                dump, "oceanographicWaterTemperature", level -> level.temperature() + 273.15);
        assertMeasured(dump, "salinity", ArgoProfile.Level::salinity);
    }

    private static void assertMeasured(
            String dump, String name, Function<ArgoProfile.Level, Double> quantity) {
        List<Double> found =
                Pattern.compile("(?m)^#\\d+#" + name + "=(.*)$")
                        .matcher(dump)
                        .results()
                        .map(result -> Double.valueOf(result.group(1)))
                        .collect(Collectors.toList());
        assertThat(found).hasSameSizeAs(ArgoProfile.LEVELS);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i))
                    .isCloseTo(quantity.apply(ArgoProfile.LEVELS.get(i)), within(0.0005));
        }
    }

    private static JsonNode event(String name) throws IOException {
        return JSON.readTree(new String(sample(name), StandardCharsets.UTF_8));
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/sample/" + name)) {
            assertThat(in).as("/sample/" + name).isNotNull();
            return in.readAllBytes();
        }
    }
}
