import { SammCoverage } from '@synchrony/backstage-plugin-champions-common';

/** SAMM 2 asks for half; above this share it is "most or all". */
const MOST = 0.8;

/** SAMM's word for how many of the teams have a champion. */
export function sammOf(withChampion: number, teams: number): SammCoverage {
  if (withChampion === 0 || teams === 0) {
    return 'none';
  }
  const share = withChampion / teams;
  if (share >= MOST) {
    return 'most_or_all';
  }
  return share >= 0.5 ? 'at_least_half' : 'some';
}
