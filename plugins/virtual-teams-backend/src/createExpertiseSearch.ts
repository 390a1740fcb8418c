import { teamReadPermission } from '@synchrony/backstage-plugin-virtual-teams-common';
import { requireReader } from './access/requireReader';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { Skills } from './expertise/Skills';
import { SearchDocumentsService } from './service/SearchDocumentsService';
import { PublicTeams } from './store/PublicTeams';
import { SearchStore } from './store/SearchStore';

/** What the portal's search may hold; for services only. */
export function createExpertiseSearch(
  context: VirtualTeamsContext,
): VirtualTeamsPart {
  const documents = new SearchDocumentsService({
    store: new SearchStore(context.database),
    teams: new PublicTeams(context.database),
    skillIndex: new Skills(context.skills),
  });
  return {
    routes: router => {
      router.get('/search/documents', async (request, response) => {
        const credentials = await context.httpAuth.credentials(request, {
          allow: ['service'],
        });
        await requireReader(context, credentials, teamReadPermission);
        response.json(await documents.documents());
      });
    },
  };
}
