import { DefinitionTerm } from './definitions';

/** @public */
export const DEFINITION_STATUSES = ['draft', 'active', 'superseded'] as const;

/** A draft counts for nobody; one that is superseded counts for the past. @public */
export type DefinitionStatus = (typeof DEFINITION_STATUSES)[number];

/** What a file says of a definition that it only proposes, as its `status`. @public */
export const DRAFT_MARK = 'draft' satisfies DefinitionStatus;

/**
 * How a version of a check or scorecard comes into use and leaves it. Files
 * take these steps, nobody else; a version that was in use is no draft again.
 *
 * @public
 */
export const DEFINITION_TRANSITIONS = [
  {
    name: 'activate',
    from: 'draft',
    to: 'active',
    when: 'Its file no longer says that it is a draft',
  },
  {
    name: 'supersede',
    from: 'active',
    to: 'superseded',
    when: 'Its file holds another version, or is gone',
  },
  {
    name: 'resume',
    from: 'superseded',
    to: 'active',
    when: 'Its file holds that version again',
  },
] as const satisfies {
  name: string;
  from: DefinitionStatus;
  to: DefinitionStatus;
  when: string;
}[];

/** The status that a version had in a term, as of now. @public */
export function statusOfTerm({ until }: DefinitionTerm): DefinitionStatus {
  return until === undefined ? 'active' : 'superseded';
}
