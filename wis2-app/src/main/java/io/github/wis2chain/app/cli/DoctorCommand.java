package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.LocalAccess;
import io.github.wis2chain.app.doctor.Diagnosis;
import io.github.wis2chain.app.doctor.Diagnosis.Verdict;
import io.github.wis2chain.app.doctor.Doctor;
import io.github.wis2chain.app.doctor.Surroundings;
import io.github.wis2chain.app.doctor.Testimony;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.app.settings.binding.Problem;
import io.github.wis2chain.app.settings.binding.Secret;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Says what is wrong around a node.
@Command(
        name = "doctor",
        description = {
            "Says what is wrong around a node, whether it runs or not: Java, configuration, clock,"
                    + " ports, data directory, disk, store, certificates, brokers, data servers,"
                    + " discovery records. Call it where the node runs, as its user.",
            "It changes nothing, and publishes nothing unless told to."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 doctor",
            "  wis2 doctor --data-url https://data.example.org/argo/a.bufr",
            "  wis2 doctor --config /etc/wis2/wis2.yaml --json"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing is in the way of the node; there may be warnings",
            "1:a check failed",
            "2:wrong usage",
            "3:could not be decided"
        })
final class DoctorCommand implements Callable<Integer> {

    private static final String CONFIGURATION = "configuration";

    private final Terminal terminal;

    @Mixin private ConfigOptions config;

    @Option(
            names = "--data-url",
            paramLabel = "URL",
            description = "Data whose server shall answer; may be given several times.")
    private List<URI> links = List.of();

    @Option(
            names = "--catalogue",
            paramLabel = "URL",
            description =
                    "A Global Discovery Catalogue's collection of discovery records, to be asked"
                            + " for those of the datasets.")
    private @Nullable URI catalogue;

    @Option(
            names = "--publish",
            description =
                    "Try whether an external broker lets the node publish: sends an empty message"
                            + " to the topic of each dataset. It goes out to whoever listens, and"
                            + " Global Brokers count it as invalid.")
    private boolean publish;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
        this.config = new ConfigOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Diagnosis> found = new ArrayList<>(Doctor.machine());
        Optional<Settings> settings = settings(found);
        if (settings.isPresent()) {
            examine(settings.get(), found);
        }
        if (json) {
            terminal.out().println(json(found));
        } else {
            print(found);
        }
        return count(found, Verdict.FAIL) == 0 ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
    }

    private Optional<Settings> settings(List<Diagnosis> found) {
        if (Files.notExists(config.file())) {
            found.add(
                    Diagnosis.fail(
                            CONFIGURATION,
                            "There is no file %s.".formatted(config.file()),
                            "`wis2 config show --sample > %s` makes one to begin with; --config"
                                            .formatted(config.file())
                                    + " names another."));
            return Optional.empty();
        }
        try {
            Settings settings = config.read().settings();
            found.add(Diagnosis.pass(CONFIGURATION, "%s is valid.".formatted(config.file())));
            return Optional.of(settings);
        } catch (InvalidSettings invalid) {
            for (Problem problem : invalid.problems()) {
                found.add(
                        Diagnosis.fail(
                                CONFIGURATION,
                                problem.toString(),
                                "Correct it; `wis2 config check` tells when all is well."));
            }
            return Optional.empty();
        }
    }

    private void examine(Settings settings, List<Diagnosis> found) throws InterruptedException {
        boolean runs = Doctor.nodeRuns(settings);
        Optional<Testimony> testimony = runs ? testimony(settings, found) : Optional.empty();
        if (!runs) {
            found.add(Diagnosis.pass("node", "No node with this configuration runs here."));
        }
        found.addAll(
                Doctor.examine(
                        new Surroundings(
                                settings,
                                testimony,
                                links,
                                publish,
                                Optional.ofNullable(catalogue),
                                InstantSource.system()),
                        runs));
    }

    /// What the running node says, if it speaks to this user.
    private Optional<Testimony> testimony(Settings settings, List<Diagnosis> found) {
        URI address = Doctor.api(settings);
        Optional<String> token =
                settings.api()
                        .token()
                        .map(Secret::value)
                        .or(() -> terminal.variable("WIS2_TOKEN"))
                        .or(() -> LocalAccess.read(terminal.environment(), settings.api().port()));
        try (var api = new ApiClient(address, token)) {
            Testimony testimony = new NodeWitness(api).ask();
            found.add(Diagnosis.pass("node", "It runs, and answers at %s.".formatted(address)));
            return Optional.of(testimony);
        } catch (CommandFailure silent) {
            found.add(
                    Diagnosis.warn(
                            "node",
                            "It runs at %s, and does not say how it is: %s"
                                    .formatted(address, silent.getMessage()),
                            "Call the doctor as the user that runs the node, or set WIS2_TOKEN."));
            return Optional.empty();
        }
    }

    private void print(List<Diagnosis> found) {
        for (Diagnosis each : found) {
            terminal.out()
                    .println(
                            "%s  %s: %s"
                                    .formatted(
                                            word(each.verdict()),
                                            each.check(),
                                            Printable.of(each.evidence())));
            each.remedy().ifPresent(remedy -> terminal.out().println("      To do: " + remedy));
        }
        terminal.out().println();
        terminal.out()
                .println(
                        "%d checks: %d passed, %d to be looked at, %d failed."
                                .formatted(
                                        found.size(),
                                        count(found, Verdict.PASS),
                                        count(found, Verdict.WARN),
                                        count(found, Verdict.FAIL)));
    }

    private String word(Verdict verdict) {
        String word = verdict.name();
        return switch (verdict) {
            case PASS -> terminal.good(word);
            case WARN -> terminal.warning(word);
            case FAIL -> terminal.bad(word);
        };
    }

    private static ObjectNode json(List<Diagnosis> found) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("well", count(found, Verdict.FAIL) == 0);
        ArrayNode checks = answer.putArray("checks");
        for (Diagnosis each : found) {
            checks.addObject()
                    .put("check", each.check())
                    .put("verdict", each.verdict().name())
                    .put("evidence", each.evidence())
                    .put("remedy", each.remedy().orElse(null));
        }
        return answer;
    }

    private static long count(List<Diagnosis> found, Verdict verdict) {
        return found.stream().filter(each -> each.verdict() == verdict).count();
    }
}
