import { WaiverPreview } from '@synchrony/backstage-plugin-ingestion-common';
import { LiveData, PanelLoading, problemOf } from '@synchrony/ui';
import { ThreatTags } from '../threats';
import { previewWords, requirementWords } from './words';
import panel from '../panel/panel.module.css';
import styles from './waivers.module.css';

/** What a waiver would hide, who has to approve it, and why. */
export function PreviewText({ live }: { live: LiveData<WaiverPreview> }) {
  const { error, value: preview } = live;
  if (error) {
    return (
      <p className={panel.problem} role="alert">
        Not possible: {problemOf(error).message}
      </p>
    );
  }
  if (!preview) {
    return <PanelLoading what="what it would hide" height={64} />;
  }
  return (
    <div className={styles.preview} role="status">
      <strong>{previewWords(preview)}</strong>
      <p>{requirementWords(preview.requirement)}</p>
      <p className={panel.quiet}>{preview.requirement.because.join(' ')}</p>
      {preview.findings.length > 0 && (
        <details>
          <summary>Which</summary>
          <ul className={styles.plain}>
            {preview.findings.map(({ id, kev, severity, title }) => (
              <li key={id}>
                {title} <span className={panel.quiet}>{severity}</span>{' '}
                <ThreatTags finding={{ kev }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
