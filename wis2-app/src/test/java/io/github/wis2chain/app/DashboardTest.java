package io.github.wis2chain.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.demo.Demonstration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dashboard, alerts and the manual name figures that a real node has.
final class DashboardTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern METRIC = Pattern.compile("\\bwis2_[a-z_]+");

    /// Only a node with TLS listeners has it; CertificateFileTest shows that it is right.
    private static final String CERTIFICATE = "wis2_certificate_expiry_timestamp_seconds";

    @TempDir private Path folder;

    @Test
    void dashboard_alerts_and_manual_name_figures_that_a_node_has()
            throws IOException, InterruptedException {
        var told = new StringWriter();
        Set<String> exposed;
        try (var demonstration = Demonstration.start(folder, true, new PrintWriter(told))) {
            assertThat(demonstration.showOneEvent()).isTrue();
            exposed = names(metrics(told.toString()));
        }
        exposed.add(CERTIFICATE);

        JsonNode dashboard =
                new JsonMapper()
                        .readTree(Files.readString(DOCS.resolve("grafana/wis2-chain.json")));
        Set<String> drawn = new TreeSet<>();
        dashboard.findValuesAsString("expr").forEach(expr -> drawn.addAll(names(expr)));
        Set<String> alerted = names(Files.readString(DOCS.resolve("grafana/alerts.yml")));
        Set<String> documented = names(Files.readString(DOCS.resolve("operations.md")));

        assertThat(drawn).hasSizeGreaterThan(15).isSubsetOf(exposed);
        assertThat(alerted).hasSizeGreaterThan(6).isSubsetOf(exposed);
        assertThat(documented).isSubsetOf(exposed);
        assertThat(exposed)
                .allSatisfy(name ->
                        assertThat(documented)
                                .contains(name.replaceFirst("_(bucket|count|sum|max)$", "")));
    }

    private static String metrics(String told) throws IOException, InterruptedException {
        Matcher port = Pattern.compile("API on (\\d+)").matcher(told);
        assertThat(port.find()).isTrue();
        try (var client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port.group(1) + "/metrics");
            String secret =
                    LocalAccess.read(System.getenv(), Integer.parseInt(port.group(1)))
                            .orElseThrow();
            var request =
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + secret)
                            .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        METRIC.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }
}
