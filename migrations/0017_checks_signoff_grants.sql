-- Checked, approved, signed and paid: separate records; only "paid needs checked, approved and signed" is fixed here.
create table check_items (
  application_id text not null references applications (id),
  code text not null,
  result text not null check (result in ('clear', 'with-plan', 'not-needed', 'not-clear')),
  words text not null default '',
  person_id text not null references people (id),
  at timestamptz not null,
  primary key (application_id, code)
);
create table check_outcomes (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  result text not null check (result in ('clear', 'clear-with-plan', 'needs-sponsor', 'cannot-clear')),
  plan text not null default '',
  -- The charitable purpose of this grant, written down (K7).
  purpose text not null default '',
  person_id text not null references people (id),
  at timestamptz not null
);
create table signoff_questions (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  question text not null,
  asked_by text not null references people (id),
  asked_at timestamptz not null,
  answer text,
  answered_by text references people (id),
  answered_at timestamptz
);
create table signoffs (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  decision text not null check (decision in ('approve', 'refuse')),
  ground text,
  words text not null default '',
  person_id text not null references people (id),
  at timestamptz not null,
  check (decision = 'approve' or (ground is not null and words <> ''))
);
create table awards (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  recommended_pence bigint not null,
  awarded_pence bigint not null check (awarded_pence > 0),
  fee_pence bigint not null default 0 check (fee_pence >= 0),
  at timestamptz not null
);
create index awards_by_fund on awards (fund_id);

-- Awards of a fund never exceed its pot: the fund row is locked while the sum is taken.
-- The wall of the person acting is lowered inside: the sum must see every award.
create function awards_within_pot() returns trigger language plpgsql as $$
declare pot bigint; laid bigint; me text := coalesce(current_setting('manyhands.person', true), '');
begin
  perform set_config('manyhands.person', '', true);
  select pot_pence into pot from funds where id = new.fund_id for update;
  select coalesce(sum(awarded_pence + fee_pence), 0) into laid from awards where fund_id = new.fund_id;
  if laid + new.awarded_pence + new.fee_pence > pot then
    raise exception 'award exceeds the pot' using errcode = 'MH001';
  end if;
  perform set_config('manyhands.person', me, true);
  return new;
end $$;
create trigger awards_fit before insert on awards for each row execute function awards_within_pot();
create trigger awards_stay before update or delete on awards for each row execute function keep_as_written();

create table agreements (
  application_id text primary key references awards (application_id),
  fund_id text not null references funds (id),
  language text not null,
  body jsonb not null,
  made_at timestamptz not null
);
create table signatures (
  application_id text not null references agreements (application_id),
  side text not null check (side in ('group', 'host', 'sponsor')),
  signed_as text not null,
  at timestamptz not null,
  primary key (application_id, side)
);
create table instalments (
  id text primary key,
  application_id text not null references awards (application_id),
  fund_id text not null references funds (id),
  place integer not null,
  pence bigint not null check (pence > 0),
  fee_pence bigint not null default 0,
  due_on timestamptz not null,
  contribution_id text references contributions (id),
  unique (application_id, place)
);
create index instalments_by_fund on instalments (fund_id, due_on);
create table payment_acts (
  instalment_id text not null references instalments (id),
  act text not null check (act in ('prepared', 'approved', 'released')),
  person_id text not null references people (id),
  at timestamptz not null,
  primary key (instalment_id, act)
);
-- Order, two people at least, and the three conditions of payment hold whatever the program does.
create function payment_in_order() returns trigger language plpgsql as $$
declare app text; me text := coalesce(current_setting('manyhands.person', true), '');
begin
  perform set_config('manyhands.person', '', true);
  select application_id into app from instalments where id = new.instalment_id for update;
  if new.act = 'prepared' then
    if not exists (select 1 from check_outcomes where application_id = app and result in ('clear', 'clear-with-plan'))
      or not exists (select 1 from signoffs where application_id = app and decision = 'approve')
      or not exists (select 1 from signatures where application_id = app and side = 'group') then
      raise exception 'paid needs checked, approved and signed' using errcode = 'MH002';
    end if;
  elsif new.act = 'approved' then
    if not exists (select 1 from payment_acts where instalment_id = new.instalment_id and act = 'prepared') then
      raise exception 'approve comes after prepare' using errcode = 'MH003';
    end if;
    if exists (select 1 from payment_acts where instalment_id = new.instalment_id and act = 'prepared' and person_id = new.person_id) then
      raise exception 'someone else says yes' using errcode = 'MH004';
    end if;
  else
    if (select count(*) from payment_acts where instalment_id = new.instalment_id) <> 2 then
      raise exception 'release comes after approve' using errcode = 'MH003';
    end if;
    if (select count(distinct person_id) from payment_acts where instalment_id = new.instalment_id) < 2 then
      raise exception 'someone else says yes' using errcode = 'MH004';
    end if;
  end if;
  perform set_config('manyhands.person', me, true);
  return new;
end $$;
create trigger payment_acts_in_order before insert on payment_acts for each row execute function payment_in_order();
create trigger payment_acts_stay before update or delete on payment_acts for each row execute function keep_as_written();
create table landings (
  instalment_id text primary key references instalments (id),
  at timestamptz not null,
  said_by text not null
);
