import { JsonObject } from '@backstage/types';
import { EXPORT_FORMATS } from '@synchrony/backstage-plugin-ingestion-common';
import { text, words } from './building';
import { errors, file, path, query } from './paths';

const format = query('format', 'Of the file', words(EXPORT_FORMATS), true);

/** All of an answer as a file; each is an audit event. */
export const inventoryExportPaths: JsonObject = {
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
