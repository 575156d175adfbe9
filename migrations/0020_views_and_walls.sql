-- Where an application stands, worked out from the rows; and the wall that hides a level 3 link in the database itself.

-- Late ones count once two members said yes (and nobody no); in the grace they count as they are.
create view late_lets_in with (security_invoker = true) as
  select r.application_id,
         count(*) filter (where v.yes) as yes_votes,
         count(*) filter (where not v.yes) as no_votes
  from late_requests r left join late_votes v on v.application_id = r.application_id
  group by r.application_id;

create view application_stages with (security_invoker = true) as
  select a.id as application_id, a.fund_id, a.call_id,
    case
      when s.application_id is null and l.application_id is not null then 'late-asked'
      when s.application_id is null then 'draft'
      when w.application_id is not null then 'withdrawn'
      when exists (select 1 from duplicate_settlements d where d.set_aside = a.id) then 'set-aside'
      when exists (select 1 from fit_decisions f where f.application_id = a.id and f.after_reply and f.outcome = 'fit') then 'standing'
      when exists (select 1 from fit_decisions f where f.application_id = a.id and f.outcome = 'not-this-fund') then 'not-this-fund'
      when exists (select 1 from fit_decisions f where f.application_id = a.id and f.outcome = 'fit') then 'standing'
      else 'received'
    end as stage
  from applications a
  left join submissions s on s.application_id = a.id
  left join withdrawals w on w.application_id = a.id
  left join late_requests l on l.application_id = a.id;

-- One final outcome an application, in this order of strength.
create view application_outcomes with (security_invoker = true) as
  select st.application_id, st.fund_id,
    case
      when st.stage = 'draft' then 'never-sent'
      when st.stage <> 'standing' then st.stage
      when exists (select 1 from signoffs x where x.application_id = st.application_id and x.decision = 'refuse') then 'refused-by-board'
      when exists (select 1 from check_outcomes x where x.application_id = st.application_id and x.result = 'cannot-clear') then 'could-not-clear'
      when exists (select 1 from awards x where x.application_id = st.application_id) then 'awarded'
      when exists (select 1 from recommendations x where x.application_id = st.application_id) then 'chosen'
      when exists (select 1 from reserves x where x.application_id = st.application_id) then 'reserve'
      when exists (select 1 from letters x where x.application_id = st.application_id) then 'not-this-time'
      else 'standing'
    end as outcome
  from application_stages st;

-- The person acting is told to the database at the start of each transaction (set_config 'manyhands.person').
-- Applications at level 3 of that person do not exist for them until the round's results are public.
create view hidden_from_me as
  select l.application_id from links l
  where l.person_id = current_setting('manyhands.person', true) and l.level = 3 and l.ended_at is null
    and not exists (select 1 from result_days r where r.fund_id = l.fund_id);

do $$
declare
  t text;
  wall constant text := $wall$create policy wall on %I using (coalesce(current_setting('manyhands.person', true), '') = ''
    or %I not in (select application_id from hidden_from_me)) with check (true)$wall$;
begin
  foreach t in array array['answers', 'contacts', 'safety_choices', 'submissions', 'withdrawals', 'late_requests',
    'publish_choices', 'fit_looks', 'fit_decisions', 'replies', 'reply_looks', 'late_votes', 'translations', 'readings',
    'worries', 'table_items', 'recommendations', 'reserves', 'letters', 'told', 'check_items', 'check_outcomes',
    'signoff_questions', 'signoffs', 'awards', 'agreements', 'signatures', 'instalments', 'payees']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(wall, t, 'application_id');
  end loop;
  execute 'alter table applications enable row level security';
  execute 'alter table applications force row level security';
  execute format(wall, 'applications', 'id');
  execute 'alter table likely_duplicates enable row level security';
  execute 'alter table likely_duplicates force row level security';
  execute format(wall, 'likely_duplicates', 'one');
  execute format(replace(wall, 'policy wall on %I using', 'policy wall_other on %I as restrictive using'), 'likely_duplicates', 'other');
end $$;
