/** Everything that is set from outside, read once; production says what it needs and refuses to start without it. */
import { z } from 'zod';

export type Mode = 'demo' | 'production' | 'walkthrough' | 'test';

const settings = z.object({
  databaseUrl: z.string().min(1),
  port: z.number().int().min(0).max(65535),
  host: z.string().min(1),
  mode: z.enum(['demo', 'production', 'walkthrough', 'test']),
  /** Where people reach us, such as https://fund.example; forms are accepted from this origin only. */
  origin: z.string().optional(),
  /** A proxy of ours stands before us and says who knocks (the last x-forwarded-for). */
  behindProxy: z.boolean().optional(),
  smtpUrl: z.string().optional(),
  mailFrom: z.string().default('letters@localhost'),
  mailFolder: z.string().optional(),
  logLevel: z.enum(['silent', 'error', 'warn', 'info']).default('info'),
  /** Lets the walkthrough move the clock: a secret it must show. Never set in production. */
  clockSecret: z.string().optional(),
});
export type Config = z.infer<typeof settings>;

export class ConfigProblem extends Error {}

/** Checks the settings; in production an origin with https, SMTP and a sender are required and test doors are refused. */
export function readConfig(given: Partial<Config>): Config {
  const read = settings.safeParse({ port: 3000, host: '127.0.0.1', mode: 'production', ...given });
  if (!read.success) throw new ConfigProblem(`These settings cannot be used: ${z.prettifyError(read.error)}`);
  const config = read.data;
  if (config.mode === 'production') {
    const lacks: string[] = [];
    if (!config.origin?.startsWith('https://')) lacks.push('MANYHANDS_ORIGIN (https://…)');
    if (!config.smtpUrl) lacks.push('MANYHANDS_SMTP_URL');
    if (config.mailFrom === 'letters@localhost') lacks.push('MANYHANDS_MAIL_FROM');
    if (lacks.length > 0) throw new ConfigProblem(`Production needs: ${lacks.join(', ')}.`);
    if (config.clockSecret) throw new ConfigProblem('The test clock is never used in production.');
  }
  return config;
}

/** The settings that come from the environment. */
export function configFromEnvironment(env: NodeJS.ProcessEnv): Partial<Config> {
  const given: Partial<Config> = {};
  if (env.MANYHANDS_ORIGIN) given.origin = env.MANYHANDS_ORIGIN;
  if (env.MANYHANDS_BEHIND_PROXY === 'yes') given.behindProxy = true;
  if (env.MANYHANDS_SMTP_URL) given.smtpUrl = env.MANYHANDS_SMTP_URL;
  if (env.MANYHANDS_MAIL_FROM) given.mailFrom = env.MANYHANDS_MAIL_FROM;
  const level = env.MANYHANDS_LOG_LEVEL;
  if (level === 'silent' || level === 'error' || level === 'warn' || level === 'info') given.logLevel = level;
  return given;
}
