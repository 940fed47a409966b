package io.github.wis2chain.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps that an event goes through, typed from one to the next.
///
/// Step names are stored with every run: they are written out and never derived from classes.
public final class Pipeline {

    private final String name;
    private final List<Stage> stages;

    private Pipeline(String name, List<Stage> stages) {
        this.name = name;
        this.stages = List.copyOf(stages);
    }

    /// Begins a pipeline of this name.
    public static Building<Event> named(String name) {
        return new Building<>(name, new ArrayList<>());
    }

    public String name() {
        return name;
    }

    /// The names of the steps, in order.
    public List<String> steps() {
        return stages.stream().map(Stage::name).toList();
    }

    List<Stage> stages() {
        return stages;
    }

    /// Where a result is found again that a step of an earlier attempt has made durable.
    @FunctionalInterface
    public interface Kept<O> {
        /// The result, if there is one.
        ///
        /// @throws StepFailure temporary, if it cannot be read
        Optional<O> find(RunId run);
    }

    /// One step with its name; `kept` finds its stored result, for a step that has one.
    record Stage(String name, Step<Object, Object> step, Optional<Kept<Object>> kept) {}

    /// A pipeline in the making, whose last step so far gives an `I`.
    public static final class Building<I> {

        private final String name;
        private final List<Stage> stages;

        private Building(String name, List<Stage> stages) {
            this.name = name;
            this.stages = stages;
        }

        /// Adds a step that is simply repeated when a run is taken up again.
        public <O> Building<O> step(String step, Step<I, O> does) {
            return with(step, does, Optional.empty());
        }

        /// Adds a step that stores its result itself, before it returns: a run that is taken up
        /// again goes on behind it with what was stored.
        public <O> Building<O> kept(String step, Step<I, O> does, Kept<O> kept) {
            return with(step, does, Optional.of(kept));
        }

        /// Adds the last step.
        public Pipeline ending(String step, Step<I, Ending> does) {
            return new Pipeline(name, with(step, does, Optional.empty()).stages);
        }

        /// The casts are safe: only this builder makes stages, each taking what the one before gives.
        @SuppressWarnings("unchecked")
        private <O> Building<O> with(String step, Step<I, O> does, Optional<Kept<O>> kept) {
            stages.add(
                    new Stage(
                            step,
                            (Step<Object, Object>) (Step<?, ?>) does,
                            (Optional<Kept<Object>>) (Optional<?>) kept));
            return new Building<>(name, stages);
        }
    }
}
