import { ParsedFinding, parseReport } from '@synchrony/report-parsers';
import { LineHashes } from './lineHash';
import { SourceMatch } from './scanSource';
import { World, WorldFile, WorldPackage } from './World';

/**
 * What a report tells of a place besides path, line and message: the flagged
 * text; the lines that it is on; GitHub's hash of the line; nothing.
 */
export type ReportDetail = 'snippet' | 'lines' | 'hash' | 'bare';

/** A finding of a report, and which one it really is. */
export interface Observed {
  id: number;
  finding: ParsedFinding;
  /** The file or package, without the folder that it was scanned in. */
  place: string;
  /** What a reader cannot tell apart has the same text. */
  twinKey: string;
  lineHash: string;
}

/** What a tool reports, in one scope. */
export interface ObservedScan {
  tool: string;
  findings: Observed[];
}

/** The tool that scans the files. */
export const CODE_SCANNER = 'Demo Scanner';

const HASHES = new WeakMap<SourceMatch[], LineHashes>();

function hashesOf(file: WorldFile): LineHashes {
  let hashes = HASHES.get(file.matches);
  if (!hashes) {
    hashes = new LineHashes(file.text);
    HASHES.set(file.matches, hashes);
  }
  return hashes;
}

function regionOf(
  lines: string[],
  match: SourceMatch,
  detail: ReportDetail,
): object {
  const { startLine, endLine, startColumn, endColumn, text } = match;
  const snippet =
    detail === 'snippet'
      ? text
      : lines.slice(startLine - 1, endLine).join('\n');
  return {
    startLine,
    endLine,
    startColumn,
    endColumn,
    ...((detail === 'snippet' || detail === 'lines') && {
      snippet: { text: snippet },
    }),
  };
}

function scanCode(world: World, detail: ReportDetail): ObservedScan {
  const observed: Array<Omit<Observed, 'finding'>> = [];
  const results: object[] = [];
  for (const file of world.files) {
    const lines = file.text.split('\n');
    const hashes = hashesOf(file);
    for (const [index, match] of file.matches.entries()) {
      const lineHash = hashes.get(match.startLine);
      observed.push({
        id: file.ids[index],
        place: file.path,
        twinKey: `${file.path} ${match.code}`,
        lineHash,
      });
      results.push({
        ruleId: match.ruleId,
        message: { text: `Check what reaches this call.` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: world.workspace
                  ? `file://${world.workspace}${encodeURI(file.path)}`
                  : encodeURI(file.path),
              },
              region: regionOf(lines, match, detail),
            },
          },
        ],
        ...(detail === 'hash' && {
          partialFingerprints: { 'primaryLocationLineHash/v1': lineHash },
        }),
      });
    }
  }
  const { runs } = parseReport(
    JSON.stringify({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: CODE_SCANNER } }, results }],
    }),
  );
  return {
    tool: CODE_SCANNER,
    findings: runs[0].findings.map((finding, index) => ({
      ...observed[index],
      finding,
    })),
  };
}

function twinKeyOf({ name, advisory, version }: WorldPackage): string {
  return `${name} ${advisory} ${version[0]}`;
}

/** The packages of an image, as Trivy lists them. */
function scanImage(world: World): ObservedScan {
  const { tag, digest } = world.image;
  const image = `registry.example:5000/shop/web:${tag}@sha256:${digest}`;
  const { runs } = parseReport(
    JSON.stringify({
      SchemaVersion: 2,
      ArtifactName: image,
      ArtifactType: 'container_image',
      Results: [
        {
          Target: `${image} (debian 12.4)`,
          Class: 'os-pkgs',
          Type: 'debian',
          Vulnerabilities: world.packages.map(one => ({
            VulnerabilityID: one.advisory,
            PkgName: one.name,
            InstalledVersion: one.version.join('.'),
            Severity: 'HIGH',
          })),
        },
      ],
    }),
  );
  return {
    tool: 'Trivy',
    findings: runs[0].findings.map((finding, index) => ({
      id: world.packages[index].id,
      place: world.packages[index].name,
      finding,
      twinKey: twinKeyOf(world.packages[index]),
      lineHash: '',
    })),
  };
}

/** The same packages in SARIF, whose paths carry the name of the image. */
function scanImageAsSarif(world: World): ObservedScan {
  const { tag, digest } = world.image;
  const { runs } = parseReport(
    JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Snyk Container' } },
          results: world.packages.map(one => ({
            ruleId: one.advisory,
            message: { text: `${one.name} is vulnerable.` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: {
                    uri: `shop/web:${tag}@sha256:${digest}/usr/lib/${one.name}`,
                  },
                },
                logicalLocations: [
                  {
                    fullyQualifiedName: `${one.name}@${one.version.join('.')}`,
                  },
                ],
              },
            ],
          })),
        },
      ],
    }),
  );
  return {
    tool: 'Snyk Container',
    findings: runs[0].findings.map((finding, index) => ({
      id: world.packages[index].id,
      place: world.packages[index].name,
      finding,
      twinKey: twinKeyOf(world.packages[index]),
      lineHash: '',
    })),
  };
}

/** All that is scanned of a world; each scan has an entity of its own. */
export function toReports(world: World, detail: ReportDetail): ObservedScan[] {
  return [scanCode(world, detail), scanImage(world), scanImageAsSarif(world)];
}
