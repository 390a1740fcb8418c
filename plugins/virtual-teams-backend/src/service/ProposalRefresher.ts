import { stringifyError } from '@backstage/errors';
import { VirtualTeamsContext } from '../context';
import { bounded } from '../proposals/bounded';
import { FoundProposal, ProposalSource } from '../proposals/ProposalSource';
import { ProposalStore } from '../store/ProposalStore';

export interface ProposalRefresherOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'database' | 'logger'
> {
  proposals: ProposalStore;
  sources: readonly ProposalSource[];
}

/** Asks sources which teams they propose, and keeps what they tell. */
export class ProposalRefresher {
  readonly #options: ProposalRefresherOptions;

  constructor(options: ProposalRefresherOptions) {
    this.#options = options;
  }

  /** Asks each once, and says whether all have told. */
  async round(): Promise<boolean> {
    const { clock, database, proposals, sources } = this.#options;
    let haveAllTold = true;
    for (const source of sources) {
      const found = await this.#foundBy(source);
      if (found) {
        const kept = found.map(bounded);
        await database.transaction(tx =>
          proposals.keep(tx, source.id, kept, clock().getTime()),
        );
      } else {
        await proposals.keepSilence(database, source.id);
        haveAllTold = false;
      }
    }
    return haveAllTold;
  }

  /** Undefined where it can't tell, or fails: the others are still asked. */
  async #foundBy(source: ProposalSource): Promise<FoundProposal[] | undefined> {
    try {
      return await source.find();
    } catch (error) {
      this.#options.logger.warn(
        `${source.id} proposes no teams: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }
}
