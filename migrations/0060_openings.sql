-- A call opens by a deed: on hours that people offered, or with the group's yes. Nothing can be begun in a call that nobody opened.
create unique index calls_one_of_fund on calls (fund_id);
-- Minutes of reading a member offers in this round; 0 needs no reason, and none is kept.
create table reading_offers (
  fund_id text not null references funds (id),
  person_id text not null references people (id),
  minutes integer not null check (minutes between 0 and 60000),
  said_at timestamptz not null,
  primary key (fund_id, person_id)
);
-- What the team expects; the newest row counts, before there is one the fund's own figures do.
create table reading_figures (
  id text primary key,
  fund_id text not null references funds (id),
  turn bigint generated always as identity,
  applications integer not null check (applications between 1 and 100000),
  minutes_each integer not null check (minutes_each between 1 and 600),
  set_by text not null references people (id),
  set_at timestamptz not null
);
create unique index reading_figures_by_turn on reading_figures (fund_id, turn);
-- The group is asked how applications are read, with the hours as they stood, and each member says yes or no.
create table reading_questions (
  id text primary key,
  fund_id text not null references funds (id),
  turn bigint generated always as identity,
  way text not null check (way in ('all-at-once', 'third-where-needed')),
  needed_minutes integer not null,
  offered_minutes integer not null,
  asked_by text not null references people (id),
  asked_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('agreed', 'not-agreed', 'taken-back')),
  check ((ended_at is null) = (outcome is null))
);
create unique index reading_questions_by_turn on reading_questions (fund_id, turn);
create unique index reading_questions_one_open on reading_questions (fund_id) where ended_at is null;
create table reading_voices (
  question_id text not null references reading_questions (id),
  person_id text not null references people (id),
  yes boolean not null,
  said_at timestamptz not null,
  primary key (question_id, person_id)
);
insert into reading_questions (id, fund_id, way, needed_minutes, offered_minutes, asked_by, asked_at, ended_at, outcome)
  select id, fund_id, 'all-at-once', needed_minutes, offered_minutes, confirmed_by, confirmed_at, confirmed_at, 'agreed'
  from forecast_confirmations order by confirmed_at;
drop table forecast_confirmations;
create table call_openings (
  call_id text primary key references calls (id),
  -- Null only for calls older than this table.
  opened_by text references people (id),
  opened_at timestamptz not null,
  needed_minutes integer,
  offered_minutes integer,
  -- The yes it opened on, where the hours alone did not reach.
  question_id text references reading_questions (id)
);
insert into call_openings (call_id, opened_at) select id, opens_at from calls;
alter table applications add constraint applications_in_an_opened_call foreign key (call_id) references call_openings (call_id);
-- A closing day only ever moves to a later one, with a reason that everyone can read.
create table closing_moves (
  id text primary key,
  call_id text not null references calls (id),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  why text not null check (why <> ''),
  moved_by text not null references people (id),
  moved_at timestamptz not null
);
create unique index closing_moves_by_call on closing_moves (call_id, to_at);
