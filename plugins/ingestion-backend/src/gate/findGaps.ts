import {
  CONTROL_TYPES,
  ControlType,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Cadence } from '../coverage/cadence';
import { DAY_MS } from '../sla';
import type { StoredScope } from '../store/ScopeStore';
import {
  GateQuestion,
  GateScopes,
  isComplete,
  isSameCommit,
} from './selectScopes';
import { EvidenceGap } from './types';

export interface GapOptions {
  entityRef: string;
  question: GateQuestion;
  /** All scopes of the entity. */
  scopes: StoredScope[];
  selected: GateScopes;
  cadence: Cadence;
  now: number;
}

/** An alert that GitHub told of shows that there is a finding, not that anything was scanned. */
function showsControls({ controlTypes }: StoredScope): boolean {
  return controlTypes.length > 0;
}

/** What the head can not tell of the controls that the entity has elsewhere. */
export function findGaps(options: GapOptions): EvidenceGap[] {
  const { entityRef, question, scopes, selected } = options;
  if (!scopes.some(showsControls)) {
    return [
      {
        message: `No report of ${entityRef} was processed yet; send one, for example with: synchrony upload FILE --entity ${entityRef}`,
      },
    ];
  }
  const expected = CONTROL_TYPES.filter(type =>
    selected.base.some(scope => hasScanned(scope, type)),
  );
  if (!selected.head.some(showsControls)) {
    const what = expected.length > 0 ? `: ${expected.join(', ')} missing` : '';
    return [
      {
        message: `No scan of ${headName(question)} was processed${what}; send its reports before asking the gate`,
      },
    ];
  }
  const gaps = expected.flatMap(type => gapOf(type, options) ?? []);
  const unbased = CONTROL_TYPES.filter(
    type =>
      !expected.includes(type) &&
      selected.head.some(scope => scope.controlTypes.includes(type)),
  );
  return [
    ...gaps,
    ...unbased.map(type => ({
      type,
      message: selected.same
        ? `${question.base} has only a partial ${type} scan; a complete one is needed`
        : `${question.base} has no complete ${type} scan: all that ${headName(question)} has counts as new until one is sent`,
    })),
  ];
}

function hasScanned(scope: StoredScope, type: ControlType): boolean {
  return (
    scope.lastCompleteAt !== undefined && scope.controlTypes.includes(type)
  );
}

/** Scans without a ref are of no commit: they speak for every ref. */
function gapOf(
  type: ControlType,
  { cadence, now, question, scopes, selected }: GapOptions,
): EvidenceGap | undefined {
  const { commit } = question;
  const name = headName(question);
  const known = scopes.filter(
    scope =>
      scope.controlTypes.includes(type) &&
      (scope.ref === '' || selected.head.includes(scope)),
  );
  if (known.length === 0) {
    return { type, message: `${name} has no ${type} scan` };
  }
  const ofCommit = known.filter(
    scope =>
      scope.ref === '' ||
      commit === undefined ||
      isSameCommit(scope.commit, commit),
  );
  if (ofCommit.length === 0) {
    const seen = known[0].commit;
    return {
      type,
      message: `the newest ${type} scan of ${name} is of ${seen ? `commit ${seen}` : 'no known commit'}, not of ${commit}`,
    };
  }
  const complete = ofCommit.filter(scope =>
    commit === undefined || scope.ref === ''
      ? scope.lastCompleteAt !== undefined
      : isComplete(scope),
  );
  if (complete.length === 0) {
    return {
      type,
      message: `${name} has only a partial ${type} scan; a complete one is needed`,
    };
  }
  const newest = Math.max(...complete.map(scope => scope.lastCompleteAt ?? 0));
  return now >= newest + cadence[type] * DAY_MS
    ? {
        type,
        message: `the newest complete ${type} scan of ${name} is of ${new Date(newest).toISOString().slice(0, 10)}, older than ${cadence[type]} days`,
      }
    : undefined;
}

function headName({ base, commit, ref }: GateQuestion): string {
  return ref ?? (commit === undefined ? base : `commit ${commit}`);
}
