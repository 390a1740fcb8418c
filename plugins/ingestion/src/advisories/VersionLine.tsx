import { HatchedNote } from '@synchrony/ui';
import { FindingLink } from '../waivers';
import { STATUS_LABELS } from '../words';
import { FoundVersion } from './versionsOf';
import styles from './advisories.module.css';

/** A version that an entity has: where from, what fixes it, what became of it. */
export function VersionLine({ found }: { found: FoundVersion }) {
  const { direct, finding, fixedVersions, tools, version } = found;
  const details = [
    ...(direct === undefined ? [] : [direct ? 'direct' : 'transitive']),
    ...(fixedVersions.length > 0
      ? [`fixed in ${fixedVersions.join(', ')}`]
      : []),
    ...(tools.length > 0 ? [`listed by ${tools.join(', ')}`] : []),
  ];
  return (
    <li className={styles.version}>
      <span>
        <code>{found.package}</code>{' '}
        {version ? (
          <strong>{version}</strong>
        ) : (
          <HatchedNote>version not told</HatchedNote>
        )}{' '}
        {found.answer === 'unknown' && version !== '' && (
          <HatchedNote>cannot be compared</HatchedNote>
        )}
        {found.answer === 'out' && (
          <span className={styles.quiet}>not in the range</span>
        )}
      </span>
      <span className={styles.details}>
        {details.join(' · ')}
        {finding && (
          <>
            {details.length > 0 && ' · '}
            <FindingLink id={finding.id}>
              {finding.status
                ? `finding: ${STATUS_LABELS[finding.status].toLocaleLowerCase('en')}`
                : 'finding'}
            </FindingLink>
          </>
        )}
      </span>
    </li>
  );
}
