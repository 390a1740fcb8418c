/** Why somebody may see less than another. */
export const WHO_SEES =
  'You see services that your teams own. Application security and audit see more.';
