/** JSON as it arrives from strangers: values whose shape nothing has promised yet. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at `list[0]`, or null when there is none. */
export const firstObject = (list: Json | undefined): JsonObject | null => {
  const first = Array.isArray(list) ? list[0] : undefined;
  return isObject(first) ? first : null;
};

export const objectsIn = (list: Json | undefined): JsonObject[] => (Array.isArray(list) ? list.filter(isObject) : []);

export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
