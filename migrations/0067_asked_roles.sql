-- Whoever is asked in for money or for the board waits until a second person says yes: one alone cannot fill both.
create table asked_roles (
  id text primary key,
  fund_id text not null,
  person_id text not null references people (id),
  role text not null check (role in ('finance', 'trustee')),
  asked_by text not null references people (id),
  asked_at timestamptz not null,
  -- Nobody, when it is over by itself: too old and asked anew, or the role came another way.
  said_by text references people (id),
  ended_at timestamptz,
  outcome text check (outcome in ('yes', 'no', 'back', 'over')),
  constraint asked_for_others check (asked_by <> person_id),
  constraint said_by_a_second check (said_by <> asked_by or outcome = 'back'),
  constraint said_for_others check (said_by <> person_id),
  check ((ended_at is null) = (outcome is null)),
  check ((said_by is null) = (outcome is null or outcome = 'over'))
);
create unique index asked_roles_waiting on asked_roles (fund_id, person_id, role) where ended_at is null;

create function asked_in_order() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (tg_op = 'INSERT' and new.outcome is not null) or (tg_op = 'UPDATE' and (old.outcome is not null
    or (new.id, new.fund_id, new.person_id, new.role, new.asked_by, new.asked_at)
      is distinct from (old.id, old.fund_id, old.person_id, old.role, old.asked_by, old.asked_at))) then
    raise exception 'what was asked is answered once, and stays' using errcode = 'MH008';
  end if;
  if new.outcome = 'yes' then
    -- The same place that the triggers on roles wait at: whoever says yes holds their own role while they say it.
    perform pg_advisory_xact_lock(77064, hashtext(new.fund_id));
    if not exists (
      select 1 from roles where fund_id = new.fund_id and person_id = new.said_by
        and role in ('finance', 'trustee') and ended_at is null
    ) then
      raise exception 'somebody of money or the board says yes' using errcode = 'MH008';
    end if;
  end if;
  return new;
end $$;
create trigger asked_roles_in_order before insert or update or delete on asked_roles
  for each row execute function asked_in_order();

-- While a person acts, such a role begins only with the yes that this person gives at this moment to what another asked.
-- With nobody signed in it is whoever runs the machine: the first of money and the board come so.
create function second_yes() returns trigger language plpgsql as $$
declare me text := coalesce(current_setting('manyhands.person', true), '');
begin
  if me = '' or new.ended_at is not null or new.role not in ('finance', 'trustee') then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.ended_at is null
    and (new.fund_id, new.person_id, new.role) is not distinct from (old.fund_id, old.person_id, old.role) then
    return new;
  end if;
  if not exists (
    select 1 from asked_roles where fund_id = new.fund_id and person_id = new.person_id and role = new.role
      and outcome = 'yes' and said_by = me and ended_at = new.granted_at
  ) then
    raise exception 'a second person says yes to money and the board' using errcode = 'MH008';
  end if;
  return new;
end $$;
create trigger roles_need_a_second_yes before insert or update on roles for each row execute function second_yes();
