/** Until when what a group wrote, and how to reach it, is kept. */
import { sql } from 'kysely';
import { answersUntil, groupRule, heldIn, ofThem, reachUntil, rowsGo } from '../../people/groups/keeping.ts';
import { agedRule } from '../../platform/keeping/aged.ts';
import { type ColumnOf, daysAfter, gone, type KeepingRule, type Stays } from '../../platform/keeping/rules.ts';
import type { ApplicationTables } from './tables.ts';

type Column = ColumnOf<ApplicationTables>;

const contact = [
  'contacts.person_name',
  'contacts.email',
  'contacts.phone',
  'contacts.best_way',
  'contacts.safe_times',
  'contacts.safe_to_leave_message',
] satisfies Column[];
const safety = [
  'safety_choices.content_note',
  'safety_choices.access_needs',
  'safety_choices.keep_private',
  'safety_choices.knows_someone',
] satisfies Column[];
const sent = [
  'submissions.snapshot',
  'submissions.group_name',
  'submissions.shown_as',
  'submissions.shown_place',
  'submissions.sponsor_name',
  'submissions.legal_form',
  'submissions.led_by_lived_experience',
  'submissions.turnover_pence',
  'submissions.year_started',
] satisfies Column[];

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'contacts.groups',
    what: 'how to reach a group: name, e-mail, phone, when it is safe',
    why: 'To write and ring until all is told, and while a grant runs.',
    promise: 'site.privacy.contact.is',
    columns: contact,
    held: heldIn('contacts'),
    until: reachUntil,
    forget: rowsGo('contacts'),
  }),
  groupRule({
    name: 'safety.words',
    what: 'what a group wrote about keeping people safe',
    why: 'To decide how the group is shown, and what helps its people.',
    promise: 'site.privacy.safety.is',
    columns: safety,
    held: heldIn(
      'safety_choices',
      sql`(num_nonnulls(content_note, access_needs, keep_private, knows_someone) > 0 or k.awarded_at is null)`,
    ),
    until: reachUntil,
    // The boxes that were ticked go on guarding what the public sees of a grant.
    forget: async (tx, ids) => {
      await sql`delete from safety_choices s where ${ofThem(ids)}
        and not exists (select 1 from awards w where w.application_id = s.application_id)`.execute(tx);
      await sql`update safety_choices set content_note = null, access_needs = null, keep_private = null,
        knows_someone = null where ${ofThem(ids)}`.execute(tx);
    },
  }),
  groupRule({
    name: 'answers.typed',
    what: 'answers as they were typed',
    why: 'So that a group finds what it wrote, until it is sent and read.',
    promise: 'site.privacy.drafts.is',
    columns: ['answers.body'] satisfies Column[],
    held: heldIn('answers'),
    until: reachUntil,
    forget: rowsGo('answers'),
  }),
  groupRule({
    name: 'answers.sent',
    what: 'answers as they were sent, with the name of the group',
    why: 'To show how the choice was made; for a grant, to show what the money was for.',
    promise: 'site.privacy.answers.is',
    columns: sent,
    held: heldIn('submissions', sql`h.forgotten_at is null`),
    until: answersUntil,
    // The database itself empties the row: see the trigger in migrations/0065_keeping.sql.
    forget: async (tx, ids, now) => {
      await sql`update submissions set forgotten_at = greatest(${now}::timestamptz, sent_at) where ${ofThem(ids)}`.execute(
        tx,
      );
    },
  }),
  groupRule({
    name: 'late.reasons',
    what: 'why a group came late, in its words',
    why: 'So that members could decide about letting it in.',
    promise: 'site.privacy.notes.is',
    columns: ['late_requests.reason'] satisfies Column[],
    held: heldIn('late_requests', sql`h.reason <> ${gone}`),
    until: reachUntil,
    forget: async (tx, ids) => {
      await sql`update late_requests set reason = ${gone} where ${ofThem(ids)}`.execute(tx);
    },
  }),
  groupRule({
    name: 'keys.groups',
    what: 'keys to answers, once the answers are gone',
    why: 'They open the group’s own pages.',
    promise: 'site.privacy.device.is',
    columns: ['draft_keys.secret_hash'] satisfies Column[],
    held: heldIn('draft_keys'),
    until: reachUntil,
    forget: rowsGo('draft_keys'),
  }),
  agedRule({
    name: 'keys.ended',
    what: 'keys to answers that were ended a month ago',
    why: 'To see what happened, should somebody else have used them.',
    promise: 'site.privacy.device.is',
    columns: ['draft_keys.secret_hash'] satisfies Column[],
    table: 'draft_keys',
    id: 'secret_hash',
    at: sql`ended_at`,
    held: sql`ended_at is not null`,
    until: (at) => daysAfter(at, 30),
    forget: async (tx, ids) => {
      await sql`delete from draft_keys where secret_hash = any(${[...ids]})`.execute(tx);
    },
  }),
];

const code = 'a code, so that figures of the round still add up';
const ticked = 'a box that was ticked; goes with the answers, and with a grant goes on guarding what is shown';

export const stays = {
  'applications.reference': 'two words drawn by chance; they name nobody once the contact is gone',
  'applications.language': code,
  'applications.channel': code,
  'answers.question': 'the number of a question of ours; goes with the answer',
  'safety_choices.publish_name': ticked,
  'safety_choices.publish_place': ticked,
  'safety_choices.hide_names_of_people': ticked,
  'submissions.missing': code,
  'submissions.language': code,
  'submissions.question_set_version': code,
  'submissions.tier': code,
  'submissions.nation_or_region': 'which of twelve regions; goes with the answers where the place was hidden',
} satisfies Stays<ApplicationTables>;
