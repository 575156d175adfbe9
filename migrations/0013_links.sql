-- Who is connected to whom. The newest line for a pair is in force. Level 3 hides the application from that person.
create table links (
  id text primary key,
  fund_id text not null references funds (id),
  person_id text not null references people (id),
  application_id text not null references applications (id),
  level integer not null check (level between 0 and 3),
  why text not null default '',
  said_by text not null check (said_by in ('self', 'applicant', 'facilitator')),
  at timestamptz not null,
  ended_at timestamptz
);
create unique index links_in_force on links (person_id, application_id) where ended_at is null;
create index links_by_application on links (application_id) where ended_at is null;
