-- The machine room: audit events and their seals, keys that make a write happen once, limits, mail, the clock.
create table events (
  id bigint generated always as identity primary key,
  fund_id text,
  at timestamptz not null,
  actor text not null,
  kind text not null check (kind ~ '^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$'),
  subject text not null,
  data jsonb not null default '{}'
);
create index events_by_subject on events (subject, id);
create index events_by_fund on events (fund_id, id);

create table event_seals (
  place bigint primary key,
  event_id bigint not null unique references events (id),
  hash text not null
);
create table event_roots (
  day date primary key,
  place bigint not null,
  hash text not null
);
-- What is written in the record stays as it was written.
create function keep_as_written() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;
create trigger events_stay before update or delete on events for each row execute function keep_as_written();
create trigger event_seals_stay before update or delete on event_seals for each row execute function keep_as_written();

create table idempotency_keys (
  key_hash text primary key,
  made_at timestamptz not null,
  location text
);
create index idempotency_keys_by_age on idempotency_keys (made_at);

create table rate_limits (
  bucket text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, window_start)
);

create table messages (
  id text primary key,
  fund_id text,
  effect_key text not null unique,
  recipient text not null,
  language text not null,
  subject text not null,
  body text,
  secret boolean not null default false,
  made_at timestamptz not null,
  sent_at timestamptz
);
create index messages_waiting on messages (made_at) where sent_at is null;

create table clock (
  only_row boolean primary key default true check (only_row),
  ahead_ms bigint not null default 0
);
