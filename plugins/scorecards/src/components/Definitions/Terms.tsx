import {
  DefinitionTerm,
  statusOfTerm,
} from '@synchrony/backstage-plugin-scorecards-common';
import { formatExactTime } from '@synchrony/ui';
import cards from '../Portfolio/Portfolio.module.css';

/** From when to when which version was in use, newest first. */
export function Terms(props: { terms: DefinitionTerm[] }) {
  return (
    <section>
      <h3>Versions</h3>
      <table className={cards.table} aria-label="Versions">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Since</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {props.terms.map(term => (
            <tr key={`${term.version} ${term.since}`}>
              <th scope="row">{term.version}</th>
              <td>{formatExactTime(term.since)}</td>
              <td>
                {statusOfTerm(term) === 'active'
                  ? 'in use'
                  : formatExactTime(term.until ?? '')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
