-- Members say what they bring to reading; a plan is worked out with no lock held; a third reader is asked for only where one helps.
create table reading_brings (
  fund_id text not null references funds (id),
  person_id text not null references people (id),
  -- The most applications with a note before them that this person wants; null is the fund's own cap. No reason is asked.
  hard_most integer check (hard_most between 0 and 1000),
  said_at timestamptz not null,
  primary key (fund_id, person_id)
);
-- Only what a person ticked from the list of the fund's design.
create table reading_strengths (
  fund_id text not null references funds (id),
  person_id text not null references people (id),
  strength text not null,
  primary key (fund_id, person_id, strength)
);
alter table pile_plans
  add column step integer not null default 1 check (step in (1, 2)),
  -- Rules that whoever asked for the plan let go for this one plan.
  add column let_go text[] not null default '{}',
  -- The goal that is being worked on, the worker that has the plan, and when it last showed that it is alive.
  add column goal text,
  add column worker text,
  add column beat_at timestamptz,
  add column stopped_by text references people (id),
  -- Applications that a third reader would help and that no hours are left for.
  add column left_without integer not null default 0;
create index pile_plans_waiting on pile_plans (turn) where status = 'asked';
-- Applications that a plan of the second step asks one more reader for; they count once the plan has its yes.
create table further_readings (
  plan_id text not null references pile_plans (id),
  application_id text not null references applications (id),
  why text not null check (why in ('disagree', 'near the line')),
  primary key (plan_id, application_id)
);
create index further_readings_by_application on further_readings (application_id);
alter table further_readings enable row level security;
alter table further_readings force row level security;
create policy wall on further_readings using (coalesce(current_setting('manyhands.person', true), '') = ''
  or application_id not in (select application_id from hidden_from_me)) with check (true);
