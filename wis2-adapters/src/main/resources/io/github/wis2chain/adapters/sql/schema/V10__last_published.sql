-- When a broker last acknowledged a notification of a dataset, on the page of that day. What was
-- acknowledged before is looked through once, as far as it is still kept.
ALTER TABLE tally ADD COLUMN published_at BIGINT NOT NULL DEFAULT 0;

INSERT INTO tally (day, source, dataset, received, waiting, succeeded, unchanged, failed, discarded,
                   duplicates, published, published_at)
SELECT acknowledged_at / 86400000, '', dataset, 0, 0, 0, 0, 0, 0, 0, 0, MAX(acknowledged_at)
FROM notification
WHERE acknowledged_at > 0
GROUP BY acknowledged_at / 86400000, dataset
ON CONFLICT (day, source, dataset) DO UPDATE SET published_at = excluded.published_at;
