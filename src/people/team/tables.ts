/** The little this room reads of what stands above it. It keeps no table of its own: people and roles are those of accounts. */
export type TeamReads = {
  funds: { id: string; name: string; zone: string; design: unknown };
};
