/** How a database is reached: one connection string a database, and the role the program works as. */

/** Owns every application database; never a superuser, or row level security would not bind it. */
export const applicationRole = 'manyhands';

export type Socket = { folder: string; port: number };

export function socketUrl(socket: Socket, user: string, database: string): string {
  return `postgresql://${user}@localhost:${socket.port}/${encodeURIComponent(database)}?host=${encodeURIComponent(socket.folder)}`;
}

/** The same server, login and settings, another database. */
export function otherDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

/** The same login, working as the application's role from the first moment of each connection. */
export function asApplicationRole(url: string): string {
  const address = new URL(url);
  const before = address.searchParams.get('options');
  address.searchParams.set('options', [...(before ? [before] : []), `-c role=${applicationRole}`].join(' '));
  return address.href.replaceAll('+', '%20');
}

export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}
