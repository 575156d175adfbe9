-- Everyone hears on the same day, with a strength and two reasons that a person has checked.
create table letters (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  outcome text not null check (outcome in ('chosen', 'reserve', 'not-this-time')),
  strength text not null,
  reason_one text not null,
  reason_two text not null,
  drafted_at timestamptz not null,
  checked_by text references people (id),
  checked_at timestamptz
);
create table result_days (
  fund_id text primary key references funds (id),
  released_by text not null references people (id),
  released_at timestamptz not null
);
create table told (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  at timestamptz not null,
  way text not null check (way in ('email', 'page', 'call'))
);
