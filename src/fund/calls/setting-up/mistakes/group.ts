/** Where a fund file is unclear about who it is, who helps, who reads, and how many decide. */
import { isLang, langs } from '../../../../words/languages.ts';
import { at, type Finding, twice } from '../finding.ts';
import type { FundFile } from '../shape.ts';

export function nameMistakes({ fund }: Pick<FundFile, 'fund'>): Finding[] {
  if (/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(fund.id)) return [];
  const why = '3 to 40 small letters, digits and dashes: it becomes part of the fund’s address.';
  return [at(why, 'fund', 'id')];
}

export function helpMistakes({ help }: Pick<FundFile, 'help'>): Finding[] {
  const found: Finding[] = [];
  if (help.person.trim() === '') found.push(at('Who can be rung? Give a name.', 'help', 'person'));
  if (help.phone.replace(/\D/g, '').length < 7)
    found.push(at('Give a phone number that people can ring.', 'help', 'phone'));
  return found;
}

export function languageMistakes(file: Pick<FundFile, 'fund' | 'words'>): Finding[] {
  const offered = file.fund.languages.interface_and_pack;
  const here = ['fund', 'languages', 'interface_and_pack'] as const;
  const all = langs.join(', ');
  const found = twice(offered, (lang) => lang, ...here);
  if (offered.length === 0) found.push(at(`Name at least one of ${all}.`, ...here));
  for (const [index, lang] of offered.entries())
    if (!isLang(lang)) found.push(at(`The pages do not speak "${lang}". They know ${all}.`, ...here, index));
  for (const lang of Object.keys(file.words))
    if (!isLang(lang)) found.push(at(`The pages do not speak "${lang}". They know ${all}.`, 'words', lang));
  return found;
}

type Reading = Pick<FundFile, 'capacity_model' | 'criteria' | 'co_creation_group' | 'conflicts'>;

export function groupMistakes(file: Reading): Finding[] {
  const { capacity_model: model, criteria, co_creation_group: group, conflicts } = file;
  const found: Finding[] = [];
  for (const [key, value] of Object.entries(model))
    if (!(value > 0) || (key !== 'reading_hours_per_member' && !Number.isInteger(value)))
      found.push(at('A number above nothing, whole where people or groups are counted.', 'capacity_model', key));
  if (criteria.readers_per_application !== model.readers_per_application)
    found.push(
      at(
        `The capacity_model says ${model.readers_per_application} readers for each; these two are the same number.`,
        'criteria',
        'readers_per_application',
      ),
    );
  if (group.size !== model.members)
    found.push(at(`The capacity_model counts ${model.members} members.`, 'co_creation_group', 'size'));
  const least = conflicts.minimum_free_members_to_decide;
  if (!Number.isInteger(least) || least < 2 || least > group.size)
    found.push(at(`From 2 to all ${group.size} members.`, 'conflicts', 'minimum_free_members_to_decide'));
  if (model.readers_per_application > group.size)
    found.push(at('More readers for each than there are members.', 'capacity_model', 'readers_per_application'));
  const levels = conflicts.levels.map((each) => each.level);
  if (levels.join() !== '0,1,2,3')
    found.push(at('The four kinds of links have the levels 0, 1, 2 and 3, in this order.', 'conflicts', 'levels'));
  return found;
}

/** Hours the reading would take beside the hours there are: the call does not open on more than people can bear. */
export function readingAdvice({ capacity_model: model }: Pick<FundFile, 'capacity_model'>): Finding[] {
  const needed = (model.expected_applications * model.readers_per_application * model.reading_minutes_each) / 60;
  const offered = model.members * model.reading_hours_per_member;
  if (needed <= offered) return [];
  const why = `Reading would take ${Math.ceil(needed)} hours, and the group has ${Math.floor(offered)}. The call opens only when hours are offered or the group says yes.`;
  return [at(why, 'capacity_model')];
}
