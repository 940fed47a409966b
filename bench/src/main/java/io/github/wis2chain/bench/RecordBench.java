package io.github.wis2chain.bench;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.Wcmp2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntSupplier;

/// Judges one discovery record over and over on one thread, and prints the microseconds of each way to do it.
///
/// `RecordBench FILE`: the median of the later rounds is printed, when the compiler has done its work.
public final class RecordBench {

    private static final int ROUNDS = 21;
    private static final int PER_ROUND = 1_000;

    private RecordBench() {}

    public static void main(String[] arguments) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        JsonTree record =
                JsonReader.standard()
                        .read(bytes)
                        .document()
                        .orElseThrow(() -> new IllegalArgumentException("the file is no JSON"));
        print("parse", () -> JsonReader.standard().read(bytes).document().orElseThrow().size());
        print("strict", () -> Wcmp2.validate(record, Profile.STRICT).findings().size());
        print("reference", () -> Wcmp2.validate(record, Profile.REFERENCE).findings().size());
        print("kpis", () -> Wcmp2.kpis(record, Profile.STRICT, KpiPorts.NONE).score());
        print(
                "strict and kpis",
                () ->
                        Wcmp2.validate(record, Profile.STRICT).findings().size()
                                + Wcmp2.kpis(record, Profile.STRICT, KpiPorts.NONE).score());
    }

    private static void print(String name, IntSupplier work) {
        double[] micros = new double[ROUNDS];
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < PER_ROUND; i++) {
                sum += work.getAsInt();
            }
            micros[round] = (System.nanoTime() - start) / 1e3 / PER_ROUND;
        }
        double[] warm = Arrays.copyOfRange(micros, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        // The sum is printed so that the compiler cannot leave the work out.
        System.out.printf("%-16s %8.1f us (sum %d)%n", name, warm[warm.length / 2], sum);
    }
}
