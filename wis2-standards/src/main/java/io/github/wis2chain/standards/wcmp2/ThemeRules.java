package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The themes of a record: `/req/core/themes` and `/req/core/themes_wis2_global_service`.
final class ThemeRules {

    static final String DISCIPLINES = "codes.wmo.int/wis/topic-hierarchy/earth-system-discipline";
    private static final String SERVICE_TYPES = "codes.wmo.int/wis/global-service-type";
    private static final String OLD_SERVICE_TYPES = "codes.wmo.int/wis/service-types";

    /// A concept has an identifier.
    static final Rule CONCEPTS =
            Rule.of(
                    Wcmp2.requirement("themes").parts("B"),
                    record ->
                            PropertyRules.blanks(
                                    themes(record).stream()
                                            .flatMap(theme -> theme.each("/concepts")),
                                    "id"));

    /// A theme says of which vocabulary its concepts are.
    static final Rule SCHEMES =
            Rule.of(
                    Wcmp2.requirement("themes").parts("C"),
                    record -> PropertyRules.blanks(themes(record).stream(), "scheme"));

    /// Every dataset names its disciplines; those that are named are among the seven.
    static final Rule DISCIPLINE =
            Rule.of(Wcmp2.requirement("themes").parts("D"), ThemeRules::discipline);

    /// A Global Service names all disciplines and its kind.
    static final Rule GLOBAL_SERVICE =
            Rule.of(
                    Wcmp2.requirement("themes_wis2_global_service").parts("AB"),
                    ThemeRules::globalService);

    /// The official validator asks every record for a discipline.
    static final Rule DISCIPLINE_OF_OTHERS =
            Rule.advice(
                    Wcmp2.requirement("themes").parts("D"),
                    record ->
                            !isDataset(record)
                                            && !isGlobalService(record)
                                            && themes(record).stream()
                                                    .noneMatch(theme ->
                                                            theme.text("scheme")
                                                                    .filter(s ->
                                                                            s.contains(
                                                                                    "earth-system-discipline"))
                                                                    .isPresent())
                                    ? List.of(
                                            Fault.at(
                                                    "/properties/themes",
                                                    "no theme names an Earth system discipline;"
                                                            + " without one the catalogues drop the"
                                                            + " record"))
                                    : List.of());

    private ThemeRules() {}

    static boolean isDataset(JsonTree record) {
        return record.at("/properties/type")
                .flatMap(JsonTree::text)
                .filter("dataset"::equals)
                .isPresent();
    }

    private static List<JsonTree> themes(JsonTree record) {
        return record.each("/properties/themes").filter(JsonTree::isObject).toList();
    }

    private static boolean hasScheme(JsonTree theme, String scheme) {
        Optional<String> text = theme.text("scheme");
        return text.filter(("https://" + scheme)::equals).isPresent()
                || text.filter(("http://" + scheme)::equals).isPresent();
    }

    private static List<Fault> discipline(JsonTree record) {
        var faults = new Faults();
        boolean named = false;
        for (JsonTree theme : themes(record)) {
            if (hasScheme(theme, DISCIPLINES)) {
                named = true;
                theme.each("/concepts").forEach(concept -> concept(concept, faults));
            }
        }
        if (!named && isDataset(record)) {
            faults.add(
                    Fault.at(
                            "/properties/themes",
                            "no theme has the scheme https://%s; a dataset must name its disciplines with one%s"
                                    .formatted(DISCIPLINES, nearly(record))));
        }
        return faults.found();
    }

    private static void concept(JsonTree concept, Faults faults) {
        Optional<JsonTree> id = concept.member("id");
        Optional<String> text = id.flatMap(JsonTree::text);
        if (text.isEmpty() || Wcmp2.DISCIPLINES.contains(text.get())) {
            return;
        }
        Fault fault =
                Fault.at(
                        id.orElseThrow(),
                        "found %s; one of the disciplines %s is required"
                                .formatted(
                                        Faults.quoted(text.get()),
                                        String.join(", ", Wcmp2.DISCIPLINES)));
        String first = text.get().split("/", 2)[0].strip().toLowerCase(Locale.ROOT);
        faults.add(Wcmp2.DISCIPLINES.contains(first) ? fault.fixedBy(first) : fault);
    }

    /// A hint when a scheme goes on into the path of a topic.
    private static String nearly(JsonTree record) {
        return themes(record).stream()
                .flatMap(theme -> theme.text("scheme").stream())
                .filter(scheme -> scheme.contains(DISCIPLINES))
                .findFirst()
                .map(scheme -> ", and %s is not it".formatted(Faults.quoted(scheme)))
                .orElse("");
    }

    /// A service whose centre is one of the Global Services, or that says its kind.
    static boolean isGlobalService(JsonTree record) {
        boolean service =
                record.at("/properties/type")
                        .flatMap(JsonTree::text)
                        .filter("service"::equals)
                        .isPresent();
        return service
                && (IdentifierRules.centreOf(record).filter(ThemeRules::isGlobal).isPresent()
                        || themes(record).stream()
                                .anyMatch(theme ->
                                        hasScheme(theme, SERVICE_TYPES)
                                                || hasScheme(theme, OLD_SERVICE_TYPES)));
    }

    private static boolean isGlobal(String centre) {
        return CodeLists.standard().globalServiceTypes().stream()
                .anyMatch(type -> centre.endsWith("-" + type));
    }

    private static List<Fault> globalService(JsonTree record) {
        var faults = new Faults();
        if (!isGlobalService(record)) {
            return List.of();
        }
        Set<String> missing = new TreeSet<>(Wcmp2.DISCIPLINES);
        List<JsonTree> kinds = new ArrayList<>();
        boolean kindNamed = false;
        for (JsonTree theme : themes(record)) {
            if (hasScheme(theme, DISCIPLINES)) {
                theme.each("/concepts")
                        .flatMap(concept -> concept.text("id").stream())
                        .forEach(missing::remove);
            }
            boolean old = hasScheme(theme, OLD_SERVICE_TYPES);
            if (old || hasScheme(theme, SERVICE_TYPES)) {
                kindNamed = true;
                if (!old) {
                    theme.each("/concepts")
                            .flatMap(concept -> concept.member("id").stream())
                            .forEach(kinds::add);
                }
            }
        }
        if (!missing.isEmpty()) {
            faults.add(
                    Fault.at(
                            "/properties/themes",
                            "the disciplines %s are not named; a Global Service must name all seven"
                                    .formatted(String.join(", ", missing))));
        }
        if (!kindNamed) {
            faults.add(
                    Fault.at(
                            "/properties/themes",
                            "no theme has the scheme https://%s; a Global Service must name its kind"
                                    .formatted(SERVICE_TYPES)));
        }
        kinds.forEach(
                kind -> Values.oneOf(kind, CodeLists.standard().globalServiceTypes(), faults));
        return faults.found();
    }
}
