/** Sends one letter by SMTP, or lays it as a .eml file in a folder where demo letters can be read. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Job } from '../work.ts';
import type { MailTables } from './tables.ts';

export type MailWay = { smtpUrl?: string | undefined; folder?: string | undefined; from: string };

type Mail = {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  headers: Record<string, string>;
};

function deliverer(way: MailWay): (mail: Mail) => Promise<void> {
  if (way.smtpUrl) {
    const smtp: Transporter = createTransport(way.smtpUrl);
    return async (mail) => {
      await smtp.sendMail(mail);
    };
  }
  const folder = way.folder;
  if (!folder) return async () => undefined;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    mkdirSync(folder, { recursive: true });
    const composed = await composer.sendMail(mail);
    const name = join(folder, `${mail.messageId.replace(/[^0-9a-z]/g, '').slice(0, 26)}.eml`);
    // Same name for the same letter: sending it again after a crash leaves one file.
    writeFileSync(`${name}.part`, composed.message as Buffer);
    renameSync(`${name}.part`, name);
  };
}

/** The job `mail.send`. The Message-ID is the letter's own id, so a receiver can drop a repeat after a crash. */
export function mailJob(way: MailWay): Job {
  const deliver = deliverer(way);
  return {
    name: 'mail.send',
    async run(work, data) {
      const tx = work.tx.withTables<MailTables>();
      const id = String(data.id);
      const letter = await tx.selectFrom('messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (!letter || letter.sent_at !== null || letter.body === null) return;
      await deliver({
        messageId: `<${letter.id}@manyhands>`,
        from: way.from,
        to: letter.recipient,
        subject: letter.subject,
        text: letter.body,
        headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated' },
      });
      await tx
        .updateTable('messages')
        .set({ sent_at: work.now, ...(letter.secret ? { body: null } : {}) })
        .where('id', '=', id)
        .execute();
    },
  };
}
