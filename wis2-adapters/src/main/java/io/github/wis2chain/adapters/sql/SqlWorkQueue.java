package io.github.wis2chain.adapters.sql;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.WorkQueue;
import io.github.wis2chain.engine.run.Worker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// Hands out due runs, with db-scheduler: it polls when told that work is due, keeps the number of
/// runs under way within bounds, sends heartbeats, and takes over the runs of a process that died.
/// What it would write for each run is written by the journal for many.
final class SqlWorkQueue implements WorkQueue {

    private static final Logger log = LoggerFactory.getLogger(SqlWorkQueue.class);

    /// Work that is due is announced; this finds what became due by the clock.
    private static final Duration POLL = Duration.ofMillis(500);

    /// With four misses a dead process's runs are taken over within half a minute.
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /// Where only this process can work there is nobody to show a heartbeat to.
    private static final Duration NO_HEARTBEAT = Duration.ofDays(1);

    private static final int MISSES = 4;

    /// How long claimed runs rest that could not be read.
    private static final Duration UNREADABLE_REST = Duration.ofSeconds(5);

    private final Dialect dialect;
    private final Journal journal;
    private final ClaimLoader loader;
    private final Press press;
    private final SqlStoreSettings settings;
    private final String name;
    private final ConcurrentHashMap<RunId, Given> given = new ConcurrentHashMap<>();
    private @Nullable Scheduler scheduler;

    /// A claimed run on its way to its worker.
    record Given(Claimed claimed, ClaimLoader.Loaded loaded) {}

    /// @param name tells this process from others that share the store
    SqlWorkQueue(
            Dialect dialect,
            Journal journal,
            Reads reads,
            Press press,
            SqlStoreSettings settings,
            String name) {
        this.dialect = dialect;
        this.journal = journal;
        this.loader = new ClaimLoader(reads, press);
        this.press = press;
        this.settings = settings;
        this.name = name;
    }

    @Override
    public synchronized void start(Worker worker) {
        if (scheduler != null) {
            throw new IllegalStateException("the work queue was started before");
        }
        var task = new RunTask(worker, journal, loader, press, given::remove);
        Scheduler made =
                Scheduler.create(dialect.writing(), task)
                        .jdbcCustomization(new ClaimingJobs(limit -> claim(task, limit)))
                        .schedulerName(new SchedulerName.Fixed(name))
                        .serializer(new NoData())
                        .threads(settings.workers())
                        .executorService(new TurnTaking(worker))
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .pollingInterval(POLL)
                        .heartbeatInterval(dialect.isShared() ? HEARTBEAT : NO_HEARTBEAT)
                        .missedHeartbeatsLimit(MISSES)
                        .shutdownMaxWait(settings.stopWithin())
                        .build();
        scheduler = made;
        journal.whenWorkIsDue(made::triggerCheckForDueExecutions);
        made.start();
    }

    private List<Execution> claim(RunTask task, int limit) {
        List<Claimed> claims;
        try {
            claims = journal.write(new WriteClaims(name, limit)).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof JournalUnavailable) {
                log.debug("No runs were claimed: {}", failure.getCause().getMessage());
                return List.of();
            }
            throw failure;
        }
        if (claims.isEmpty()) {
            return List.of();
        }
        var claimed = new ConcurrentHashMap<RunId, Claimed>();
        claims.forEach(one -> claimed.put(one.run(), one));
        List<ClaimLoader.Loaded> all;
        try {
            all = loader.load(claims);
        } catch (RuntimeException unreadable) {
            giveBack(claims, unreadable);
            return List.of();
        }
        for (ClaimLoader.Loaded loaded : all) {
            Claimed one = claimed.get(loaded.run());
            if (one != null) {
                given.put(loaded.run(), new Given(one, loaded));
            }
        }
        return claims.stream().map(one -> execution(task, one)).toList();
    }

    /// What is claimed and cannot be read would else be running for nobody until the next start.
    private void giveBack(List<Claimed> claims, RuntimeException unreadable) {
        log.error(
                "{} runs were claimed and could not be read; they are tried again in {} s.",
                claims.size(),
                UNREADABLE_REST.toSeconds(),
                unreadable);
        for (Claimed claim : claims) {
            var _ =
                    journal.write(
                            RunTask.givingBack(
                                    claim.run().toString(), claim.version(), UNREADABLE_REST));
        }
    }

    private Execution execution(RunTask task, Claimed claimed) {
        TaskInstance<?> instance = task.instance(claimed.run().toString());
        return new Execution(
                claimed.dueAt(),
                instance,
                true,
                name,
                null,
                null,
                0,
                Instant.now(),
                claimed.version());
    }

    /// Runs that do not end in time are released, so that another process need not wait for this
    /// one's heartbeat to be missed.
    @Override
    public synchronized void close() {
        Scheduler running = scheduler;
        if (running == null || running.getSchedulerState().isShuttingDown()) {
            return;
        }
        journal.whenWorkIsDue(() -> {});
        running.stop();
        try {
            int released = journal.write(new WriteAct<>(this::release)).join();
            if (released > 0) {
                log.info(
                        "{} runs did not end in time; they are taken up again after the next"
                                + " start.",
                        released);
            }
        } catch (CompletionException failure) {
            log.warn(
                    "Runs under way were not released; they are taken up again all the same, some"
                            + " time after the next start.",
                    failure);
        }
    }

    private int release(Commit commit) throws SQLException {
        return commit.execute(
                "UPDATE scheduled_tasks SET picked = false, picked_by = NULL, version = version + 1"
                        + " WHERE picked = true AND picked_by = ?",
                name);
    }
}
