package io.github.wis2chain.app.doctor;

/// Whether the Java that runs this is the one that everything was tested with.
final class JavaCheck {

    private static final int WANTED = 25;

    private JavaCheck() {}

    static Diagnosis of(Runtime.Version version, String vendor) {
        String evidence = "Java %s of %s.".formatted(version, vendor);
        String remedy = "Install a JDK 25, and name it in WIS2_JAVA_HOME if it is not found.";
        if (version.feature() < WANTED) {
            return Diagnosis.fail("java", evidence, remedy);
        }
        return version.feature() == WANTED
                ? Diagnosis.pass("java", evidence)
                : Diagnosis.warn("java", evidence + " The program is tested with 25.", remedy);
    }
}
