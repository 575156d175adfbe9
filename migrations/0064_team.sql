-- Roles that one person may not hold together in a fund, and a fund is never without its programme team.
-- What stands already is left as it stands: both are asked when a role begins or ends.
create function roles_apart() returns trigger language plpgsql as $$
begin
  if new.ended_at is not null then
    return new;
  end if;
  -- One change of a fund's people at a time, so that what is seen here is still so when it is kept.
  perform pg_advisory_xact_lock(77064, hashtext(new.fund_id));
  if exists (
    select 1 from roles held
    where held.fund_id = new.fund_id and held.person_id = new.person_id and held.ended_at is null
      and held.id <> new.id and held.role <> new.role
      and (
        held.role = 'funder' or new.role = 'funder'
        or (held.role = 'trustee' and new.role in ('programme', 'finance', 'member'))
        or (new.role = 'trustee' and held.role in ('programme', 'finance', 'member'))
        or (held.role = 'finance' and new.role = 'programme')
        or (held.role = 'programme' and new.role = 'finance')
      )
  ) then
    raise exception 'these two roles are held by different people' using errcode = 'MH006';
  end if;
  return new;
end $$;
create trigger roles_kept_apart before insert or update on roles for each row execute function roles_apart();

create function programme_stays() returns trigger language plpgsql as $$
begin
  if old.role = 'programme' and old.ended_at is null
    and (tg_op = 'DELETE' or new.ended_at is not null or new.role <> old.role or new.fund_id <> old.fund_id) then
    perform pg_advisory_xact_lock(77064, hashtext(old.fund_id));
    if not exists (
      select 1 from roles where fund_id = old.fund_id and role = 'programme' and ended_at is null and id <> old.id
    ) then
      raise exception 'somebody of the programme team stays' using errcode = 'MH007';
    end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger programme_team_stays before update or delete on roles for each row execute function programme_stays();
