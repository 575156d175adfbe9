/** Where the parts of an answer are kept: contacts and safety lie in tables of their own, which readers' queries never touch. */
import { textsOf } from '../../../forms/flat.ts';
import type { Body } from '../../../forms/questions.ts';
import type { ApplicationTables } from '../tables.ts';

type Contact = Omit<ApplicationTables['contacts'], 'application_id'>;
type Safety = Omit<ApplicationTables['safety_choices'], 'application_id'>;

const orNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);
const only = (entries: Record<string, string | null | undefined>): Body =>
  Object.fromEntries(Object.entries(entries).filter(([, text]) => text !== null && text !== undefined && text !== ''));

export function splitContact(body: Body): { answer: Body; contact: Contact } {
  const { name, person, email, phone, best, times, leave } = textsOf(body);
  return {
    answer: only({ name }),
    contact: {
      person_name: orNull(person),
      email: orNull(email?.trim()),
      phone: orNull(phone),
      best_way: orNull(best),
      safe_times: orNull(times),
      safe_to_leave_message: orNull(leave),
    },
  };
}

export function joinContact(answer: unknown, contact: Contact | undefined): Body {
  return only({
    ...textsOf(answer),
    person: contact?.person_name,
    email: contact?.email,
    phone: contact?.phone,
    best: contact?.best_way,
    times: contact?.safe_times,
    leave: contact?.safe_to_leave_message,
  });
}

export function splitSafety(body: Body): { answer: Body; safety: Safety } {
  const { name, place, people, content, access, private: secret, knows } = textsOf(body);
  return {
    // Which boxes were ticked; the table below cannot tell "not said" from its kind default.
    answer: only({ name, place, people }),
    safety: {
      publish_name: name !== 'no',
      publish_place: place === 'hidden' || place === 'region' ? place : 'town',
      hide_names_of_people: people === 'yes',
      content_note: orNull(content),
      access_needs: orNull(access),
      keep_private: orNull(secret),
      knows_someone: orNull(knows),
    },
  };
}

export function joinSafety(answer: unknown, safety: Safety | undefined): Body {
  return only({
    ...textsOf(answer),
    content: safety?.content_note,
    access: safety?.access_needs,
    private: safety?.keep_private,
    knows: safety?.knows_someone,
  });
}
