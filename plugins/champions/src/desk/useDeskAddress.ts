import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  DESK_SECTIONS,
  DeskSection,
  DeskUrgency,
} from '@synchrony/backstage-plugin-champions-common';

const URGENCIES: readonly DeskUrgency[] = ['now', 'week', 'later'];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What the address of the desk says: one section or urgency only, or a brief. */
export interface DeskAddress {
  section?: DeskSection;
  urgency?: DeskUrgency;
  brief?: { scopeRef: string; month: string };
  showSection: (section: DeskSection | undefined) => void;
  showAll: () => void;
}

export function useDeskAddress(): DeskAddress {
  const [search, setSearch] = useAppSearchParams();
  const scopeRef = search.get('brief');
  const month = search.get('month');
  return {
    section: DESK_SECTIONS.find(section => section === search.get('section')),
    urgency: URGENCIES.find(urgency => urgency === search.get('urgency')),
    brief:
      scopeRef && month && MONTH.test(month) ? { scopeRef, month } : undefined,
    showSection: section =>
      setSearch(
        previous => {
          previous.delete('urgency');
          if (section) {
            previous.set('section', section);
          } else {
            previous.delete('section');
          }
          return previous;
        },
        { replace: true },
      ),
    showAll: () =>
      setSearch(
        previous => {
          previous.delete('section');
          previous.delete('urgency');
          return previous;
        },
        { replace: true },
      ),
  };
}
