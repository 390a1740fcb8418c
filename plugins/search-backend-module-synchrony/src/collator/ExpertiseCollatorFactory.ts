import { Readable } from 'node:stream';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  EXPERTISE_SEARCH_TYPE,
  profileReadPermission,
  SearchDocuments,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsReader } from './VirtualTeamsReader';

/** Somebody who chose to be found by everyone. */
export interface ExpertiseDocument extends IndexableDocument {
  userRef: string;
  /** Names, separated by commas. */
  skills: string;
}

function toDocument(
  { skills, userRef, version, willing }: SearchDocuments['expertise'][number],
  path: string,
): ExpertiseDocument {
  const { kind, name, namespace } = parseEntityRef(userRef);
  const names = skills.map(skill => skill.name).join(', ');
  const words = skills
    .map(skill =>
      [`${skill.name} (${skill.level})`, ...skill.aliases].join(', '),
    )
    .join('; ');
  return {
    title: `${name} — ${names}`,
    text: `Chose to be found for: ${words}.${willing.length > 0 ? ` Offers to: ${willing.join(', ')}.` : ''}`,
    location: `${path}/${[namespace, kind, name].map(encodeURIComponent).join('/')}`,
    userRef,
    skills: names,
    // As it was when it was read: what is withdrawn later hides the document.
    authorization: { resourceRef: `${userRef}#${version}` },
  };
}

/**
 * People who chose to be found by everyone. Whether one is shown is decided
 * anew with each search, so that who withdraws is not found any more.
 */
export class ExpertiseCollatorFactory implements DocumentCollatorFactory {
  readonly type = EXPERTISE_SEARCH_TYPE;
  readonly visibilityPermission = profileReadPermission;
  readonly #options: { reader: VirtualTeamsReader; path: string };

  constructor(options: {
    reader: VirtualTeamsReader;
    /** Where the portal shows people. */
    path: string;
  }) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    const { path, reader } = this.#options;
    const { expertise } = await reader.read();
    return Readable.from(expertise.map(person => toDocument(person, path)));
  }
}
