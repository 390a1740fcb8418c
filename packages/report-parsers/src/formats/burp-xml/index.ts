import { ParsedRun, ReportFormat } from '../../types';
import { readXml } from '../../decode/readXml';
import { GroupedFindings } from '../../shared/grouping';
import { SharedTexts } from '../../shared/sharedTexts';
import { toIssue } from './issues';

const TOOL = 'Burp Suite';
const BURP =
  /<issues\b[^>]{0,1000}\bburpVersion\s*=|<issue>\s{0,1000}<serialNumber>/;

interface Site {
  groups: GroupedFindings;
  raw: number;
}

function toRun(
  host: string | undefined,
  site: Site,
  version: string | undefined,
): ParsedRun {
  return {
    tool: { name: TOOL, version },
    evidence: 'scan',
    controlTypes: ['dast'],
    category: host,
    findings: site.groups.findings,
    counts: { raw: site.raw, leftOut: {} },
    aggregatedBy: site.groups.mergedBy('host and issue type'),
  };
}

/**
 * Burp's export of issues: one run per host, one finding per type of issue with
 * all its places. `exportTime` is in the clock and language of the machine that
 * exported, and no time of a scan.
 */
export const burpXml: ReportFormat = {
  id: 'burp-xml',
  title: 'Burp Suite issues, XML',
  toolName: TOOL,
  documentation:
    'https://portswigger.net/burp/documentation/desktop/running-scans/webapp-scans/reporting-results',
  kind: 'xml',
  controlTypes: ['dast'],
  recognises(document) {
    return (
      document.kind === 'xml' &&
      document.rootName === 'issues' &&
      // Android Lint has the same root element, with a format of its own.
      BURP.test(document.text.slice(0, 20_000))
    );
  },
  parse(document, limits) {
    const sites = new Map<string, Site>();
    const texts = new SharedTexts();
    let version: string | undefined;
    readXml(document.kind === 'xml' ? document.text : '', limits, {
      open({ name, attributes }, path) {
        if (path.length === 1) version = attributes.burpVersion || undefined;
        return path.length === 2 && name === 'issue';
      },
      whole(element) {
        const issue = toIssue(element, texts);
        const site = sites.get(issue.host) ?? {
          groups: new GroupedFindings(),
          raw: 0,
        };
        sites.set(issue.host, site);
        site.groups.add([issue.type, issue.isFalsePositive], issue.finding);
        site.raw += 1;
      },
    });
    if (sites.size === 0) {
      const nothing = { groups: new GroupedFindings(), raw: 0 };
      return [toRun(undefined, nothing, version)];
    }
    return Array.from(sites, ([host, site]) =>
      toRun(host || undefined, site, version),
    );
  },
};
