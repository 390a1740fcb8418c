import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { directoryRouteRef, newTeamRouteRef, teamRouteRef } from '../routes';

/** Addresses of virtual teams; pages that the portal left out have none. */
export function useTeamPaths(): {
  directory: string;
  /** One's own profile. */
  profile: string;
  newTeam?: string;
  team: (teamRef: string) => string | undefined;
} {
  const directory = useRouteRef(directoryRouteRef)?.() ?? '';
  const newTeam = useRouteRef(newTeamRouteRef)?.();
  const team = useRouteRef(teamRouteRef);
  return {
    directory,
    profile: `${directory}/profile`,
    newTeam,
    team: teamRef => {
      const { name, namespace } = parseEntityRef(teamRef);
      return team?.({ name, namespace });
    },
  };
}
