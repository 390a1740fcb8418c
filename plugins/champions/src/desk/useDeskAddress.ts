import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  DESK_SECTIONS,
  DeskSection,
} from '@synchrony/backstage-plugin-champions-common';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What the address of the desk says: one section only, or a brief. */
export interface DeskAddress {
  section?: DeskSection;
  brief?: { scopeRef: string; month: string };
  showSection: (section: DeskSection | undefined) => void;
}

export function useDeskAddress(): DeskAddress {
  const [search, setSearch] = useAppSearchParams();
  const scopeRef = search.get('brief');
  const month = search.get('month');
  return {
    section: DESK_SECTIONS.find(section => section === search.get('section')),
    brief:
      scopeRef && month && MONTH.test(month) ? { scopeRef, month } : undefined,
    showSection: section =>
      setSearch(
        previous => {
          if (section) {
            previous.set('section', section);
          } else {
            previous.delete('section');
          }
          return previous;
        },
        { replace: true },
      ),
  };
}
