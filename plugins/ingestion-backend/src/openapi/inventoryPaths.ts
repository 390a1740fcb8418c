import { JsonObject } from '@backstage/types';
import {
  ADVISORY_BUCKETS,
  COMPONENT_BUCKETS,
  EXPORT_FORMATS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { text, words } from './building';
import { answer, errors, file, paging, path, query } from './operations';

const format = query('format', 'Of the file', words(EXPORT_FORMATS), true);

/** What entities consist of, whom an advisory concerns, and files of both; each file is an audit event. */
export const inventoryPaths: JsonObject = {
  '/entities/{namespace}/{kind}/{name}/inventory': {
    get: {
      summary: 'What an entity consists of, by name',
      parameters: [
        path('namespace'),
        path('kind'),
        path('name'),
        query('q', 'Only packages whose names begin with it'),
        ...paging,
      ],
      responses: {
        '200': answer('A page, and the lists that it is of', 'EntityInventory'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/inventory/components': {
    get: {
      summary: 'Entities by whether they have a package in some versions',
      parameters: [
        query('package', 'A name, group:name or a package URL', text, true),
        query('version', 'A range such as "<2.17.0" or ">=2.0 <2.17"'),
        query('bucket', 'affected by default', words(COMPONENT_BUCKETS)),
        query('ownedBy', 'Limits the page to what this group or user owns'),
        ...paging,
      ],
      responses: {
        '200': answer('Counts, and a page of one bucket', 'ComponentSearch'),
        ...errors(400, 401),
      },
    },
  },
  '/inventory/packages': {
    get: {
      summary: 'Packages whose names begin with a text',
      parameters: [query('q', 'The beginning of a name', text, true)],
      responses: {
        '200': answer('At most 20', 'PackageSuggestions'),
        ...errors(400, 401),
      },
    },
  },
  '/advisories/{id}': {
    get: {
      summary: 'Entities by what is known of an advisory there',
      parameters: [
        path('id'),
        query('bucket', 'open by default', words(ADVISORY_BUCKETS)),
        query('ownedBy', 'Limits the page to what this group or user owns'),
        ...paging,
      ],
      responses: {
        '200': answer('Counts, and a page of one bucket', 'AdvisorySearch'),
        ...errors(400, 401),
      },
    },
  },
  '/advisories/{id}/export': {
    get: {
      summary: 'Entities by what is known of an advisory there, as a file',
      parameters: [path('id'), format],
      responses: {
        '200': file('AdvisorySearchItem'),
        ...errors(400, 401, 422),
      },
    },
  },
  '/inventory/components/export': {
    get: {
      summary: 'Entities by whether they have a package, as a file',
      parameters: [
        query('package', 'A name, group:name or a package URL', text, true),
        query('version', 'A range such as "<2.17.0" or ">=2.0 <2.17"'),
        format,
      ],
      responses: {
        '200': file('ComponentSearchItem'),
        ...errors(400, 401, 422),
      },
    },
  },
  '/entities/{namespace}/{kind}/{name}/inventory/export': {
    get: {
      summary: 'What an entity consists of, as a file',
      parameters: [
        path('namespace'),
        path('kind'),
        path('name'),
        query('q', 'Only packages whose names begin with it'),
        format,
      ],
      responses: {
        '200': file('EntityComponent'),
        ...errors(400, 401, 403, 404),
      },
    },
  },
};
