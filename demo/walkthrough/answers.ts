/** What a group of the demo types into each question, out of its record and nothing else. */
import type { DemoApplication } from '../applications.ts';
import { canaries } from './canaries.ts';
import type { Fields } from './visitor.ts';

const regions = [
  'North East',
  'North West',
  'Yorkshire and the Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
  'Scotland',
  'Wales',
  'Northern Ireland',
];
const forms = [
  'registered charity',
  'CIO or SCIO',
  'CIC limited by guarantee',
  'company limited by guarantee',
  'co-operative or community benefit society',
  'unincorporated association with a constitution',
  'informal group (no papers yet)',
  'network or partnership',
];

const spoken = new Intl.DisplayNames('en', { type: 'language' });

/** English texts for what the record does not say; the languages of the answers themselves stay as they are. */
const doesNow = (application: DemoApplication): string =>
  `We are a ${application.organisation.kind}. We meet, help each other and speak up together.`;

export function contactEmail(application: DemoApplication): string {
  return `${application.id.toLowerCase()}@group.example`;
}

/** Fields by question, named as on the page. Questions the group left empty are left out. */
export function typedBy(application: DemoApplication): Map<string, Fields> {
  const { organisation, place, request, answers, safety } = application;
  const canary = canaries[application.id];
  const typed = new Map<string, Fields>();
  const byPhoneOnly = canary !== undefined || application.access_needs.some((need) => need.includes('no email'));
  typed.set('Q1', {
    'Q1.name': organisation.name,
    'Q1.person': canary?.leader ?? '',
    'Q1.email': byPhoneOnly ? '' : contactEmail(application),
    'Q1.phone': canary?.phone ?? '',
    'Q1.best': safety.contact ?? '',
  });
  typed.set('Q2', {
    'Q2.form': forms.includes(organisation.legal_form) ? organisation.legal_form : 'other',
    ...(forms.includes(organisation.legal_form) ? {} : { 'Q2.other': organisation.legal_form }),
    'Q2.sponsor': application.fiscal_sponsor?.name ?? '',
    'Q2.year': String(organisation.year_started),
    'Q2.turnover': String(organisation.turnover_last_year_gbp),
    'Q2.led': organisation.leadership.includes('led by people with lived experience') ? 'yes' : 'no',
  });
  typed.set('Q3', {
    'Q3.town': canary?.town ?? place.town,
    ...(regions.includes(place.nation_or_region) ? { 'Q3.region': place.nation_or_region } : {}),
    'Q3.languages': application.languages_of_work.map((code) => spoken.of(code) ?? code).join(', '),
    'Q3.write': application.application.language,
  });
  typed.set('Q4', { 'Q4.text': organisation.leadership });
  typed.set('Q5', { 'Q5.text': doesNow(application) });
  const ideas: readonly (readonly [string, string | null | undefined])[] = [
    ['Q6', answers.q6_plan],
    ['Q7', answers.q7_power],
    ['Q8', answers.q8_fair_leadership],
    ['Q9', answers.q9_bigger_picture],
    ['Q10', answers.q10_care],
    ['Q11', application.q11_links],
  ];
  for (const [question, text] of ideas) if (text) typed.set(question, { [`${question}.text`]: text });
  if (request.budget_lines.length > 0) {
    const lines = Object.fromEntries(request.budget_lines.map((line) => [`Q12.${line.code}.pounds`, String(line.gbp)]));
    const fee = application.fiscal_sponsor
      ? { 'Q12.SPONS.pounds': String(application.fiscal_sponsor.fee_on_top_gbp) }
      : {};
    typed.set('Q12', {
      ...lines,
      ...fee,
      'Q12.asked': String(request.amount_gbp),
      'Q12.months': String(request.months ?? 24),
    });
  } else {
    typed.set('Q12', { 'Q12.asked': String(request.amount_gbp) });
  }
  typed.set('Q13', { 'Q13.text': 'What helps a new leader stay well in the first year?' });
  typed.set('Q14', {
    'Q14.name': safety.publish_name === false ? 'no' : 'yes',
    'Q14.place': place.publish,
    ...(safety.hide_names_of_people ? { 'Q14.people': 'yes' } : {}),
    'Q14.access': application.access_needs.join('; '),
    'Q14.private': canary ? `We meet at ${canary.street}, ${canary.town}. Please never write this anywhere.` : '',
  });
  return typed;
}

export function askedFor(application: DemoApplication): string {
  const gbp = application.request.amount_gbp;
  return gbp <= 15_000 ? '0' : gbp <= 45_000 ? '1' : gbp <= 80_000 ? '2' : '3';
}
