-- Notifications by the day on which a broker acknowledged them, on the pages of no source. What was
-- acknowledged before is counted once, as far as it is still kept.
ALTER TABLE tally ADD COLUMN published BIGINT NOT NULL DEFAULT 0;

INSERT INTO tally (day, source, dataset, received, waiting, succeeded, unchanged, failed, discarded,
                   duplicates, published)
SELECT acknowledged_at / 86400000, '', dataset, 0, 0, 0, 0, 0, 0, 0, COUNT(*)
FROM notification
WHERE acknowledged_at > 0
GROUP BY acknowledged_at / 86400000, dataset;
