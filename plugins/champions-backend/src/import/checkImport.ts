import {
  AssignmentImport,
  CHAMPIONS_ANNOTATION,
  ProgrammeSettings,
} from '@synchrony/backstage-plugin-champions-common';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';

/** An assignment that is brought over, times in ms. */
export interface ImportedAssignment {
  userRef: string;
  scopeRef: string;
  role: AssignmentImport['role'];
  specialisms: string[];
  capacityPct: number;
  consentRecord: string;
  nominatedAt: number;
  acceptedAt: number;
  startedAt: number;
  confirmedAt: number;
}

/** What the items of an import are held against. */
export interface ImportTerms {
  now: number;
  settings: Pick<ProgrammeSettings, 'capacity' | 'specialisms'>;
  /** Users and scopes by ref; undefined where the catalog does not know one. */
  known: ReadonlyMap<string, Pick<EntityRow, 'annotations'> | undefined>;
  /** Who brings them over; absent for a service. */
  importer?: string;
}

const SCOPE_KINDS = ['group', 'system', 'domain', 'component'];

function toImported(item: AssignmentImport): ImportedAssignment {
  const { capacityPct, consentRecord, role, scopeRef, userRef } = item;
  const startedAt = item.startedAt ?? item.acceptedAt;
  return {
    userRef,
    scopeRef,
    role,
    specialisms: [...new Set(item.specialisms)],
    capacityPct,
    consentRecord,
    nominatedAt: Date.parse(item.nominatedAt ?? item.acceptedAt),
    acceptedAt: Date.parse(item.acceptedAt),
    startedAt: Date.parse(startedAt),
    confirmedAt: Date.parse(item.confirmedAt ?? startedAt),
  };
}

/** In the order in which they have to have happened. */
const TIMES = [
  'nominatedAt',
  'acceptedAt',
  'startedAt',
  'confirmedAt',
] as const;

function faultsOfTimes(item: ImportedAssignment, now: number): string[] {
  return TIMES.flatMap((name, index) => {
    const before = index > 0 ? TIMES[index - 1] : undefined;
    if (item[name] > now) {
      return [`${name}: lies in the future`];
    }
    return before && item[name] < item[before]
      ? [`${name}: lies before ${before}`]
      : [];
  });
}

function faultsOf(item: ImportedAssignment, terms: ImportTerms): string[] {
  const { importer, known, settings } = terms;
  const { capacityPct, scopeRef, specialisms, userRef } = item;
  const scope = known.get(scopeRef);
  const ids = settings.specialisms.map(({ id }) => id);
  return [
    ...(known.get(userRef) === undefined
      ? [`userRef: the catalog does not know ${userRef}`]
      : []),
    ...(userRef === importer
      ? ['userRef: somebody else has to bring you over']
      : []),
    ...(scope === undefined
      ? [`scopeRef: the catalog does not know ${scopeRef}`]
      : []),
    ...(SCOPE_KINDS.some(kind => scopeRef.startsWith(`${kind}:`))
      ? []
      : [`scopeRef: has to be one of ${SCOPE_KINDS.join(', ')}`]),
    ...(scope?.annotations[CHAMPIONS_ANNOTATION] === undefined
      ? []
      : [`scopeRef: champions of ${scopeRef} are declared in the catalog`]),
    ...(capacityPct > settings.capacity.maxPct
      ? [`capacityPct: more than ${settings.capacity.maxPct}`]
      : []),
    ...specialisms
      .filter(id => !ids.includes(id))
      .map(id => `specialisms: the programme has no ${id}`),
    ...faultsOfTimes(item, terms.now),
  ];
}

/**
 * What is brought over, and what is wrong with it, each with its place. With
 * any fault nothing may be taken.
 */
export function checkImport(
  items: readonly AssignmentImport[],
  terms: ImportTerms,
): { imported: ImportedAssignment[]; faults: string[] } {
  const imported = items.map(toImported);
  const places = new Map<string, number>();
  const faults = imported.flatMap((item, index) => {
    const pair = `${item.userRef} ${item.scopeRef}`;
    const first = places.get(pair);
    places.set(pair, first ?? index);
    return [
      ...(first === undefined ? [] : [`the same as items[${first}]`]),
      ...faultsOf(item, terms),
    ].map(fault => `items[${index}].${fault}`);
  });
  return { imported, faults };
}
