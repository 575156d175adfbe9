-- Piles, words instead of numbers, one sentence the group could read, quiet worries.
create table translations (
  application_id text not null references applications (id),
  question text not null,
  english text not null,
  made_by text not null check (made_by in ('person', 'machine')),
  checked_by text references people (id),
  checked_at timestamptz,
  primary key (application_id, question)
);
create table readings (
  id text primary key,
  fund_id text not null references funds (id),
  application_id text not null references applications (id),
  person_id text not null references people (id),
  sitting integer not null default 1,
  given_at timestamptz not null,
  sentence text not null default '',
  need_to_know text not null default '',
  saved_at timestamptz,
  finished_at timestamptz,
  stepped_back_at timestamptz,
  unique (application_id, person_id)
);
create index readings_by_person on readings (person_id, given_at);
create index readings_by_fund on readings (fund_id, application_id);
create table reading_words (
  reading_id text not null references readings (id),
  criterion text not null,
  -- 3 strongly, 2 clearly, 1 a little, 0 not yet; null with ask = true is "I need to know more".
  anchor integer check (anchor between 0 and 3),
  ask boolean not null default false,
  primary key (reading_id, criterion),
  check ((anchor is null) = ask)
);
create table worries (
  id text primary key,
  application_id text not null references applications (id),
  person_id text not null references people (id),
  words text not null,
  at timestamptz not null,
  heard_by text references people (id),
  heard_at timestamptz,
  outcome text
);
