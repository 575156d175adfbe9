-- Decision day: what is on the table, who agrees, who could not and why, and the set the group recommends.
create table table_items (
  id text primary key,
  fund_id text not null references funds (id),
  application_id text not null references applications (id),
  pence bigint not null check (pence > 0),
  fee_pence bigint not null default 0 check (fee_pence >= 0),
  put_by text not null references people (id),
  put_at timestamptz not null,
  taken_by text references people (id),
  taken_at timestamptz
);
create unique index table_items_laid on table_items (application_id) where taken_at is null;
create index table_items_by_fund on table_items (fund_id) where taken_at is null;
create table consent_rounds (
  id text primary key,
  fund_id text not null references funds (id),
  place integer not null,
  -- The set asked about: sorted [applicationId, pence, feePence] and its hash; a changed set needs a new round.
  laid jsonb not null,
  laid_hash text not null,
  opened_by text not null references people (id),
  opened_at timestamptz not null,
  shown_at timestamptz,
  outcome text check (outcome in ('agreed', 'not-agreed')),
  unique (fund_id, place)
);
create table consent_answers (
  round_id text not null references consent_rounds (id),
  person_id text not null references people (id),
  answer text not null check (answer in ('agree', 'can-live-with', 'cannot')),
  because text not null default '',
  keep_in_record boolean not null default false,
  heard_at timestamptz,
  at timestamptz not null,
  primary key (round_id, person_id),
  check (answer <> 'cannot' or because <> '')
);
create table recommendations (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  round_id text not null references consent_rounds (id),
  pence bigint not null check (pence > 0),
  fee_pence bigint not null default 0,
  at timestamptz not null
);
create index recommendations_by_fund on recommendations (fund_id);
create table reserves (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  place integer not null,
  at timestamptz not null,
  unique (fund_id, place)
);
