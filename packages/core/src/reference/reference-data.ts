// What every set of reference data says about itself: how old it is and where it is from.

/** Age of one set of reference data. Its sources are a constant of their own, which no program has to carry. */
export type ReferenceData = {
  /** Date (`YYYY-MM-DD`) of the newest source that the data was taken from. */
  readonly asOf: string;
  /** True when the sources are closed (archived articles, published standards), so that age means nothing. */
  readonly settled?: boolean;
};

/** Public documents and repositories, by title or name, that a set of reference data was taken from. */
export type Sources = readonly string[];
