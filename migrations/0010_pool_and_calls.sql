-- The pooled fund, who gave, and the open call with its pack.
create table funds (
  -- A short name fit for an address, such as long-table; the one id that is not random, because it is public.
  id text primary key check (id ~ '^[a-z0-9-]{3,40}$'),
  name text not null,
  host_name text not null,
  currency text not null default 'GBP' check (currency = 'GBP'),
  zone text not null default 'Europe/London',
  total_pence bigint not null check (total_pence > 0),
  grants_pence bigint not null check (grants_pence > 0),
  -- What this round may award; awards lock this row and never exceed it.
  pot_pence bigint not null check (pot_pence > 0),
  synthetic boolean not null default false,
  -- The parameters the group agreed (fund/pool/design.ts says the shape).
  design jsonb not null,
  made_at timestamptz not null
);
create table contributions (
  id text primary key,
  fund_id text not null references funds (id),
  code text not null,
  funder text not null,
  pence bigint not null check (pence > 0),
  restriction text not null check (restriction in ('none', 'charities-only', 'learning-only')),
  restriction_words text,
  hope text,
  unique (fund_id, code)
);
create table timeline_steps (
  fund_id text not null references funds (id),
  code text not null,
  place integer not null,
  phase text not null,
  what text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (fund_id, code)
);
create table calls (
  id text primary key,
  fund_id text not null references funds (id),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  grace_hours integer not null default 24,
  languages text[] not null,
  question_set_version text not null
);
create index calls_by_fund on calls (fund_id, opens_at);
