/**
 * On a Group, System, Domain or Component: refs of users, separated by commas,
 * the first as primary and the others as deputies. It nominates them; each
 * counts only after they accept.
 *
 * @public
 */
export const CHAMPIONS_ANNOTATION = 'synchrony.io/champions';

/**
 * On a Group: ref of the user who leads it, agrees on capacity and is told of
 * vacancies. Groups below inherit it.
 *
 * @public
 */
export const LEAD_ANNOTATION = 'synchrony.io/lead';

/** From an entity to its champions. @public */
export const RELATION_CHAMPIONED_BY = 'synchrony-championedBy';

/** From a user to what they are champion of. @public */
export const RELATION_CHAMPION_OF = 'synchrony-championOf';
