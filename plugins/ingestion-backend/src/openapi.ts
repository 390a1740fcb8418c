import { JsonObject } from '@backstage/types';

export const openApi: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Synchrony ingestion', version: '1.0.0' },
  paths: {},
};
