// What the parts of the form know beside their own field.
export interface FormContext {
  /** Dotted paths of the fields that have a problem. */
  readonly problemPaths: readonly string[];
}
export const noContext: FormContext = { problemPaths: [] };
