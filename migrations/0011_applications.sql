-- What a group writes and sends. Contacts and safety live apart from answers, so that readers' queries never touch them.
create table applications (
  id text primary key,
  fund_id text not null references funds (id),
  call_id text not null references calls (id),
  reference text not null,
  language text not null,
  channel text not null default 'web',
  started_at timestamptz not null,
  unique (fund_id, reference)
);
create index applications_by_call on applications (call_id, started_at);

create table draft_keys (
  secret_hash text primary key,
  application_id text not null references applications (id),
  kind text not null check (kind in ('link', 'cookie')),
  made_at timestamptz not null,
  ended_at timestamptz
);
create index draft_keys_by_application on draft_keys (application_id);

create table answers (
  application_id text not null references applications (id),
  question text not null,
  -- As typed, before it is judged (forms/questions.ts says the shapes).
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (application_id, question)
);

-- Who may be reached and how: for the programme team only.
create table contacts (
  application_id text primary key references applications (id),
  person_name text,
  email text,
  phone text,
  best_way text,
  safe_times text,
  safe_to_leave_message text
);
create index contacts_by_email on contacts (lower(email));

-- What keeps people safe: never shown to readers; the choices decide how the group is shown.
create table safety_choices (
  application_id text primary key references applications (id),
  publish_name boolean not null default true,
  publish_place text not null default 'town' check (publish_place in ('town', 'region', 'hidden')),
  hide_names_of_people boolean not null default false,
  content_note text,
  access_needs text,
  keep_private text,
  knows_someone text
);

-- Frozen at sending: one a application, for ever.
create table submissions (
  application_id text primary key references applications (id),
  fund_id text not null references funds (id),
  sent_at timestamptz not null,
  as_is boolean not null,
  in_grace boolean not null default false,
  missing text[] not null default '{}',
  question_set_version text not null,
  language text not null,
  snapshot jsonb not null,
  -- The group's own name; show shown_as to anyone outside intake, checks and money.
  group_name text not null,
  shown_as text not null,
  shown_place text,
  nation_or_region text,
  legal_form text,
  tier text,
  requested_pence bigint not null default 0,
  sponsor_name text,
  sponsor_fee_pence bigint not null default 0,
  led_by_lived_experience boolean,
  turnover_pence bigint,
  year_started integer,
  months integer
);
create index submissions_by_fund on submissions (fund_id, sent_at);
create trigger submissions_stay before update or delete on submissions for each row execute function keep_as_written();

create table withdrawals (
  application_id text primary key references applications (id),
  at timestamptz not null,
  keep_draft boolean not null default true
);

-- After the quiet grace: one line why, then two members decide.
create table late_requests (
  application_id text primary key references applications (id),
  reason text not null,
  asked_at timestamptz not null
);

-- Which facts of a grant the group agreed to publish; asked field by field.
create table publish_choices (
  application_id text not null references applications (id),
  field text not null check (field in ('name', 'place', 'amount', 'purpose')),
  yes boolean not null,
  at timestamptz not null,
  primary key (application_id, field)
);
