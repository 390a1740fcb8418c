import { Readable } from 'node:stream';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  DEFINITIONS_SEARCH_TYPE,
  DefinitionsApi,
  scoreReadPermission,
} from '@synchrony/backstage-plugin-scorecards-common';
import { documentsOf } from './documentsOf';

/**
 * Reads definitions anew each time. While they can't be read, the index stays
 * as it is.
 */
export class DefinitionsCollatorFactory implements DocumentCollatorFactory {
  readonly type = DEFINITIONS_SEARCH_TYPE;
  readonly visibilityPermission = scoreReadPermission;
  readonly #options: {
    definitions: Pick<DefinitionsApi, 'getDefinitionDetails'>;
    path: string;
  };

  constructor(options: {
    definitions: Pick<DefinitionsApi, 'getDefinitionDetails'>;
    /** Where the portal shows definitions. */
    path: string;
  }) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    const { definitions, path } = this.#options;
    return Readable.from(
      documentsOf(await definitions.getDefinitionDetails(), path),
    );
  }
}
