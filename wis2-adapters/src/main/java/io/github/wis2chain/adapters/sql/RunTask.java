package io.github.wis2chain.adapters.sql;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Worker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Function;

/// The one task: lets a worker work on a claimed run and waits until the outcome is durable.
final class RunTask extends CustomTask<Void> {

    private static final Logger log = LoggerFactory.getLogger(RunTask.class);

    /// How long a run rests whose outcome could not be written for a reason of its own.
    private static final Duration REST = Duration.ofSeconds(30);

    private static final String GIVE_BACK =
            "UPDATE scheduled_tasks SET picked = false, picked_by = NULL, execution_time = ?,"
                    + " version = version + 1"
                    + " WHERE task_name = 'run' AND task_instance = ? AND version = ?";

    private final Worker worker;
    private final Journal journal;
    private final ClaimLoader loader;
    private final Press press;
    private final Function<RunId, SqlWorkQueue.@Nullable Given> given;

    RunTask(
            Worker worker,
            Journal journal,
            ClaimLoader loader,
            Press press,
            Function<RunId, SqlWorkQueue.@Nullable Given> given) {
        super(
                Jobs.TASK,
                Void.class,
                null,
                Function.identity(),
                (complete, operations) -> giveBack(journal, complete),
                new DeadExecutionHandler.ReviveDeadExecution<>());
        this.worker = worker;
        this.journal = journal;
        this.loader = loader;
        this.press = press;
        this.given = given;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        RunId run = RunId.parse(instance.getId());
        SqlWorkQueue.Given mine = given.apply(run);
        if (mine == null) {
            throw new IllegalStateException("run %s has no row".formatted(run));
        }
        try {
            Claim claim = loader.claim(mine.claimed(), mine.loaded());
            Outcome outcome = worker.work(claim, TurnTaking.TURN.get());
            journal.write(new WriteOutcome(mine.claimed(), mine.loaded().dataset(), outcome, press))
                    .join();
        } catch (InterruptedException stopping) {
            log.debug("Run {} was interrupted; it is taken up again after the next start.", run);
            Thread.currentThread().interrupt();
        }
        return RunTask::nothing;
    }

    /// All was written already, with the outcome.
    private static void nothing(ExecutionComplete complete, ExecutionOperations<Void> operations) {}

    /// Gives a claim back; the run is due again after a rest. Until that is written nobody would take
    /// the run up before the next start.
    static WriteAct<Integer> givingBack(String run, long version, Duration rest) {
        return WriteAct.thatMustSucceed(
                commit -> commit.execute(GIVE_BACK, commit.now() + rest.toMillis(), run, version));
    }

    private static void giveBack(Journal journal, ExecutionComplete complete) {
        String run = complete.getExecution().getId();
        long version = complete.getExecution().version;
        log.error(
                "Run {} could not be worked on; it is tried again in {} s.",
                run,
                REST.toSeconds(),
                complete.getCause().orElse(null));
        int given = journal.write(givingBack(run, version, REST)).join();
        log.debug("{} claims were given back.", given);
    }
}
