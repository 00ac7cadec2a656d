/** The kinds that somebody has in a table elsewhere. */
export const csvKinds = ['request', 'account'] as const;
export type CsvKind = (typeof csvKinds)[number];
