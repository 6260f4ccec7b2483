// What every set of reference data says about itself: how old it is and where it is from.

/** Origin and age of one set of reference data. */
export type ReferenceData = {
  /** Date (`YYYY-MM-DD`) of the newest source that the data was taken from. */
  readonly asOf: string;
  /** Public documents and repositories, by title or name. */
  readonly sources: readonly string[];
  /** True when the sources are closed (archived articles, published standards), so that age means nothing. */
  readonly settled?: boolean;
};
