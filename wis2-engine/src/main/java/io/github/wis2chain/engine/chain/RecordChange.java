package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.generation.RecordAnnouncement;

/// A discovery record that somebody wants published, updated or withdrawn.
record RecordChange(RecordAnnouncement record, Submission.Intent intent, Destination destination)
        implements Announceable {}
