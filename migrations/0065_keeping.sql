-- What is kept goes on its day: the dates that decide it, and the one change that a sent application may ever see.
alter table submissions add column forgotten_at timestamptz check (forgotten_at >= sent_at);

-- One statement is let through: setting forgotten_at, once. Whatever else it asks for, this is what is written: the words
-- and the name go, the codes and sums stay, and so does what the group itself put before the public.
create function keep_submission() returns trigger language plpgsql as $$
declare
  two_words text;
  granted boolean;
  named boolean;
begin
  if tg_op = 'DELETE' or old.forgotten_at is not null or new.forgotten_at is null then
    raise exception 'rows of % are never changed or removed', tg_table_name;
  end if;
  if to_jsonb(new) - 'forgotten_at' <> to_jsonb(old) - 'forgotten_at' then
    raise exception 'rows of % are only ever forgotten as a whole', tg_table_name;
  end if;
  select reference into two_words from applications where id = old.application_id;
  granted := exists (select 1 from awards where application_id = old.application_id);
  named := exists (select 1 from public_awards where application_id = old.application_id and name_is_safe and name_yes);
  new.snapshot := '{}';
  new.sponsor_name := null;
  new.led_by_lived_experience := null;
  new.turnover_pence := null;
  new.year_started := null;
  if not named then
    new.shown_as := two_words;
    new.legal_form := null;
    -- A region may stand in public without a name; whether a place was hidden must still show.
    new.shown_place := case when granted and old.shown_place is not null then old.nation_or_region end;
    if old.shown_place is null then
      new.nation_or_region := null;
    end if;
  end if;
  new.group_name := new.shown_as;
  return new;
end $$;
drop trigger submissions_stay on submissions;
create trigger submissions_stay before update or delete on submissions for each row execute function keep_submission();

-- Everything that decides when what a group told us goes. What is not known yet is null.
create view keeping_dates with (security_invoker = true) as
  select a.id as application_id, a.fund_id, s.sent_at,
    c.closes_at + c.grace_hours * interval '1 hour' as closes_at,
    d.released_at as results_at,
    (select max(t.ends_at) from timeline_steps t where t.fund_id = a.fund_id) as fund_ends_at,
    w.at as awarded_at,
    greatest(w.at,
      (select max(i.due_on) from instalments i where i.application_id = a.id),
      (select max(p.at) from payment_acts p join instalments i on i.id = p.instalment_id where i.application_id = a.id)
    ) as last_money_at,
    exists (select 1 from application_outcomes o where o.application_id = a.id and o.outcome = 'chosen') as waiting
  from applications a
  join calls c on c.id = a.call_id
  left join submissions s on s.application_id = a.id
  left join result_days d on d.fund_id = a.fund_id
  left join awards w on w.application_id = a.id;

create index messages_to_forget on messages (id) where recipient <> '';
create index sign_in_codes_by_age on sign_in_codes (expires_at);
