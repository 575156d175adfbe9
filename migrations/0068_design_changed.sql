-- Until its call is opened, a fund's file can be read again: who keeps a design in mind asks here whether it still counts.
alter table funds add column designed_at timestamptz;
update funds set designed_at = made_at;
alter table funds alter column designed_at set not null;

-- Once a call was opened, what groups are asked and judged by stays: also for a program that forgot to ask.
create function design_stays() returns trigger language plpgsql as $$
begin
  if (new.design, new.name, new.zone) is distinct from (old.design, old.name, old.zone)
    and exists (select 1 from call_openings o join calls c on c.id = o.call_id where c.fund_id = new.id) then
    raise exception 'the call of this fund was opened: what it asks stays' using errcode = 'MH009';
  end if;
  return new;
end $$;
create trigger funds_stay before update on funds for each row execute function design_stays();
