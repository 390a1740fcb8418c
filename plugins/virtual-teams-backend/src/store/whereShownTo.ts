import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Viewer } from '../expertise/types';

/**
 * Limits rows of `expertise` to those that a viewer may find: every list,
 * count and page about people goes through it.
 */
export function whereShownTo(query: Knex.QueryBuilder, viewer: Viewer): void {
  query
    .where(shown => {
      shown.where('expertise.shown_to', 'everyone');
      if (viewer.groupRefs.length > 0) {
        shown.orWhere(group =>
          group
            .where('expertise.shown_to', 'my_groups')
            .whereIn('expertise.person_id', sharing =>
              sharing
                .from('profile_groups')
                .select('person_id')
                .where(each => whereAmong(each, 'group_ref', viewer.groupRefs)),
            ),
        );
      }
    })
    .whereNotIn('expertise.person_id', gone =>
      gone.from('departures').select('person_id'),
    );
}
