import { Readable } from 'node:stream';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  SearchDocuments,
  teamReadPermission,
  VIRTUAL_TEAM_SEARCH_TYPE,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { VirtualTeamsReader } from './VirtualTeamsReader';

/** A virtual team, as it is found. */
export interface TeamDocument extends IndexableDocument {
  teamRef: string;
  kind: string;
  status: string;
  /** Names, separated by commas. */
  skills: string;
}

function toDocument(
  {
    kind,
    outcome,
    skills,
    status,
    teamRef,
    title,
  }: SearchDocuments['teams'][number],
  path: string,
): TeamDocument {
  const { name, namespace } = parseEntityRef(teamRef);
  const asked = skills.join(', ');
  return {
    title,
    text: [outcome, asked && `Asks for: ${asked}.`].filter(Boolean).join(' '),
    location: `${path}/${[namespace, name].map(encodeURIComponent).join('/')}`,
    teamRef,
    kind,
    status,
    skills: asked,
  };
}

/** Virtual teams that are no secret. */
export class TeamsCollatorFactory implements DocumentCollatorFactory {
  readonly type = VIRTUAL_TEAM_SEARCH_TYPE;
  readonly visibilityPermission = teamReadPermission;
  readonly #options: { reader: VirtualTeamsReader; path: string };

  constructor(options: {
    reader: VirtualTeamsReader;
    /** Where the portal shows a team. */
    path: string;
  }) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    const { path, reader } = this.#options;
    const { teams } = await reader.read();
    return Readable.from(teams.map(team => toDocument(team, path)));
  }
}
