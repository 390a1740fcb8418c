import { Stack } from './platforms';

export type Tier = 'tier-1' | 'tier-2' | 'tier-3' | 'tier-4';
export type Exposure = 'internet' | 'partner' | 'internal';
export type ComponentType =
  'service' | 'website' | 'library' | 'data-pipeline' | 'model' | 'job';
export type Runtime = 'container' | 'serverless' | 'vm' | 'mainframe' | 'none';

export interface DemoPerson {
  name: string;
  displayName: string;
  /** Names of groups; the first is where the person works. */
  groups: string[];
  role: string;
}

export interface DemoGroup {
  name: string;
  title: string;
  description: string;
  type: 'organisation' | 'platform' | 'team' | 'function';
  parent?: string;
  releaseTrain?: string;
  /** Name of the person who leads it, and all below it that have no other. */
  lead?: string;
  /** Names of people whom the group's file declares as security champions. */
  declaredChampions?: string[];
}

export interface DemoSystem {
  name: string;
  title: string;
  description: string;
  team: string;
  platform: string;
  importantBusinessService?: string;
}

export interface DemoApi {
  name: string;
  title: string;
  type: 'openapi' | 'asyncapi';
  provider: string;
}

export interface DemoComponent {
  name: string;
  description: string;
  type: ComponentType;
  lifecycle: 'production' | 'deprecated';
  tier: Tier;
  exposure: Exposure;
  dataClassification?: string;
  runtime: Runtime;
  iac: boolean;
  stack: Stack;
  team: string;
  system: string;
  platform: string;
  /** `https` address of the repository. */
  repository: string;
  defaultBranch: string;
  apis: DemoApi[];
  consumes: string[];
  dependsOn: string[];
}

export interface Organisation {
  platforms: { name: string; title: string; description: string }[];
  groups: DemoGroup[];
  people: DemoPerson[];
  systems: DemoSystem[];
  components: DemoComponent[];
}
