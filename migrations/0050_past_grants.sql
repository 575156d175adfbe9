-- What funders gave before, from the 360Giving files they publish: for reference beside the pool. Organisations only.
create table past_grants (
  fund_id text not null references funds (id),
  grant_id text not null,
  title text not null,
  funder text not null,
  recipient_id text not null,
  recipient text not null,
  pence bigint not null,
  currency text not null,
  awarded_on date not null,
  brought_by text not null references people (id),
  brought_at timestamptz not null,
  primary key (fund_id, grant_id)
);
create index past_grants_newest on past_grants (fund_id, awarded_on desc, grant_id);
