import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  RiDashboard3Line,
  RiMegaphoneLine,
  RiSlideshow3Line,
} from '@remixicon/react';
import {
  CampaignsClient,
  DEFINITIONS_SEARCH_TYPE,
  ScorecardReviewsClient,
  ScorecardsClient,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  AskChampionProvider,
  askChampionDataRef,
  checkWaiverDataRef,
  securityCardSectionDataRef,
  teamsOnChecksDataRef,
  TeamsOnChecksProvider,
} from '@synchrony/ui';
import {
  campaignsApiRef,
  definitionsApiRef,
  evidenceApiRef,
  maturityApiRef,
  reviewsApiRef,
  scorecardsApiRef,
} from './api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
  HomePageWidgetBlueprint,
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from './blueprints';
import {
  campaignsRouteRef,
  definitionsRouteRef,
  reviewsRouteRef,
  rootRouteRef,
  waiversRouteRef,
} from './routes';

const scorecardsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scorecardsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScorecardsClient({ discoveryApi, fetchApi }),
    }),
});

const definitionsApi = ApiBlueprint.make({
  name: 'definitions',
  params: defineParams =>
    defineParams({
      api: definitionsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScorecardsClient({ discoveryApi, fetchApi }),
    }),
});

const maturityApi = ApiBlueprint.make({
  name: 'maturity',
  params: defineParams =>
    defineParams({
      api: maturityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScorecardsClient({ discoveryApi, fetchApi }),
    }),
});

const evidenceApi = ApiBlueprint.make({
  name: 'evidence',
  params: defineParams =>
    defineParams({
      api: evidenceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScorecardsClient({ discoveryApi, fetchApi }),
    }),
});

const campaignsApi = ApiBlueprint.make({
  name: 'campaigns',
  params: defineParams =>
    defineParams({
      api: campaignsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new CampaignsClient({ discoveryApi, fetchApi }),
    }),
});

const reviewsApi = ApiBlueprint.make({
  name: 'reviews',
  params: defineParams =>
    defineParams({
      api: reviewsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScorecardReviewsClient({ discoveryApi, fetchApi }),
    }),
});

const securityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'security',
  inputs: {
    sections: createExtensionInput([securityCardSectionDataRef]),
  },
  factory(originalFactory, { inputs }) {
    const sections = inputs.sections.map(
      section => section.get(securityCardSectionDataRef).component,
    );
    return originalFactory({
      type: 'content',
      filter: { kind: 'component' },
      loader: () =>
        import('./components/SecurityCard').then(m => (
          <m.SecurityCard sections={sections} />
        )),
    });
  },
});

const scorecardContent = EntityContentBlueprint.makeWithOverrides({
  name: 'scorecard',
  inputs: {
    askChampion: createExtensionInput([askChampionDataRef], {
      singleton: true,
      optional: true,
    }),
    teamsOnChecks: createExtensionInput([teamsOnChecksDataRef], {
      singleton: true,
      optional: true,
    }),
  },
  factory(originalFactory, { inputs }) {
    const ask = inputs.askChampion?.get(askChampionDataRef).component;
    const teams = inputs.teamsOnChecks?.get(teamsOnChecksDataRef).component;
    return originalFactory({
      path: '/security/scorecard',
      title: 'Scorecard',
      group: 'security',
      icon: <RiDashboard3Line />,
      filter: { kind: 'component' },
      loader: () =>
        import('./components/ScorecardContent').then(m => (
          <AskChampionProvider component={ask}>
            <TeamsOnChecksProvider component={teams}>
              <m.ScorecardContent />
            </TeamsOnChecksProvider>
          </AskChampionProvider>
        )),
    });
  },
});

const userCard = EntityCardBlueprint.make({
  name: 'user',
  params: {
    type: 'content',
    filter: { kind: 'user' },
    loader: () => import('./components/UserCard').then(m => <m.UserCard />),
  },
});

const searchResult = SearchResultListItemBlueprint.make({
  name: 'definition',
  params: {
    predicate: ({ type }) => type === DEFINITIONS_SEARCH_TYPE,
    component: () =>
      import('./components/Search').then(m => m.DefinitionResult),
  },
});

const searchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: DEFINITIONS_SEARCH_TYPE,
    name: 'Checks and scorecards',
    icon: <RiDashboard3Line />,
  },
});

const ROLLUP_KINDS = { $in: ['group', 'system', 'domain'] };

const rollupCard = EntityCardBlueprint.make({
  name: 'rollup',
  params: {
    type: 'content',
    filter: { kind: ROLLUP_KINDS },
    loader: () => import('./components/Rollup').then(m => <m.RollupCard />),
  },
});

const rollupContent = EntityContentBlueprint.make({
  name: 'rollup',
  params: {
    path: '/security/scorecard',
    title: 'Scorecard',
    group: 'security',
    icon: <RiDashboard3Line />,
    filter: { kind: ROLLUP_KINDS },
    loader: () => import('./components/Rollup').then(m => <m.RollupContent />),
  },
});

const scorecardsPage = PageBlueprint.makeWithOverrides({
  inputs: {
    teamsOnChecks: createExtensionInput([teamsOnChecksDataRef], {
      singleton: true,
      optional: true,
    }),
  },
  factory(originalFactory, { inputs }) {
    const teams = inputs.teamsOnChecks?.get(teamsOnChecksDataRef).component;
    return originalFactory({
      path: '/scorecards',
      title: 'Scorecards',
      icon: <RiDashboard3Line />,
      routeRef: rootRouteRef,
      loader: () =>
        import('./components/ScorecardsPage').then(m => (
          <TeamsOnChecksProvider component={teams}>
            <m.ScorecardsPage />
          </TeamsOnChecksProvider>
        )),
    });
  },
});

const securityLevelFilter = CatalogFilterBlueprint.make({
  name: 'security-level',
  params: {
    loader: () =>
      import('./components/CatalogFilter').then(m => <m.SecurityLevelPicker />),
  },
});

const definitionsPage = PageBlueprint.make({
  name: 'definitions',
  params: {
    path: '/scorecards/definitions',
    title: 'Definitions',
    icon: <RiDashboard3Line />,
    routeRef: definitionsRouteRef,
    loader: () =>
      import('./components/Definitions').then(m => <m.DefinitionsPage />),
  },
});

const campaignsPage = PageBlueprint.make({
  name: 'campaigns',
  params: {
    path: '/scorecards/campaigns',
    title: 'Campaigns',
    icon: <RiMegaphoneLine />,
    routeRef: campaignsRouteRef,
    loader: () =>
      import('./components/Campaigns').then(m => <m.CampaignsPage />),
  },
});

const reviewsPage = PageBlueprint.makeWithOverrides({
  name: 'reviews',
  inputs: {
    waiver: createExtensionInput([checkWaiverDataRef], {
      singleton: true,
      optional: true,
    }),
  },
  factory(originalFactory, { inputs }) {
    const waiver = inputs.waiver?.get(checkWaiverDataRef).component;
    return originalFactory({
      path: '/scorecards/reviews',
      title: 'Scorecard reviews',
      icon: <RiSlideshow3Line />,
      routeRef: reviewsRouteRef,
      loader: () =>
        import('./components/Reviews').then(m => (
          <m.ReviewsPage checkWaiver={waiver} />
        )),
    });
  },
});

const myServicesWidget = HomePageWidgetBlueprint.make({
  name: 'my-services',
  params: {
    name: 'MyServices',
    title: 'My services',
    description: 'The components that you own, worst first',
    components: () =>
      import('./components/MyServices').then(m => ({ Content: m.MyServices })),
    layout: { width: { minColumns: 6 }, height: { minRows: 4 } },
  },
});

const atRiskWidget = HomePageWidgetBlueprint.make({
  name: 'at-risk',
  params: {
    name: 'AtRisk',
    title: 'At risk',
    description: 'The components that you own and that are below their target',
    components: () =>
      import('./components/MyServices').then(m => ({ Content: m.AtRisk })),
    layout: { width: { minColumns: 6 }, height: { minRows: 4 } },
  },
});

/**
 * Security scorecards: a card and a scorecard on each component, roll-ups on
 * groups, systems and domains, a card on people, a page with all of them, widgets
 * with one's own, and checks and scorecards among the results of a search.
 *
 * @public
 */
export const scorecardsPlugin = createFrontendPlugin({
  pluginId: 'scorecards',
  title: 'Scorecards',
  icon: <RiDashboard3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    campaigns: campaignsRouteRef,
    reviews: reviewsRouteRef,
    definitions: definitionsRouteRef,
  },
  externalRoutes: { waivers: waiversRouteRef },
  extensions: [
    scorecardsApi,
    maturityApi,
    definitionsApi,
    campaignsApi,
    evidenceApi,
    reviewsApi,
    securityCard,
    scorecardContent,
    rollupCard,
    rollupContent,
    userCard,
    searchResult,
    searchResultType,
    scorecardsPage,
    securityLevelFilter,
    campaignsPage,
    reviewsPage,
    definitionsPage,
    myServicesWidget,
    atRiskWidget,
  ],
});
