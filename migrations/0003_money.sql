-- Double-entry ledger in pence: every transfer sums to zero, checked when the transaction commits.
create table ledger_transfers (
  id text primary key,
  fund_id text not null,
  effect_key text not null unique,
  kind text not null,
  at timestamptz not null
);
create table ledger_entries (
  id text primary key,
  transfer_id text not null references ledger_transfers (id),
  fund_id text not null,
  account text not null,
  pence bigint not null check (pence <> 0),
  currency text not null default 'GBP' check (currency = 'GBP')
);
create index ledger_entries_by_account on ledger_entries (fund_id, account);
create index ledger_entries_by_transfer on ledger_entries (transfer_id);

create function transfer_balances() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(pence), 0) from ledger_entries where transfer_id = new.transfer_id) <> 0 then
    raise exception 'transfer % does not sum to zero', new.transfer_id;
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_entries
  deferrable initially deferred for each row execute function transfer_balances();
create trigger ledger_stays before update or delete on ledger_entries for each row execute function keep_as_written();
create trigger transfers_stay before update or delete on ledger_transfers for each row execute function keep_as_written();

-- Where money goes: the group's own account or its sponsor's. Confirmed by ringing a number we already hold.
create table payees (
  application_id text primary key,
  fund_id text not null,
  account_name text not null,
  sort_code text not null check (sort_code ~ '^[0-9]{6}$'),
  account_number text not null check (account_number ~ '^[0-9]{8}$'),
  holder text not null check (holder in ('own', 'sponsor')),
  given_at timestamptz not null,
  rung_by text references people (id),
  rung_at timestamptz
);
