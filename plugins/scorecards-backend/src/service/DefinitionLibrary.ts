import { ResolvedScorecard } from '../ledger/types';
import { DefinitionStore } from '../store/DefinitionStore';

const KEPT = 200;

/**
 * Versions of scorecards with their checks, in use or not. None ever changes,
 * so the last ones that were asked for are kept.
 */
export class DefinitionLibrary {
  readonly #store: DefinitionStore;
  readonly #kept = new Map<string, Promise<ResolvedScorecard>>();

  constructor(store: DefinitionStore) {
    this.#store = store;
  }

  get(id: string, version: number): Promise<ResolvedScorecard> {
    const name = `${id}@${version}`;
    const known = this.#kept.get(name);
    if (known) {
      return known;
    }
    const read = this.#read(id, version).catch(error => {
      this.#kept.delete(name);
      throw error;
    });
    this.#kept.set(name, read);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT) {
      this.#kept.delete(oldest);
    }
    return read;
  }

  async #read(id: string, version: number): Promise<ResolvedScorecard> {
    const definition = await this.#store.get('scorecard', id, version);
    if (!definition) {
      throw new Error(`Version ${version} of scorecard ${id} is not stored`);
    }
    const checks = await Promise.all(
      definition.checks.map(async ({ check: name, requiredFor, sooner }) => {
        const [checkId, checkVersion] = name.split('@');
        const check = await this.#store.get(
          'check',
          checkId,
          Number(checkVersion),
        );
        if (!check) {
          throw new Error(`Check ${name} is not stored`);
        }
        return {
          definition: check,
          requiredFor,
          soonerFor: sooner?.requiredFor,
        };
      }),
    );
    return { definition, checks };
  }
}
