import panel from '../panel/panel.module.css';

/** What a VEX document says and nobody could apply. */
export function NotApplied({ warnings }: { warnings: string[] }) {
  return warnings.length === 0 ? null : (
    <details className={panel.quiet}>
      <summary>What was not applied</summary>
      <ul>
        {warnings.map((warning, index) => (
          <li key={index}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}
