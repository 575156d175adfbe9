-- What the group changed in the set that a count proposed, and why.
create table ballot_amendments (
  ballot_id text not null references ballots (id),
  number integer not null,
  application_id text not null references applications (id),
  change text not null check (change in ('added', 'taken-off')),
  because text not null check (because <> ''),
  person_id text not null references people (id),
  at timestamptz not null,
  primary key (ballot_id, number)
);
alter table ballot_amendments enable row level security;
alter table ballot_amendments force row level security;
create policy wall on ballot_amendments using (coalesce(current_setting('manyhands.person', true), '') = ''
  or application_id not in (select application_id from hidden_from_me)) with check (true);
