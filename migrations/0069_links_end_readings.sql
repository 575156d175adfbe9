-- A link of level 2 or 3 ends that person's reading in the same moment, whatever comes before or after it, and for every
-- page, letter and count alike. Both sides wait for one person's links, so that neither can miss the other.
create function link_ends_reading() returns trigger language plpgsql as $$
declare me text := coalesce(current_setting('manyhands.person', true), '');
begin
  if new.level < 2 or new.ended_at is not null then
    return null;
  end if;
  perform pg_advisory_xact_lock(77069, hashtext(new.person_id));
  -- From level 3 on the person acting does not find the reading any more; the wall is put back at once.
  perform set_config('manyhands.person', '', true);
  update readings set stepped_back_at = new.at, finished_at = null
    where person_id = new.person_id and application_id = new.application_id and stepped_back_at is null;
  perform set_config('manyhands.person', me, true);
  return null;
end $$;
create trigger links_end_readings after insert on links for each row execute function link_ends_reading();

create function reading_without_link() returns trigger language plpgsql as $$
declare told timestamptz;
begin
  if new.stepped_back_at is not null then
    return new;
  end if;
  perform pg_advisory_xact_lock(77069, hashtext(new.person_id));
  select max(at) into told from links where person_id = new.person_id and application_id = new.application_id
    and level >= 2 and ended_at is null;
  if told is not null then
    new.stepped_back_at := told;
    new.finished_at := null;
  end if;
  return new;
end $$;
create trigger readings_without_link before insert or update of stepped_back_at on readings
  for each row execute function reading_without_link();

update readings r set stepped_back_at = l.at, finished_at = null from links l
  where l.person_id = r.person_id and l.application_id = r.application_id and l.level >= 2 and l.ended_at is null
    and r.stepped_back_at is null and not exists (select from result_days d where d.fund_id = r.fund_id);
