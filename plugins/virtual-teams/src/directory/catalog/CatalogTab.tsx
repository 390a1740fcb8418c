import { DirectoryTab } from '../DirectoryTab';
import { FaultyDeclarationsCard } from './FaultyDeclarationsCard';
import { OwnedByTeamsCard } from './OwnedByTeamsCard';

/** What the catalog says wrongly about teams, for those who can put it right. */
export function CatalogTab() {
  return (
    <DirectoryTab>
      <FaultyDeclarationsCard />
      <OwnedByTeamsCard />
    </DirectoryTab>
  );
}
