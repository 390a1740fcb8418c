import { ParsedFinding } from '@synchrony/report-parsers';

/**
 * What a finding is recognised by, as short hashes; an empty string where
 * there is nothing to go by. Severity and texts are no part of it. Line and
 * `rest` change easily: they only tell findings apart that have everything
 * else in common.
 */
export interface Identity {
  /** Rule or advisory, with the tool or the component. */
  family: string;
  /** Full identity that the tool gives. */
  fingerprint: string;
  /** Hints of identity that the tool gives. */
  hint: string;
  /** The code at the place. */
  code: string;
  /** Normalised path or URL. */
  place: string;
  /** Line of the main place, as a number in text. */
  line: string;
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
