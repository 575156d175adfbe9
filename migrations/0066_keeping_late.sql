-- A fund may run later than its plan, and somebody who is forgotten holds no place in a team.
-- When a group was told its last thing is added, and waiting now means anything sent that is not settled.
create or replace view keeping_dates with (security_invoker = true) as
  select a.id as application_id, a.fund_id, s.sent_at,
    c.closes_at + c.grace_hours * interval '1 hour' as closes_at,
    d.released_at as results_at,
    (select max(t.ends_at) from timeline_steps t where t.fund_id = a.fund_id) as fund_ends_at,
    w.at as awarded_at,
    greatest(w.at,
      (select max(i.due_on) from instalments i where i.application_id = a.id),
      (select max(p.at) from payment_acts p join instalments i on i.id = p.instalment_id where i.application_id = a.id)
    ) as last_money_at,
    exists (select 1 from application_outcomes o
      where o.application_id = a.id and o.outcome in ('received', 'standing', 'chosen')) as waiting,
    case when d.released_at is not null then greatest(d.released_at,
      (select max(f.decided_at) from fit_decisions f where f.application_id = a.id),
      (select l.at from told l where l.application_id = a.id),
      (select x.at from check_outcomes x where x.application_id = a.id),
      (select x.at from signoffs x where x.application_id = a.id)
    ) end as heard_at
  from applications a
  join calls c on c.id = a.call_id
  left join submissions s on s.application_id = a.id
  left join result_days d on d.fund_id = a.fund_id
  left join awards w on w.application_id = a.id;

create or replace function programme_stays() returns trigger language plpgsql as $$
begin
  if old.role = 'programme' and old.ended_at is null
    and (tg_op = 'DELETE' or new.ended_at is not null or new.role <> old.role or new.fund_id <> old.fund_id) then
    perform pg_advisory_xact_lock(77064, hashtext(old.fund_id));
    if not exists (
      select 1 from roles r join people p on p.id = r.person_id
      where r.fund_id = old.fund_id and r.role = 'programme' and r.ended_at is null and r.id <> old.id
        and p.email not like '%@gone.invalid'
    ) then
      raise exception 'somebody of the programme team stays' using errcode = 'MH007';
    end if;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;

-- Places of people who were forgotten before: they ended with their fund.
update roles r
  set ended_at = greatest(r.granted_at, (select max(t.ends_at) from timeline_steps t where t.fund_id = r.fund_id))
  from people p
  where p.id = r.person_id and r.ended_at is null and p.email like '%@gone.invalid'
    and (r.role <> 'programme' or exists (
      select 1 from roles o join people q on q.id = o.person_id
      where o.fund_id = r.fund_id and o.role = 'programme' and o.ended_at is null and q.email not like '%@gone.invalid'
    ));
