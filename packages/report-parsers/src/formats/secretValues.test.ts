import fc from 'fast-check';
import { parseReport } from '../parseReport';

const secret = fc.stringMatching(/^[A-Za-z0-9_+-]{12,40}$/);

/** Reports that have the secret in every member in which a tool may write it. */
const REPORTS: Record<string, (value: string) => string> = {
  'gitleaks-v8-json': value =>
    JSON.stringify([
      {
        RuleID: 'r',
        Description: `token ${value} found`,
        StartLine: 1,
        EndLine: 1,
        Match: `key ${value}`,
        Secret: value,
        File: `a/${value}.txt`,
        Link: `https://git.example/${value}`,
        Message: value,
        Tags: [value],
        Author: value,
        Fingerprint: `a/${value}.txt:r:1`,
      },
    ]),
  'gitleaks-legacy-json': value =>
    JSON.stringify([
      {
        line: `key=${value}`,
        offender: value,
        rule: `r ${value}`,
        file: `a/${value}.txt`,
        leakURL: `https://git.example/${value}`,
        commitMessage: value,
        tags: value,
      },
    ]),
  'trufflehog-v3-jsonl': value =>
    JSON.stringify({
      SourceMetadata: {
        Data: {
          Github: {
            file: `a/${value}.txt`,
            link: `https://git.example/${value}`,
            line: 1,
          },
        },
      },
      DetectorName: 'Example',
      DetectorDescription: `About ${value}.`,
      Verified: false,
      VerificationError: value,
      Raw: Buffer.from(value).toString('base64'),
      Redacted: value,
      ExtraData: { account: value },
    }),
  'trufflehog-v2-jsonl': value =>
    JSON.stringify({
      commit: value,
      commitHash: 'abc',
      diff: value,
      path: `a/${value}.txt`,
      printDiff: value,
      reason: `Generic ${value}`,
      stringsFound: [value],
    }),
};

describe('reports of secrets', () => {
  it.each(Object.entries(REPORTS))(
    'of %s keep no value, wherever it stands',
    (format, write) => {
      fc.assert(
        fc.property(secret, value => {
          const report = parseReport(write(value));
          expect(report.format).toBe(format);
          expect(report.runs[0].findings).toHaveLength(1);
          expect(JSON.stringify(report)).not.toContain(value);
        }),
      );
    },
  );
});
