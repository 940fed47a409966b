package io.github.wis2chain.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.mqtt.MqttConnection;
import io.github.wis2chain.adapters.mqtt.MqttSubscriber;
import io.github.wis2chain.adapters.mqtt.MqttSubscription;
import io.github.wis2chain.adapters.mqtt.Received;
import io.github.wis2chain.adapters.mqtt.SessionSettings;
import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Publishing by hand through the whole node: command line, API, store, data server, broker and a
/// subscriber.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishByHandTest {

    private static final String TOPIC = "origin/a/wis2/fr-ifremer-argo/metadata";

    private final BlockingQueue<Received> heard = new LinkedBlockingQueue<>();
    private ServedFiles files;
    private Application node;
    private MqttSubscriber subscriber;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        files = new ServedFiles();
        Ports ports = Ports.free();
        node =
                Application.start(
                        Settings.parse("test", DemoSettings.yaml(data, ports), data, Map.of())
                                .settings(),
                        InstantSource.system());
        subscriber =
                MqttSubscriber.open(
                        MqttConnection.to("mqtt://127.0.0.1:" + ports.mqtt(), "test-global-broker")
                                .withSession(SessionSettings.NONE)
                                .withLogin("everyone", "everyone"),
                        MqttSubscription.to("origin/#"),
                        heard::add,
                        InstantSource.system());
        subscriber.answers().get(20, TimeUnit.SECONDS);
    }

    @AfterAll
    void stop() {
        subscriber.close();
        node.close();
        files.close();
    }

    @Test
    void a_record_is_published_once_updated_and_withdrawn() throws Exception {
        String record = record("life");
        files.put("/life.json", record);

        assertThat(metadata("publish", "/life.json", record).out()).contains("is succeeded");
        assertThat(metadata("publish", "/life.json", record).out()).contains("is unchanged");
        String changed = record.replace("Free and unrestricted", "Free");
        files.put("/life.json", changed);
        assertThat(metadata("publish", "/life.json", changed).out()).contains("as update");
        assertThat(metadata("withdraw", "/life.json", changed).out()).contains("as deletion");

        assertThat(next()).contains("\"rel\":\"canonical\"");
        assertThat(next()).contains("\"rel\":\"update\"");
        assertThat(next()).contains("\"rel\":\"deletion\"");
    }

    @Test
    void an_older_version_that_waits_for_its_url_does_not_replace_a_newer_one() throws Exception {
        String record = record("late");
        String run = waiting("/late.json", record);
        String changed = record.replace("Free and unrestricted", "Free");
        files.put("/newer.json", changed);
        assertThat(metadata("publish", "/newer.json", changed).out()).contains("is succeeded");

        files.put("/late.json", record);
        retry(run);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(type().run("run", "show", run).out())
                                .contains("which came later"));
        assertThat(next()).contains("/newer.json");
        assertThat(heard).isEmpty();
    }

    @Test
    void a_retry_publishes_what_was_missing_at_its_url() throws Exception {
        String record = record("missing");
        String run = waiting("/missing.json", record);
        files.put("/missing.json", record);

        retry(run);

        assertThat(next()).contains("/missing.json", "\"rel\":\"canonical\"");
    }

    /// A run of a record that is not behind its URL.
    private String waiting(String path, String record) {
        var result = type().input(record).run("metadata", "publish", "-", "--url", files.url(path));
        String run = result.out().strip().replaceAll(".*: run ", "");
        await().untilAsserted(() ->
                assertThat(type().run("run", "show", run).out())
                        .contains("failed for the moment (LINK_STATUS)"));
        return run;
    }

    /// Puts the run back to work, unless it has gone there by itself just now: it may be at its next
    /// try, or through.
    private void retry(String run) {
        await().until(() ->
                type().run("run", "retry", run).code() == 0
                        || !type().run("run", "show", run).out().contains("waiting"));
    }

    @Test
    void a_ready_notification_goes_out_byte_by_byte_and_only_once() throws Exception {
        byte[] data = "profile".getBytes(StandardCharsets.UTF_8);
        files.put("/profile.bufr", data);
        String message =
                """
                { "id": "31e9d66a-cd83-4174-9429-b932f1abe1be",
                  "conformsTo": ["http://wis.wmo.int/spec/wnm/1/conf/core"],
                  "type": "Feature", "geometry": null,
                  "properties": { "data_id": "fr-ifremer-argo/by/hand.bufr",
                    "metadata_id": "urn:wmo:md:fr-ifremer-argo:cor:msg:drifters",
                    "pubtime": "2026-11-22T09:00:00Z", "datetime": null },
                  "links": [{ "href": "%s", "rel": "canonical", "length": %d }] }
                """
                        .formatted(files.url("/profile.bufr"), data.length);

        assertThat(type().input(message).run("message", "publish", "-", "--wait").out())
                .contains("is succeeded");
        assertThat(type().input(message).run("message", "publish", "-", "--wait").out())
                .contains("is unchanged");
        var other =
                type().input(message.replace("canonical", "update"))
                        .run("message", "publish", "-", "--wait");

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("NOTIFICATION_ID_TAKEN");
        Received received = heard.poll(10, TimeUnit.SECONDS);
        assertThat(received.payload().text()).isEqualTo(message);
        assertThat(received.topic()).endsWith("/drifting-buoys");
        assertThat(heard).isEmpty();
    }

    @Test
    void a_bad_record_is_refused_with_its_findings() {
        var result = metadata("publish", "/bad.json", record("bad").replace("wmo:dataPolicy", "x"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("RECORD_INVALID", "fault at /properties/wmo:dataPolicy");
        assertThat(heard).isEmpty();
    }

    private Typed.Result metadata(String command, String path, String record, String... more) {
        var arguments = new ArrayList<String>();
        Collections.addAll(arguments, "metadata", command, "-", "--url", files.url(path), "--wait");
        Collections.addAll(arguments, more);
        return type().input(record).run(arguments.toArray(String[]::new));
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", "http://127.0.0.1:" + node.apiPort());
    }

    private static String record(String name) {
        return new String(Samples.find(Samples.RECORD).orElseThrow(), StandardCharsets.UTF_8)
                .replace("cor:msg:argo", "cor:msg:" + name);
    }

    private String next() throws InterruptedException {
        Received received = heard.poll(10, TimeUnit.SECONDS);
        assertThat(received).as("a notification").isNotNull();
        assertThat(received.topic()).isEqualTo(TOPIC);
        assertThat(Wnm.validate(received.payload().bytes(), Profile.STRICT).conforms()).isTrue();
        return received.payload().text();
    }
}
