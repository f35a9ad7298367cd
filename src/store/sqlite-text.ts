/**
 * Everything textual is kept as JSON, keys included: SQLite text is UTF-8, in which a lone surrogate
 * would become U+FFFD and two different ids one.
 */
export const encode = (value: unknown): string => JSON.stringify(value);
export const decode = <T>(value: unknown): T => JSON.parse(String(value)) as T;
