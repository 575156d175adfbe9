-- Which languages a member reads, so that a pile can hold answers in them. Chosen by the member; nothing else is inferred.
create table member_languages (
  person_id text not null references people (id),
  language text not null,
  primary key (person_id, language)
);
create index readings_open on readings (fund_id, person_id, sitting) where stepped_back_at is null;
create index worries_waiting on worries (application_id) where heard_at is null;
alter table reading_words enable row level security;
alter table reading_words force row level security;
-- A reading that is hidden hides its words: the inner query is itself behind the wall.
create policy wall on reading_words using (coalesce(current_setting('manyhands.person', true), '') = ''
  or reading_id in (select id from readings)) with check (true);
