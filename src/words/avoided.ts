/** Words that sound like the state or talk down to people, and what to say in their place. */
export type Avoided = { readonly word: string; readonly pattern: RegExp; readonly instead: string };

function avoid(word: string, source: string, instead: string): Avoided {
  return { word, pattern: new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'iu'), instead };
}

export const avoided: readonly Avoided[] = [
  avoid('submit', 'submit(?:s|ted|ting)?|submissions?', 'send'),
  avoid('rejected', 'reject(?:s|ed|ing|ions?)?', 'not chosen this time'),
  avoid('invalid', 'invalid|ineligible', 'not this fund; let us talk'),
  avoid('failed', 'fail(?:s|ed|ing|ures?)?', 'say what happened and the next step'),
  avoid('deadline', 'deadlines?|final notice', 'closing day'),
  avoid('grantee', '(?:sub-?)?grantees?', 'group, or grant partner after the award'),
  avoid('beneficiary', 'beneficiar(?:y|ies)', 'people; people with lived experience'),
  avoid('service users', 'service users?', 'people'),
  avoid('due diligence', 'due diligence|vetting|biometrics?', 'checks: what we need to pay you safely'),
  avoid('interview', 'interview(?:s|ed|ing)?|screening', 'chat, conversation'),
  avoid('assessor', 'assessors?|scorers?|judges?|decision-makers?', 'reader, member'),
  avoid('assessment', 'assessments?', 'reading'),
  avoid('vulnerable', 'vulnerable', 'people we have not listened to'),
  avoid('hard to reach', 'hard[ -]to[ -]reach', 'people we have not listened to'),
  avoid(
    'asylum seeker',
    'asylum[ -]seekers?|sanctuary seekers?|migrants?',
    'people seeking sanctuary; people who have moved',
  ),
  avoid('voucher', 'vouchers?|subsistence|incentives?|allowances?', 'thank-you, payment for your time'),
  avoid('refusal', 'refus(?:al|als|ed)', 'not chosen this time'),
  avoid('appeal', 'appeal(?:s|ed|ing)?', 'ask us to look again'),
  avoid('allegation', 'allegations?', 'worry'),
  avoid('case file', 'case files?|case numbers?', 'place to keep your answers'),
  avoid('reporting', 'reporting(?: centres?)?', 'tell us how it is going'),
];

/** "Due diligence" may stand where the sentence also says what it is. */
export function explained(text: string, hit: Avoided): boolean {
  return hit.word === 'due diligence' && /checks|pay (?:you|them) safely/i.test(text);
}
