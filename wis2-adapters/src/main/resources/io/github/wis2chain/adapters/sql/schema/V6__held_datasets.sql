-- Datasets whose runs wait until they are resumed, and the acts that concern a dataset.
CREATE TABLE held_dataset (
    dataset TEXT PRIMARY KEY
) ${clustered};

ALTER TABLE act ADD COLUMN dataset TEXT;
