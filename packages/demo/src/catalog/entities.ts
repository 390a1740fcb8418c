import {
  ApiEntity,
  ComponentEntity,
  DomainEntity,
  Entity,
  GroupEntity,
  SystemEntity,
  UserEntity,
} from '@backstage/catalog-model';
import {
  DemoCare,
  DemoApi,
  DemoComponent,
  DemoGroup,
  DemoPerson,
  DemoSystem,
  Organisation,
} from '../organisation';

const apiVersion = 'backstage.io/v1alpha1';

/** A key without a value would be written as `null`. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

const userRef = (name: string) => `user:default/${name}`;

function groupAnnotations(
  group: DemoGroup,
): Record<string, string> | undefined {
  const annotations = defined({
    'synchrony.io/release-train': group.releaseTrain,
    'synchrony.io/lead': group.lead && userRef(group.lead),
    'synchrony.io/champions': group.declaredChampions?.map(userRef).join(','),
  }) as Record<string, string>;
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}

export function groupEntity(
  group: DemoGroup,
  organisation: Organisation,
): GroupEntity {
  return {
    apiVersion,
    kind: 'Group',
    metadata: defined({
      name: group.name,
      title: group.title,
      description: group.description,
      annotations: groupAnnotations(group),
    }),
    spec: defined({
      type: group.type,
      profile: {
        displayName: group.title,
        email: `${group.name}@larkhill.example`,
      },
      parent: group.parent,
      children: organisation.groups
        .filter(({ parent }) => parent === group.name)
        .map(({ name }) => name),
    }),
  };
}

export function userEntity(person: DemoPerson): UserEntity {
  return {
    apiVersion,
    kind: 'User',
    metadata: { name: person.name, description: person.role },
    spec: {
      profile: {
        displayName: person.displayName,
        email: `${person.name}@larkhill.example`,
      },
      memberOf: person.groups,
    },
  };
}

export function domainEntity(
  platform: Organisation['platforms'][number],
): DomainEntity {
  return {
    apiVersion,
    kind: 'Domain',
    metadata: {
      name: platform.name,
      title: platform.title,
      description: platform.description,
    },
    spec: { owner: `group:default/${platform.name}` },
  };
}

export function systemEntity(system: DemoSystem): SystemEntity {
  return {
    apiVersion,
    kind: 'System',
    metadata: defined({
      name: system.name,
      title: system.title,
      description: system.description,
      annotations: system.importantBusinessService
        ? {
            'synchrony.io/important-business-service':
              system.importantBusinessService,
          }
        : undefined,
    }),
    spec: {
      owner: `group:default/${system.team}`,
      domain: system.platform,
    },
  };
}

export function componentEntity(
  component: DemoComponent,
  care: DemoCare,
): ComponentEntity {
  const { repository, defaultBranch } = component;
  const links = [{ url: repository, title: 'Repository', icon: 'github' }];
  if (care.runbook) {
    links.push({ url: care.runbook, title: 'Runbook', icon: 'docs' });
  }
  return {
    apiVersion,
    kind: 'Component',
    metadata: {
      name: component.name,
      description: component.description,
      annotations: defined({
        'backstage.io/source-location': `url:${repository}/tree/${defaultBranch}/`,
        'synchrony.io/criticality': component.tier,
        'synchrony.io/data-classification': component.dataClassification,
        'synchrony.io/exposure': component.exposure,
        'synchrony.io/runtime': component.runtime,
        'synchrony.io/iac': component.iac ? 'true' : undefined,
        'synchrony.io/asvs-level':
          component.tier === 'tier-1' && component.apis.length > 0
            ? '3'
            : undefined,
        'synchrony.io/security-contact': care.securityContact,
        'synchrony.io/security-logs': care.securityLogs,
        'synchrony.io/alerts': care.alerts,
        'synchrony.io/runbook': care.runbook,
      }) as Record<string, string>,
      tags: [component.stack, component.tier],
      links,
    },
    spec: defined({
      type: component.type,
      lifecycle: component.lifecycle,
      owner: `group:default/${component.team}`,
      system: component.system,
      providesApis:
        component.apis.length > 0
          ? component.apis.map(({ name }) => name)
          : undefined,
      consumesApis:
        component.consumes.length > 0 ? component.consumes : undefined,
      dependsOn:
        component.dependsOn.length > 0
          ? component.dependsOn.map(name => `component:default/${name}`)
          : undefined,
    }),
  };
}

function definitionOf(api: DemoApi, component: DemoComponent): string {
  if (api.type === 'asyncapi') {
    return [
      'asyncapi: 2.6.0',
      'info:',
      `  title: ${api.title}`,
      '  version: 1.0.0',
      'channels:',
      `  ${component.name}.changed:`,
      '    subscribe:',
      '      summary: Something changed',
      '',
    ].join('\n');
  }
  return [
    'openapi: 3.0.3',
    'info:',
    `  title: ${api.title}`,
    '  version: 1.0.0',
    'paths:',
    `  /${component.name}:`,
    '    get:',
    '      responses:',
    "        '200':",
    '          description: OK',
    '',
  ].join('\n');
}

export function apiEntity(api: DemoApi, component: DemoComponent): ApiEntity {
  return {
    apiVersion,
    kind: 'API',
    metadata: {
      name: api.name,
      description: `Provided by ${component.name}: ${component.description}`,
      tags: [api.type],
    },
    spec: {
      type: api.type,
      lifecycle: component.lifecycle,
      owner: `group:default/${component.team}`,
      system: component.system,
      definition: definitionOf(api, component),
    },
  };
}

export function locationEntity(files: string[]): Entity {
  return {
    apiVersion,
    kind: 'Location',
    metadata: {
      name: 'larkhill-bank',
      description: 'All entities of the fictional Larkhill Bank',
    },
    spec: { type: 'file', targets: files.map(file => `./${file}`) },
  };
}
