import { JsonObject } from '@backstage/types';

export const factsSchema: JsonObject = {};
