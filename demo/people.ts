/** The demo's people: the twelve members of fund.yaml, the staff around them, and three invented so that no one acts alone. */
import type { Role } from '../src/kernel/actors.ts';

export type DemoPerson = {
  readonly code: string;
  readonly name: string;
  readonly role: Role;
  readonly shownAs: 'first name' | 'not listed';
  readonly about: string;
  readonly email: string;
  readonly languages: readonly string[];
  readonly place: string;
};

function person(
  code: string,
  name: string,
  role: Role,
  about: string,
  languages: readonly string[] = ['en'],
  place = '',
  shownAs: DemoPerson['shownAs'] = 'first name',
): DemoPerson {
  return { code, name, role, shownAs, about, email: `${code.toLowerCase()}@demo.example`, languages, place };
}

export const demoPeople: readonly DemoPerson[] = [
  person('M01', 'Samira', 'member', 'Leeds. Reads en, ar', ['en', 'ar'], 'Leeds'),
  person('M02', 'Yonas', 'member', 'Cardiff. Reads en, ti, am', ['en', 'ti', 'am'], 'Cardiff'),
  person('M03', 'Oksana', 'member', 'Sheffield. Reads en, uk, pl', ['en', 'uk', 'pl'], 'Sheffield'),
  person('M04', 'Farhad', 'member', 'Glasgow. Reads en, fa, ckb', ['en', 'fa', 'ckb'], 'Glasgow'),
  person('M05', 'Blessing', 'member', 'Coventry. Reads en', ['en'], 'Coventry'),
  person('M06', 'Hodan', 'member', 'Bristol. Reads en, so', ['en', 'so'], 'Bristol'),
  person('M07', 'Mateus', 'member', 'London. Reads en, es, pt', ['en', 'es', 'pt'], 'London'),
  person('M08', 'Rana', 'member', 'Belfast. Reads en, ar', ['en', 'ar'], 'Belfast', 'not listed'),
  person('M09', 'Wiktor', 'member', 'Boston. Reads en, pl', ['en', 'pl'], 'Boston'),
  person('M10', 'Clarisse', 'member', 'Manchester. Reads en, fr, ln', ['en', 'fr', 'ln'], 'Manchester'),
  person('M11', 'Nasrin', 'member', 'Birmingham. Reads en, prs, fa', ['en', 'prs', 'fa'], 'Birmingham'),
  person('M12', 'Tendai', 'member', 'Newcastle. Reads en, sn', ['en', 'sn'], 'Newcastle'),
  person('S1', 'Ife', 'programme', 'Programme manager'),
  person('S2', 'Gareth', 'finance', 'Host finance officer'),
  person('S3', 'Moira', 'trustee', 'Host trustee (lead)'),
  person('S4', 'Deqo', 'facilitator', 'Facilitator'),
  person('S5', 'Threadlight', 'learning', 'Learning partner'),
  person('S6', 'Nia', 'finance', 'Second finance officer'),
  person('S7', 'Anneke', 'programme', 'Second look at the programme'),
  person('S8', 'Alder Row', 'funder', 'A contributing funder'),
];
