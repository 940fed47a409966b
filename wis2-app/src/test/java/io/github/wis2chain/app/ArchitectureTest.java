package io.github.wis2chain.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the walls of the house: what may know what.
class ArchitectureTest {

    private static final String BASE = "io.github.wis2chain.";

    /// So few classes would mean that the test looks at the wrong place.
    private static final int FLOOR = 350;

    private static JavaClasses house;

    @BeforeAll
    static void look() {
        house =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        // The test data that modules lend each other come in archives.
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("io.github.wis2chain");
    }

    @Test
    void the_test_sees_the_whole_house() {
        assertThat(house.size()).isGreaterThan(FLOOR);
    }

    @Test
    void standards_know_no_sockets_files_threads_or_other_rooms() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "standards..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "engine..",
                        BASE + "adapters..",
                        BASE + "console..",
                        BASE + "app..",
                        "java.net.http..",
                        "java.nio.file..",
                        "java.util.concurrent..",
                        "org.slf4j..")
                .check(house);
    }

    @Test
    void the_mechanism_of_runs_knows_no_standard() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "engine.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "standards..", BASE + "engine.chain..")
                .check(house);
    }

    @Test
    void the_engine_knows_neither_adapters_nor_drivers() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "adapters..",
                        BASE + "console..",
                        BASE + "app..",
                        "java.sql..",
                        "com.hivemq..",
                        "io.javalin..")
                .check(house);
    }

    @Test
    void adapters_do_not_know_each_other() {
        slices().matching(BASE + "adapters.(*)..").should().notDependOnEachOther().check(house);
    }

    @Test
    void the_console_knows_no_adapter_and_no_sql() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "adapters..", BASE + "app..", "java.sql..")
                .check(house);
    }

    @Test
    void there_are_no_circles_between_packages_of_a_room() {
        slices().matching(BASE + "standards.(*)..").should().beFreeOfCycles().check(house);
        slices().matching(BASE + "engine.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void nothing_of_ours_uses_the_json_library_that_the_broker_brings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(house);
    }

    @Test
    void only_the_broker_knows_the_embedded_broker() {
        classes()
                .that()
                .resideOutsideOfPackage(BASE + "adapters.broker..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("com.hivemq.extension..", "com.hivemq.embedded..")
                .check(house);
    }
}
