-- The cookies of an answer, sealed with a key that only the form itself carries: the second tap gets them too, the
-- database cannot read them.
alter table idempotency_keys add column sealed text;
