// Turns the shapes that the fakes are made from into types, so that a test cannot describe what no cmdlet returns.

type Plain = string | number | boolean | null;

/** What may be given for a property whose default is of this type; null is what Exchange hands out for "not set". */
type Given<Default> = Default extends boolean
  ? boolean | null
  : Default extends number
    ? number | string | null
    : Default extends string
      ? string | null
      : Default extends readonly unknown[]
        ? readonly (string | number)[] | null
        : Plain | readonly Plain[];

type Shape = { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };

/**
 * The properties of one object, all optional: what is left out has its documented default. Texts are the text forms
 * that Exchange shows (`smtp:*;1`, `35 MB (36,700,160 bytes)`), dates are ISO 8601, enumerations are names.
 */
export type Properties<S extends Shape> = {
  readonly [Name in keyof S['properties']]?: Given<S['properties'][Name]['default']>;
};
