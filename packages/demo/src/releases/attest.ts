import { PushedFacts } from '@synchrony/backstage-plugin-scorecards-common';
import { refOf } from '../organisation';
import { Random } from '../random';
import { reaches } from '../reports/plan/levels';
import { daysBefore } from '../time';
import { DemoRelease } from './types';

/** The source that pipelines push to, see its definition in scorecards. */
export const ATTESTATIONS = 'attestations';

/** From the deployment to when the pipeline has verified it, in days. */
const VERIFYING_DAYS = 0.01;
const HOST = 'ci.larkhill.example';

interface Verified {
  isSigned: boolean;
  buildLevel: number;
  hasManagedSecrets: boolean;
}

/** Below Gold something is missing: most often the builder is not hosted. */
function verify({ component, standing }: DemoRelease): Verified {
  const random = new Random(`attested ${component.name}`);
  if (reaches(standing, 'gold')) {
    const isHardened = standing === 'platinum' || random.chance(0.3);
    return {
      isSigned: true,
      // In tier 1 a hardened builder would make it Platinum.
      buildLevel:
        isHardened && (standing === 'platinum' || component.tier !== 'tier-1')
          ? 3
          : 2,
      hasManagedSecrets: true,
    };
  }
  const share = reaches(standing, 'silver') ? 0.6 : 0.25;
  const isSigned = random.chance(share);
  const hasManagedSecrets = random.chance(share);
  const isHosted = isSigned && random.chance(0.5) && !hasManagedSecrets;
  return { isSigned, hasManagedSecrets, buildLevel: isHosted ? 2 : 1 };
}

/**
 * What the pipeline of a release found when it verified the signature and the
 * provenance of what it had released.
 */
export function attest(release: DemoRelease, now: Date): PushedFacts {
  const { age, commit, component, digest, version } = release;
  const { buildLevel, hasManagedSecrets, isSigned } = verify(release);
  return {
    entityRef: refOf(component),
    observedAt: daysBefore(now, age - VERIFYING_DAYS).toISOString(),
    facts: {
      subject: {
        name: `registry.larkhill.example/${component.platform}/${component.name}`,
        digest,
        version,
        commit,
      },
      signature: {
        verified: isSigned,
        tool: 'cosign',
        ...(isSigned && {
          identity: `https://${HOST}/${component.platform}/${component.name}`,
          issuer: `https://${HOST}`,
        }),
      },
      provenance: {
        buildLevel,
        builder: `https://${HOST}/builders/${buildLevel > 1 ? 'hosted' : 'team'}`,
        tool: 'slsa-verifier',
      },
      secretsManaged: {
        verified: hasManagedSecrets,
        ...(hasManagedSecrets && { manager: 'secrets-vault' }),
      },
    },
  };
}

/** Of each component, what was attested of its last release. */
export function attestLast(releases: DemoRelease[], now: Date): PushedFacts[] {
  const last = new Map(
    releases.map(release => [release.component.name, release]),
  );
  return [...last.values()].map(release => attest(release, now));
}
