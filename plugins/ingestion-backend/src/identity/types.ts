import { ParsedFinding } from '@synchrony/report-parsers';

/**
 * What a finding is recognised by, as short hashes; an empty string where
 * there is nothing to go by. Severity and texts are no part of it. `order`,
 * `column` and `rest` change easily: they only tell findings apart that have
 * everything else in common.
 */
export interface Identity {
  /** Rule or advisory, with the tool or the component. */
  family: string;
  /** Full identities that the tool gives, as {@link compareMarks} reads them. */
  fingerprint: string;
  /** Hints of identity that the tool gives, likewise. */
  hint: string;
  /** The code at the place. */
  code: string;
  /** Normalised path or URL. */
  place: string;
  /** The last part of a path: it outlives a file's move. */
  name: string;
  /** Line of the main place, or major version of the component: a number in text. */
  order: string;
  /** Column of the main place, a number in text. */
  column: string;
  /** Version of the component, or what else tells two results apart. */
  rest: string;
}

/** A finding of a report and what it is recognised by. */
export interface IdentifiedFinding {
  finding: ParsedFinding;
  identity: Identity;
  /** The identity in one piece of text. */
  key: string;
}
