import { PushedFacts } from '@synchrony/backstage-plugin-scorecards-common';
import { DemoComponent, Organisation, refOf } from '../organisation';
import { Random } from '../random';
import { levelOf, reaches, Standing } from '../reports/plan/levels';
import { DemoHistory } from '../reports/plan/planHistory';
import { daysBefore } from '../time';

/** The source that the register of tests pushes to. */
export const ASSURANCE = 'assurance';

const YEAR = 365;

interface Pentest {
  state: 'current' | 'expired';
  doneAgo: number;
  overdueHigh: number;
}

/** What the register says; it says nothing of what was never tested. */
function pentestOf(
  { name }: DemoComponent,
  standing: Standing,
): Pentest | undefined {
  const random = new Random(`pentest ${name}`);
  const doneAgo = random.between(30, 330);
  const late = random.between(1, 3);
  const draw = random.next();
  if (reaches(standing, 'gold') || draw < 0.45) {
    return { state: 'current', doneAgo, overdueHigh: 0 };
  }
  if (draw < 0.6) {
    return { state: 'current', doneAgo, overdueHigh: late };
  }
  return draw < 0.85
    ? { state: 'expired', doneAgo: doneAgo + YEAR, overdueHigh: 0 }
    : undefined;
}

/**
 * What AppSec's register says of penetration tests: of what is most critical or
 * faces the internet, where pipelines have made the component known.
 */
export function planAssurance(
  { components }: Organisation,
  { standings }: DemoHistory,
  now: Date,
): PushedFacts[] {
  const observedAt = daysBefore(now, 1).toISOString();
  return components
    .filter(
      ({ exposure, name, tier }) =>
        (tier === 'tier-1' || exposure === 'internet') &&
        levelOf(standings.get(name)!) !== 'unrated',
    )
    .flatMap((component, index) => {
      const pentest = pentestOf(component, standings.get(component.name)!);
      return pentest
        ? [
            {
              entityRef: refOf(component),
              observedAt,
              facts: {
                pentest: {
                  state: pentest.state,
                  overdueHigh: pentest.overdueHigh,
                  doneAt: daysBefore(now, pentest.doneAgo).toISOString(),
                  reference: `DEMO-PT-${String(index + 1).padStart(3, '0')}`,
                },
              },
            },
          ]
        : [];
    });
}
