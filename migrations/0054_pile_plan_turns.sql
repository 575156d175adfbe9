-- The newest plan is the one asked for last, also where a clock stands still between two.
alter table pile_plans add column turn bigint generated always as identity;
drop index pile_plans_by_fund;
create unique index pile_plans_by_turn on pile_plans (fund_id, turn);
