-- A rule the group adopts, ballots nobody sees before the close, and a result that is only a proposal for the set.
create table deciding_rules (
  id text primary key,
  fund_id text not null references funds (id),
  place integer not null,
  rule jsonb not null,
  rule_hash text not null,
  proposed_by text not null references people (id),
  proposed_at timestamptz not null,
  shown_at timestamptz,
  outcome text check (outcome in ('adopted', 'not-adopted')),
  unique (fund_id, place)
);
create unique index deciding_rules_open on deciding_rules (fund_id) where outcome is null;
create table rule_answers (
  rule_id text not null references deciding_rules (id),
  person_id text not null references people (id),
  answer text not null check (answer in ('agree', 'can-live-with', 'cannot')),
  because text not null default '',
  at timestamptz not null,
  primary key (rule_id, person_id),
  check (answer <> 'cannot' or because <> '')
);
create table ballots (
  id text primary key,
  fund_id text not null references funds (id),
  rule_id text not null references deciding_rules (id),
  place integer not null,
  -- Everything that decides, written down and hashed before the first ballot; the roll in it is made of made-up names.
  manifest jsonb not null,
  manifest_hash text not null,
  opened_by text not null references people (id),
  opened_at timestamptz not null,
  ended_at timestamptz,
  ending text check (ending in ('counted', 'called-off')),
  unique (fund_id, place),
  check ((ended_at is null) = (ending is null))
);
create unique index ballots_open on ballots (fund_id) where ended_at is null;
create table ballot_options (
  ballot_id text not null references ballots (id),
  application_id text not null references applications (id),
  pence bigint not null check (pence > 0),
  fee_pence bigint not null default 0,
  primary key (ballot_id, application_id)
);
create table ballot_roll (
  ballot_id text not null references ballots (id),
  person_id text not null references people (id),
  primary key (ballot_id, person_id)
);
create table ballot_recusals (
  ballot_id text not null references ballots (id),
  person_id text not null references people (id),
  application_id text not null references applications (id),
  primary key (ballot_id, person_id, application_id)
);
-- While a ballot is open: one row a member. Emptied with truncate at the close, so that no dead row stays in the file.
create table open_ballots (
  ballot_id text not null,
  person_id text not null,
  pseudonym text not null,
  salt text not null,
  marks jsonb not null,
  commitment text not null,
  primary key (ballot_id, person_id),
  unique (ballot_id, pseudonym)
);
-- After the close: what shows that a ballot is in. All rows of a ballot are written at once, in the order of the hashes.
create table closed_ballots (
  ballot_id text not null references ballots (id),
  commitment text not null,
  primary key (ballot_id, commitment)
);
create table ballot_results (
  ballot_id text primary key references ballots (id),
  fund_id text not null references funds (id),
  -- The public edition, and the whole record with its ballots locked with a phrase that is not in this database.
  edition jsonb not null,
  locked jsonb not null,
  laid_at timestamptz
);
create table ballot_reasons (
  ballot_id text not null references ballots (id),
  application_id text not null references applications (id),
  chosen boolean not null,
  figures jsonb not null,
  primary key (ballot_id, application_id)
);
do $$
declare t text;
begin
  foreach t in array array['ballot_options', 'ballot_recusals', 'ballot_reasons'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($wall$create policy wall on %I using (coalesce(current_setting('manyhands.person', true), '') = ''
      or application_id not in (select application_id from hidden_from_me)) with check (true)$wall$, t);
  end loop;
end $$;
-- An open ballot exists for its voter only, and for the count, which acts as nobody.
alter table open_ballots enable row level security;
alter table open_ballots force row level security;
create policy own on open_ballots using (coalesce(current_setting('manyhands.person', true), '') = ''
  or person_id = current_setting('manyhands.person', true)) with check (true);
