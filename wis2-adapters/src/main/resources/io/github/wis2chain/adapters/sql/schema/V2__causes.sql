-- What is at fault for a failure, and the index from which runs that fail for the same reason are
-- counted without a look at the runs. It holds only those, so that a run that succeeds pays nothing.
ALTER TABLE run ADD COLUMN culprit TEXT;
CREATE INDEX run_group ON run (cause, step, dataset, source, culprit, id, state, updated_at)
    WHERE cause IS NOT NULL;
