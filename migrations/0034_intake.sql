-- Talks settled by a third person, call notes, what a group says about two sends, and the board's indexes.
create table fit_settlements (
  application_id text not null references applications (id),
  person_id text not null references people (id),
  outcome text not null check (outcome in ('fit', 'not-this-fund')),
  reason_code text,
  words text not null check (words <> ''),
  at timestamptz not null,
  primary key (application_id, person_id)
);
create table intake_notes (
  id text primary key,
  application_id text not null references applications (id),
  person_id text not null references people (id),
  words text not null check (words <> ''),
  at timestamptz not null
);
create index intake_notes_by_application on intake_notes (application_id, at);

-- A person looked at the pair and asked both groups; before that no group hears of it.
create table duplicate_asks (
  likely_duplicate_id text primary key references likely_duplicates (id),
  person_id text not null references people (id),
  at timestamptz not null
);
create table keep_choices (
  likely_duplicate_id text not null references likely_duplicates (id),
  application_id text not null references applications (id),
  keep text not null check (keep in ('this', 'other', 'both', 'talk')),
  words text not null default '',
  at timestamptz not null,
  primary key (likely_duplicate_id, application_id)
);

create index submissions_board on submissions (fund_id, sent_at, application_id);
create index submissions_by_language on submissions (fund_id, language, sent_at, application_id);
create index submissions_by_tier on submissions (fund_id, tier, sent_at, application_id);
create index applications_by_fund on applications (fund_id, id);
create index likely_duplicates_by_fund on likely_duplicates (fund_id, found_at);
create index likely_duplicates_by_other on likely_duplicates (other);
create index fit_decisions_untold on fit_decisions (decided_at) where told_at is null;
create index links_by_fund on links (fund_id, level) where ended_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['fit_settlements', 'intake_notes', 'keep_choices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($wall$create policy wall on %I using (coalesce(current_setting('manyhands.person', true), '') = ''
      or application_id not in (select application_id from hidden_from_me)) with check (true)$wall$, t);
  end loop;
end $$;
create index submissions_by_shown_as on submissions (fund_id, shown_as, application_id);
