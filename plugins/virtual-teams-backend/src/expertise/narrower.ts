import {
  EXPERTISE_VISIBILITIES,
  ExpertiseVisibility,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** The narrower of two visibilities. */
export function narrower(
  a: ExpertiseVisibility,
  b: ExpertiseVisibility,
): ExpertiseVisibility {
  const at = Math.min(
    EXPERTISE_VISIBILITIES.indexOf(a),
    EXPERTISE_VISIBILITIES.indexOf(b),
  );
  return EXPERTISE_VISIBILITIES[at];
}
