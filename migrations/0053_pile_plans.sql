-- Who reads what is worked out as one plan to a proven optimum: the question, the answer with its proof, and who accepted it.
create table pile_plans (
  id text primary key,
  fund_id text not null references funds (id),
  asked_by text references people (id),
  asked_at timestamptz not null,
  seed text not null,
  status text not null default 'asked' check (status in ('asked', 'optimal', 'feasible', 'infeasible', 'stopped')),
  worked_at timestamptz,
  -- What was asked, with ids only, and its hash: a plan is accepted only while the same would still be asked.
  question jsonb,
  question_hash text,
  answer jsonb,
  accepted_by text references people (id),
  accepted_at timestamptz,
  check ((status = 'asked') = (worked_at is null)),
  check (accepted_at is null or status in ('optimal', 'feasible'))
);
create index pile_plans_by_fund on pile_plans (fund_id, asked_at);
create table pile_plan_pairs (
  plan_id text not null references pile_plans (id),
  application_id text not null references applications (id),
  person_id text not null references people (id),
  -- Why, with ids where names go.
  reason text not null,
  by_hand boolean not null default false,
  primary key (plan_id, application_id, person_id)
);
-- Pairs that a person set by hand: kept together, or never together.
create table pile_locks (
  id text primary key,
  fund_id text not null references funds (id),
  application_id text not null references applications (id),
  person_id text not null references people (id),
  keep boolean not null,
  set_by text not null references people (id),
  set_at timestamptz not null,
  ended_at timestamptz
);
create unique index pile_locks_in_force on pile_locks (application_id, person_id) where ended_at is null;
create index pile_locks_by_fund on pile_locks (fund_id) where ended_at is null;
-- The group said yes to more reading than the hours it offered.
create table forecast_confirmations (
  id text primary key,
  fund_id text not null references funds (id),
  needed_minutes integer not null,
  offered_minutes integer not null,
  confirmed_by text not null references people (id),
  confirmed_at timestamptz not null
);
create index forecast_confirmations_by_fund on forecast_confirmations (fund_id, confirmed_at);

do $$
declare
  t text;
begin
  foreach t in array array['pile_plan_pairs', 'pile_locks']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($wall$create policy wall on %I using (coalesce(current_setting('manyhands.person', true), '') = ''
      or application_id not in (select application_id from hidden_from_me)) with check (true)$wall$, t);
  end loop;
end $$;
