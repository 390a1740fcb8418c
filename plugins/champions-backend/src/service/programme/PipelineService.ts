import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Pipeline,
  PipelineEntry,
} from '@synchrony/backstage-plugin-champions-common';
import {
  FiguresStore,
  LiveAssignment,
} from '../../store/programme/FiguresStore';
import { ProgrammeReader, SeenProgramme } from './ProgrammeReader';

export interface PipelineServiceOptions {
  reader: ProgrammeReader;
  figures: FiguresStore;
  clock: () => Date;
}

const DAY_MS = 24 * 60 * 60_000;
/** Who became active within as many days is shown. */
const RECENT_DAYS = 90;
/** As many are shown of each step. */
const MOST = 500;

function mayName(
  { leads, ownerOf, reader }: SeenProgramme,
  { nominatorRef, scopeRef, status, userRef }: LiveAssignment,
): boolean {
  return (
    reader.isCaptain ||
    userRef === reader.userRef ||
    (status === 'nominated' &&
      nominatorRef !== undefined &&
      nominatorRef === reader.userRef) ||
    leads.leads(scopeRef, ownerOf(scopeRef))
  );
}

/** How nominations come along, as far as a reader may know of them. */
export class PipelineService {
  readonly #options: PipelineServiceOptions;

  constructor(options: PipelineServiceOptions) {
    this.#options = options;
  }

  async pipeline(credentials: BackstageCredentials): Promise<Pipeline> {
    const { clock, figures, reader } = this.#options;
    const programme = await reader.read(credentials);
    const { assignments } = programme;
    const at = (status: LiveAssignment['status']) =>
      assignments.filter(each => each.status === status);
    const onboarding = at('onboarding');
    const onboardingSince = await figures.enteredAt(
      onboarding.map(({ id }) => id),
      'onboarding',
    );
    const newest = clock().getTime() - RECENT_DAYS * DAY_MS;
    const entries = (
      rows: LiveAssignment[],
      since: (row: LiveAssignment) => number,
    ): PipelineEntry[] =>
      rows
        .map(row => ({ row, time: since(row) }))
        .sort((a, b) => a.time - b.time)
        .slice(0, MOST)
        .map(({ row, time }) => ({
          assignmentId: row.id,
          scopeRef: row.scopeRef,
          role: row.role,
          status: row.status,
          since: new Date(time).toISOString(),
          ...(mayName(programme, row) && { userRef: row.userRef }),
        }));
    return {
      asOf: clock().toISOString(),
      nominated: entries(at('nominated'), row => row.nominatedAt),
      accepted: entries(
        at('accepted'),
        row => row.acceptedAt ?? row.nominatedAt,
      ),
      onboarding: entries(
        onboarding,
        row => onboardingSince.get(row.id) ?? row.acceptedAt ?? row.nominatedAt,
      ),
      active: entries(
        at('active').filter(({ startedAt }) => (startedAt ?? 0) >= newest),
        row => row.startedAt ?? row.nominatedAt,
      ),
    };
  }
}
