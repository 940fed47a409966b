package io.github.wis2chain.standards.wcmp2;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The lists of names to which WCMP2 refers, as they ship with this library. Immutable.
public final class CodeLists {

    private static final String RESOURCE = "codelists.txt";

    private final String version;
    private final LocalDate date;
    private final Map<String, Set<String>> lists;
    private final Set<String> linkRelations;

    private CodeLists(String version, LocalDate date, Map<String, Set<String>> lists) {
        this.version = version;
        this.date = date;
        this.lists = lists;
        Set<String> relations = new LinkedHashSet<>(list("iana-link-relation"));
        relations.addAll(list("link-type"));
        this.linkRelations = Collections.unmodifiableSet(relations);
    }

    /// The lists that ship with this library. Read at the first call, in about a millisecond.
    public static CodeLists standard() {
        return Standard.INSTANCE;
    }

    /// The release of WCMP2 to which they belong, `2.3.0`.
    public String version() {
        return version;
    }

    /// The day whose state they have.
    public LocalDate date() {
        return date;
    }

    /// What a record may be about: `dataset`, `service` or `process`.
    public Set<String> resourceTypes() {
        return list("resource-type");
    }

    /// What a contact may be to a resource, such as `host`.
    public Set<String> contactRoles() {
        return list("contact-role");
    }

    /// The relations that a link may have: those registered at IANA and those of WMO, in exact case.
    public Set<String> linkRelations() {
        return linkRelations;
    }

    /// The kinds of Global Services, such as `global-broker`.
    public Set<String> globalServiceTypes() {
        return list("global-service-type");
    }

    /// The media types that the KPI links_health knows.
    ///
    /// Those that only later releases of Python added are among them; their absence from the
    /// table of an older one says more of the machine of the judge than of the record.
    public Set<String> mediaTypes() {
        return list("kpi-media-type");
    }

    /// The media types that the official tool knows when it runs on Python 3.11.
    Set<String> referenceMediaTypes() {
        return list("kpi-media-type 3.11");
    }

    /// The media types of pictures that browsers show, for previews.
    public Set<String> webImageTypes() {
        return list("web-image-type");
    }

    private Set<String> list(String name) {
        Set<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("the code list [%s] is missing".formatted(name));
        }
        return list;
    }

    private static CodeLists shipped() {
        try (InputStream stream = CodeLists.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the resource %s of this library is missing".formatted(RESOURCE));
            }
            return read(
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII)));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the resource %s could not be read".formatted(RESOURCE), failure);
        }
    }

    private static CodeLists read(BufferedReader lines) throws IOException {
        String version = valueOf("wcmp", lines.readLine());
        String date = valueOf("lists", lines.readLine());
        Map<String, Set<String>> lists = new HashMap<>();
        String section = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.startsWith("#")) {
                add(section, line, lists);
            }
        }
        lists.replaceAll((_, names) -> Collections.unmodifiableSet(names));
        return new CodeLists(version, LocalDate.parse(date), lists);
    }

    private static void add(String section, String line, Map<String, Set<String>> lists) {
        int blank = line.indexOf(' ');
        String name = blank < 0 ? line : line.substring(0, blank);
        lists.computeIfAbsent(section, _ -> new LinkedHashSet<>()).add(name);
        if (blank < 0) {
            lists.computeIfAbsent(section + " 3.11", _ -> new LinkedHashSet<>()).add(name);
        }
    }

    private static String valueOf(String key, @Nullable String line) {
        if (line == null || !line.startsWith(key + " ")) {
            throw new IllegalStateException(
                    "line [%s] of the code lists must begin with %s".formatted(line, key));
        }
        return line.substring(key.length() + 1);
    }

    /// Holds the one instance, so that it is read when first asked for.
    private static final class Standard {
        static final CodeLists INSTANCE = shipped();
    }
}
