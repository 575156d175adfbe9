/** What is frozen when a group sends: its answers without contacts and safety, and how it is shown to others. */
import { budgetOf, sumsOf } from '../../../forms/budget.ts';
import { said, textsOf } from '../../../forms/flat.ts';
import { legalFormOf } from '../../../forms/group.ts';
import type { Body, Question } from '../../../forms/questions.ts';
import { readPounds } from '../../../kernel/money.ts';
import { type Design, type Tier, tierNames } from '../../pool/design.ts';
import type { Answers } from '../answers/store.ts';
import type { ApplicationTables } from '../tables.ts';

export type Frozen = Omit<
  ApplicationTables['submissions'],
  | 'application_id'
  | 'fund_id'
  | 'sent_at'
  | 'as_is'
  | 'in_grace'
  | 'missing'
  | 'question_set_version'
  | 'language'
  | 'snapshot'
> & { readonly snapshot: Readonly<Record<string, Body>> };

/** The size a sum belongs to; none when nothing is asked or it is more than the largest. */
export function tierOf(pence: number, tiers: Design['tiers']): Tier | null {
  if (pence <= 0) return null;
  return tierNames.find((name) => pence <= tiers[name].max_gbp * 100) ?? null;
}

/** A whole number as people type it, in any digits; null when it is not one within bounds. */
export function wholeNumber(typed: string, least: number, most: number): number | null {
  const pence = readPounds(typed);
  if (pence === null || pence % 100 !== 0) return null;
  const number = pence / 100;
  return number >= least && number <= most ? number : null;
}

type Shown = { readonly name: boolean; readonly place: 'town' | 'region' | 'hidden' };

function shownIn(safety: Body): Shown {
  const { name, place } = textsOf(safety);
  return { name: name !== 'no', place: place === 'hidden' || place === 'region' ? place : 'town' };
}

/** Readers and the public meet the place and the sponsor only as far as the group said. */
function asShown(question: Question, body: Body, shown: Shown): Body | null {
  if (question.type === 'contact' || question.type === 'mixed') return null;
  const hide = new Set<string>();
  if (question.type === 'place_and_languages' && shown.place !== 'town') hide.add('town');
  if (question.type === 'place_and_languages' && shown.place === 'hidden') hide.add('region');
  // A sponsor is a neighbour: its name can give away who the group is.
  if (question.type === 'choice' && !shown.name) hide.add('sponsor');
  return Object.fromEntries(Object.entries(body).filter(([part]) => !hide.has(part)));
}

export function freeze(input: {
  questions: readonly Question[];
  answers: Answers;
  reference: string;
  tiers: Design['tiers'];
}): Frozen {
  const { questions, answers, reference } = input;
  const bodyOf = (type: Question['type']): Body => {
    const question = questions.find((each) => each.type === type);
    return (question && answers.get(question.id)?.body) ?? {};
  };
  const shown = shownIn(bodyOf('mixed'));
  const snapshot: Record<string, Body> = {};
  for (const question of questions) {
    const kept = answers.get(question.id);
    const body = kept ? asShown(question, kept.body, shown) : null;
    if (body && Object.keys(body).length > 0) snapshot[question.id] = body;
  }
  const name = said(textsOf(bodyOf('contact')), 'name');
  const place = textsOf(bodyOf('place_and_languages'));
  const group = textsOf(bodyOf('choice'));
  const money = budgetOf(bodyOf('budget_table'));
  const ask = questions.find((each) => each.budget)?.budget;
  const region = said(place, 'region') || null;
  const led = said(group, 'led');
  return {
    snapshot,
    group_name: name || reference,
    shown_as: shown.name && name ? name : reference,
    shown_place: shown.place === 'town' ? said(place, 'town') || region : shown.place === 'region' ? region : null,
    nation_or_region: region,
    legal_form: legalFormOf(group),
    tier: tierOf(money.asked, input.tiers),
    requested_pence: money.asked,
    sponsor_name: said(group, 'sponsor') || null,
    sponsor_fee_pence: ask ? sumsOf(money, ask).onTop : 0,
    led_by_lived_experience: led === 'yes' ? true : led === 'no' ? false : null,
    turnover_pence: readPounds(said(group, 'turnover')),
    year_started: wholeNumber(said(group, 'year'), 1800, 2200),
    months: wholeNumber(money.months ?? '', 1, 120),
  };
}
