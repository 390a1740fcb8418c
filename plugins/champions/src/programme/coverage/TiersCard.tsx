import {
  ProgrammeOverview,
  TierCoverage,
} from '@synchrony/backstage-plugin-champions-common';
import { formatPercent, LiveData, LivePanel, PanelEmpty } from '@synchrony/ui';
import { ProgrammeForbidden } from '../ProgrammeForbidden';
import { tierName } from '../../words';
import panel from '../programme.module.css';

function shareOf(tier: TierCoverage): string {
  const { atRisk, covered, thin, uncovered } = tier;
  const all = atRisk + covered + thin + uncovered;
  return all === 0 ? '–' : formatPercent((100 * (covered + thin)) / all);
}

/** Components by tier, and how well they are looked after. */
export function TiersCard(props: { overview: LiveData<ProgrammeOverview> }) {
  return (
    <section className={panel.card} aria-labelledby="tiers">
      <h2 id="tiers">Components by tier</h2>
      <p className={panel.sub}>
        Share: covered and thin of all components of the tier
      </p>
      <LivePanel
        live={props.overview}
        subject="Tiers"
        height={140}
        forbidden={<ProgrammeForbidden what="the programme" />}
      >
        {({ tiers }) =>
          tiers.length === 0 ? (
            <PanelEmpty title="No component yet" />
          ) : (
            <div className={panel.scroll}>
              <table className={panel.table}>
                <caption className={panel.hidden}>
                  Components by tier and coverage
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Tier</th>
                    <th scope="col" className={panel.number}>
                      Covered
                    </th>
                    <th scope="col" className={panel.number}>
                      Thin
                    </th>
                    <th scope="col" className={panel.number}>
                      At risk
                    </th>
                    <th scope="col" className={panel.number}>
                      No champion
                    </th>
                    <th scope="col" className={panel.number}>
                      Share
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {tiers.map(tier => (
                    <tr key={tier.tier}>
                      <th scope="row">{tierName(tier.tier)}</th>
                      <td className={panel.number}>{tier.covered}</td>
                      <td className={panel.number}>{tier.thin}</td>
                      <td className={panel.number}>{tier.atRisk}</td>
                      <td className={panel.number}>{tier.uncovered}</td>
                      <td className={panel.number}>{shareOf(tier)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </LivePanel>
    </section>
  );
}
