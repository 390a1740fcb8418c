import { ScorecardInfo } from '@synchrony/backstage-plugin-scorecards-common';
import cards from '../Portfolio/Portfolio.module.css';
import details from '../ScorecardContent/ScorecardContent.module.css';

export function ActiveScorecards(props: {
  scorecards: ScorecardInfo[];
  selectedId?: string;
  /** Opens one by its id. */
  onOpen?: (id: string) => void;
}) {
  const { onOpen, selectedId } = props;
  return (
    <div className={cards.scroll}>
      <table className={cards.table} aria-label="Scorecards in use">
        <thead>
          <tr>
            <th scope="col">Scorecard</th>
            <th scope="col" className={cards.number}>
              Version
            </th>
            <th scope="col" className={cards.number}>
              Checks
            </th>
            <th scope="col">Some checks wait for</th>
          </tr>
        </thead>
        <tbody>
          {props.scorecards.map(scorecard => (
            <tr key={scorecard.id}>
              <th scope="row">
                {onOpen ? (
                  <button
                    type="button"
                    className={details.open}
                    aria-expanded={scorecard.id === selectedId}
                    onClick={() => onOpen(scorecard.id)}
                  >
                    {scorecard.title}
                  </button>
                ) : (
                  scorecard.title
                )}
                {scorecard.description && (
                  <div className={cards.muted}>{scorecard.description}</div>
                )}
              </th>
              <td className={cards.number}>{scorecard.version}</td>
              <td className={cards.number}>{scorecard.checkCount}</td>
              <td>{scorecard.waitingFor?.join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
