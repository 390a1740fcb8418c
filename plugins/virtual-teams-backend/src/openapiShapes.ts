import { openApi } from '@synchrony/backstage-plugin-scorecards-node';

/** The shapes that this document is made of. */
export const { answer, body, inPath, inQuery, listOf, object, ref, refusals } =
  openApi;
