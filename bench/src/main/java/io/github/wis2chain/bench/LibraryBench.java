package io.github.wis2chain.bench;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.TopicHierarchy;
import io.github.wis2chain.standards.wcmp2.KpiPorts;
import io.github.wis2chain.standards.wcmp2.Wcmp2;
import io.github.wis2chain.standards.wnm.Wnm;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the standards library costs on one core: a notification of 1.2 kB, a discovery record of 7 kB, a topic.
///
/// To be stayed below: 25 µs for all judgements on a notification, 40 with reading it, 300 for those on a record.
/// Each method returns what it worked out, so that the compiler cannot leave the work out.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LibraryBench {

    private static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers";

    private byte[] notificationBytes = new byte[0];
    private byte[] recordBytes = new byte[0];
    private Optional<JsonTree> notification = Optional.empty();
    private Optional<JsonTree> record = Optional.empty();

    /// Reads the documents, which must conform: the way to a fault is not the way that counts.
    @Setup
    public void read() throws IOException {
        notificationBytes = bytes("notification.json");
        recordBytes = bytes("record.json");
        notification = JsonReader.standard().read(notificationBytes).document();
        record = JsonReader.standard().read(recordBytes).document();
        if (!Wnm.validate(notificationBytes, Profile.STRICT).conforms()
                || !Wcmp2.validate(recordBytes, Profile.STRICT).conforms()) {
            throw new IllegalStateException("the documents to measure with must conform");
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = LibraryBench.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource [%s] is missing".formatted(name));
            }
            return in.readAllBytes();
        }
    }

    /// Schema, test suite and indicators of a notification that was read before: at most 25 µs.
    @Benchmark
    public int notification() {
        return judged(notification.orElseThrow());
    }

    /// The same with the reading: at most 40 µs.
    @Benchmark
    public int notificationAndParse() {
        return judged(JsonReader.standard().read(notificationBytes).document().orElseThrow());
    }

    private static int judged(JsonTree message) {
        return Wnm.validate(message, Profile.STRICT).findings().size()
                + Wnm.kpis(message, Optional.empty()).score();
    }

    /// A notification as the official validator judges it.
    @Benchmark
    public int notificationReference() {
        return Wnm.validate(notification.orElseThrow(), Profile.REFERENCE).findings().size();
    }

    /// Schema, test suite and indicators of a record, with the reading: at most 300 µs.
    @Benchmark
    public int recordAndParse() {
        JsonTree read = JsonReader.standard().read(recordBytes).document().orElseThrow();
        return Wcmp2.validate(read, Profile.STRICT).findings().size()
                + Wcmp2.kpis(read, Profile.STRICT, KpiPorts.NONE).score();
    }

    /// A record as the official validator judges it.
    @Benchmark
    public int recordReference() {
        return Wcmp2.validate(record.orElseThrow(), Profile.REFERENCE).findings().size();
    }

    /// A topic to publish on.
    @Benchmark
    public int topic() {
        return TopicHierarchy.standard().validatePublication(TOPIC).findings().size();
    }
}
