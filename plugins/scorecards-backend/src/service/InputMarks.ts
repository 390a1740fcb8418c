import { EntityProjection } from '@synchrony/backstage-plugin-scorecards-node';
import { markOf } from '../evaluation/markOf';
import { FactTable } from '../store/FactTable';

/** Tells what entities would be evaluated by, without reading it. */
export class InputMarks {
  readonly #facts: Pick<FactTable, 'contents'>;
  readonly #entities: Pick<EntityProjection, 'hashes'>;

  constructor(options: {
    facts: Pick<FactTable, 'contents'>;
    entities: Pick<EntityProjection, 'hashes'>;
  }) {
    this.#facts = options.facts;
    this.#entities = options.entities;
  }

  /**
   * Marks by ref. An entity is absent while the catalog would have to be asked,
   * for it or for its owner, whose being there is an input too.
   */
  async read(refs: string[]): Promise<Map<string, string>> {
    const entities = await this.#entities.hashes(refs);
    const owners = await this.#entities.hashes(
      [...entities.values()].flatMap(({ ownerRef }) => ownerRef ?? []),
    );
    const factsOf = await this.#facts.contents(refs);
    const marks = new Map<string, string>();
    for (const [entityRef, { hash, ownerRef }] of entities) {
      const mark =
        ownerRef === undefined || owners.has(ownerRef)
          ? markOf({ entityHash: hash, facts: factsOf.get(entityRef) ?? [] })
          : undefined;
      if (mark !== undefined) {
        marks.set(entityRef, mark);
      }
    }
    return marks;
  }
}
