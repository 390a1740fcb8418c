import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ComponentType, lazy } from 'react';

/** What a question to a champion is about. @public */
export interface AskChampionSubject {
  kind: 'finding' | 'check';
  /** Of the finding or check. */
  id: string;
  /** The finding's type, or the check's stage. */
  area: string;
  /** What the reader sees it called. */
  title: string;
}

/** @public */
export interface AskChampionProps {
  entityRef: string;
  subject: AskChampionSubject;
}

/** @public */
export interface AskChampionButton {
  component: ComponentType<AskChampionProps>;
}

/**
 * What a plugin with champions hands to places from which one may be asked.
 *
 * @public
 */
export const askChampionDataRef =
  createExtensionDataRef<AskChampionButton>().with({
    id: 'synchrony.ask-champion',
  });

/** @public */
export interface AskChampionParams {
  /** Loads the button that asks. */
  loader: () => Promise<ComponentType<AskChampionProps>>;
}

/**
 * Makes the button by which a champion is asked about a finding or a check.
 * It attaches to findings of an entity unless `attachTo` names another place
 * with an input `askChampion`.
 *
 * @public
 */
export const AskChampionBlueprint = createExtensionBlueprint({
  kind: 'ask-champion',
  attachTo: { id: 'entity-content:ingestion/findings', input: 'askChampion' },
  output: [askChampionDataRef],
  dataRefs: { ask: askChampionDataRef },
  *factory(params: AskChampionParams, { node }) {
    const Ask = lazy(async () => ({ default: await params.loader() }));
    yield askChampionDataRef({
      component: props => (
        <ExtensionBoundary node={node}>
          <Ask {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});
