package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.people.PeopleStore;
import io.github.wis2chain.engine.request.RequestMemory;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunStore;
import io.github.wis2chain.engine.run.WorkQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// The store of a node: events, runs, notifications and the queue of work, in one database.
///
/// Close the work queue first, then what else uses the store, then the store.
public final class SqlStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SqlStore.class);

    /// A clock is set by a second now and then.
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private final Dialect dialect;
    private final Reads reads;
    private final Journal journal;
    private final DiskGuard disk;
    private final Upkeep upkeep;
    private final SqlRunStore runs;
    private final SqlRunArchive archive;
    private final SqlOutbox outbox;
    private final SqlPeople people;
    private final SqlRequestMemory requests;
    private final SqlWorkQueue queue;
    private final InstantSource clock;
    private final boolean uncleanStop;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqlStore(Dialect dialect, SqlStoreSettings settings, InstantSource clock) {
        int process = RandomGenerator.getDefault().nextInt();
        var press = new Press();
        var ids = new Ids(clock, process);
        var events = new EventEntries(ids, press);
        this.dialect = dialect;
        this.clock = clock;
        this.reads = new Reads(dialect.reading(), dialect.readers());
        this.journal =
                new Journal(
                        dialect,
                        new Entries(
                                events,
                                new OutboxEntries(ids, press),
                                new OutcomeEntries(dialect),
                                new ClaimEntries(dialect)),
                        clock);
        this.disk = new DiskGuard(dialect, settings.diskFloor());
        this.upkeep = new Upkeep(journal, dialect, new Expiry(settings.retention(), press));
        this.runs = new SqlRunStore(journal, press, disk, new ActEntries(ids, press, events));
        this.archive = new SqlRunArchive(reads, press);
        this.outbox = new SqlOutbox(journal, reads, press);
        this.people = new SqlPeople(journal, reads, ids);
        this.requests = new SqlRequestMemory(journal, press, settings.retention().answers());
        this.queue =
                new SqlWorkQueue(
                        dialect,
                        journal,
                        reads,
                        press,
                        settings,
                        "wis2-chain-%08x".formatted(process));
        this.uncleanStop = perform(commit -> begin(ids, commit));
        upkeep.start();
    }

    /// After a restart with the clock behind, new runs must still be the later ones: what was published
    /// by a run of a greater id is not replaced. Ids too far ahead are not followed, because all later
    /// ones would be of that future too.
    private void beginBehindStored(Ids ids, Commit commit) throws SQLException {
        Instant now = clock.instant();
        long ahead = Ids.firstAhead(now);
        OptionalLong future = GreatestId.below(Long.MAX_VALUE, commit.connection());
        if (future.isPresent() && future.getAsLong() >= ahead) {
            log.error(
                    "The newest entry of the store was made at {}, and the clock shows {}: it was"
                        + " wrong then or is wrong now. If it is wrong now, stop the node, set the"
                        + " clock, keep it by NTP and start the node again: what comes in meanwhile"
                        + " is afterwards taken for older than what was published before. If it was"
                        + " wrong then, nothing is to be done: ids go on from the clock, and what"
                        + " was published under ids of the future is replaced by newer versions;"
                        + " runs of that future stay at the head of lists, and retention keeps them"
                        + " until then.",
                    Ids.madeAt(future.getAsLong()),
                    now);
        }
        OptionalLong greatest = GreatestId.below(ahead, commit.connection());
        if (greatest.isEmpty()) {
            return;
        }
        ids.beginBehind(greatest.getAsLong());
        Instant madeAt = Ids.madeAt(greatest.getAsLong());
        Duration behind = Duration.between(now, madeAt);
        if (behind.compareTo(TOLERATED) > 0) {
            log.warn(
                    "The clock is {} s behind the newest entry of the store, which was made at {}."
                        + " Ids go on from there, and times will not fit together until the clock"
                        + " has passed it: set the clock, and keep it by NTP.",
                    behind.toSeconds(),
                    madeAt);
        }
    }

    /// Opens the store, or makes it.
    ///
    /// @throws StoreUnusable if it cannot be used: not writable, in use by another process, written
    ///     by a newer version, not reachable
    public static SqlStore open(SqlStoreSettings settings, InstantSource clock) {
        Dialect dialect =
                switch (settings.place()) {
                    case SqlStoreSettings.Place.Embedded embedded ->
                            Sqlite.in(embedded.directory());
                    case SqlStoreSettings.Place.Postgres postgres -> new Postgres(postgres);
                };
        return open(dialect, settings, clock);
    }

    /// Opens the store on a database that was reached, and closes that if it does not succeed.
    static SqlStore open(Dialect dialect, SqlStoreSettings settings, InstantSource clock) {
        try {
            Schema.migrate(dialect);
            var store = new SqlStore(dialect, settings, clock);
            log.info("Opened the store, {}.", settings.place());
            return store;
        } catch (RuntimeException failure) {
            dialect.close();
            throw failure;
        }
    }

    /// Where events and operators' acts are written.
    public RunStore runs() {
        return runs;
    }

    /// Where runs and events are looked up.
    public RunArchive archive() {
        return archive;
    }

    /// Where notifications are kept.
    public Outbox outbox() {
        return outbox;
    }

    /// Where accounts, tokens and sessions are kept.
    public PeopleStore people() {
        return people;
    }

    /// Where requests with a key are remembered.
    public RequestMemory requests() {
        return requests;
    }

    /// Where work is handed out.
    public WorkQueue queue() {
        return queue;
    }

    /// The process before this one did not close the store: it crashed, or the power failed.
    public boolean openedAfterUncleanStop() {
        return uncleanStop;
    }

    /// Calls this after every commit with the time that it took; it must be quick, and not throw.
    public void whenCommitted(Consumer<Duration> call) {
        journal.whenCommitted(call);
    }

    /// How the store is now.
    public StoreHealth status() {
        String trouble = journal.trouble();
        Optional<String> objection = disk.objection();
        String text =
                trouble.isEmpty()
                        ? objection.map(SqlStore::sentence).orElse("Events are written.")
                        : sentence("The journal cannot be written: " + trouble);
        return reads.ask(connection -> {
            long waiting =
                    Reads.one(
                                    connection,
                                    "SELECT COUNT(*) FROM scheduled_tasks",
                                    List.of(),
                                    row -> row.getLong(1))
                            .orElseThrow();
            Optional<Duration> oldest =
                    Reads.one(
                            connection,
                            "SELECT execution_time FROM scheduled_tasks WHERE picked = false"
                                    + " AND execution_time <= ?"
                                    + " ORDER BY execution_time, run LIMIT 1",
                            List.of(clock.millis()),
                            row ->
                                    Duration.between(
                                            Instant.ofEpochMilli(row.getLong(1)), clock.instant()));
            return new StoreHealth(
                    trouble.isEmpty() && objection.isEmpty(),
                    text,
                    waiting,
                    oldest,
                    dialect.size());
        });
    }

    /// What is the middle of a sentence elsewhere, as a sentence.
    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /// Deletes a portion of what retention no longer keeps, as every minute of a busy node does.
    int expirePortion() {
        return upkeep.expire();
    }

    /// Deletes everything that retention no longer keeps, now.
    void expire() {
        while (upkeep.expire() > 0) {
            log.debug("Old runs were deleted; there may be more.");
        }
    }

    /// Claims due runs without working on them.
    List<Claimed> claim(int limit) {
        return journal.write(new WriteClaims("nobody", limit)).join();
    }

    private <T> T perform(WriteAct.Deed<T> deed) {
        try {
            return journal.write(new WriteAct<>(deed)).join();
        } catch (CompletionException failure) {
            throw new StoreUnusable(
                    "The store cannot be written: %s.".formatted(failure.getMessage()), failure);
        }
    }

    /// Where nobody else can be working, nobody is working on what was claimed.
    private boolean begin(Ids ids, Commit commit) throws SQLException {
        beginBehindStored(ids, commit);
        if (!dialect.isShared()) {
            int released =
                    commit.execute(
                            "UPDATE scheduled_tasks SET picked = false, picked_by = NULL,"
                                    + " version = version + 1 WHERE picked = true");
            log.debug("{} runs were under way when the store was last used.", released);
            int interrupted = SqlRequestMemory.interrupt(commit);
            log.debug("{} requests were under way when the store was last used.", interrupted);
        }
        int begun =
                commit.execute(
                        "INSERT INTO store_state (name, value) VALUES ('open', 'true')"
                                + " ON CONFLICT DO NOTHING");
        return begun == 0;
    }

    private static boolean end(Commit commit) throws SQLException {
        return commit.execute("DELETE FROM store_state WHERE name = 'open'") > 0;
    }

    /// Writes what waits, then closes the database.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        queue.close();
        upkeep.close();
        try {
            perform(SqlStore::end);
        } catch (StoreUnusable failure) {
            log.warn("That the store was closed could not be written.", failure);
        }
        journal.close();
        reads.close();
        dialect.close();
    }
}
