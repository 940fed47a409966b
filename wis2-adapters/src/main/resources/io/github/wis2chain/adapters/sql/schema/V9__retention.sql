-- What did not simply succeed is kept by when it ended or was last changed. Runs that succeeded pay
-- nothing for this.
CREATE INDEX run_changed ON run (state, updated_at) WHERE state >= 2;
