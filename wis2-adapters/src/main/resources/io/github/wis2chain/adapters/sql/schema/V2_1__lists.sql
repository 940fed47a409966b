-- Lists of acts by who and what, and of the notifications that replace or withdraw something.
CREATE INDEX act_who  ON act (who, id);
CREATE INDEX act_kind ON act (kind, id);

ALTER TABLE notification ADD COLUMN rel SMALLINT NOT NULL DEFAULT 0; -- 0 canonical, 1 update, 2 deletion
CREATE INDEX notification_rel ON notification (rel, id) WHERE rel > 0;
