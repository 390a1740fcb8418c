import {
  CONTROL_TYPES,
  ControlType,
  DECLARED_CONTROLS_ANNOTATION,
} from '@synchrony/backstage-plugin-ingestion-common';
import type { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';

/** What the catalog says of a control before any report arrives. */
export type Expectation = 'expected' | 'declared' | 'not_applicable';

export type Expectations = Record<ControlType, Expectation>;

type Subject = Pick<EntityRow, 'annotations' | 'type'>;

function hasRepository({ annotations }: Subject): boolean {
  return Boolean(annotations['backstage.io/source-location']);
}

/** `NOT_APPLICABLE_BECAUSE` says the same in words. */
const APPLIES: Record<ControlType, (entity: Subject) => boolean> = {
  sast: hasRepository,
  sca: hasRepository,
  secret: hasRepository,
  dast: ({ type }) => type !== 'library',
  container: ({ annotations }) => {
    const runtime = annotations['synchrony.io/runtime'];
    return runtime === undefined || runtime === 'container';
  },
  iac: ({ annotations }) => annotations['synchrony.io/iac'] === 'true',
};

function declaredBy({ annotations }: Subject): Set<string> {
  const names = annotations[DECLARED_CONTROLS_ANNOTATION] ?? '';
  return new Set(
    names.split(',').map(name => name.trim().toLocaleLowerCase('en-US')),
  );
}

/** What an entity declares goes before what the rules say of entities like it. */
export function expectationsOf(entity: Subject): Expectations {
  const declared = declaredBy(entity);
  const expectationOf = (type: ControlType): Expectation => {
    if (declared.has(type)) {
      return 'declared';
    }
    return APPLIES[type](entity) ? 'expected' : 'not_applicable';
  };
  return Object.fromEntries(
    CONTROL_TYPES.map(type => [type, expectationOf(type)]),
  ) as Expectations;
}
