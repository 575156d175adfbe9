-- Who is here: people, their roles in a fund, and how they sign in. No field says where anyone is from.
create table people (
  id text primary key,
  name text not null,
  email text not null,
  language text not null default 'en',
  shown_as text not null default 'first name' check (shown_as in ('own name', 'first name', 'pseudonym', 'not listed')),
  demo_code text unique,
  made_at timestamptz not null
);
create unique index people_by_email on people (lower(email));

create table roles (
  id text primary key,
  fund_id text not null,
  person_id text not null references people (id),
  role text not null check (role in ('programme', 'facilitator', 'member', 'trustee', 'finance', 'funder', 'learning')),
  granted_at timestamptz not null,
  ended_at timestamptz
);
create unique index roles_in_force on roles (fund_id, person_id, role) where ended_at is null;
create index roles_by_person on roles (person_id) where ended_at is null;

create table sessions (
  id text primary key,
  secret_hash text not null unique,
  person_id text not null references people (id),
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_by_person on sessions (person_id);

-- A code goes to a person or to the contact of a draft; it is bound to the browser that asked.
create table sign_in_codes (
  id text primary key,
  purpose text not null check (purpose in ('sign-in', 'draft')),
  address_hash text not null,
  person_id text references people (id),
  application_id text,
  code_hash text not null,
  browser_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index sign_in_codes_by_browser on sign_in_codes (browser_hash, made_at);
