import { EFFECT_MINIMUM } from './types';

/** How the figures come about and what they can't say, for who reads them. */
export function methodOf(windowDays: number, open: number): string {
  const { findings, people, teams } = EFFECT_MINIMUM;
  return [
    `Each figure tells how teams changed from the ${windowDays} days before their first champion became active to the ${windowDays} days after, while teams without a champion changed over the same days.`,
    'Every team counts once. The interval is Welch’s, at 95 %, on the changes of teams.',
    `Nothing is said below ${teams} teams on each side, ${findings} findings in each of the four groups and ${people} people.`,
    `Days to remediate are of findings that were closed, at least one day each; ${open} findings of these teams are open and not among them. Findings that are open past their due date count as breaches.`,
    'Teams chose their champions, so that other things may have changed with them: the figures do not say why.',
  ].join(' ');
}
