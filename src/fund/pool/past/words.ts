/** Who funded what before: the page where staff and funders look it up, and where a file is brought. */
import type { English } from '../../../words/speak.ts';

export const words = {
  'past.title': 'Who funded what before',
  'past.lede':
    'Grants that funders have already published. They are here so that nobody has to ask twice, and they say nothing about who is chosen now.',
  'past.none': 'No file has been brought yet.',
  'past.funders': 'By funder',
  'past.col.funder': 'Funder',
  'past.col.grants': 'Grants',
  'past.col.sum': 'Together',
  'past.col.years': 'From and to',
  'past.col.day': 'Awarded',
  'past.col.group': 'Group',
  'past.col.title': 'For',
  'past.span': '{$from} to {$to}',
  'past.list': 'Grants, the newest first',
  'past.find': 'Find a group by some letters of its name',
  'past.look': 'Look',
  'past.nobody': 'No group with these letters.',
  'past.next': 'Earlier ones',
  'past.bring': 'Bring a file',
  'past.file': 'A file in the 360Giving form',
  'past.file.hint':
    'Excel (.xlsx), OpenDocument (.ods), CSV or JSON, up to 10 MB. Grants to individuals are left out. A grant that is here already is written anew.',
  'past.send': 'Bring it',
  'past.brought':
    '.input {$n :integer} .match $n one {{One grant is here now from that file.}} * {{{$n} grants are here now from that file.}}',
  'past.nofile': 'Please choose a file first.',
  'past.empty': 'There are no grants in this file.',
  'past.not-standard':
    '.input {$bad :integer} .match $bad one {{One grant in this file does not follow the standard yet, so nothing was kept.}} * {{{$bad} grants in this file do not follow the standard yet, so nothing was kept.}}',
  'past.see': '{#link}See what to mend{/link}, then bring it again.',
} as const satisfies English;
