// How sure a reading must be before something is made of it: probabilities 0–1 that the models give, calibrated on lines they were not taught.

export const thresholds = {
  /** A likeliest intent this probable is taken without a question, however near the next one is. Chosen on `tuning/`, as are the next two. */
  sureEnough: 0.5,
  /** Two intents nearer than this are asked about. */
  margin: 0.15,
  /** A likeliest intent below this is asked about, whatever comes next. */
  askBelow: 0.4,
  /** Below this nothing is recognised: one of 51 intents by chance alone has 0.02. */
  refuseBelow: 0.08,
  /** A factor, not a probability: training lines hold little of the world outside, so what lies outside counts for more. */
  outOfScopeWeight: 1.5,

  /** Danger is asked after this early: a miss costs more than a needless question. */
  vulnerableFloor: 0.4,
  /** "Dying to pay this off": only where the model is this sure is it danger after all. */
  dangerDespiteFigure: 0.9,
  /** Words of a stranger ("wrong number") count where the model at least thinks of one. */
  thirdPartyFloor: 0.05,
  /** One payment on one day is a promise where the model at least thinks of one. */
  promiseFloor: 0.05,

  /** A new act begins at a place this likely. Higher loses second wishes, lower cuts short messages in two; both were measured (README). */
  begins: 0.22,
  /** The same between two Chinese characters without a mark, where the cut may go through a word. */
  beginsUnmarked: 0.4,
  /** Two parts this plain, one of them grave, are never joined over a mark. */
  plainPart: 0.98,
  /** A part this sure stands as an act of its own… */
  sureOfPart: 0.45,
  /** …but where the whole message is this sure of one meaning… */
  sureOfWhole: 0.95,
  /** …a part must be this sure to add another. */
  sureOfPartOfSure: 0.8,
  /** A grave act this sure is plain: it is the main one, and acts this sure state slots for the whole message. */
  sureOfGrave: 0.7,
  /** A whole message this sure of one intent has it as its main act. */
  sureOfMain: 0.9,

  /** A detail (aspect, what is taken back, who speaks) more likely right than wrong is said; precision and recall out of fold are in the README. */
  sureOfDetail: 0.5,

  /** An amount that no rule explains takes the use that is this likely: nothing is lost by asking less of it. */
  figureUnclaimed: 0.4,
  /** What rules took for a single payment becomes a monthly one. */
  figureOnce: 0.7,
  /** What rules took for something else changes its use, or offers nothing after all. */
  figureClaimed: 0.85,
  /** Share of the monthly uses that a bound (at most, at least) needs to be said. */
  figureBound: 0.5,
  /** An amount this surely offered each month is an offer, whatever else the message tells. */
  figurePlain: 0.85,
} as const;
