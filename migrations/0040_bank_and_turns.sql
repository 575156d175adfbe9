-- A change of bank details sends a payment back to its first act, and no money moves to details that nobody has rung back.
alter table instalments add column turn integer not null default 1;
alter table payment_acts add column turn integer not null default 1;
alter table payment_acts drop constraint payment_acts_pkey;
alter table payment_acts add primary key (instalment_id, turn, act);
create unique index payments_released_once on payment_acts (instalment_id) where act = 'released';

-- Some money may pay only registered charities, or others through a sponsor that is one; the checks find out.
alter table check_outcomes add column sponsor_charity boolean not null default false;

-- All that a fund has awarded, whoever asks: the wall of the person acting is lowered inside.
create function awarded_in(fund text) returns bigint language plpgsql as $$
declare laid bigint; me text := coalesce(current_setting('manyhands.person', true), '');
begin
  perform set_config('manyhands.person', '', true);
  select coalesce(sum(awarded_pence + fee_pence), 0) into laid from awards where fund_id = fund;
  perform set_config('manyhands.person', me, true);
  return laid;
end $$;

create or replace function payment_in_order() returns trigger language plpgsql as $$
declare app text; now_on integer; me text := coalesce(current_setting('manyhands.person', true), '');
begin
  perform set_config('manyhands.person', '', true);
  select application_id into app from instalments where id = new.instalment_id;
  -- Payee before instalment, as in a change of bank details, so that the two never wait for each other.
  perform 1 from payees where application_id = app for update;
  select turn into now_on from instalments where id = new.instalment_id for update;
  if new.turn <> now_on then
    raise exception 'this payment began again' using errcode = 'MH003';
  end if;
  if new.act <> 'approved' then
    if not exists (select 1 from check_outcomes where application_id = app and result in ('clear', 'clear-with-plan'))
      or not exists (select 1 from signoffs where application_id = app and decision = 'approve')
      or not exists (select 1 from signatures where application_id = app and side = 'group') then
      raise exception 'paid needs checked, approved and signed' using errcode = 'MH002';
    end if;
    if not exists (select 1 from payees where application_id = app and rung_at is not null) then
      raise exception 'nobody has rung these bank details back' using errcode = 'MH005';
    end if;
  end if;
  if new.act = 'approved' then
    if not exists (select 1 from payment_acts where instalment_id = new.instalment_id and turn = new.turn and act = 'prepared') then
      raise exception 'approve comes after prepare' using errcode = 'MH003';
    end if;
    if exists (select 1 from payment_acts where instalment_id = new.instalment_id and turn = new.turn and act = 'prepared'
      and person_id = new.person_id) then
      raise exception 'someone else says yes' using errcode = 'MH004';
    end if;
  elsif new.act = 'released' then
    if (select count(*) from payment_acts where instalment_id = new.instalment_id and turn = new.turn) <> 2 then
      raise exception 'release comes after approve' using errcode = 'MH003';
    end if;
    if (select count(distinct person_id) from payment_acts where instalment_id = new.instalment_id and turn = new.turn) < 2 then
      raise exception 'someone else says yes' using errcode = 'MH004';
    end if;
  end if;
  perform set_config('manyhands.person', me, true);
  return new;
end $$;

create function bank_changed() returns trigger language plpgsql as $$
begin
  if (new.account_name, new.sort_code, new.account_number, new.holder)
    is distinct from (old.account_name, old.sort_code, old.account_number, old.holder) then
    new.rung_by := null;
    new.rung_at := null;
    update instalments i set turn = i.turn + 1
    where i.application_id = new.application_id
      and exists (select 1 from payment_acts a where a.instalment_id = i.id and a.turn = i.turn)
      and not exists (select 1 from payment_acts a where a.instalment_id = i.id and a.act = 'released');
  end if;
  return new;
end $$;
create trigger bank_changes before update on payees for each row execute function bank_changed();
