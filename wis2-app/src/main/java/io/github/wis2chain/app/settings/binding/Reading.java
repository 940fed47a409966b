package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Mapping;
import io.github.wis2chain.app.settings.binding.Node.Nothing;
import io.github.wis2chain.app.settings.binding.Node.Scalar;
import io.github.wis2chain.app.settings.binding.Node.Sequence;
import io.github.wis2chain.standards.topics.Nearest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the sections of one configuration share while it is read: the environment, the folder that
/// relative paths start from, and the problems found so far.
final class Reading {

    /// The prefix of every environment variable that overrides a setting.
    static final String PREFIX = "WIS2_";

    /// What the launcher and the client commands go by.
    private static final Set<String> NO_SETTINGS =
            Set.of(
                    "WIS2_CONFIG",
                    "WIS2_URL",
                    "WIS2_TOKEN",
                    "WIS2_MQTT_PASSWORD",
                    "WIS2_JAVA_HOME",
                    "WIS2_JAVA_OPTS",
                    "WIS2_NO_BUILD");

    private static final Pattern KUBERNETES_PORT =
            Pattern.compile(".*_(SERVICE_PORT(_.*)?|PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$?)\\{([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> environment;
    private final Path folder;
    private final List<Problem> problems;
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> referredTo = new TreeSet<>();

    Reading(Map<String, String> environment, Path folder, List<Problem> problems) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.problems = problems;
    }

    void report(String place, String path, String text) {
        problems.add(new Problem(place, path, text));
    }

    /// The variable that overrides a setting: `WIS2_NODE_CENTRE_ID` for `node.centre-id`.
    static String variable(String path) {
        return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// The value that the environment gives for a setting. Items of lists have no variable.
    Optional<String> override(String path) {
        if (path.contains("[")) {
            return Optional.empty();
        }
        String name = variable(path);
        asked.add(name);
        return Optional.ofNullable(environment.get(name));
    }

    /// Whether the environment sets anything inside a section.
    boolean overridesWithin(String path) {
        String prefix = variable(path) + "_";
        return environment.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /// Notes the variables that a file refers to, those too whose place another variable overrides.
    void noteReferences(Node node) {
        switch (node) {
            case Nothing _ -> {}
            case Scalar scalar ->
                    REFERENCE
                            .matcher(scalar.text())
                            .results()
                            .filter(reference -> reference.group(1).isEmpty())
                            .forEach(reference -> referredTo.add(reference.group(2)));
            case Sequence sequence -> sequence.items().forEach(this::noteReferences);
            case Mapping mapping ->
                    mapping.entries().values().forEach(entry -> noteReferences(entry.value()));
        }
    }

    /// Reports variables of our prefix that are neither settings, nor referred to by a file, nor known
    /// to other parts of the program, nor made by Kubernetes for a service of our name.
    void reportUnknownVariables() {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX)
                    && !asked.contains(name)
                    && !referredTo.contains(name)
                    && !NO_SETTINGS.contains(name)
                    && !isOfKubernetes(name)) {
                String nearest =
                        Nearest.to(name, asked)
                                .map(known -> "; the nearest one that is a setting is " + known)
                                .orElse("");
                report("environment variable " + name, "", "no setting has this name" + nearest);
            }
        }
    }

    private boolean isOfKubernetes(String name) {
        return name.endsWith("_SERVICE_HOST")
                || KUBERNETES_PORT.matcher(name).matches()
                || (name.endsWith("_PORT") && environment.getOrDefault(name, "").contains("://"));
    }

    /// The text with every `${NAME}` replaced by that environment variable; `$${` stands for `${`.
    ///
    /// @throws IllegalArgumentException if a variable is not set or a reference is malformed
    String expanded(String text) {
        var expanded = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(2);
            String replacement;
            if (!matcher.group(1).isEmpty()) {
                replacement = "${" + name + "}";
            } else if (!VARIABLE.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "[${%s}] does not name an environment variable".formatted(name));
            } else {
                replacement = environment.get(name);
                if (replacement == null) {
                    throw new IllegalArgumentException(
                            "the environment variable %s is not set".formatted(name));
                }
            }
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(expanded).toString();
    }

    /// A path, from the configuration file's folder where it is relative.
    Path path(String text) {
        return folder.resolve(text).normalize();
    }

    /// A secret: the text itself, or the content of a file for `file:PATH`.
    ///
    /// @throws IllegalArgumentException if the file cannot be read or is empty
    Secret secret(String text) {
        if (!text.startsWith("file:")) {
            return new Secret(text);
        }
        Path file = path(text.substring("file:".length()));
        try {
            String content = Files.readString(file).strip();
            if (content.isEmpty()) {
                throw new IllegalArgumentException("the file %s is empty".formatted(file));
            }
            return new Secret(content);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the file %s cannot be read (%s)"
                            .formatted(file, ConfigurationFile.reason(unreadable)),
                    unreadable);
        }
    }
}
