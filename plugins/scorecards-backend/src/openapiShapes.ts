import { openApi } from '@synchrony/backstage-plugin-scorecards-node';

/** The shapes that this document is made of. */
export const { listOf, object, ref } = openApi;
