-- First look and second look, late requests, right of reply, likely duplicates: people decide, the record says who and why.
create table fit_looks (
  id text primary key,
  application_id text not null references applications (id),
  place integer not null check (place in (1, 2)),
  person_id text not null references people (id),
  outcome text not null check (outcome in ('fit', 'talk', 'not-this-fund')),
  reason_code text,
  words text not null default '',
  at timestamptz not null,
  unique (application_id, place),
  unique (application_id, person_id)
);
-- What was settled and told; "not-this-fund" opens a right of reply.
create table fit_decisions (
  id text primary key,
  application_id text not null references applications (id),
  outcome text not null check (outcome in ('fit', 'not-this-fund')),
  reason_code text,
  words text not null default '',
  after_reply boolean not null default false,
  decided_at timestamptz not null,
  told_at timestamptz,
  unique (application_id, after_reply)
);
create table replies (
  application_id text primary key references applications (id),
  words text not null,
  at timestamptz not null
);
create table reply_looks (
  application_id text not null references replies (application_id),
  seat text not null check (seat in ('member', 'staff')),
  person_id text not null references people (id),
  yes boolean not null,
  words text not null default '',
  at timestamptz not null,
  primary key (application_id, seat),
  unique (application_id, person_id)
);
create table late_votes (
  application_id text not null references late_requests (application_id),
  person_id text not null references people (id),
  yes boolean not null,
  words text not null default '',
  at timestamptz not null,
  primary key (application_id, person_id)
);
create table likely_duplicates (
  id text primary key,
  fund_id text not null references funds (id),
  one text not null references applications (id),
  other text not null references applications (id),
  signs text[] not null,
  found_at timestamptz not null,
  unique (one, other),
  check (one < other)
);
create table duplicate_settlements (
  likely_duplicate_id text primary key references likely_duplicates (id),
  -- The application that goes on; null when both do.
  kept text references applications (id),
  set_aside text references applications (id),
  group_asked boolean not null,
  person_id text not null references people (id),
  words text not null,
  at timestamptz not null
);
create index duplicate_settlements_aside on duplicate_settlements (set_aside);
