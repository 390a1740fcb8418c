import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ComponentType, lazy } from 'react';

/** @public */
export interface TeamsOnChecksProps {
  /** Which checks; all of them where absent. */
  checkIds?: string[];
  /** Only teams of this platform. */
  platformRef?: string;
  /**
   * `chips` are links, with the way to propose a team where there is none;
   * `mark` is a small sign with the names in words, for cells of charts; `key`
   * says what that sign means. The last two are nothing where there is no team.
   */
  look?: 'chips' | 'mark' | 'key';
}

/** @public */
export interface TeamsOnChecksMark {
  component: ComponentType<TeamsOnChecksProps>;
}

/**
 * What a plugin with teams hands to charts and lists of gaps.
 *
 * @public
 */
export const teamsOnChecksDataRef =
  createExtensionDataRef<TeamsOnChecksMark>().with({
    id: 'synchrony.teams-on-checks',
  });

/** @public */
export interface TeamsOnChecksParams {
  /** Loads what names the teams. */
  loader: () => Promise<ComponentType<TeamsOnChecksProps>>;
}

/**
 * Makes what tells who works on checks that fail. It attaches to the portfolio
 * of scorecards unless `attachTo` names another place with an input
 * `teamsOnChecks`.
 *
 * @public
 */
export const TeamsOnChecksBlueprint = createExtensionBlueprint({
  kind: 'teams-on-checks',
  attachTo: { id: 'page:scorecards', input: 'teamsOnChecks' },
  output: [teamsOnChecksDataRef],
  dataRefs: { teams: teamsOnChecksDataRef },
  *factory(params: TeamsOnChecksParams, { node }) {
    const Teams = lazy(async () => ({ default: await params.loader() }));
    yield teamsOnChecksDataRef({
      component: props => (
        <ExtensionBoundary node={node}>
          <Teams {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});
