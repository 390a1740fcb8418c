import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import { EntityRow } from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext } from '../context';
import { CommonGaps } from '../proposals/CommonGaps';
import { FoundProposal, ProposalSource } from '../proposals/ProposalSource';
import { PluginClients } from './PluginClients';

export interface CommonGapSourceOptions extends Pick<
  VirtualTeamsContext,
  'auth' | 'entities' | 'settings'
> {
  clients: PluginClients;
  scorecard: string;
  /** Fewer platforms have no gap in common. */
  leastPlatforms: number;
}

/** Checks of a scorecard that fail on several platforms. */
export class CommonGapSource implements ProposalSource {
  readonly id = 'common-gap';
  readonly #options: CommonGapSourceOptions;

  constructor(options: CommonGapSourceOptions) {
    this.#options = options;
  }

  async find(): Promise<FoundProposal[] | undefined> {
    const { auth, clients, leastPlatforms, scorecard } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const gaps = new CommonGaps({ scorecardId: scorecard, leastPlatforms });
    let cursor: string | undefined;
    do {
      const after = cursor;
      const page = await clients.scorecards(credentials, client =>
        client.getGaps(scorecard, after),
      );
      if (!page) {
        return undefined;
      }
      const owners = page.items.flatMap(({ failing }) =>
        failing.flatMap(({ ownerRef }) => ownerRef ?? []),
      );
      const platforms = await this.#platformsOf([...new Set(owners)]);
      gaps.add(page.items, ownerRef =>
        ownerRef === undefined ? undefined : platforms.get(ownerRef),
      );
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    return gaps.proposals();
  }

  /** The nearest platform at or above each group. */
  async #platformsOf(groupRefs: string[]): Promise<Map<string, string>> {
    const { entities, settings } = this.#options;
    const types = settings.current().settings.platformGroupTypes;
    const known = new Map<string, EntityRow | undefined>();
    const parentsOf = (ref: string) =>
      (known.get(ref)?.relations ?? [])
        .filter(({ type }) => type === RELATION_CHILD_OF)
        .map(({ targetRef }) => targetRef);
    let next = groupRefs;
    while (next.length > 0) {
      (await entities.get(next)).forEach((row, ref) => known.set(ref, row));
      next = [...new Set(next.flatMap(parentsOf))].filter(
        ref => !known.has(ref),
      );
    }
    const found = new Map<string, string>();
    for (const groupRef of groupRefs) {
      const chain = new Set([groupRef]);
      for (const ref of chain) {
        if (types.includes(known.get(ref)?.type ?? '')) {
          found.set(groupRef, ref);
          break;
        }
        parentsOf(ref).forEach(parent => chain.add(parent));
      }
    }
    return found;
  }
}
