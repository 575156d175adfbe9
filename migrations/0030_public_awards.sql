-- What the public may see of an award. The gate stands here, so that no page can forget it: the round's results are out,
-- the board approved, the group signed. Safety texts stay behind the view; only two yeses or noes come through.
create view public_awards with (security_invoker = true) as
  select w.application_id, w.fund_id, w.awarded_pence, x.at as approved_at, g.at as signed_at,
    s.shown_as, s.shown_place, s.nation_or_region, s.legal_form, s.tier, s.months,
    coalesce(c.publish_name, false) and s.shown_as <> a.reference as name_is_safe,
    case when s.shown_place is null then 'hidden' else coalesce(c.publish_place, 'hidden') end as safe_place,
    coalesce((select yes from publish_choices p where p.application_id = w.application_id and p.field = 'name'), false) as name_yes,
    coalesce((select yes from publish_choices p where p.application_id = w.application_id and p.field = 'place'), false) as place_yes,
    coalesce((select yes from publish_choices p where p.application_id = w.application_id and p.field = 'amount'), false) as amount_yes,
    coalesce((select yes from publish_choices p where p.application_id = w.application_id and p.field = 'purpose'), false) as purpose_yes,
    (select max(p.at) from publish_choices p where p.application_id = w.application_id) as chosen_at,
    (select o.purpose from check_outcomes o where o.application_id = w.application_id) as purpose
  from awards w
  join result_days d on d.fund_id = w.fund_id
  join signoffs x on x.application_id = w.application_id and x.decision = 'approve'
  join signatures g on g.application_id = w.application_id and g.side = 'group'
  join submissions s on s.application_id = w.application_id
  join applications a on a.id = w.application_id
  left join safety_choices c on c.application_id = w.application_id
  where not exists (select 1 from withdrawals v where v.application_id = w.application_id);
